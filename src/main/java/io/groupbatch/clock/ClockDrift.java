package io.groupbatch.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How far the clock of the computer has moved away from the time that has really passed
 * since the process began: it was set, or the computer slept. Thread-safe.
 */
public final class ClockDrift {

	/** Less is what a clock that is kept right may be moved by. */
	public static final Duration TOLERANCE = Duration.ofMinutes(1);

	private final Clock clock;

	private final MonotonicClock monotonic;

	private final Instant began;

	private final Instant monotonicBegan;

	public ClockDrift(Clock clock, MonotonicClock monotonic) {
		this.clock = clock;
		this.monotonic = monotonic;
		this.began = clock.instant();
		this.monotonicBegan = monotonic.instant();
	}

	/**
	 * How much more time has passed by the clock of the computer than really has;
	 * negative when it was set back.
	 */
	public Duration amount() {
		return Duration.between(this.began, this.clock.instant()).minus(this.monotonic.since(this.monotonicBegan));
	}

}
