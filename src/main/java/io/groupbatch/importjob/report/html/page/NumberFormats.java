package io.groupbatch.importjob.report.html.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import io.groupbatch.text.DateTimeText;

/**
 * Numbers and times as people read them.
 */
public final class NumberFormats {

	private NumberFormats() {
	}

	/** Such as {@code 1,240}. */
	public static String of(long number) {
		return String.format(Locale.ENGLISH, "%,d", number);
	}

	/** Such as {@code 1 row}, {@code 1,240 rows}. */
	static String of(long number, String one, String several) {
		return of(number) + " " + ((number == 1) ? one : several);
	}

	/** Such as {@code 3 %}; never zero for something, never all but all. */
	static String share(long part, long whole) {
		double percent = 100.0 * part / whole;
		if (part > 0 && percent < 1) {
			return "< 1 %";
		}
		return (part < whole && percent > 99) ? "> 99 %" : Math.round(percent) + " %";
	}

	/** Such as {@code 2026-11-22 06:22:41+00:00}. */
	static String time(Instant time) {
		return DateTimeText.of(time, ZoneOffset.UTC);
	}

	/** Such as {@code 2 h 5 min}, {@code 1 min 20 s}, {@code 0.2 s}. */
	static String duration(Duration time) {
		if (time.toSeconds() < 1) {
			return String.format(Locale.ENGLISH, "%.1f s", time.toMillis() / 1000.0);
		}
		if (time.toMinutes() < 1) {
			return time.toSeconds() + " s";
		}
		if (time.toHours() < 1) {
			return both(time.toMinutes(), "min", time.toSecondsPart(), "s");
		}
		return both(time.toHours(), "h", time.toMinutesPart(), "min");
	}

	private static String both(long large, String unit, int small, String smallUnit) {
		return large + " " + unit + ((small > 0) ? " " + small + " " + smallUnit : "");
	}

}
