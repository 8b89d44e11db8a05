package io.groupbatch.portal.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API key, in a type that never prints it. Immutable. Its owner may write it with or
 * without the leading {@code Bearer} (portal contract 5).
 */
public final class ApiKey {

	private static final Pattern SCHEME = Pattern.compile("bearer(\\s+|$)", Pattern.CASE_INSENSITIVE);

	private final String text;

	private ApiKey(String text) {
		this.text = text;
	}

	/**
	 * Reads a key as a person or a file gives it.
	 * @param text the key; surrounding blanks and a leading {@code Bearer} are dropped
	 * @return the key
	 * @throws IllegalArgumentException if nothing is left, or something that cannot stand
	 * in a header; the message does not show the key
	 */
	public static ApiKey of(String text) {
		String key = text.strip();
		Matcher scheme = SCHEME.matcher(key);
		if (scheme.lookingAt()) {
			key = key.substring(scheme.end());
		}
		if (key.isEmpty()) {
			throw new IllegalArgumentException("The API key is empty");
		}
		refuseForeign(key);
		return new ApiKey(key);
	}

	private static void refuseForeign(String key) {
		int place = 0;
		for (int character : key.codePoints().toArray()) {
			place++;
			if (character <= ' ' || character >= 0x7F) {
				String name = Character.getName(character);
				throw new IllegalArgumentException(
						"The API key has a character that no key has: U+%04X%s, character %d of %d; copy it again"
							.formatted(character, (name != null) ? " (" + name + ")" : "", place,
									key.codePointCount(0, key.length())));
			}
		}
	}

	String reveal() {
		return this.text;
	}

	/** A portal may echo the header it was sent; what it says is shown to people. */
	String hideIn(String words) {
		return words.replace(this.text, "***");
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ApiKey key && key.text.equals(this.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return "***";
	}

}
