package io.groupbatch.cli.connection;

import java.net.IDN;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Static methods that read the address of a server as people write it.
 */
final class AddressText {

	private static final Pattern PARTS = Pattern.compile("([^:/]+://(?:[^/?#]*@)?)([^/?#@:]*)(.*)", Pattern.DOTALL);

	/**
	 * Letters for which Java finds another domain than browsers do: a key must not go
	 * there.
	 */
	private static final Pattern AMBIGUOUS = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

	private static final int HIGHEST_PORT = 65_535;

	private AddressText() {
	}

	/**
	 * Reads an address. A domain of other letters becomes the form with {@code xn--}.
	 * @throws IllegalArgumentException if it is none
	 */
	static URI parse(String text) {
		Matcher parts = PARTS.matcher(text);
		boolean ascii = text.chars().allMatch((c) -> c < 0x80);
		if (ascii || !parts.matches()) {
			return URI.create(text);
		}
		String domain = parts.group(2);
		if (AMBIGUOUS.matcher(domain).find()) {
			throw new IllegalArgumentException("Two domains may be meant");
		}
		return URI.create(parts.group(1) + IDN.toASCII(domain) + parts.group(3));
	}

	/** Whether there is a host, and a port that can exist. */
	static boolean hasServer(URI url) {
		return url.getHost() != null && url.getPort() != 0 && url.getPort() <= HIGHEST_PORT;
	}

	/** The text for a message: a user and a password are not shown. */
	static String withoutAccount(String text) {
		int end = text.lastIndexOf('@');
		int scheme = text.indexOf("://");
		return (end < 0) ? text
				: text.substring(0, (scheme >= 0 && scheme < end) ? scheme + 3 : 0) + "***" + text.substring(end);
	}

}
