package io.groupbatch.csv;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file: where, what, and what to do about it.
 *
 * @param row the row as a spreadsheet numbers it
 * @param line the physical line; for a character that cannot be read, the line it is on
 * @param column the heading of the column, if the error belongs to one
 * @param value the cell, made short and printable, if there is one to show
 * @param problem what is wrong
 * @param cure what the user can do
 */
public record CsvError(long row, long line, @Nullable String column, @Nullable String value, String problem,
		String cure) {

	static final int LONGEST_VALUE = 60;

	public CsvError {
		column = (column != null) ? printable(column) : null;
		value = (value != null) ? printable(value) : null;
	}

	/** The error in one line for people. */
	public String describe() {
		String where = "Row " + row + ((line != row) ? ", line " + line : "")
				+ ((column != null) ? ", column \"" + column + "\"" : "");
		return where + ": " + problem + ((value != null) ? ": \"" + value + "\"" : "") + ". " + cure
				+ (cure.endsWith("?") ? "" : ".");
	}

	/** The text, cut when it is long, with a visible sign in place of each control. */
	public static String printable(String text) {
		StringBuilder shown = new StringBuilder();
		text.codePoints().limit(LONGEST_VALUE + 1L).map(CsvError::visible).forEach(shown::appendCodePoint);
		if (shown.codePointCount(0, shown.length()) > LONGEST_VALUE) {
			shown.setLength(shown.offsetByCodePoints(0, LONGEST_VALUE - 1));
			shown.append('…');
		}
		return shown.toString();
	}

	private static int visible(int character) {
		if (character < ' ') {
			return '␀' + character;
		}
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				'␦';
			default -> character;
		};
	}

}
