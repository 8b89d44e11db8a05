package io.groupbatch.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groupbatch.text.Invisible;
import org.jspecify.annotations.Nullable;

/**
 * What the first lines of a file tell about it.
 *
 * @param delimiter the character between two cells
 * @param line the physical line on which the rows begin: 2 after a line {@code sep=;}
 */
public record FormatDetector(char delimiter, long line) {

	/** What may be found from a header; the earlier one wins a tie. */
	public static final String DELIMITERS = ",;\t|";

	private static final int LOOK_AHEAD = 65_536;

	private static final int LONGEST_SEPARATOR_LINE = "\"sep=;\"\r\n".length();

	private static final Pattern SEPARATOR_LINE = Pattern
		.compile("(?i)(\"?)sep=([^\"\\p{Alnum}\\r\\n\\x00\\uFEFF ])\\1(\\r\\n|\\r|\\n|\\z)");

	/**
	 * Looks at the first lines, and takes a separator line off.
	 * @param in where the text begins; afterwards, where the rows begin
	 * @param given what the user says is between two cells
	 * @return what was found
	 */
	static FormatDetector of(BufferedReader in, @Nullable Character given) throws IOException {
		in.mark(LONGEST_SEPARATOR_LINE + 1);
		Matcher separatorLine = SEPARATOR_LINE.matcher(start(in));
		in.reset();
		if (!separatorLine.lookingAt()) {
			return new FormatDetector((given != null) ? given : mostFrequent(in), 1);
		}
		for (int i = 0; i < separatorLine.end(); i++) {
			in.read();
		}
		return new FormatDetector((given != null) ? given : separatorLine.group(2).charAt(0), 2);
	}

	private static String start(BufferedReader in) throws IOException {
		StringBuilder start = new StringBuilder();
		int c = next(in);
		while (c >= 0 && start.length() <= LONGEST_SEPARATOR_LINE) {
			start.append((char) c);
			c = (start.length() <= LONGEST_SEPARATOR_LINE) ? next(in) : -1;
		}
		return start.toString();
	}

	private static char mostFrequent(BufferedReader in) throws IOException {
		int[] counts = new int[DELIMITERS.length()];
		boolean quoted = false;
		boolean blank = true;
		in.mark(LOOK_AHEAD);
		for (int i = 0; i < LOOK_AHEAD; i++) {
			int c = next(in);
			boolean lineEnd = c == '\r' || c == '\n';
			if (c < 0 || (lineEnd && !quoted && !blank)) {
				break;
			}
			blank = blank && (lineEnd || (Invisible.is(c) && DELIMITERS.indexOf(c) < 0));
			quoted = quoted ^ (c == '"');
			if (!quoted && DELIMITERS.indexOf(c) >= 0) {
				counts[DELIMITERS.indexOf(c)]++;
			}
		}
		in.reset();
		return DELIMITERS.charAt(indexOfLargest(counts));
	}

	private static int indexOfLargest(int[] counts) {
		int largest = 0;
		for (int i = 1; i < counts.length; i++) {
			largest = (counts[i] > counts[largest]) ? i : largest;
		}
		return largest;
	}

	// Bytes that do not decode are met again, and told, when the rows are read
	private static int next(BufferedReader in) throws IOException {
		try {
			return in.read();
		}
		catch (CharacterCodingException ex) {
			return -1;
		}
	}

}
