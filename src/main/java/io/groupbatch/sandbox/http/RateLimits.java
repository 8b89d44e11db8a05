package io.groupbatch.sandbox.http;

import java.time.Duration;

/**
 * The numbers of the rate limiters, each of which 0 turns off (portal contract 4).
 *
 * @param perMinute requests of one user in any 60 seconds
 * @param readsAtOnce GET requests of one user under way
 * @param writesAtOnce other requests of one user under way
 * @param writesPerDay POST and PUT requests of one user in one day
 * @param day how long a day is, from the first of these requests on
 */
public record RateLimits(int perMinute, int readsAtOnce, int writesAtOnce, int writesPerDay, Duration day) {

	/** With a day of 24 hours. */
	public RateLimits(int perMinute, int readsAtOnce, int writesAtOnce, int writesPerDay) {
		this(perMinute, readsAtOnce, writesAtOnce, writesPerDay, Duration.ofHours(24));
	}

	/** A portal as shipped for self-hosting: no limiter. */
	public static RateLimits off() {
		return new RateLimits(0, 0, 0, 0);
	}

	/** The portal's default numbers. */
	public static RateLimits standard() {
		return new RateLimits(1500, 50, 15, 10_000);
	}

	public RateLimits withDay(Duration other) {
		return new RateLimits(this.perMinute, this.readsAtOnce, this.writesAtOnce, this.writesPerDay, other);
	}

}
