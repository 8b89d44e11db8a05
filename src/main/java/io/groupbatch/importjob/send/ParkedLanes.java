package io.groupbatch.importjob.send;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

import io.groupbatch.journal.Doubt;
import io.groupbatch.journal.MonotonicClock;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.RequestResult;
import io.groupbatch.journal.RequestResult.Trace;
import io.groupbatch.journal.RequestState;
import io.groupbatch.journal.Verb;

import org.jspecify.annotations.Nullable;

/**
 * The requests in doubt, until two looks agree on what became of each. None is looked at
 * before the portal can no longer be at it. For the one thread of the step.
 */
final class ParkedLanes {

	private static final int MOST_LOOKS = 8;

	private final PriorityQueue<Parked> parked = new PriorityQueue<>(Comparator.comparing(Parked::due));

	private final Duration settle;

	private final Duration gap;

	private final MonotonicClock clock;

	private final Instant began;

	private @Nullable Instant lastCreate;

	/**
	 * Begins with nothing in doubt.
	 * @param settle how long the portal may be at a request
	 * @param gap between two looks that shall agree
	 * @param began when this start began, by the monotonic clock
	 */
	ParkedLanes(Duration settle, Duration gap, MonotonicClock clock, Instant began) {
		this.settle = settle;
		this.gap = gap;
		this.clock = clock;
		this.began = began;
	}

	/**
	 * Parks a request; see {@link Parked} for what is ours. What an earlier start has
	 * sent may have left at any time before this one began.
	 */
	void park(ReadyRequest ready, boolean ours) {
		Doubt doubt = Objects.requireNonNull(ready.doubt());
		boolean mayBeUnderWay = ready.request().verb() != Verb.GET
				&& (doubt.unanswered() > 0 || ready.request().verb() == Verb.CREATE);
		Instant left = (doubt.leftAt() != null) ? doubt.leftAt() : this.began;
		Instant due = left.plus(mayBeUnderWay ? this.settle : this.gap);
		this.parked.add(new Parked(ready, ours, due, null, 0));
	}

	/** Takes into account how a create that is or was in doubt was sent. */
	void sent(RequestResult result) {
		Doubt doubt = result.doubt();
		Trace trace = result.trace();
		if (doubt != null && trace != null && result.request().verb() == Verb.CREATE) {
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
	Instant noCreateSince() {
		return (this.lastCreate != null) ? this.lastCreate : this.began;
	}

	boolean isEmpty() {
		return this.parked.isEmpty();
	}

	int size() {
		return this.parked.size();
	}

	/** The next one to be looked at, if its time has come. */
	Optional<Parked> takeDue() {
		Parked next = this.parked.peek();
		boolean due = next != null && !next.due().isAfter(this.clock.instant());
		return due ? Optional.ofNullable(this.parked.poll()) : Optional.empty();
	}

	/** How long until the next look; for ever when nothing is parked. */
	Duration untilNext() {
		Parked next = this.parked.peek();
		return (next != null) ? Duration.between(this.clock.instant(), next.due()) : Duration.ofDays(1);
	}

	/**
	 * Takes a look into account; parks the request again when it takes another one.
	 */
	Ending looked(Parked at, Look look) {
		boolean damaged = at.seen() != null && isDamage(look) && isDamage(at.seen());
		if (look.agrees(at.seen()) || damaged) {
			return Ending.AGREED;
		}
		if (at.looks() + 1 >= MOST_LOOKS) {
			return look.isClear() ? Ending.RESTLESS : Ending.AGREED;
		}
		this.parked.add(at.lookedAt(look, this.clock.instant().plus(this.gap)));
		return Ending.NOT_YET;
	}

	private static boolean isDamage(Look look) {
		return look.answer() != null && Findings.isDamage(look.answer());
	}

	/** What a look leads to. */
	enum Ending {

		/** It takes another look. */
		NOT_YET,
		/** It shows what two looks agree on, or again nothing at all. */
		AGREED,
		/** The group never stands still. */
		RESTLESS

	}

}
