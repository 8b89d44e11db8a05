package io.groupbatch.importjob.options;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.groupbatch.csv.groups.Column;

/**
 * What the user says of one column of a file.
 *
 * @param heading the column's heading, as the user writes it
 * @param field what it means, as our own files call it; empty: nothing
 */
public record ColumnMapping(String heading, String field) {

	/**
	 * Reads {@code Team=groupName}. Headings may hold a {@code =}, fields do not.
	 * @throws IllegalArgumentException saying what is wrong with it
	 */
	public static ColumnMapping parse(String text) {
		int equals = text.lastIndexOf('=');
		String heading = text.substring(0, Math.max(equals, 0)).strip();
		String field = text.substring(equals + 1).strip();
		if (equals < 0 || heading.isEmpty() || field.isEmpty()) {
			throw new IllegalArgumentException(
					"\"" + text.strip() + "\" should look like Team=groupName: a column of the file, =, a field");
		}
		return new ColumnMapping(heading,
				Column.of(field).orElseThrow(() -> new IllegalArgumentException(noField(field))).heading());
	}

	/** A column that means nothing. */
	public static ColumnMapping ignored(String heading) {
		return new ColumnMapping(heading.strip(), "");
	}

	/** From what {@link #kept} wrote. */
	public static ColumnMapping of(String kept) {
		int equals = kept.indexOf('=');
		return new ColumnMapping(URLDecoder.decode(kept.substring(0, equals), StandardCharsets.UTF_8),
				kept.substring(equals + 1));
	}

	/** One word without a comma, to be kept with a run. */
	public String kept() {
		return URLEncoder.encode(this.heading, StandardCharsets.UTF_8) + "=" + this.field;
	}

	/** Whether it says something else of the same column. */
	public boolean contradicts(ColumnMapping other) {
		return Column.isSame(this.heading, other.heading) && !this.field.equals(other.field);
	}

	/** For people, such as {@code "Team" → groupName}. */
	public String describe() {
		return "\"" + this.heading + "\" → " + (this.field.isEmpty() ? "ignored" : this.field);
	}

	boolean isIgnored() {
		return this.field.isEmpty();
	}

	Column column() {
		return Column.of(this.field).orElseThrow();
	}

	private static String noField(String field) {
		return "there is no field \"" + field + "\""
				+ Column.nearly(field).map((near) -> "; did you mean " + near.heading() + "? There").orElse("; there")
				+ " are " + Column.list();
	}

}
