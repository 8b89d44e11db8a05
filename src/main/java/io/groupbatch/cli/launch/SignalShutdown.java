package io.groupbatch.cli.launch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;

import org.jspecify.annotations.Nullable;

/**
 * Stops a run when a signal arrives: the first one asks it to stop, and makes sure that
 * it ends in time. The second one ends the process at once. Thread-safe.
 */
public final class SignalShutdown {

	/** Some programs, such as timeout, send the same signal twice in a row. */
	private static final long ECHO = TimeUnit.MILLISECONDS.toNanos(100);

	private static final long FOR_LAST_WORDS_MILLIS = 5000;

	private final GracefulShutdown stop;

	private final Terminal terminal;

	private final Runnable lastWords;

	private final AtomicReference<@Nullable Long> first = new AtomicReference<>();

	private volatile boolean over;

	private volatile boolean idle;

	/**
	 * For one run.
	 * @param lastWords told when the work does not end in time; the process ends after
	 * them
	 */
	public SignalShutdown(GracefulShutdown stop, Terminal terminal, Runnable lastWords) {
		this.stop = stop;
		this.terminal = terminal;
		this.lastWords = lastWords;
	}

	/** Does some work, and reacts meanwhile. */
	public <T> T during(Supplier<T> work) {
		OsSignals signals = OsSignals.listen(this::heard);
		try {
			return work.get();
		}
		finally {
			this.over = true;
			signals.close();
		}
	}

	/** Does something in the middle of the work, while nothing is under way. */
	public <T> T whileIdle(Supplier<T> pause) {
		this.idle = true;
		try {
			return pause.get();
		}
		finally {
			this.idle = false;
		}
	}

	private void heard(ExitCode code) {
		long now = System.nanoTime();
		if (this.first.compareAndSet(null, now)) {
			stop(code);
			return;
		}
		Long since = this.first.get();
		if (since == null || now - since > ECHO) {
			Runtime.getRuntime().halt(code.code());
		}
	}

	private void stop(ExitCode code) {
		boolean interrupted = code == ExitCode.INTERRUPTED;
		boolean nothingToEnd = this.idle;
		this.stop.request(new StopCause(interrupted ? StopReason.INTERRUPTED : StopReason.TERMINATED,
				"Stopped by a signal (" + (interrupted ? "SIGINT" : "SIGTERM") + ")."));
		this.terminal.say(nothingToEnd ? "" : "Stopping: nothing new is sent, and open requests get a few seconds."
				+ " Another signal ends Groupbatch at once.");
		try {
			if (!this.stop.awaitEnd() && !this.over) {
				tellLastWords();
				Runtime.getRuntime().halt(code.code());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What holds the work up may hold these up as well. */
	private void tellLastWords() throws InterruptedException {
		Thread words = new Thread(this.lastWords, "last words");
		words.setDaemon(true);
		words.setUncaughtExceptionHandler((thread, failure) -> this.terminal.warn("Stopped by a signal."));
		words.start();
		words.join(FOR_LAST_WORDS_MILLIS);
	}

}
