package io.groupbatch.exportjob;

import java.nio.charset.StandardCharsets;

import io.groupbatch.text.Invisible;

/**
 * What names an import takes.
 */
final class GroupNameRule {

	/** As long as the portal lets a name be, in UTF-16 units (portal contract 1.4). */
	private static final int LONGEST = 128;

	private GroupNameRule() {
	}

	/**
	 * Whether a file can say this name, and an import would take it. A portal may have
	 * others: blank ones, from an update.
	 */
	static boolean canBeImported(String name) {
		return !Invisible.isBlank(name) && name.length() <= LONGEST && name.indexOf('\0') < 0
				&& StandardCharsets.UTF_8.newEncoder().canEncode(name);
	}

	/** A name with a number behind it, cut to what the portal takes. */
	static String numbered(String name, int number) {
		String suffix = " (" + number + ")";
		int end = Math.min(name.length(), LONGEST - suffix.length());
		if (end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) {
			end--;
		}
		return name.substring(0, end) + suffix;
	}

}
