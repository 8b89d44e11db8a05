package io.groupbatch.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that measures intervals inside this process and that cannot be set, unlike the
 * clock of the computer. Its instants have no meaning but their distance from one
 * another; they are never stored and never compared with the time of day. Thread-safe.
 */
public final class MonotonicClock implements InstantSource {

	private final LongSupplier nanoTime;

	private final long origin;

	/**
	 * Begins to measure.
	 * @param nanoTime nanoseconds from an arbitrary origin, as {@link System#nanoTime()}
	 */
	public MonotonicClock(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.origin = nanoTime.getAsLong();
	}

	@Override
	public Instant instant() {
		return Instant.EPOCH.plusNanos(this.nanoTime.getAsLong() - this.origin);
	}

	/** How long ago an instant of this clock was. */
	public Duration since(Instant earlier) {
		return Duration.between(earlier, instant());
	}

}
