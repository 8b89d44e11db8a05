package io.groupbatch.importjob.send.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.groupbatch.batch.Progress;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.RequestedPause;
import io.groupbatch.text.DateTimeText;

import org.jspecify.annotations.Nullable;

/**
 * Holds all senders back: while the portal asks for it, and so that they stay within what
 * it lets through. Thread-safe.
 */
public final class Throttle {

	/** While it sleeps, the time of day is looked at so often. */
	private static final Duration NAP = Duration.ofMinutes(1);

	/** How long to wait for a portal that takes no connection, before giving up. */
	private static final List<Duration> RECONNECTS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2),
			Duration.ofSeconds(4), Duration.ofSeconds(8));

	private final Clock clock;

	private final MonotonicClock monotonic;

	private final RateBudget allowance;

	private final Manner manner;

	private final Progress progress;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private Instant notBefore;

	private @Nullable Sleep sleep;

	private @Nullable Instant lastGrant;

	private final Refusals reads = new Refusals();

	private final Refusals writes = new Refusals();

	private boolean stopped;

	/**
	 * Holds no request back yet.
	 * @param clock tells people until when something lasts
	 * @param monotonic measures pauses
	 */
	public Throttle(Clock clock, MonotonicClock monotonic, RateBudget allowance, Manner manner, Progress progress) {
		this.clock = clock;
		this.monotonic = monotonic;
		this.notBefore = monotonic.instant();
		this.allowance = allowance;
		this.manner = manner;
		this.progress = progress;
	}

	/**
	 * How many further requests may be sent at once.
	 * @param free how many senders are free
	 * @param busy how many are not
	 */
	public int places(int free, int busy) {
		this.lock.lock();
		try {
			return isHeld() ? 0 : Math.max(0, Math.min(free, this.allowance.places(busy)));
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Whether a request may be sent as soon as a sender is free, now and for the next
	 * while: nothing limits the requests, and the portal has not asked to wait.
	 */
	public boolean isUnlimited() {
		this.lock.lock();
		try {
			return this.manner.rate() == null && !isHeld() && this.allowance.isUnlimited();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits until a request may be sent.
	 * @return whether it may; not when sending stops
	 */
	public boolean await() throws InterruptedException {
		this.lock.lock();
		try {
			Duration left = untilGranted();
			while (!this.stopped && left.compareTo(Duration.ZERO) > 0) {
				Duration nap = (left.compareTo(NAP) < 0) ? left : NAP;
				this.changed.await(nap.toNanos(), TimeUnit.NANOSECONDS);
				left = untilGranted();
			}
			this.lastGrant = this.monotonic.instant();
			if (!this.stopped && this.sleep != null) {
				this.sleep = null;
				this.allowance.paused(null);
			}
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
	public boolean rest(Duration time) throws InterruptedException {
		this.lock.lock();
		try {
			Instant until = this.monotonic.instant().plus(time);
			Duration left = time;
			while (!this.stopped && left.compareTo(Duration.ZERO) > 0) {
				this.changed.await(left.toNanos(), TimeUnit.NANOSECONDS);
				left = Duration.between(this.monotonic.instant(), until);
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
	public void stop() {
		this.lock.lock();
		try {
			this.stopped = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Holds all requests back, because the portal is failing. */
	public void giveTime(Duration pause) {
		this.progress.note("The portal gives no good answer. Nothing new is sent; the next try is in %d s."
			.formatted(pause.toSeconds()));
		pause(pause);
	}

	/**
	 * Holds everybody back for a while.
	 */
	public void pause(Duration pause) {
		this.lock.lock();
		try {
			Instant until = this.monotonic.instant().plus(pause);
			this.notBefore = until.isAfter(this.notBefore) ? until : this.notBefore;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Holds everybody back, because the portal takes no connection.
	 * @param failures how many tries in a row have failed before this one
	 * @return false when it was tried often enough: no request is held back then
	 */
	public boolean pauseToReconnect(int failures) {
		boolean again = failures < RECONNECTS.size();
		if (again) {
			pause(RECONNECTS.get(failures));
		}
		return again;
	}

	/**
	 * The portal asks to wait. What that tells is kept.
	 * @param read whether the request was a read
	 * @param begun when the request was begun, by the monotonic clock
	 * @return why the run has to stop, when the pause is too long to wait for, or the
	 * portal lets nothing through
	 */
	public Optional<StopCause> rejected(boolean read, Answer answer, Instant begun) {
		int refusals = refused(read, begun);
		if (refusals > RequestedPause.MOST_REFUSALS) {
			return Optional.of(letsNothingThrough(answer));
		}
		RequestedPause pause = RequestedPause.of(answer, refusals - 1, ThreadLocalRandom.current());
		if (pause.told()) {
			return told(new PortalLimits.Pause(this.clock.instant(), pause.length()), pause.length(),
					"The portal takes no more changes for now." + pause.remark(), "");
		}
		Integer limit = (answer.pause() != null) ? answer.pause().limit() : null;
		boolean minute = limit != null && limit > 0 && this.allowance.learn(limit);
		if (!minute || refusals > 1) {
			pause(pause.length());
			this.progress.pausing(pause.length());
		}
		return Optional.empty();
	}

	private int refused(boolean read, Instant begun) {
		this.lock.lock();
		try {
			return (read ? this.reads : this.writes).add(begun, this.monotonic.instant());
		}
		finally {
			this.lock.unlock();
		}
	}

	/** A request was answered otherwise. */
	public void letThrough(boolean read) {
		this.lock.lock();
		try {
			(read ? this.reads : this.writes).end();
		}
		finally {
			this.lock.unlock();
		}
	}

	private StopCause letsNothingThrough(Answer answer) {
		RequestedPause pause = RequestedPause.afterAll(answer, ThreadLocalRandom.current());
		return new StopCause(StopReason.PAUSED,
				"The portal has refused requests more than %d times in a row because of a limit (%d), and let none through.%s"
					.formatted(RequestedPause.MOST_REFUSALS, answer.status(), pause.remark())
						+ " Give the same command again after "
						+ DateTimeText.of(this.clock.instant().plus(pause.length()))
						+ ", or at once with --rate 60/min, which sends more slowly.");
	}

	/**
	 * Whether the portal has asked an earlier start to be left alone for longer than is
	 * worth waiting for. It is never left alone for longer than it has asked for,
	 * whatever was done to the clock of the computer since.
	 * @return why nothing is sent now
	 */
	public Optional<StopCause> stillPaused() {
		PortalLimits.Pause said = this.allowance.limits().pause();
		Instant now = this.clock.instant();
		if (said == null || said.isOver(now)) {
			return Optional.empty();
		}
		boolean setBack = said.said().isAfter(now);
		return told(setBack ? new PortalLimits.Pause(now, said.length()) : said, said.left(now),
				"The portal said at " + DateTimeText.of(said.said()) + " that it takes no more changes for now."
						+ (setBack ? " The clock of this computer was set back since." : ""),
				" Or with --ignore-pause or --rate, which ask the portal at once.");
	}

	/**
	 * Waits, or stops.
	 * @param pause what is kept for the next start
	 * @param what has happened, and what else can be done, for people
	 */
	private Optional<StopCause> told(PortalLimits.Pause pause, Duration left, String what, String otherwise) {
		this.progress.pausing(left);
		if (left.compareTo(RequestedPause.LONGEST_WAIT) <= 0) {
			pause(left);
			return Optional.empty();
		}
		this.allowance.paused(pause);
		Instant until = this.clock.instant().plus(left);
		if (this.manner.sleepThrough()) {
			this.progress.note(what + " Waiting until " + DateTimeText.of(until) + ".");
			sleep(left, until);
			return Optional.empty();
		}
		return Optional.of(new StopCause(StopReason.PAUSED, what + " Give the same command again after "
				+ DateTimeText.of(until) + ", or with --wait, which sleeps until then." + otherwise));
	}

	private void sleep(Duration time, Instant until) {
		this.lock.lock();
		try {
			this.sleep = new Sleep(this.monotonic.instant().plus(time), until);
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isHeld() {
		return untilGranted().compareTo(Duration.ZERO) > 0;
	}

	private Duration untilGranted() {
		Instant now = this.monotonic.instant();
		Duration left = longer(Duration.between(now, this.notBefore), this.allowance.untilNext());
		if (this.sleep != null) {
			left = longer(left, this.sleep.left(now, this.clock.instant()));
		}
		if (this.manner.rate() != null && this.lastGrant != null) {
			left = longer(left,
					Duration.between(now, this.lastGrant.plus(Duration.ofMinutes(1).dividedBy(this.manner.rate()))));
		}
		return left;
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? other : one;
	}

	/**
	 * A long pause. A computer that sleeps does not measure, so the time of day may end
	 * it as well: who asks the portal too early is told so and has lost nothing.
	 *
	 * @param monotonicEnd when it has lasted as long as the portal asked for
	 * @param end the time of day at which it ends
	 */
	private record Sleep(Instant monotonicEnd, Instant end) {

		private Duration left(Instant monotonicNow, Instant now) {
			Duration measured = Duration.between(monotonicNow, this.monotonicEnd);
			Duration told = Duration.between(now, this.end);
			return (measured.compareTo(told) < 0) ? measured : told;
		}

	}

	/**
	 * How to send.
	 *
	 * @param rate at most so many requests a minute, evenly; null: as fast as the portal
	 * takes them
	 * @param sleepThrough whether to sleep through long pauses
	 */
	public record Manner(@Nullable Integer rate, boolean sleepThrough) {
	}

}
