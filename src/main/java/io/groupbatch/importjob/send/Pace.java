package io.groupbatch.importjob.send;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.groupbatch.journal.Halt;
import io.groupbatch.journal.Progress;
import io.groupbatch.journal.StopReason;
import io.groupbatch.portal.Answer;

import org.jspecify.annotations.Nullable;

/**
 * Holds all senders back: while the portal asks for it, and so that they stay within what
 * it lets through. Thread-safe.
 */
final class Pace {

	/** A longer pause ends the process (design section 7). */
	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

	private final Clock clock;

	private final Allowance allowance;

	private final Manner manner;

	private final Progress progress;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private Instant notBefore = Instant.EPOCH;

	private Instant lastGrant = Instant.EPOCH;

	private boolean stopped;

	Pace(Clock clock, Allowance allowance, Manner manner, Progress progress) {
		this.clock = clock;
		this.allowance = allowance;
		this.manner = manner;
		this.progress = progress;
	}

	/**
	 * How many further requests may be marked now.
	 * @param free how many senders are free
	 * @param busy how many are not
	 */
	int places(int free, int busy) {
		this.lock.lock();
		try {
			return isHeld() ? 0 : Math.max(0, Math.min(free, this.allowance.places(busy)));
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits until a request may be sent.
	 * @return whether it may; not when sending stops
	 */
	boolean await() throws InterruptedException {
		this.lock.lock();
		try {
			Duration left = untilGranted();
			while (!this.stopped && left.compareTo(Duration.ZERO) > 0) {
				this.changed.await(left.toNanos(), TimeUnit.NANOSECONDS);
				left = untilGranted();
			}
			this.lastGrant = this.clock.instant();
			return !this.stopped;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Lets one sender wait a while.
	 * @return false when sending stops first
	 */
	boolean rest(Duration time) throws InterruptedException {
		this.lock.lock();
		try {
			Instant until = this.clock.instant().plus(time);
			Duration left = time;
			while (!this.stopped && left.compareTo(Duration.ZERO) > 0) {
				this.changed.await(left.toNanos(), TimeUnit.NANOSECONDS);
				left = Duration.between(this.clock.instant(), until);
			}
			return !this.stopped;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Lets every waiting sender go, with nothing to send.
	 */
	void stop() {
		this.lock.lock();
		try {
			this.stopped = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Holds everybody back, for the portal is in trouble. */
	void giveTime(Duration pause) {
		this.progress.note("The portal gives no good answer. Nothing new is sent; the next try is in %d s."
			.formatted(pause.toSeconds()));
		pause(pause);
	}

	/**
	 * Holds everybody back for a while.
	 */
	void pause(Duration pause) {
		this.lock.lock();
		try {
			Instant until = this.clock.instant().plus(pause);
			this.notBefore = until.isAfter(this.notBefore) ? until : this.notBefore;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * The portal answered 429, so it did nothing. What that tells is kept.
	 * @param times how often it did so for this request
	 * @return why the run has to stop, when the pause is too long to wait for
	 */
	Optional<Halt> rejected(Answer answer, int times) {
		Answer.Pause asked = answer.pause();
		if (asked != null && asked.retryAfter() != null) {
			return told(asked.retryAfter());
		}
		Integer limit = (asked != null) ? asked.limit() : null;
		boolean minute = limit != null && this.allowance.learn(limit);
		if (!minute || times > 0) {
			long millis = (limit != null && !minute) ? 500 : Math.min(1000L << Math.min(times, 4), 15_000);
			pause(Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2)));
		}
		return Optional.empty();
	}

	/**
	 * Whether the portal has asked to be left alone for longer than is worth waiting for.
	 * @return why nothing is sent now
	 */
	Optional<Halt> stillPaused() {
		Instant until = this.allowance.limits().pausedUntil();
		Duration left = (until != null) ? Duration.between(this.clock.instant(), until) : Duration.ZERO;
		return (left.compareTo(Duration.ZERO) > 0) ? told(left) : Optional.empty();
	}

	private Optional<Halt> told(Duration pause) {
		Instant until = this.clock.instant().plus(pause);
		if (pause.compareTo(LONGEST_PAUSE) <= 0) {
			pause(pause);
			return Optional.empty();
		}
		this.allowance.pausedUntil(until);
		String from = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
			.format(until.atZone(ZoneId.systemDefault()));
		if (this.manner.sleepThrough()) {
			this.progress.note("The portal takes no more changes for now. Waiting until " + from + ".");
			pause(pause);
			return Optional.empty();
		}
		return Optional.of(new Halt(StopReason.PAUSED,
				"The portal takes no more changes for now. Give the same command again after " + from
						+ ", or with --wait, which sleeps until then."));
	}

	private boolean isHeld() {
		return untilGranted().compareTo(Duration.ZERO) > 0;
	}

	private Duration untilGranted() {
		Instant now = this.clock.instant();
		Duration left = longer(Duration.between(now, this.notBefore), this.allowance.untilNext());
		if (this.manner.rate() != null) {
			left = longer(left,
					Duration.between(now, this.lastGrant.plus(Duration.ofMinutes(1).dividedBy(this.manner.rate()))));
		}
		return left;
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? other : one;
	}

	/**
	 * How to send.
	 *
	 * @param rate at most so many requests a minute, evenly; null: as fast as the portal
	 * takes them
	 * @param sleepThrough whether to sleep through long pauses
	 */
	record Manner(@Nullable Integer rate, boolean sleepThrough) {
	}

}
