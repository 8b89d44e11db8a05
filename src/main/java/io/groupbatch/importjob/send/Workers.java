package io.groupbatch.importjob.send;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.RequestResult;

import org.jspecify.annotations.Nullable;

/**
 * The threads that send, each one request at a time. Thread-safe.
 */
final class Workers implements AutoCloseable {

	private final Sender sender;

	private final GracefulStop signal;

	private final ExecutorService threads;

	private volatile @Nullable RuntimeException broken;

	Workers(int size, Sender sender, GracefulStop signal) {
		this.sender = sender;
		this.signal = signal;
		this.threads = Executors.newFixedThreadPool(size, (task) -> {
			Thread thread = new Thread(task, "sender");
			thread.setDaemon(true);
			return thread;
		});
	}

	/** How many requests may be under way now. */
	int places() {
		return this.sender.steering().health().places();
	}

	/**
	 * When the portal is in trouble: tries until it answers again, or sending stops.
	 * @return whether it was in trouble and answers again
	 */
	boolean awaitPortal() throws InterruptedException {
		if (!this.sender.steering().health().isInTrouble() || isStopping()) {
			return false;
		}
		this.sender.probe();
		return !isStopping();
	}

	/** Whether nothing new may be marked. */
	boolean isStopping() {
		return this.sender.steering().stop().isSet() || this.signal.isRequested() || this.broken != null;
	}

	/** Whether requests under way are not waited for any longer. */
	boolean isTimeUp() {
		return this.signal.isTimeUp();
	}

	/** Sends a marked request; a free worker must be there. */
	void send(ReadyRequest request, Consumer<RequestResult> finished) {
		this.threads.execute(() -> finished.accept(work(request)));
	}

	/** What becomes of a request that must not be sent. */
	RequestResult skip(ReadyRequest request) {
		return this.sender.findings().skip(request);
	}

	/** What becomes of a request that is not waited for any longer. */
	RequestResult giveUp(ReadyRequest request) {
		return this.sender.findings().doubt(request, null);
	}

	/** A mistake of ours in a worker, thrown on where it ends the step. */
	void rethrow() {
		RuntimeException cause = this.broken;
		if (cause != null) {
			throw new IllegalStateException("A request could not be handled", cause);
		}
	}

	private RequestResult work(ReadyRequest request) {
		try {
			return this.sender.send(request);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return this.sender.findings().doubt(request, null);
		}
		catch (RuntimeException ex) {
			this.broken = ex;
			return this.sender.findings().doubt(request, null);
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
