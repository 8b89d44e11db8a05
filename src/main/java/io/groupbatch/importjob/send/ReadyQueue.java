package io.groupbatch.importjob.send;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.journal.send.SendableRequests;

/**
 * The requests that are ready, in the order in which they are sent: the heads of all
 * lanes, read from the journal page by page, and those that became ready since. For the
 * one thread of the step.
 */
final class ReadyQueue {

	/** How many are read at a time. */
	static final int PAGE = 200;

	private final SendableRequests lanes;

	private final long run;

	private final Deque<SendableRequest> ready = new ArrayDeque<>();

	/** Lined up or sent, and not recorded yet: a page may show them again. */
	private final Set<Long> active = new HashSet<>();

	private long scanned;

	private boolean scannedAll;

	ReadyQueue(SendableRequests lanes, long run) {
		this.lanes = lanes;
		this.run = run;
	}

	/** Whether there may be one; false is certain. */
	boolean hasMore() {
		return !(this.ready.isEmpty() && this.scannedAll);
	}

	/** Whether there is one, after a look into the journal where needed. */
	boolean hasNext() {
		while (this.ready.isEmpty() && !this.scannedAll) {
			List<SendableRequest> page = this.lanes.heads(this.run, this.scanned, PAGE);
			page.forEach(this::add);
			this.scannedAll = page.isEmpty();
			this.scanned = page.isEmpty() ? this.scanned : page.get(page.size() - 1).request().id();
		}
		return !this.ready.isEmpty();
	}

	/** The next one; there must be one. */
	SendableRequest next() {
		return this.ready.remove();
	}

	/** Nothing is in its way any more, and it was here before. */
	void putFirst(SendableRequest request) {
		this.ready.addFirst(request);
	}

	/**
	 * Learns which requests were recorded.
	 * @param settled those of them whose lanes go on
	 */
	void recorded(Collection<Long> requests, Collection<Long> settled) {
		this.active.removeAll(requests);
		this.lanes.next(this.run, settled).forEach(this::add);
	}

	private void add(SendableRequest request) {
		if (this.active.add(request.request().id())) {
			this.ready.add(request);
		}
	}

}
