package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.groupbatch.journal.Lanes;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.RequestResult;
import io.groupbatch.journal.RequestState;

import org.jspecify.annotations.Nullable;

/**
 * The bounded pipeline between the journal and the portal, read as if it were a file of
 * results.
 * <p>
 * Each read first learns which requests became ready through the results handed out
 * before, which are committed by now; then marks as many ready requests as workers are
 * free and gives them away; then hands out whatever is finished. So no more requests are
 * ever marked and not yet recorded than there are workers, and never two of one lane. A
 * lane in doubt is parked: it holds a worker only for the moment of a look.
 * <p>
 * Read by the one thread of the step, which alone uses the journal.
 */
final class SendPipeline {

	private static final int PAGE = 200;

	private static final long TICK_MILLIS = 100;

	private final Lanes lanes;

	private final long run;

	private final Workers workers;

	private final InDoubt doubts;

	private final Deque<ReadyRequest> ready = new ArrayDeque<>();

	private final Deque<ReadyRequest> again = new ArrayDeque<>();

	private final Set<Long> active = new HashSet<>();

	private final Map<Long, ReadyRequest> inFlight = new HashMap<>();

	private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

	private final Linger linger = new Linger();

	private List<RequestResult> handedOut = List.of();

	private int looking;

	private long scanned;

	private boolean scannedAll;

	SendPipeline(Lanes lanes, long run, Workers workers, InDoubt doubts) {
		this.lanes = lanes;
		this.run = run;
		this.workers = workers;
		this.doubts = doubts;
		lanes.inDoubt(run).forEach(doubts::park);
	}

	/** The next results, never none; null when nothing more can be sent now. */
	@Nullable List<RequestResult> read() throws InterruptedException {
		follow();
		List<RequestResult> results = feed();
		while (results.isEmpty() && isBusy()) {
			results = collect();
			if (results.isEmpty()) {
				results = feed();
			}
		}
		this.handedOut = results;
		return results.isEmpty() ? null : results;
	}

	/** What was handed out is committed: who may go next? */
	private void follow() {
		List<Long> settled = new ArrayList<>();
		for (RequestResult result : this.handedOut) {
			long id = result.request().id();
			ReadyRequest sent = this.inFlight.remove(id);
			if (result.state().isSettled()) {
				settled.add(id);
			}
			else if (result.state() == RequestState.IN_DOUBT && result.refusal() == null && sent != null) {
				this.doubts.park(sent, result);
			}
			this.active.remove(id);
		}
		this.handedOut = List.of();
		this.lanes.next(this.run, settled).forEach(this::line);
	}

	private void line(ReadyRequest request) {
		if (this.active.add(request.request().id())) {
			this.ready.add(request);
		}
	}

	/**
	 * Marks and gives away, and looks at what is parked; returns those that must not be
	 * sent at all.
	 */
	private List<RequestResult> feed() {
		List<RequestResult> skipped = new ArrayList<>();
		List<ReadyRequest> batch = new ArrayList<>();
		int free = this.workers.places(this.inFlight.size() + this.looking);
		while (free > batch.size() && !this.workers.isStopping() && !this.again.isEmpty()) {
			batch.add(this.again.remove());
		}
		for (Optional<Parked> due = due(free - batch.size()); due.isPresent(); due = due(--free - batch.size())) {
			this.looking++;
			this.workers.look(due.get(), this.events::add);
		}
		while (free > batch.size() && !this.workers.isStopping() && skipped.size() < PAGE
				&& (!this.ready.isEmpty() || scan())) {
			take(this.ready.remove(), batch, skipped);
		}
		giveAway(batch);
		return skipped;
	}

	private Optional<Parked> due(int free) {
		return (free > 0 && !this.workers.isStopping()) ? this.doubts.takeDue() : Optional.empty();
	}

	private void take(ReadyRequest next, Collection<ReadyRequest> batch, Collection<RequestResult> skipped) {
		if (next.blocked() != null) {
			skipped.add(this.workers.skip(next));
		}
		else if (!this.doubts.holds(next)) {
			batch.add(next);
		}
	}

	/** Lines up further lanes; false when there are none. */
	private boolean scan() {
		while (!this.scannedAll && this.ready.isEmpty()) {
			List<ReadyRequest> page = this.lanes.heads(this.run, this.scanned, PAGE);
			page.forEach(this::line);
			this.scannedAll = page.isEmpty();
			this.scanned = page.isEmpty() ? this.scanned : page.get(page.size() - 1).request().id();
		}
		return !this.ready.isEmpty();
	}

	private void giveAway(List<ReadyRequest> batch) {
		if (!batch.isEmpty()) {
			long begin = System.nanoTime();
			this.lanes.mark(batch);
			this.linger.marked(System.nanoTime() - begin);
			for (ReadyRequest request : batch) {
				this.inFlight.put(request.request().id(), request);
				this.workers.send(request, this.events::add);
			}
		}
	}

	/** Whether anything more will come of it. */
	private boolean isBusy() throws InterruptedException {
		if (!this.inFlight.isEmpty() || this.looking > 0) {
			return true;
		}
		if (this.workers.isStopping()) {
			return false;
		}
		if (!this.workers.awaitPortal() && !this.doubts.isEmpty()) {
			this.workers.tellWaiting(this.doubts.size(), this.doubts.untilNext());
		}
		return !this.workers.isStopping() && !(this.ready.isEmpty() && this.again.isEmpty() && this.doubts.isEmpty());
	}

	/** Waits for events, but not for ever: when time is up, what is open is in doubt. */
	private List<RequestResult> collect() throws InterruptedException {
		List<RequestResult> results = new ArrayList<>();
		List<Event> happened = new ArrayList<>();
		Event first = this.events.poll(patience(), TimeUnit.MILLISECONDS);
		if (first != null) {
			happened.add(first);
			takeAlong(happened);
		}
		happened.forEach((event) -> handle(event, results));
		if (results.isEmpty() && this.workers.isTimeUp()) {
			this.inFlight.values().forEach((request) -> results.add(this.workers.giveUp(request)));
			this.looking = 0;
		}
		return results;
	}

	/** What has happened besides, or is about to. */
	private void takeAlong(List<Event> happened) throws InterruptedException {
		long end = System.nanoTime() + this.linger.nanos();
		this.events.drainTo(happened);
		while (happened.size() < this.inFlight.size() + this.looking) {
			Event next = this.events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (next == null) {
				return;
			}
			happened.add(next);
		}
	}

	/** Short enough to see a look that is due, and a signal. */
	private long patience() {
		Duration next = this.doubts.untilNext();
		return Math.max(1, Math.min(TICK_MILLIS, next.toMillis()));
	}

	private void handle(Event event, List<RequestResult> results) {
		if (event instanceof Event.Looked looked) {
			this.looking--;
			if (looked.look() != null) {
				InDoubt.Aftermath next = this.doubts.looked(looked.at(), looked.look());
				results.addAll(next.results());
				this.again.addAll(next.again());
				next.released().forEach(this.ready::addFirst);
			}
		}
		else if (event instanceof Event.Sent sent) {
			results.add(sent.result());
			this.linger.answered(sent.result());
		}
	}

}
