package io.groupbatch.importjob.send.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.groupbatch.clock.MonotonicClock;

/**
 * When one attempt to send a request left this computer. Until its first byte leaves, the
 * attempt counts as having left when it was begun. For one thread.
 */
final class SendTime {

	private final Clock clock;

	private final MonotonicClock monotonic;

	private OffsetDateTime sentAt;

	private Instant leftAt;

	/** An attempt is begun. */
	SendTime(Clock clock, MonotonicClock monotonic) {
		this.clock = clock;
		this.monotonic = monotonic;
		this.sentAt = OffsetDateTime.now(clock);
		this.leftAt = monotonic.instant();
	}

	/** The first byte leaves now. */
	void leaves() {
		this.sentAt = OffsetDateTime.now(this.clock);
		this.leftAt = this.monotonic.instant();
	}

	/** When it left, by the clock of the computer. */
	OffsetDateTime sentAt() {
		return this.sentAt;
	}

	/** When it left, by the monotonic clock. */
	Instant leftAt() {
		return this.leftAt;
	}

	/** How many milliseconds ago it left. */
	int millis() {
		return (int) this.monotonic.since(this.leftAt).toMillis();
	}

}
