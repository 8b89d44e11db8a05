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
import io.groupbatch.journal.StopReason;
import io.groupbatch.portal.Answer;

import org.jspecify.annotations.Nullable;

/**
 * Holds all senders back while the portal asks for it. Thread-safe.
 */
final class Pace {

	/** A longer pause ends the process (design section 7). */
	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

	/**
	 * Below it a limit is one of requests at once, not of requests a minute (portal
	 * contract 4).
	 */
	private static final int SMALL_LIMIT = 100;

	private final Clock clock;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private Instant notBefore = Instant.EPOCH;

	private boolean stopped;

	Pace(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Waits until a request may be sent.
	 * @return whether it may; not when sending stops
	 */
	boolean await() throws InterruptedException {
		this.lock.lock();
		try {
			Duration left = Duration.between(this.clock.instant(), this.notBefore);
			while (!this.stopped && left.compareTo(Duration.ZERO) > 0) {
				this.changed.await(left.toNanos(), TimeUnit.NANOSECONDS);
				left = Duration.between(this.clock.instant(), this.notBefore);
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
	 * The portal answered 429.
	 * @param times how often it did so for this request
	 * @return why the run has to stop, when the pause is too long to wait for
	 */
	Optional<Halt> rejected(Answer answer, int times) {
		Duration pause = pauseFor(answer.pause(), times);
		if (pause.compareTo(LONGEST_PAUSE) <= 0) {
			pause(pause);
			return Optional.empty();
		}
		String from = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
			.format(this.clock.instant().plus(pause).atZone(ZoneId.systemDefault()));
		return Optional.of(new Halt(StopReason.PAUSED,
				"The portal takes no more changes for now. Give the same command again after " + from + "."));
	}

	private static Duration pauseFor(Answer.@Nullable Pause asked, int times) {
		if (asked != null && asked.retryAfter() != null) {
			return asked.retryAfter();
		}
		boolean small = asked != null && asked.limit() != null && asked.limit() < SMALL_LIMIT;
		long millis = small ? 500 : Math.min(1000L << Math.min(times, 4), 15_000);
		return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2));
	}

}
