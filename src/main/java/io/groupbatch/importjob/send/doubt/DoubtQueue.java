package io.groupbatch.importjob.send.doubt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.send.InDoubtState;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.RequestResult.Trace;
import io.groupbatch.journal.send.SendableRequest;

import org.jspecify.annotations.Nullable;

/**
 * The requests in doubt that wait for a lookup, in the order in which it is due. A
 * request is looked up for the first time when the portal can no longer be working on it,
 * and then again until two lookups agree. While it waits, its lane holds no worker.
 * <p>
 * A request in doubt of another run of the same portal enters the queue only when a
 * request of this run has to wait for it: no request may touch a group while the portal
 * may still be working on it (docs/architecture.md, "In doubt"). For the one thread of
 * the step.
 */
public final class DoubtQueue {

	private static final int MAX_LOOKS = 8;

	private final PriorityQueue<Entry> queue = new PriorityQueue<>(Comparator.comparing(Entry::due));

	/** The requests in doubt of other runs, by their ids. */
	private final Map<Long, OtherRun> others = new LinkedHashMap<>();

	private final Duration settle;

	private final Duration gap;

	private final MonotonicClock clock;

	private final Instant began;

	private @Nullable Instant lastCreate;

	/**
	 * Begins with an empty queue.
	 * @param settle how long the portal may be working on a request
	 * @param gap between two lookups that have to agree
	 * @param began when this start began, by the monotonic clock
	 * @param others the requests in doubt of other runs of the same portal
	 */
	public DoubtQueue(Duration settle, Duration gap, MonotonicClock clock, Instant began,
			List<SendableRequest> others) {
		this.settle = settle;
		this.gap = gap;
		this.clock = clock;
		this.began = began;
		others.forEach((other) -> this.others.put(other.request().id(), new OtherRun(other)));
	}

	/** Adds a request of this run. */
	public void add(SendableRequest inDoubt) {
		add(inDoubt, true);
	}

	/** What an earlier start has sent may have left at any time before this one began. */
	private void add(SendableRequest inDoubt, boolean ours) {
		InDoubtState doubt = Objects.requireNonNull(inDoubt.doubt());
		boolean mayBeUnderWay = inDoubt.request().verb() != RequestType.GET
				&& (doubt.unanswered() > 0 || inDoubt.request().verb() == RequestType.CREATE);
		Instant left = (doubt.leftAt() != null) ? doubt.leftAt() : this.began;
		this.queue.add(new Entry(inDoubt, ours, left.plus(mayBeUnderWay ? this.settle : this.gap), null, 0));
	}

	/**
	 * Holds a request back when it would touch what a request in doubt of another run is
	 * about.
	 * @return whether it is held, until {@link #release}
	 */
	public boolean holds(SendableRequest ready) {
		Optional<OtherRun> inTheWay = this.others.values()
			.stream()
			.filter((other) -> other.isInTheWayOf(ready))
			.findFirst();
		inTheWay.ifPresent((other) -> {
			if (other.held.isEmpty()) {
				add(other.inDoubt, false);
			}
			other.held.add(ready);
		});
		return inTheWay.isPresent();
	}

	/**
	 * Forgets a request in doubt of another run.
	 * @return the requests that were held back because of it
	 */
	public List<SendableRequest> release(Entry settled) {
		OtherRun other = this.others.remove(settled.id());
		return (other != null) ? List.copyOf(other.held) : List.of();
	}

	/** Takes into account how a create that is or was in doubt was sent. */
	public void sent(RequestResult result) {
		InDoubtState doubt = result.doubt();
		Trace trace = result.trace();
		if (doubt != null && trace != null && result.request().verb() == RequestType.CREATE) {
			Instant leftAt = (result.state() == RequestState.IN_DOUBT) ? doubt.leftAt() : null;
			Instant left = (leftAt != null) ? leftAt
					: this.clock.instant().minusMillis((trace.millis() != null) ? trace.millis() : 0);
			this.lastCreate = left.isAfter(noCreateSince()) ? left : noCreateSince();
		}
	}

	/**
	 * Since when no create has left that is or was in doubt, by the monotonic clock: of
	 * earlier starts it is only known that they sent before this one began.
	 */
	public Instant noCreateSince() {
		return (this.lastCreate != null) ? this.lastCreate : this.began;
	}

	public boolean isEmpty() {
		return this.queue.isEmpty();
	}

	public int size() {
		return this.queue.size();
	}

	/** Takes the next request to be looked up, if its time has come. */
	public Optional<Entry> takeDue() {
		Entry next = this.queue.peek();
		boolean due = next != null && !next.due().isAfter(this.clock.instant());
		return due ? Optional.ofNullable(this.queue.poll()) : Optional.empty();
	}

	/** How long until the next lookup; a day when the queue is empty. */
	public Duration untilNext() {
		Entry next = this.queue.peek();
		return (next != null) ? Duration.between(this.clock.instant(), next.due()) : Duration.ofDays(1);
	}

	/**
	 * Takes a lookup into account; the request goes back into the queue when it takes
	 * another one.
	 */
	public Verdict looked(Entry entry, Observation look) {
		boolean damaged = entry.seen() != null && isDamage(look) && isDamage(entry.seen());
		if (look.agrees(entry.seen()) || damaged) {
			return Verdict.AGREED;
		}
		if (entry.looks() + 1 >= MAX_LOOKS) {
			return look.isClear() ? Verdict.UNSTABLE : Verdict.AGREED;
		}
		Instant next = this.clock.instant().plus(this.gap);
		this.queue.add(new Entry(entry.request(), entry.ours(), next, look, entry.looks() + 1));
		return Verdict.LOOK_AGAIN;
	}

	private static boolean isDamage(Observation look) {
		return look.answer() != null && look.answer().meaning().isUnreadableGroup();
	}

	/** What a lookup leads to. */
	public enum Verdict {

		/** Another lookup is needed. */
		LOOK_AGAIN,
		/** Two lookups agree, or the last one of all could not see anything. */
		AGREED,
		/** The group changes between all lookups. */
		UNSTABLE

	}

	/**
	 * A request in doubt that waits for a lookup.
	 *
	 * @param request as planned
	 * @param ours whether this run decides it; false for a request of another run, which
	 * is only waited for
	 * @param due when to look it up, by the monotonic clock
	 * @param seen what the last lookup showed, null before the first one
	 * @param looks how many lookups there were
	 */
	public record Entry(SendableRequest request, boolean ours, Instant due, @Nullable Observation seen, int looks) {

		long id() {
			return this.request.request().id();
		}

	}

	/**
	 * A request in doubt of another run, and the requests of this run that wait for it.
	 */
	private static final class OtherRun {

		private final SendableRequest inDoubt;

		private final List<SendableRequest> held = new ArrayList<>();

		private OtherRun(SendableRequest inDoubt) {
			this.inDoubt = inDoubt;
		}

		private boolean isInTheWayOf(SendableRequest request) {
			if (this.inDoubt.request().verb() == RequestType.GET) {
				return false;
			}
			if (this.inDoubt.group().id() != null) {
				return !Collections.disjoint(this.inDoubt.groupIds(), request.groupIds());
			}
			return request.names().contains(this.inDoubt.request().change().name());
		}

	}

}
