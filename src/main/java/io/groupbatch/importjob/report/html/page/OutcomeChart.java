package io.groupbatch.importjob.report.html.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.groupbatch.journal.row.RowStatus;

import org.jspecify.annotations.Nullable;

/**
 * A bar with a part for each status that rows have.
 *
 * @param words what it shows, for those who do not see it
 * @param parts from left to right
 */
public record OutcomeChart(String words, List<Part> parts) {

	private static final double WIDTH = 1000;

	/** A single row of many is seen. */
	private static final double LEAST = 6;

	/** The chart for these numbers of rows; null if there are no rows. */
	public static @Nullable OutcomeChart of(Map<RowStatus, Long> counts) {
		long all = counts.values().stream().mapToLong(Long::longValue).sum();
		if (all == 0) {
			return null;
		}
		double room = WIDTH - LEAST * counts.size();
		double x = 0;
		List<Part> parts = new ArrayList<>();
		for (Map.Entry<RowStatus, Long> count : counts.entrySet()) {
			double width = LEAST + room * count.getValue() / all;
			Page.Mark mark = Page.Mark.of(count.getKey());
			parts.add(new Part(mark, Math.round(x), Math.max(1, Math.round(x + width) - Math.round(x) - 2),
					NumberFormats.of(count.getValue()), NumberFormats.share(count.getValue(), all)));
			x += width;
		}
		return new OutcomeChart(parts.stream()
			.map((part) -> part.mark().label() + " " + part.number())
			.collect(Collectors.joining(", ", "Rows by status: ", ".")), parts);
	}

	/** The rows of one status. */
	record Part(Page.Mark mark, long x, long width, String number, String share) {
	}

}
