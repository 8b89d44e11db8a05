package io.groupbatch.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.groupbatch.journal.Progress;

/**
 * Says every ten seconds how far the work has come.
 */
final class ProgressLines {

	private final Progress progress;

	private final Terminal terminal;

	ProgressLines(Progress progress, Terminal terminal) {
		this.progress = progress;
		this.terminal = terminal;
	}

	/** Does some work, and tells of it. */
	void during(Runnable work) {
		ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "progress");
			thread.setDaemon(true);
			return thread;
		});
		ScheduledFuture<?> ticks = clock.scheduleAtFixedRate(this::tell, 10, 10, TimeUnit.SECONDS);
		try {
			work.run();
		}
		finally {
			ticks.cancel(true);
			clock.shutdownNow();
		}
	}

	private void tell() {
		this.terminal.say("%s: %,d rows done".formatted(this.progress.stage(), this.progress.done()));
	}

}
