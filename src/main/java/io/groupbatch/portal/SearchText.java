package io.groupbatch.portal;

import java.util.Optional;

/**
 * Chooses what the portal's search is asked for, so that it finds a name that is there.
 * <p>
 * The server lower-cases a filter in the culture of the key's owner and compares it with
 * what the database makes of the name. The two agree for certain on ASCII letters other
 * than {@code i}, on digits, and on blanks and punctuation that no search gives a
 * meaning. So the longest such piece of a name is searched for; whether a group has the
 * whole name is decided here.
 */
public final class SearchText {

	/** Shorter pieces are in too many names. */
	private static final int SHORTEST = 3;

	private static final String PUNCTUATION = " -.,():/";

	private SearchText() {
	}

	/**
	 * The text to search for.
	 * @param name a name, or a part of one
	 * @return the text, in lower case, which every search for it finds in that name;
	 * nothing when the name has no such piece of three characters
	 */
	public static Optional<String> of(String name) {
		String longest = "";
		int begin = 0;
		for (int i = 0; i <= name.length(); i++) {
			if (i == name.length() || !isSafe(name.charAt(i))) {
				// The portal takes blanks around a filter away.
				String piece = name.substring(begin, i).strip();
				longest = (piece.length() > longest.length()) ? piece : longest;
				begin = i + 1;
			}
		}
		return (longest.length() >= SHORTEST) ? Optional.of(lowerCase(longest)) : Optional.empty();
	}

	private static boolean isSafe(char c) {
		return isLetter(c) || (c >= '0' && c <= '9') || PUNCTUATION.indexOf(c) >= 0;
	}

	private static boolean isLetter(char c) {
		int small = c | ('a' - 'A');
		return small >= 'a' && small <= 'z' && small != 'i';
	}

	private static String lowerCase(String piece) {
		StringBuilder small = new StringBuilder(piece);
		for (int i = 0; i < small.length(); i++) {
			small.setCharAt(i, isLetter(small.charAt(i)) ? (char) (small.charAt(i) | ('a' - 'A')) : small.charAt(i));
		}
		return small.toString();
	}

}
