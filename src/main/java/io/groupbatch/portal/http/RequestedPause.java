package io.groupbatch.portal.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long nothing may be sent after an answer that asks to wait, of a read as of a
 * write: at least a second, more after each further refusal, and at most a day, whatever
 * the portal says.
 *
 * @param length how long
 * @param told whether the portal has said how long; else it is a guess
 * @param odd whether the portal has asked for more than is believed
 */
public record RequestedPause(Duration length, boolean told, boolean odd) {

	/**
	 * So many refusals in a row, with nothing let through, and the portal is not asked
	 * any more.
	 */
	public static final int MOST_REFUSALS = 10;

	/** A longer pause is not waited for, unless the user wants that. */
	public static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

	private static final Duration AFTER_THE_LAST = Duration.ofMinutes(15);

	private static final Duration LONGEST = Duration.ofDays(1);

	private static final long SHORTEST_MILLIS = 1000;

	private static final long LONGEST_GUESS_MILLIS = 15_000;

	/**
	 * Reads it from an answer.
	 * @param refusals how many refusals came before this one, since something was let
	 * through
	 * @param chance so that not all who were refused come back together
	 */
	public static RequestedPause of(Answer answer, int refusals, RandomGenerator chance) {
		long millis = Math.min(SHORTEST_MILLIS << Math.min(refusals, 4), LONGEST_GUESS_MILLIS);
		Duration least = Duration.ofMillis(millis + chance.nextLong(millis / 2));
		Answer.Pause pause = answer.pause();
		Duration said = (pause != null) ? pause.retryAfter() : null;
		if (said == null) {
			return new RequestedPause(least, false, false);
		}
		if (said.compareTo(LONGEST) > 0) {
			return new RequestedPause(LONGEST, true, true);
		}
		return new RequestedPause((said.compareTo(least) > 0) ? said : least, true, false);
	}

	/**
	 * The pause after which to come back when the portal has been asked often enough.
	 */
	public static RequestedPause afterAll(Answer last, RandomGenerator chance) {
		RequestedPause asked = of(last, 0, chance);
		return (asked.length.compareTo(LONGEST_WAIT) > 0) ? asked : new RequestedPause(AFTER_THE_LAST, false, false);
	}

	/** What there is to say of it to people; mostly nothing. */
	public String remark() {
		return this.odd ? " It asks for more than a day; Groupbatch waits for one day." : "";
	}

}
