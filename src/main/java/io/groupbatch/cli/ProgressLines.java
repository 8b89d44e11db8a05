package io.groupbatch.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.groupbatch.journal.Progress;

/**
 * Says every ten seconds how far the work has come.
 */
final class ProgressLines implements AutoCloseable {

	private final Progress progress;

	private final Terminal terminal;

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "progress");
		thread.setDaemon(true);
		return thread;
	});

	ProgressLines(Progress progress, Terminal terminal) {
		this.progress = progress;
		this.terminal = terminal;
		this.clock.scheduleAtFixedRate(this::tell, 10, 10, TimeUnit.SECONDS);
	}

	private void tell() {
		this.terminal.say("%s: %,d rows done".formatted(this.progress.stage(), this.progress.done()));
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
	}

}
