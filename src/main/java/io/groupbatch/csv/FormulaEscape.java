package io.groupbatch.csv;

/**
 * Keeps a spreadsheet from running a cell as a formula, reversibly: one {@code '} goes
 * before a cell that is any number of {@code '}, then blanks, then a character that makes
 * a formula. {@code off(on(text))} is {@code text}, whatever the text.
 * <p>
 * The characters are {@code = + - @}, their full-width forms (a spreadsheet set to
 * Japanese or Chinese takes them for the same), tab, CR and LF (dropped by some
 * spreadsheets, which then see what follows).
 */
public final class FormulaEscape {

	private static final char ESCAPE = '\'';

	private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";

	private FormulaEscape() {
	}

	/** The cell to write for a text. */
	public static String on(String text) {
		return isEscapable(text) ? ESCAPE + text : text;
	}

	/** The text that a cell stands for. */
	public static String off(String cell) {
		return (!cell.isEmpty() && cell.charAt(0) == ESCAPE && isEscapable(cell)) ? cell.substring(1) : cell;
	}

	// The answer must not depend on how many escapes there are, or off would not undo on
	private static boolean isEscapable(String text) {
		int i = skip(text, ' ', skip(text, ESCAPE, 0));
		return i < text.length() && STARTS_FORMULA.indexOf(text.charAt(i)) >= 0;
	}

	private static int skip(String text, char skipped, int from) {
		int i = from;
		while (i < text.length() && text.charAt(i) == skipped) {
			i++;
		}
		return i;
	}

}
