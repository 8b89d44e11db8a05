package io.groupbatch.sandbox.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groupbatch.sandbox.fault.FaultType.Times;
import org.jspecify.annotations.Nullable;

/**
 * What a faults file says.
 *
 * @param seed the number from which all chance is made
 * @param maxFaults after how many faults the portal behaves
 * @param times the times that faults take
 * @param chances how likely each fault is, from 0 to 1
 */
record FaultsFile(long seed, long maxFaults, Times times, Map<FaultType, Double> chances) {

	private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?) ?%");

	private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");

	static FaultsFile of(Properties properties) {
		Reading reading = new Reading(properties);
		long seed = reading.value("seed", 1L, "a whole number, such as 42", FaultsFile::number);
		long most = reading.value("most-faults", Long.MAX_VALUE, "a whole number, such as 20",
				(text) -> text.startsWith("-") ? null : number(text));
		Times times = new Times(reading.time("late-from", Duration.ofMillis(200)),
				reading.time("late-to", Duration.ofSeconds(3)), reading.time("lag", Duration.ofSeconds(5)),
				reading.time("retry-after", Duration.ofSeconds(60)));
		Map<FaultType, Double> chances = new LinkedHashMap<>();
		for (FaultType fault : FaultType.all()) {
			double chance = reading.value(fault.key(), 0.0, "a percentage, such as 2% or 0.5%", FaultsFile::percentage);
			if (chance > 0) {
				chances.put(fault, chance);
			}
		}
		reading.check(times, chances);
		boolean aged = chances.keySet().stream().anyMatch((fault) -> fault.key().equals("read-old"));
		return new FaultsFile(seed, most,
				aged ? times : new Times(times.lateFrom(), times.lateTo(), Duration.ZERO, times.retryAfter()), chances);
	}

	private static @Nullable Long number(String text) {
		return text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
	}

	private static @Nullable Double percentage(String text) {
		Matcher matcher = PERCENTAGE.matcher(text);
		double chance = matcher.matches() ? Double.parseDouble(matcher.group(1)) / 100 : 2;
		return (chance <= 1) ? Double.valueOf(chance) : null;
	}

	private static @Nullable Duration duration(String text) {
		Matcher matcher = DURATION.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		long number = Long.parseLong(matcher.group(1));
		return switch (matcher.group(2)) {
			case "ms" -> Duration.ofMillis(number);
			case "s" -> Duration.ofSeconds(number);
			case "m" -> Duration.ofMinutes(number);
			default -> Duration.ofHours(number);
		};
	}

	/** Reads values, and remembers which keys there are and what was wrong. */
	private static final class Reading {

		private final Properties properties;

		private final List<String> keys = new ArrayList<>();

		private final List<String> errors = new ArrayList<>();

		private Reading(Properties properties) {
			this.properties = properties;
		}

		private Duration time(String key, Duration missing) {
			return value(key, missing, "a time, such as 200ms, 3s or 2m", FaultsFile::duration);
		}

		private <T> T value(String key, T missing, String form, Function<String, @Nullable T> parser) {
			this.keys.add(key);
			String text = this.properties.getProperty(key);
			if (text == null) {
				return missing;
			}
			T value = parser.apply(text.strip());
			if (value == null) {
				this.errors.add(key + " is \"" + text + "\"; write " + form + ".");
				return missing;
			}
			return value;
		}

		private void check(Times times, Map<FaultType, Double> chances) {
			if (times.lateFrom().compareTo(times.lateTo()) > 0) {
				this.errors.add("late-from is longer than late-to.");
			}
			for (boolean read : new boolean[] { false, true }) {
				double sum = chances.entrySet()
					.stream()
					.filter((entry) -> entry.getKey().read() == read)
					.mapToDouble(Map.Entry::getValue)
					.sum();
				if (sum > 1.000_000_1) {
					this.errors.add("The faults of " + (read ? "reads" : "writes") + " come to more than 100%.");
				}
			}
			Set<String> unknown = new TreeSet<>(this.properties.stringPropertyNames());
			this.keys.forEach(unknown::remove);
			unknown.forEach((key) -> this.errors.add("There is no \"" + key + "\"." + suggestion(key)));
			if (!unknown.isEmpty()) {
				this.errors.add("All keys are in input/faults.properties.");
			}
			if (!this.errors.isEmpty()) {
				throw new IllegalArgumentException(String.join(" ", this.errors));
			}
		}

		private String suggestion(String key) {
			Comparator<String> byLikeness = Comparator.comparingInt((other) -> likeness(key, other));
			return this.keys.stream()
				.max(byLikeness)
				.filter((other) -> likeness(key, other) * 3 >= key.length() * 2)
				.map((other) -> " Did you mean \"" + other + "\"?")
				.orElse("");
		}

		/** How many letters agree at the beginning and at the end. */
		private static int likeness(String a, String b) {
			int shorter = Math.min(a.length(), b.length());
			int begin = 0;
			while (begin < shorter && a.charAt(begin) == b.charAt(begin)) {
				begin++;
			}
			int end = 0;
			while (end < shorter - begin && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
				end++;
			}
			return begin + end;
		}

	}

}
