package io.groupbatch.sandbox.state;

import java.util.Locale;

/**
 * How a server and its database lower-case what they search for. The server does it with
 * the text of a filter, in the culture of the key's owner; the database with names and
 * addresses, in its own locale. Where the two differ, a search misses what is there.
 */
public enum CaseFolding {

	/** Both alike: every name is found. */
	ALIKE,
	/** The key's owner is Turkish or Azeri: a filter with a capital I finds nothing. */
	TURKISH,
	/**
	 * The database has the locale C: nothing is found by a capital letter other than A to
	 * Z.
	 */
	C;

	private static final Locale TURKISH_CULTURE = Locale.forLanguageTag("tr");

	/** The text of a filter, as the server hands it to the database. */
	public String ofFilter(String text) {
		return text.toLowerCase((this == TURKISH) ? TURKISH_CULTURE : Locale.ROOT);
	}

	/** A stored text, as the database compares it. */
	public String ofStored(String text) {
		if (this != C) {
			return text.toLowerCase(Locale.ROOT);
		}
		StringBuilder folded = new StringBuilder(text);
		for (int i = 0; i < folded.length(); i++) {
			char c = folded.charAt(i);
			folded.setCharAt(i, (c >= 'A' && c <= 'Z') ? (char) (c + ('a' - 'A')) : c);
		}
		return folded.toString();
	}

}
