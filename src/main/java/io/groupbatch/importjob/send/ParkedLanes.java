package io.groupbatch.importjob.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

import io.groupbatch.journal.Doubt;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.Verb;

/**
 * The requests in doubt, until two looks agree on what became of each. None is looked at
 * before the portal can no longer be at it. For the one thread of the step.
 */
final class ParkedLanes {

	/** Between two looks that shall agree: time for what is still under way to show. */
	private static final Duration LONGEST_GAP = Duration.ofSeconds(2);

	private static final int MOST_LOOKS = 8;

	private final PriorityQueue<Parked> parked = new PriorityQueue<>(Comparator.comparing(Parked::due));

	private final Duration settle;

	private final Clock clock;

	ParkedLanes(Duration settle, Clock clock) {
		this.settle = settle;
		this.clock = clock;
	}

	/** Parks a request; see {@link Parked} for what is ours. */
	void park(ReadyRequest ready, boolean ours) {
		Doubt doubt = Objects.requireNonNull(ready.doubt());
		boolean mayBeUnderWay = ready.request().verb() != Verb.GET
				&& (doubt.unanswered() > 0 || ready.request().verb() == Verb.CREATE);
		Instant due = doubt.sentAt().toInstant().plus(mayBeUnderWay ? this.settle : gap());
		this.parked.add(new Parked(ready, ours, due, null, 0));
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
		this.parked.add(at.lookedAt(look, this.clock.instant().plus(gap())));
		return Ending.NOT_YET;
	}

	private static boolean isDamage(Look look) {
		return look.answer() != null && Findings.isDamage(look.answer());
	}

	private Duration gap() {
		Duration part = this.settle.dividedBy(4);
		return (part.compareTo(LONGEST_GAP) < 0) ? part : LONGEST_GAP;
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
