package io.groupbatch.cli;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.Arrays;

/**
 * The options that a run was started with, so that it goes on with the same ones.
 */
final class RunOptions {

	private static final String PREFIX = "groupbatch.import.";

	private RunOptions() {
	}

	/**
	 * Settings from the line that the journal keeps.
	 * @param line {@code name=value} pairs between blanks; an empty value is left out
	 */
	static Map<String, Object> settings(String line) {
		return Arrays.stream(line.split(" "))
			.map((pair) -> pair.split("=", 2))
			.filter((pair) -> pair.length == 2 && !pair[1].isEmpty())
			.collect(Collectors.toMap((pair) -> PREFIX + pair[0], RunOptions::value));
	}

	/** Whether a run was given a user map. */
	static boolean hasUserMap(String line) {
		return settings(line).containsKey(PREFIX + "people.userMap");
	}

	/** The separator is kept as a number, for it may be a blank of its own. */
	private static Object value(String[] pair) {
		return pair[0].endsWith("delimiter") ? (char) Integer.parseInt(pair[1]) : pair[1];
	}

}
