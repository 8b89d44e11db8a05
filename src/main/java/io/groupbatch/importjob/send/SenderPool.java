package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.Progress;
import io.groupbatch.importjob.send.doubt.DoubtQueue;
import io.groupbatch.importjob.send.exchange.GroupObserver;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.exchange.RequestExecutor;
import io.groupbatch.importjob.send.write.RequestResultFactory;
import io.groupbatch.importjob.send.write.Sender;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;

import org.jspecify.annotations.Nullable;

/**
 * The threads that send, each one request at a time. Thread-safe.
 */
final class SenderPool implements AutoCloseable {

	private final RequestExecutor courier;

	private final Sender sender;

	private final GroupObserver looker;

	private final RequestResultFactory findings;

	private final GracefulShutdown signal;

	private final Progress progress;

	private final ExecutorService threads;

	private volatile @Nullable RuntimeException broken;

	private volatile boolean toldWaiting;

	SenderPool(int size, RequestExecutor courier, Sender sender, GroupObserver looker, RequestResultFactory findings,
			GracefulShutdown signal, Progress progress) {
		this.courier = courier;
		this.sender = sender;
		this.looker = looker;
		this.findings = findings;
		this.signal = signal;
		this.progress = progress;
		this.threads = Executors.newFixedThreadPool(size, (task) -> {
			Thread thread = new Thread(task, "sender");
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * How many further requests may be marked now.
	 * @param busy how many workers are busy
	 */
	int places(int busy) {
		return this.courier.pace().places(this.courier.health().places() - busy, busy);
	}

	/**
	 * When the portal is in trouble: tries until it answers again, or sending stops.
	 * @return whether it was in trouble and answers again
	 */
	boolean awaitPortal() throws InterruptedException {
		if (!this.courier.health().isInTrouble() || isStopping()) {
			return false;
		}
		this.courier.probe();
		return !isStopping();
	}

	/** Whether nothing new may be marked. */
	boolean isStopping() {
		return this.courier.isStopped() || this.signal.isRequested() || this.broken != null;
	}

	/** Whether requests under way are not waited for any longer. */
	boolean isTimeUp() {
		return this.signal.isTimeUp();
	}

	/** Sends a marked request; a free worker must be there. */
	void send(SendableRequest request, Consumer<WorkerEvent> finished) {
		this.threads.execute(() -> finished.accept(new WorkerEvent.Sent(work(request))));
	}

	/** Looks at what a request in doubt may have done; a free worker must be there. */
	void look(DoubtQueue.Entry due, Consumer<WorkerEvent> finished) {
		this.threads.execute(() -> finished.accept(new WorkerEvent.Looked(due, lookedAt(due.request()))));
	}

	/** Tells people what is waited for, when it is nothing else. */
	void tellWaiting(int lanes, Duration left) {
		if (!this.toldWaiting) {
			this.toldWaiting = true;
			this.progress.note("%s in doubt: looking in %d s what became of %s.".formatted(
					(lanes == 1) ? "One request is" : lanes + " requests are", Math.max(1, left.toSeconds()),
					(lanes == 1) ? "it" : "them"));
		}
	}

	/** What becomes of a request that must not be sent. */
	RequestResult skip(SendableRequest request) {
		return this.findings.skip(request);
	}

	/** What becomes of a request that is not waited for any longer. */
	RequestResult giveUp(SendableRequest request) {
		return this.findings.doubt(request);
	}

	/** A mistake of ours in a worker, thrown on where it ends the step. */
	void rethrow() {
		RuntimeException cause = this.broken;
		if (cause != null) {
			throw new IllegalStateException("A request could not be handled", cause);
		}
	}

	private RequestResult work(SendableRequest request) {
		this.toldWaiting = false;
		try {
			return this.sender.send(request);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return giveUp(request);
		}
		catch (RuntimeException ex) {
			this.broken = ex;
			return giveUp(request);
		}
	}

	private @Nullable Observation lookedAt(SendableRequest inDoubt) {
		try {
			return this.looker.at(inDoubt);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		catch (RuntimeException ex) {
			this.broken = ex;
			return null;
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
