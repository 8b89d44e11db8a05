package io.groupbatch.importjob.report.html.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

import io.groupbatch.journal.report.RunStatistics;

import org.jspecify.annotations.Nullable;

/**
 * Bars side by side: how many requests were sent when, and how many of them were
 * rejected.
 *
 * @param scale what its axes say
 * @param totals how many requests there were
 * @param width of the drawing; its height is 100
 * @param bars one for each stretch of time in which something was sent
 */
public record TrafficChart(Scale scale, Totals totals, int width, List<Bar> bars) {

	private static final int MOST_BARS = 60;

	private static final int LEAST_BARS = 24;

	private static final int STEP = 10;

	private static final double HEIGHT = 98;

	private static final List<Duration> EACH = LongStream
		.of(100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000,
				1_800_000, 3_600_000, 7_200_000, 14_400_000, 21_600_000, 43_200_000, 86_400_000, 172_800_000,
				604_800_000, 2_592_000_000L)
		.mapToObj(Duration::ofMillis)
		.toList();

	/** The chart of a run; null when nothing was sent. */
	public static @Nullable TrafficChart of(RunStatistics statistics, long run) {
		RunStatistics.Span span = statistics.span(run).orElse(null);
		if (span == null) {
			return null;
		}
		Duration each = EACH.stream()
			.filter((step) -> step.multipliedBy(MOST_BARS - 1)
				.compareTo(Duration.between(span.first(), span.last())) > 0)
			.findFirst()
			.orElse(EACH.get(EACH.size() - 1));
		long millis = each.toMillis();
		Instant from = Instant.ofEpochMilli(Math.floorDiv(span.first().toEpochMilli(), millis) * millis);
		return drawn(statistics.slots(run, from, each), from, each);
	}

	private static TrafficChart drawn(List<RunStatistics.Slot> slots, Instant from, Duration each) {
		int count = Math.max(LEAST_BARS, slots.get(slots.size() - 1).index() + 1);
		long most = slots.stream().mapToLong(RunStatistics.Slot::sent).max().orElse(1);
		long sent = slots.stream().mapToLong(RunStatistics.Slot::sent).sum();
		long rejected = slots.stream().mapToLong(RunStatistics.Slot::rejected).sum();
		DateTimeFormatter clock = clock(each.multipliedBy(count));
		Instant to = from.plus(each.multipliedBy(count));
		String words = "%s, %s of them rejected or without an answer, from %s to %s; at most %s in %s.".formatted(
				NumberFormats.of(sent, "request", "requests"), NumberFormats.of(rejected), clock.format(from),
				clock.format(to), NumberFormats.of(most), NumberFormats.duration(each));
		return new TrafficChart(new Scale(words, "each bar " + NumberFormats.duration(each), NumberFormats.of(most),
				clock.format(from), clock.format(to)), new Totals(NumberFormats.of(sent), NumberFormats.of(rejected)),
				count * STEP,
				slots.stream()
					.map((slot) -> bar(slot, most, clock.format(from.plus(each.multipliedBy(slot.index())))))
					.toList());
	}

	private static Bar bar(RunStatistics.Slot slot, long most, String time) {
		double height = HEIGHT * slot.sent() / most;
		double lost = HEIGHT * slot.rejected() / most;
		return new Bar(
				time + ": " + NumberFormats.of(slot.sent(), "request", "requests") + ", "
						+ NumberFormats.of(slot.rejected()) + " rejected",
				slot.index() * STEP, height(height), height(lost));
	}

	private static DateTimeFormatter clock(Duration whole) {
		String pattern = (whole.toDays() > 0) ? "uuuu-MM-dd HH:mm" : "HH:mm:ss";
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
	}

	/** What is there is seen. */
	private static double height(double exact) {
		return (exact == 0) ? 0 : Math.max(1.5, Math.round(exact * 10) / 10.0);
	}

	/**
	 * What the axes say.
	 *
	 * @param words what the chart shows, for those who do not see it
	 * @param each how long a bar is
	 * @param most the number at the top
	 */
	record Scale(String words, String each, String most, String from, String to) {
	}

	/** How many requests there were. */
	record Totals(String requests, String rejections) {
	}

	/**
	 * A stretch of time.
	 *
	 * @param x where it begins
	 * @param height of all that was sent
	 * @param rejected height of what was rejected
	 */
	record Bar(String label, int x, double height, double rejected) {

		/** Where all that was sent begins, from above. */
		double y() {
			return tenths(100 - this.height);
		}

		/** Where what was rejected begins: it stands at the foot. */
		double top() {
			return tenths(100 - this.rejected);
		}

		private static double tenths(double exact) {
			return Math.round(exact * 10) / 10.0;
		}

	}

}
