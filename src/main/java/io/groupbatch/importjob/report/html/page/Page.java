package io.groupbatch.importjob.report.html.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.groupbatch.journal.row.RowStatus;

import org.jspecify.annotations.Nullable;

/**
 * What a page tells, as its template names it.
 *
 * @param head what comes first
 * @param notices what must not be missed
 * @param causes what needs attention
 * @param totals numbers and charts
 * @param groups the table of groups, null when there is none
 * @param rows the table of rows
 */
public record Page(Head head, List<Notice> notices, List<Cause> causes, Totals totals, @Nullable Table groups,
		Table rows) {

	boolean hasCauses() {
		return !this.causes.isEmpty();
	}

	/**
	 * What comes first.
	 *
	 * @param title of the window
	 * @param kicker above the headline
	 * @param headline the most important sentence
	 * @param facts portal, file, who, when
	 * @param footer at the very end
	 */
	public record Head(String title, String kicker, String headline, List<Fact> facts, String footer) {
	}

	/** One thing to know. */
	record Fact(String name, String value) {
	}

	/**
	 * What must not be missed.
	 *
	 * @param kind a class of the style
	 * @param command what to type, empty when there is nothing
	 */
	record Notice(String kind, String title, String text, String command) {
	}

	/**
	 * Rows that need attention for the same reason.
	 *
	 * @param rows how many, in words
	 * @param examples the first of them, as cells by heading
	 * @param more how many others there are
	 */
	public record Cause(Mark status, String code, String rows, CodeDescriptions.Words words,
			List<Map<String, Object>> examples, String more) {
	}

	/**
	 * Numbers and charts.
	 *
	 * @param outcomes null when there are no rows
	 * @param traffic null when nothing was sent
	 */
	public record Totals(List<Tile> tiles, @Nullable OutcomeChart outcomes, @Nullable TrafficChart traffic) {
	}

	/** A number that counts. */
	public record Tile(String css, String number, String label, String meaning) {
	}

	/**
	 * A table.
	 *
	 * @param left what it leaves out, empty when nothing
	 * @param body its lines, as markup
	 */
	public record Table(String left, String body) {
	}

	/** A status, as a class of the style and as a word. */
	public record Mark(String css, String label) {

		public static Mark of(RowStatus status) {
			String words = status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
			return new Mark(words.replace(' ', '-'),
					words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
		}

	}

}
