package io.groupbatch.importjob.send;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.groupbatch.journal.Lanes;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.RequestResult;

import org.jspecify.annotations.Nullable;

/**
 * The bounded pipeline between the journal and the portal, read as if it were a file of
 * results.
 * <p>
 * Each read first learns which requests became ready through the results handed out
 * before, which are committed by now; then marks as many ready requests as workers are
 * free and gives them away; then hands out whatever is finished. So no more requests are
 * ever marked and not yet recorded than there are workers, and never two of one lane. A
 * lane in doubt is simply not ready: it holds no worker and no place.
 * <p>
 * Read by the one thread of the step, which alone uses the journal.
 */
final class SendPipeline {

	private static final int PAGE = 200;

	private final Lanes lanes;

	private final long run;

	private final Workers workers;

	private final Deque<ReadyRequest> ready = new ArrayDeque<>();

	private final Set<Long> active = new HashSet<>();

	private final Map<Long, ReadyRequest> inFlight = new HashMap<>();

	private final BlockingQueue<RequestResult> finished = new LinkedBlockingQueue<>();

	private List<RequestResult> handedOut = List.of();

	private long scanned;

	private boolean scannedAll;

	SendPipeline(Lanes lanes, long run, Workers workers) {
		this.lanes = lanes;
		this.run = run;
		this.workers = workers;
	}

	/** The next results, never none; null when nothing more can be sent now. */
	@Nullable List<RequestResult> read() throws InterruptedException {
		follow();
		List<RequestResult> results = feed();
		while (results.isEmpty() && this.inFlight.isEmpty() && this.workers.awaitPortal()) {
			results = feed();
		}
		if (results.isEmpty() && this.inFlight.isEmpty()) {
			return null;
		}
		collect(results);
		results.forEach((result) -> this.inFlight.remove(result.request().id()));
		this.handedOut = results;
		return results;
	}

	/** What was handed out is committed: who may go next? */
	private void follow() {
		List<Long> settled = new ArrayList<>();
		for (RequestResult result : this.handedOut) {
			this.active.remove(result.request().id());
			if (result.state().isSettled()) {
				settled.add(result.request().id());
			}
		}
		this.handedOut = List.of();
		this.lanes.next(this.run, settled).forEach(this::line);
	}

	private void line(ReadyRequest request) {
		if (this.active.add(request.request().id())) {
			this.ready.add(request);
		}
	}

	/** Marks and gives away; returns those that must not be sent at all. */
	private List<RequestResult> feed() {
		List<RequestResult> skipped = new ArrayList<>();
		List<ReadyRequest> batch = new ArrayList<>();
		int free = this.workers.places() - this.inFlight.size();
		while (!this.workers.isStopping() && batch.size() < free && skipped.size() < PAGE
				&& (!this.ready.isEmpty() || scan())) {
			ReadyRequest next = this.ready.poll();
			if (next != null && next.blocked() != null) {
				skipped.add(this.workers.skip(next));
			}
			else if (next != null) {
				batch.add(next);
			}
		}
		if (!batch.isEmpty()) {
			this.lanes.mark(batch);
			batch.forEach(this::giveAway);
		}
		return skipped;
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

	private void giveAway(ReadyRequest request) {
		this.inFlight.put(request.request().id(), request);
		this.workers.send(request, this.finished::add);
	}

	/** Waits for results, but not for ever: when time is up, what is open is in doubt. */
	private void collect(List<RequestResult> results) throws InterruptedException {
		RequestResult first = results.isEmpty() ? this.finished.poll(100, TimeUnit.MILLISECONDS) : null;
		while (results.isEmpty() && first == null && !this.workers.isTimeUp()) {
			first = this.finished.poll(100, TimeUnit.MILLISECONDS);
		}
		if (first != null) {
			results.add(first);
		}
		this.finished.drainTo(results);
		if (results.isEmpty()) {
			this.inFlight.values().forEach((request) -> results.add(this.workers.giveUp(request)));
		}
	}

}
