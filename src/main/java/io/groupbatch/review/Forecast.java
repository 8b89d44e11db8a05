package io.groupbatch.review;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How long a plan takes to send when nothing fails.
 *
 * @param perMinute how many requests a minute
 * @param known whether that is known; else it is the limit that portals usually have
 * @param answer how long the portal takes for an answer, when that decides how long it
 * takes; null: the number of requests a minute decides
 * @param sending how long it takes to send it all, without pauses for the day's quota
 * @param days on how many days changes are sent, by the number that a portal takes a day
 * @param begins when it can begin at the earliest, null: now
 * @param ends when it would end if it began then
 */
public record Forecast(int perMinute, boolean known, @Nullable Duration answer, Duration sending, long days,
		@Nullable Instant begins, Instant ends) {

	/** What portals that limit requests usually take in a minute (portal contract 4). */
	public static final int USUAL_PER_MINUTE = 1500;

	/** And of changes in a day. */
	public static final int USUAL_PER_DAY = 10_000;

	/** Nobody minds whether it is two seconds or four. */
	private static final Duration NOTICEABLE = Duration.ofSeconds(5);

	/**
	 * Reckons.
	 * @param speed how fast it goes, as far as that is known
	 * @param now when it begins, unless the portal has asked to wait
	 */
	public static Forecast of(PlanSummary.Load load, Speed speed, Instant now) {
		long today = Math.max(0, USUAL_PER_DAY - speed.usedToday());
		long later = Math.max(0, load.counted() - today);
		long furtherDays = (later + USUAL_PER_DAY - 1) / USUAL_PER_DAY;
		long onLastDay = (furtherDays == 0) ? load.requests() : later - (furtherDays - 1) * USUAL_PER_DAY;
		long days = (load.counted() == 0) ? 0 : furtherDays + ((today > 0) ? 1 : 0);
		Instant pause = speed.pausedUntil();
		Instant begins = (pause != null && pause.isAfter(now)) ? pause : null;
		return new Forecast(speed.perMinute(), speed.known(),
				speed.isSlow(load.requests(), load.longest()) ? speed.answer() : null,
				speed.sending(load.requests(), load.longest()), days, begins,
				((begins != null) ? begins : now).plus(Duration.ofDays(furtherDays))
					.plus(speed.sending(onLastDay, load.longest())));
	}

	/**
	 * How fast requests go.
	 *
	 * @param perMinute so many a minute
	 * @param known whether that was said or learned
	 * @param atOnce how many at once, each of another group
	 * @param answer how long the portal takes for an answer, null: not known
	 * @param usedToday how many changes we have sent in the last day
	 * @param pausedUntil until when the portal wants no requests, null: it takes them
	 */
	public record Speed(int perMinute, boolean known, int atOnce, @Nullable Duration answer, long usedToday,
			@Nullable Instant pausedUntil) {

		Duration sending(long requests, long longest) {
			return isSlow(requests, longest) ? byAnswers(requests, longest) : byLimit(requests);
		}

		/** Whether the portal's answers take longer than its limit makes wait. */
		boolean isSlow(long requests, long longest) {
			Duration byAnswers = byAnswers(requests, longest);
			return byAnswers.compareTo(NOTICEABLE) > 0 && byAnswers.compareTo(byLimit(requests)) > 0;
		}

		private Duration byLimit(long requests) {
			return Duration.ofMillis(requests * 60_000 / this.perMinute);
		}

		private Duration byAnswers(long requests, long longest) {
			long turns = Math.max(Math.min(longest, requests), (requests + this.atOnce - 1) / this.atOnce);
			return (this.answer != null) ? this.answer.multipliedBy(turns) : Duration.ZERO;
		}

	}

}
