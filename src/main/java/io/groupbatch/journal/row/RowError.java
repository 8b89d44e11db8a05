package io.groupbatch.journal.row;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a row, in full.
 *
 * @param row the number a spreadsheet shows
 * @param line its first physical line
 * @param heading the column, null when it is about the whole row
 * @param cell what stands there, null when it is about the whole row
 * @param code the reason
 * @param problem what is wrong
 * @param cure what to do
 */
public record RowError(long row, long line, @Nullable String heading, @Nullable String cell, Code code, String problem,
		String cure) {

	/** Where it is: the row, and its line where that has another number. */
	public String place() {
		return "Row " + this.row + ((this.line != this.row) ? ", line " + this.line : "");
	}

	/**
	 * The row's message in the report.
	 */
	public String message() {
		return this.problem + " " + this.cure;
	}

}
