package io.groupbatch.importjob.report.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.csv.groups.SpellingSuggestion;
import io.groupbatch.journal.people.PersonEntry;

/**
 * Who of the portal may be meant by a text that means nobody there: somebody of that
 * name, in whatever order, or with that address on another domain; else the nearest
 * spelling.
 */
final class Suggestions {

	private static final int MOST = 3;

	/** A search for a spelling goes through everybody. */
	private static final int MOST_SEARCHES = 500;

	private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private final Map<String, List<PersonEntry>> known = new HashMap<>();

	private final List<String> texts;

	private int searches;

	/**
	 * Suggests people, as far as they can be in groups.
	 */
	Suggestions(Collection<PersonEntry> people) {
		people.stream()
			.filter((person) -> person.kind() != PersonEntry.Kind.GUEST
					&& person.status() != PersonEntry.Status.DISABLED)
			.forEach((person) -> keys(person)
				.forEach((key) -> this.known.computeIfAbsent(key, (text) -> new ArrayList<>(1)).add(person)));
		this.texts = List.copyOf(this.known.keySet());
	}

	/** E-mail addresses, or ids where an address does not tell people apart. */
	List<String> of(String from) {
		String exact = from.toLowerCase(Locale.ROOT);
		List<PersonEntry> same = this.known.getOrDefault(exact, List.of());
		if (exact.contains("@") && !same.isEmpty()) {
			return shown(same.stream().map((person) -> person.id().toString()));
		}
		String words = words(exact);
		List<PersonEntry> named = this.known.getOrDefault(words, List.of());
		return shown((named.isEmpty() ? nearly(words) : named).stream()
			.map((person) -> person.email().isEmpty() ? person.id().toString() : person.email()));
	}

	private List<PersonEntry> nearly(String words) {
		if (++this.searches > MOST_SEARCHES) {
			return List.of();
		}
		return SpellingSuggestion.nearest(words, this.texts)
			.map((text) -> this.known.getOrDefault(text, List.of()))
			.orElse(List.of());
	}

	private static List<String> shown(Stream<String> people) {
		return people.distinct().sorted().limit(MOST).toList();
	}

	private static List<String> keys(PersonEntry person) {
		return Stream.of(person.email().toLowerCase(Locale.ROOT), words(person.email()), words(person.name()))
			.filter((key) -> !key.isEmpty())
			.distinct()
			.toList();
	}

	/** The words of a name, or of an address without its domain, in one order. */
	private static String words(String text) {
		int at = text.lastIndexOf('@');
		String plain = ACCENTS
			.matcher(Normalizer.normalize((at > 0) ? text.substring(0, at) : text, Normalizer.Form.NFD))
			.replaceAll("")
			.toLowerCase(Locale.ROOT);
		return Arrays.stream(BETWEEN_WORDS.split(plain))
			.filter((word) -> !word.isEmpty())
			.sorted()
			.collect(Collectors.joining(" "));
	}

}
