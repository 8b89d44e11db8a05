package io.groupbatch.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text safe for a terminal or a shell.
 */
public final class TerminalText {

	private static final int LONGEST = 60;

	private static final int FURTHER = 2;

	private static final Pattern LABEL = Pattern.compile("[A-Z][a-z]{2,8}: +| +[~+!-] ");

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

	/**
	 * The line in pieces that a screen shows whole. It is parted between words only, and
	 * a command to be typed never, so that it can be copied.
	 * @param columns how many characters a piece has at most, if its words are no longer
	 * @param program how commands begin
	 */
	static String wrapped(String line, int columns, String program) {
		if (line.length() <= columns) {
			return line;
		}
		int command = line.indexOf(program + " ");
		String text = (command >= 0) ? line.substring(0, command) : line;
		List<String> words = new ArrayList<>(List.of(text.split("(?<=\\s)(?=\\S)")));
		if (command >= 0) {
			words.add(line.substring(command));
		}
		String indent = " ".repeat(indent(line));
		List<String> pieces = new ArrayList<>();
		StringBuilder piece = new StringBuilder();
		for (String word : words) {
			boolean fits = piece.length() + word.stripTrailing().length() <= columns;
			if (!fits && !piece.toString().isBlank()) {
				pieces.add(piece.toString().stripTrailing());
				piece = new StringBuilder(indent);
			}
			piece.append(word);
		}
		pieces.add(piece.toString().stripTrailing());
		return String.join("\n", pieces);
	}

	/** Under what stands behind the label or the sign of a line. */
	private static int indent(String line) {
		int blanks = line.length() - line.stripLeading().length();
		Matcher label = LABEL.matcher(line);
		return label.lookingAt() ? label.end() : (blanks > 0) ? blanks : FURTHER;
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
