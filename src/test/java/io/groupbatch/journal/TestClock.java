package io.groupbatch.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import io.groupbatch.clock.MonotonicClock;

/**
 * The clock of a computer, and the time that really passes beside it; both stand still
 * until a test moves them. Safe for many threads.
 */
public final class TestClock extends Clock {

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000);

	private volatile Instant now = TestJournal.CLOCK.instant();

	private final MonotonicClock monotonic = new MonotonicClock(this.nanos::get);

	/** Time passes. */
	public void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
		this.now = this.now.plus(time);
	}

	/** The user sets the clock of the computer; no time passes. */
	public void set(Duration forward) {
		this.now = this.now.plus(forward);
	}

	/** Measures the time that really passes. */
	public MonotonicClock monotonic() {
		return this.monotonic;
	}

	/** The same, in nanoseconds that overflow soon. */
	public LongSupplier nanoTime() {
		return this.nanos::get;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
