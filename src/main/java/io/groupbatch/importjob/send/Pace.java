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
import io.groupbatch.journal.PortalLimits;
import io.groupbatch.journal.Progress;
import io.groupbatch.journal.StopReason;
import io.groupbatch.portal.Answer;
import io.groupbatch.portal.RecentRequests;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.jspecify.annotations.Nullable;

/**
 * Holds all senders back: while the portal asks for it, and so that they stay just below
 * the limits that its refusals have shown (portal contract 4). Thread-safe.
 */
final class Pace {

	private static final Logger logger = LoggerFactory.getLogger(Pace.class);

	/** A longer pause ends the process (design section 7). */
	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

	/** Below it a limit is one of requests at once, not of requests a minute. */
	private static final int SMALL_LIMIT = 100;

	/** Requests at once stay below a learned limit by that: places are freed late. */
	private static final int ROOM_AT_ONCE = 2;

	/** Requests a minute stay below it by that: so many may be on their way uncounted. */
	private static final int ROOM_PER_MINUTE = 15;

	/**
	 * Where a portal that limits requests usually does. Around it few are sent at once,
	 * so that few are refused.
	 */
	private static final int USUAL_PER_MINUTE = 1500;

	private static final int CAREFUL_AT_ONCE = 3;

	private final Clock clock;

	private final RecentRequests recent;

	private final Manner manner;

	private final Progress progress;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private Instant notBefore = Instant.EPOCH;

	private Instant lastGrant = Instant.EPOCH;

	private boolean stopped;

	private PortalLimits limits;

	Pace(Clock clock, RecentRequests recent, Manner manner, Progress progress) {
		this.clock = clock;
		this.recent = recent;
		this.manner = manner;
		this.progress = progress;
		this.limits = manner.known();
	}

	/** What is known of the portal's limits now. */
	PortalLimits limits() {
		this.lock.lock();
		try {
			return this.limits;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * How many further requests may be marked now.
	 * @param free how many senders are free
	 * @param busy how many are not
	 */
	int places(int free, int busy) {
		this.lock.lock();
		try {
			int places = Math.min(free, atOnce() - busy);
			return isHeld() ? 0 : Math.max(0, Math.min(places, leftOfTheMinute()));
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
		if (limit != null) {
			learn(limit);
		}
		boolean minute = limit != null && limit >= SMALL_LIMIT;
		boolean held = minute && isWaited();
		if (!held) {
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
		Instant until = limits().pausedUntil();
		Duration left = (until != null) ? Duration.between(this.clock.instant(), until) : Duration.ZERO;
		return (left.compareTo(Duration.ZERO) > 0) ? told(left) : Optional.empty();
	}

	private Optional<Halt> told(Duration pause) {
		Instant until = this.clock.instant().plus(pause);
		if (pause.compareTo(LONGEST_PAUSE) <= 0) {
			pause(pause);
			return Optional.empty();
		}
		this.lock.lock();
		try {
			this.limits = new PortalLimits(this.limits.perMinute(), this.limits.atOnce(), this.limits.unlimited(),
					until);
		}
		finally {
			this.lock.unlock();
		}
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

	private void learn(int limit) {
		this.lock.lock();
		try {
			PortalLimits old = this.limits;
			boolean minute = limit >= SMALL_LIMIT;
			this.limits = new PortalLimits(minute ? Integer.valueOf(limit) : old.perMinute(),
					minute ? old.atOnce() : Integer.valueOf(limit), old.unlimited(), old.pausedUntil());
			if (!this.limits.equals(old)) {
				logger.info("Limit(of={}, {})", limit, minute ? "requests a minute" : "requests at once");
			}
			if (minute) {
				this.recent.assume(Math.max(0, limit - this.recent.count()));
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private int atOnce() {
		int seen = this.recent.count();
		boolean usual = this.limits.perMinute() == null && !this.limits.unlimited();
		if (usual && seen > USUAL_PER_MINUTE + ROOM_PER_MINUTE) {
			this.limits = new PortalLimits(null, this.limits.atOnce(), true, this.limits.pausedUntil());
		}
		else if (usual && seen > USUAL_PER_MINUTE - ROOM_PER_MINUTE) {
			return CAREFUL_AT_ONCE;
		}
		Integer atOnce = this.limits.atOnce();
		return (atOnce != null) ? Math.max(1, atOnce - ROOM_AT_ONCE) : Integer.MAX_VALUE;
	}

	private int leftOfTheMinute() {
		return (this.limits.perMinute() != null) ? mostPerMinute(this.limits.perMinute()) - this.recent.count()
				: Integer.MAX_VALUE;
	}

	private boolean isWaited() {
		this.lock.lock();
		try {
			return isHeld();
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isHeld() {
		return untilGranted().compareTo(Duration.ZERO) > 0;
	}

	private Duration untilGranted() {
		Instant now = this.clock.instant();
		Duration left = Duration.between(now, this.notBefore);
		if (this.limits.perMinute() != null) {
			left = longer(left, this.recent.untilAtMost(mostPerMinute(this.limits.perMinute()) - 1));
		}
		if (this.manner.rate() != null) {
			left = longer(left,
					Duration.between(now, this.lastGrant.plus(Duration.ofMinutes(1).dividedBy(this.manner.rate()))));
		}
		return left;
	}

	private static int mostPerMinute(int limit) {
		return Math.max(1, limit - ROOM_PER_MINUTE);
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
	 * @param known what was learned of the portal before
	 */
	record Manner(@Nullable Integer rate, boolean sleepThrough, PortalLimits known) {
	}

}
