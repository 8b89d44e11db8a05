package io.groupbatch.cli.record;

import java.util.regex.Pattern;

/**
 * Static method that takes personal data out of a text: e-mail addresses, and whatever
 * stands in quotes, because so do the names of groups, people and cells in all our
 * messages.
 */
final class PersonalData {

	private static final Pattern ADDRESS = Pattern.compile("[^\\s\"'<>(),;:=]+@[^\\s\"'<>(),;:]+");

	private static final Pattern QUOTED = Pattern.compile("\"[^\"\n]*\"");

	private static final Pattern OWNER = Pattern.compile(" as [^.\n]+(?=[.?\n]|$)");

	private PersonalData() {
	}

	static String hidden(String text) {
		String quoted = QUOTED.matcher(text).replaceAll("\"***\"");
		return OWNER.matcher(ADDRESS.matcher(quoted).replaceAll("***")).replaceAll(" as ***");
	}

}
