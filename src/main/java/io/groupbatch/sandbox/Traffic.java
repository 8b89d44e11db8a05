package io.groupbatch.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What the pretend portal was asked and what it answered. Counts everything, keeps the
 * latest requests in full, and is safe for many threads. A request is entered before its
 * answer is sent: who holds an answer finds the request here.
 */
public final class Traffic {

	private final int remembered;

	private final Deque<Request> latest = new ArrayDeque<>();

	private final Map<String, Long> methods = new HashMap<>();

	private final Map<Integer, Long> statuses = new HashMap<>();

	private final Map<UUID, Integer> groupsBeingWritten = new HashMap<>();

	private long arrived;

	private int underWay;

	private int notReleased;

	private int mostUnderWay;

	private int overlaps;

	Traffic(int remembered) {
		this.remembered = remembered;
	}

	/**
	 * One request.
	 *
	 * @param number counted from 1 in order of arrival
	 * @param time when it arrived
	 * @param method the HTTP method
	 * @param path the path with the query, percent-encoded as sent
	 * @param status the status answered; 0 while unanswered, and if the connection was
	 * cut
	 * @param body the request's body
	 * @param group the group it is about: the one in the path, or the one it created
	 */
	public record Request(long number, Instant time, String method, String path, int status, String body,
			@Nullable UUID group) {

		Request answered(int answer, @Nullable UUID created) {
			return new Request(this.number, this.time, this.method, this.path, answer, this.body,
					(created != null) ? created : this.group);
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
	public synchronized int mostAtOnce() {
		return this.mostUnderWay;
	}

	/**
	 * How often a write arrived while another for the same group was under way, the work
	 * behind an early answer included.
	 */
	public synchronized int overlappingWrites() {
		return this.overlaps;
	}

	/** The latest answered requests, oldest first. */
	public synchronized List<Request> requests() {
		return List.copyOf(this.latest);
	}

	/** Waits until nothing is under way, work behind an early answer included. */
	synchronized void awaitQuiet() throws InterruptedException {
		while (this.underWay > 0 || this.notReleased > 0) {
			wait();
		}
	}

	synchronized Request begin(Call call, Instant now) {
		this.arrived++;
		this.notReleased++;
		this.underWay++;
		this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
		List<UUID> groups = call.groups();
		if (call.isWrite()) {
			noteWrites(groups);
		}
		UUID group = groups.isEmpty() ? null : groups.get(0);
		return new Request(this.arrived, now, call.method(), call.target(), 0, call.body(), group);
	}

	/** An answer is about to be sent. */
	synchronized void answer(Request answered) {
		this.underWay--;
		this.methods.merge(answered.method(), 1L, Long::sum);
		this.statuses.merge(answered.status(), 1L, Long::sum);
		this.latest.addLast(answered);
		if (this.latest.size() > this.remembered) {
			this.latest.removeFirst();
		}
		notifyAll();
	}

	/** The request's work is over, which may be long after its answer. */
	synchronized void release(Call call) {
		this.notReleased--;
		if (call.isWrite()) {
			call.groups().forEach((group) -> this.groupsBeingWritten.computeIfPresent(group, Traffic::oneLess));
		}
		notifyAll();
	}

	private void noteWrites(Collection<UUID> groups) {
		if (groups.stream().anyMatch(this.groupsBeingWritten::containsKey)) {
			this.overlaps++;
		}
		groups.forEach((group) -> this.groupsBeingWritten.merge(group, 1, Integer::sum));
	}

	private static @Nullable Integer oneLess(UUID group, Integer count) {
		return (count > 1) ? Integer.valueOf(count - 1) : null;
	}

}
