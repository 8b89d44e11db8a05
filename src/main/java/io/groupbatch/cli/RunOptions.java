package io.groupbatch.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.groupbatch.importjob.ColumnMeaning;

import org.jspecify.annotations.Nullable;

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

	/**
	 * The same as one would type it, for another file of the same kind. The user map is
	 * not among it, for only its content is kept.
	 */
	static List<String> arguments(String line) {
		Map<String, Object> settings = settings(line);
		List<String> words = new ArrayList<>();
		add(words, "--charset", settings.get(PREFIX + "reading.charset"), "UTF-8");
		add(words, "--delimiter", settings.get(PREFIX + "reading.delimiter"), "");
		add(words, "--operation", settings.get(PREFIX + "operation"), "");
		for (String column : settings.getOrDefault(PREFIX + "reading.columns", "").toString().split(",", -1)) {
			if (!column.isEmpty()) {
				ColumnMeaning said = ColumnMeaning.of(column);
				words.addAll(said.field().isEmpty() ? List.of("--ignore-column", said.heading())
						: List.of("--map", said.heading() + "=" + said.field()));
			}
		}
		addIf(words, "--ignore-other-columns", settings.get(PREFIX + "reading.ignoreOtherColumns"));
		if ("true".equals(settings.get(PREFIX + "skipInvalid"))) {
			words.addAll(List.of("--on-invalid", "skip"));
		}
		if ("true".equals(settings.get(PREFIX + "people.leaveOut"))) {
			words.addAll(List.of("--on-unknown-user", "leave-out"));
		}
		add(words, "--existing", settings.get(PREFIX + "groups.existing"), "update");
		addIf(words, "--allow-same-name", settings.get(PREFIX + "allow.sameName"));
		addIf(words, "--allow-ldap", settings.get(PREFIX + "allow.ldap"));
		addIf(words, "--allow-look-alikes", settings.get(PREFIX + "allow.lookAlikes"));
		addIf(words, "--trim-names", settings.get(PREFIX + "groups.trimNames"));
		return words;
	}

	private static void add(List<String> words, String option, @Nullable Object value, String usual) {
		if (value != null && !value.equals(usual)) {
			words.addAll(List.of(option, value.equals('\t') ? "tab" : value.toString()));
		}
	}

	private static void addIf(List<String> words, String option, @Nullable Object value) {
		if ("true".equals(value)) {
			words.add(option);
		}
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
