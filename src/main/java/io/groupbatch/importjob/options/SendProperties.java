package io.groupbatch.importjob.options;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.groupbatch.text.Threshold;

import org.springframework.boot.convert.DurationStyle;

import org.jspecify.annotations.Nullable;

/**
 * Options of sending.
 *
 * @param concurrency how many requests may be under way at once
 * @param patience how long to wait, in all, for a failing portal
 * @param settle how long the portal may still be at a request whose answer was lost
 * @param decide what a person decided about rows in doubt: an id, or {@code none}
 * @param rate at most so many requests a minute, whatever pause the portal has asked an
 * earlier start for; null: as fast as the portal takes them
 * @param sleepThrough whether to sleep through long pauses
 * @param ignorePause whether to send although the portal has asked an earlier start for a
 * longer pause
 * @param maxErrors how many rows may fail in one start; null: all
 */
public record SendProperties(int concurrency, Duration patience, Duration settle, Map<Long, String> decide,
		@Nullable Integer rate, boolean sleepThrough, boolean ignorePause, @Nullable Threshold maxErrors) {

	private static final Duration LONGEST_GAP = Duration.ofSeconds(2);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	public SendProperties {
		decide = Map.copyOf(decide);
	}

	/**
	 * How long to wait for a failing portal: two minutes, unless a system property of
	 * tests says otherwise.
	 */
	public static Duration usualPatience() {
		return DurationStyle.detectAndParse(System.getProperty("groupbatch.send.patience", "2m"));
	}

	/**
	 * Between two looks that must agree: time for what is still under way to show.
	 */
	public Duration gap() {
		Duration part = this.settle.dividedBy(4);
		return (part.compareTo(LONGEST_GAP) < 0) ? part : LONGEST_GAP;
	}

	/**
	 * The pauses before each try whether the portal is back: growing, and no more than
	 * patience in all.
	 */
	public List<Duration> pauses() {
		List<Duration> pauses = new ArrayList<>();
		Duration left = this.patience;
		Duration next = Duration.ofSeconds(1);
		while (left.compareTo(Duration.ZERO) > 0) {
			Duration pause = (next.compareTo(left) < 0) ? next : left;
			pauses.add(pause);
			left = left.minus(pause);
			next = (next.compareTo(LONGEST_PAUSE) < 0) ? next.multipliedBy(2) : LONGEST_PAUSE;
		}
		return pauses;
	}

}
