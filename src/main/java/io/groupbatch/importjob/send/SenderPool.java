package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

	private final boolean marksAhead;

	private final ThreadPoolExecutor threads;

	/** How many requests were given to the threads and have not come back. */
	private final AtomicInteger given = new AtomicInteger();

	private volatile @Nullable RuntimeException broken;

	private volatile boolean toldWaiting;

	/**
	 * Starts with nothing to send.
	 * @param marksAhead whether requests may be marked ahead of a free worker: not when
	 * the next one depends on how the last one ended
	 */
	SenderPool(int size, boolean marksAhead, RequestExecutor courier, Sender sender, GroupObserver looker,
			RequestResultFactory findings, GracefulShutdown signal, Progress progress) {
		this.marksAhead = marksAhead;
		this.courier = courier;
		this.sender = sender;
		this.looker = looker;
		this.findings = findings;
		this.signal = signal;
		this.progress = progress;
		this.threads = new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), (task) -> {
			Thread thread = new Thread(task, "sender");
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * How many further requests may be sent or looked at, each at once.
	 * @param busy how many are marked or looked at
	 */
	int places(int busy) {
		return this.courier.pace().places(this.courier.health().places() - busy, busy);
	}

	/**
	 * How many further requests may be marked now: one for each free worker, and as many
	 * ahead as there are workers, so that none whose request is answered waits for the
	 * next mark. None is ahead while anything holds requests back, the latest answers
	 * were bad, or the run is to stop at some number of errors.
	 * @param busy how many are marked or looked at
	 */
	int placesToMark(int busy) {
		return mayBeAhead() ? 2 * this.threads.getCorePoolSize() - busy : places(busy);
	}

	/**
	 * Whether so many requests are marked ahead that no worker will soon stand idle: more
	 * than half of those that may be.
	 */
	boolean haveEnough() {
		return this.threads.getQueue().size() > this.threads.getCorePoolSize() / 2;
	}

	/**
	 * When the portal is failing: tries until it answers again, or sending stops.
	 * @return whether it was failing and answers again
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

	/** Sends a marked request as soon as a worker is free. */
	void send(SendableRequest request, Consumer<WorkerEvent> finished) {
		boolean ahead = this.given.getAndIncrement() >= this.threads.getCorePoolSize();
		this.threads.execute(new Sending(request, ahead, finished));
	}

	/**
	 * Takes back what no worker has begun.
	 * @return the results of these requests: nothing has been sent
	 */
	List<RequestResult> takeBack() {
		List<RequestResult> unsent = new ArrayList<>();
		for (Runnable task : this.threads.getQueue()) {
			if (task instanceof Sending sending && this.threads.getQueue().remove(task)) {
				unsent.add(this.findings.unsent(sending.withdrawn()));
			}
		}
		return unsent;
	}

	/** Looks at what a request in doubt may have done; a free worker must be there. */
	void look(DoubtQueue.Entry due, Consumer<WorkerEvent> finished) {
		this.threads.execute(() -> finished.accept(new WorkerEvent.Looked(due, lookedAt(due.request()))));
	}

	/** Tells people what is waited for, when it is nothing else. */
	void tellWaiting(int lanes, Duration left) {
		this.progress.waitForDoubts(lanes, left);
		if (!this.toldWaiting) {
			this.toldWaiting = true;
			this.progress.note("%s in doubt. The portal is asked about %s in %d s.".formatted(
					(lanes == 1) ? "One request is" : lanes + " requests are", (lanes == 1) ? "it" : "them",
					Math.max(1, left.toSeconds())));
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

	/** An error of ours in a worker, thrown on where it ends the step. */
	void rethrow() {
		RuntimeException cause = this.broken;
		if (cause != null) {
			throw new IllegalStateException("A request could not be handled", cause);
		}
	}

	/**
	 * Nothing is sent to a failing portal, nor after sending has ended; and what was
	 * marked ahead is not sent any more when it would not be marked ahead now.
	 */
	private WorkerEvent begin(SendableRequest request, boolean ahead) {
		boolean mayBeSent = !isStopping() && !this.courier.health().isInTrouble() && (!ahead || mayBeAhead());
		return mayBeSent ? new WorkerEvent.Sent(work(request))
				: new WorkerEvent.HandedBack(this.findings.unsent(request));
	}

	private boolean mayBeAhead() {
		return this.marksAhead && this.courier.health().isWell() && this.courier.pace().isUnlimited();
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

	/** A marked request on its way to a worker. */
	private final class Sending implements Runnable {

		private final SendableRequest request;

		private final boolean ahead;

		private final Consumer<WorkerEvent> finished;

		private Sending(SendableRequest request, boolean ahead, Consumer<WorkerEvent> finished) {
			this.request = request;
			this.ahead = ahead;
			this.finished = finished;
		}

		@Override
		public void run() {
			WorkerEvent event = begin(this.request, this.ahead);
			SenderPool.this.given.decrementAndGet();
			this.finished.accept(event);
		}

		/** It was taken out of the queue, and is never run. */
		private SendableRequest withdrawn() {
			SenderPool.this.given.decrementAndGet();
			return this.request;
		}

	}

}
