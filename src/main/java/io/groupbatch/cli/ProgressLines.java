package io.groupbatch.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.groupbatch.journal.Progress;

/**
 * Says how far the work has come: every ten seconds to people, every two to other
 * processes.
 */
final class ProgressLines {

	private static final int SECONDS = 2;

	private static final int TICKS_PER_LINE = 5;

	private final Progress progress;

	private final Terminal terminal;

	private final NowFile now;

	private final long run;

	private int ticks;

	ProgressLines(Progress progress, Terminal terminal, NowFile now, long run) {
		this.progress = progress;
		this.terminal = terminal;
		this.now = now;
		this.run = run;
	}

	/** Does some work, and tells of it. */
	<T> T during(Supplier<T> work) {
		ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "progress");
			thread.setDaemon(true);
			return thread;
		});
		ScheduledFuture<?> tick = clock.scheduleAtFixedRate(this::tick, 0, SECONDS, TimeUnit.SECONDS);
		try {
			return work.get();
		}
		finally {
			tick.cancel(false);
			clock.shutdownNow();
			tellNotes();
		}
	}

	private void tick() {
		tellNotes();
		this.now.write(this.run, this.progress.stage(), this.progress.done());
		if (this.ticks++ % TICKS_PER_LINE == TICKS_PER_LINE - 1) {
			tell();
		}
	}

	private void tellNotes() {
		for (String note = this.progress.nextNote(); note != null; note = this.progress.nextNote()) {
			this.terminal.say(Texts.printable(note));
		}
	}

	private void tell() {
		this.terminal.say("%s: %,d rows done".formatted(this.progress.stage(), this.progress.done()));
	}

}
