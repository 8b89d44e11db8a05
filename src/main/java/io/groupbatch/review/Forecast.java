package io.groupbatch.review;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a plan takes to send when nothing fails.
 *
 * @param perMinute how many requests a minute
 * @param known whether that is known; else it is the limit that portals usually have
 * @param days on how many days changes are sent, by the number that a portal takes a day
 * @param ends when it would end if it began now
 */
public record Forecast(int perMinute, boolean known, long days, Instant ends) {

	/** What portals that limit requests usually take in a minute (portal contract 4). */
	public static final int USUAL_PER_MINUTE = 1500;

	/** And of changes in a day. */
	public static final int USUAL_PER_DAY = 10_000;

	/**
	 * Reckons.
	 * @param speed how fast it goes, as far as that is known
	 * @param now when it begins
	 */
	public static Forecast of(PlanSummary.Load load, Speed speed, Instant now) {
		long today = Math.max(0, USUAL_PER_DAY - speed.usedToday());
		long later = Math.max(0, load.counted() - today);
		long furtherDays = (later + USUAL_PER_DAY - 1) / USUAL_PER_DAY;
		long onLastDay = (furtherDays == 0) ? load.requests() : later - (furtherDays - 1) * USUAL_PER_DAY;
		Duration sending = Duration.ofMillis(onLastDay * 60_000 / speed.perMinute());
		long days = (load.counted() == 0) ? 0 : furtherDays + ((today > 0) ? 1 : 0);
		return new Forecast(speed.perMinute(), speed.known(), days,
				now.plus(Duration.ofDays(furtherDays)).plus(sending));
	}

	/** How long it takes to send that many, without pauses for the day's quota. */
	public Duration sending(long requests) {
		return Duration.ofMillis(requests * 60_000 / this.perMinute);
	}

	/**
	 * How fast requests go.
	 *
	 * @param perMinute so many a minute
	 * @param known whether that was said or learned
	 * @param usedToday how many changes we have sent in the last day
	 */
	public record Speed(int perMinute, boolean known, long usedToday) {
	}

}
