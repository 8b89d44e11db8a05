package io.groupbatch.cli.console;

/**
 * Makes text safe for a terminal or a shell.
 */
public final class TerminalText {

	private static final int LONGEST = 60;

	private TerminalText() {
	}

	/**
	 * The text with a visible sign in place of each control character, so that neither a
	 * file nor a portal can steer the terminal.
	 */
	public static String printable(String text) {
		StringBuilder shown = new StringBuilder(text.length());
		text.codePoints().map(TerminalText::visible).forEach(shown::appendCodePoint);
		return shown.toString();
	}

	/**
	 * JSON of the same meaning that holds none of those characters: they are written as
	 * {@code \\u} and their number. Line feeds stay.
	 */
	static String escaped(String json) {
		StringBuilder safe = new StringBuilder(json.length());
		json.codePoints().forEach((character) -> {
			if (character == '\n' || visible(character) == character) {
				safe.appendCodePoint(character);
			}
			else {
				for (char unit : Character.toChars(character)) {
					safe.append("\\u%04x".formatted((int) unit));
				}
			}
		});
		return safe.toString();
	}

	/** The beginning of a text that would fill the screen. */
	public static String brief(String text) {
		int length = text.codePointCount(0, text.length());
		return (length <= LONGEST) ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
	}

	/** A number with its noun: {@code 1 row}, {@code 2 rows}. */
	public static String count(long number, String one, String several) {
		return number + " " + ((number == 1) ? one : several);
	}

	/** A path as an argument of a shell. */
	public static String quoted(Object path) {
		String text = path.toString();
		return text.matches("[\\w./:@%+=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
	}

	private static int visible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				'␦';
			default -> character;
		};
	}

}
