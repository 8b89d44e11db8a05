package io.groupbatch.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

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
	void during(Runnable work) {
		ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "progress");
			thread.setDaemon(true);
			return thread;
		});
		ScheduledFuture<?> tick = clock.scheduleAtFixedRate(this::tick, 0, SECONDS, TimeUnit.SECONDS);
		try {
			work.run();
		}
		finally {
			tick.cancel(true);
			clock.shutdownNow();
		}
	}

	private void tick() {
		this.now.write(this.run, this.progress.stage(), this.progress.done());
		if (this.ticks++ % TICKS_PER_LINE == TICKS_PER_LINE - 1) {
			tell();
		}
	}

	private void tell() {
		this.terminal.say("%s: %,d rows done".formatted(this.progress.stage(), this.progress.done()));
	}

}
