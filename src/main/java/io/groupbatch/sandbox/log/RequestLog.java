package io.groupbatch.sandbox.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The log of what the simulated portal was asked, what it answered, and what its writes
 * really did. Counts everything, keeps the latest requests and writes in full, and is
 * safe for many threads. A request is entered before its answer is sent: a client that
 * has an answer finds the request here.
 */
public final class RequestLog {

	private final Latest<RecordedRequest> requests;

	private final Latest<RecordedWrite> writes;

	private final List<SentMail> mails = new ArrayList<>();

	private final Map<String, Long> methods = new HashMap<>();

	private final Map<Integer, Long> statuses = new HashMap<>();

	private final Map<Long, List<UUID>> unfinishedWrites = new HashMap<>();

	private long arrived;

	private int underWay;

	private int notReleased;

	private int maxUnderWay;

	private int overlappingWrites;

	private int overlappingTransactions;

	/**
	 * Makes an empty log.
	 * @param requests how many of the latest requests to keep
	 * @param writes how many of the latest writes to keep
	 */
	public RequestLog(int requests, int writes) {
		this.requests = new Latest<>(requests);
		this.writes = new Latest<>(writes);
	}

	/** The latest of many, oldest first. */
	private record Latest<T>(int limit, Deque<T> kept) {

		private Latest(int limit) {
			this(limit, new ArrayDeque<>());
		}

		private void add(T entry) {
			this.kept.addLast(entry);
			if (this.kept.size() > this.limit) {
				this.kept.removeFirst();
			}
		}

	}

	/** How many requests arrived. */
	public synchronized long arrived() {
		return this.arrived;
	}

	/** How many requests with this method were answered, or cut. */
	public synchronized long sent(String method) {
		return this.methods.getOrDefault(method, 0L);
	}

	/** How many answers had this status; 0 counts the cut connections. */
	public synchronized long answered(int status) {
		return this.statuses.getOrDefault(status, 0L);
	}

	/** The largest number of requests that were under way at one time. */
	public synchronized int maxConcurrentRequests() {
		return this.maxUnderWay;
	}

	/**
	 * How often a write arrived while another for the same group was under way, the work
	 * behind an early answer included.
	 */
	public synchronized int overlappingWrites() {
		return this.overlappingWrites;
	}

	/**
	 * How many writes began to change a group while another write was changing the same
	 * group, work behind an early answer included. The real portal may be damaged by it.
	 */
	public synchronized int overlappingTransactions() {
		return this.overlappingTransactions;
	}

	/** The latest answered requests, oldest first. */
	public synchronized List<RecordedRequest> requests() {
		return List.copyOf(this.requests.kept);
	}

	/** What was done, oldest first, as far as it is remembered. */
	public synchronized List<RecordedWrite> writes() {
		return List.copyOf(this.writes.kept);
	}

	/** Every invitation that was sent by mail, oldest first. */
	public synchronized List<SentMail> mails() {
		return List.copyOf(this.mails);
	}

	/** Waits until every request is answered and all work behind answers is done. */
	public synchronized void awaitQuiet() throws InterruptedException {
		while (this.underWay > 0 || this.notReleased > 0) {
			wait();
		}
	}

	/** A request has arrived, which names these groups in its path. */
	public synchronized RecordedRequest begin(String method, String path, String body, List<UUID> groups) {
		this.arrived++;
		this.notReleased++;
		this.underWay++;
		this.maxUnderWay = Math.max(this.maxUnderWay, this.underWay);
		if (!method.equals("GET")) {
			boolean overlaps = this.unfinishedWrites.values()
				.stream()
				.anyMatch((others) -> !Collections.disjoint(others, groups));
			this.overlappingWrites += overlaps ? 1 : 0;
			this.unfinishedWrites.put(this.arrived, groups);
		}
		return new RecordedRequest(this.arrived, Instant.now(), method, path, 0, body,
				groups.isEmpty() ? null : groups.get(0));
	}

	/** An answer is about to be sent. */
	public synchronized void answer(RecordedRequest answered) {
		this.underWay--;
		this.methods.merge(answered.method(), 1L, Long::sum);
		this.statuses.merge(answered.status(), 1L, Long::sum);
		this.requests.add(answered);
		notifyAll();
	}

	/** The request's work is over, which may be long after its answer. */
	public synchronized void release(RecordedRequest request) {
		this.notReleased--;
		this.unfinishedWrites.remove(request.number());
		notifyAll();
	}

	/** A write has begun at a group while another one was under way there. */
	public synchronized void countOverlap() {
		this.overlappingTransactions++;
	}

	/** An invitation was sent by mail. */
	public synchronized void add(SentMail mail) {
		this.mails.add(mail);
	}

	/** A write is over, and has made these changes. */
	public synchronized void add(List<RecordedWrite> done) {
		done.forEach(this.writes::add);
	}

}
