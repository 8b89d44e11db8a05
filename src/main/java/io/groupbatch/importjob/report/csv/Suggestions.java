package io.groupbatch.importjob.report.csv;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.text.SpellingSuggestion;
import io.groupbatch.journal.people.PersonEntry;

/**
 * Who of the portal may be meant by a text that means no user there: the one who has that
 * name, in whatever order, or has that address on another domain; else the one whose name
 * differs by a slip. Where several fit, where a part of the name is missing, or where
 * letters of it were lost, none is suggested: all who fit are counted, and named when
 * they are few.
 */
final class Suggestions {

	private static final int MOST = 3;

	/** A search goes through everybody. */
	private static final int MOST_SEARCHES = 500;

	/** A name of more words is none. */
	private static final int MOST_WORDS = 8;

	/** In other scripts, what looks like an accent makes another letter. */
	private static final Pattern ACCENTS = Pattern.compile("(?<=[\\p{IsLatin}\\p{IsGreek}])\\p{M}+");

	/** What a letter becomes that a wrong encoding has lost. */
	private static final String LOST = "\uFFFD";

	private static final Pattern LOST_LETTERS = Pattern.compile("[?\\x{FFFD}\\x{80}-\\x{9F}]");

	private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\x{FFFD}]+");

	/** Everybody by address, by the words of it, and by the words of the name. */
	private final Map<String, List<PersonEntry>> known = new HashMap<>();

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
	}

	/**
	 * An e-mail address, an id where an address does not tell people apart, or in
	 * brackets how many people fit; empty when none does.
	 */
	String of(String from) {
		String exact = from.toLowerCase(Locale.ROOT);
		List<PersonEntry> same = this.known.getOrDefault(exact, List.of());
		if (exact.contains("@") && !same.isEmpty()) {
			return several(same.stream().map((person) -> person.id().toString()));
		}
		List<String> words = words(exact);
		String key = String.join(" ", words);
		if (key.contains(LOST)) {
			return several(fitting(words));
		}
		List<String> found = shown(this.known.getOrDefault(key, List.of()).stream()).distinct().toList();
		if (found.isEmpty() && !exact.contains("@")) {
			List<String> more = fitting(words).toList();
			if (!more.isEmpty()) {
				return several(more.stream());
			}
		}
		if (found.isEmpty()) {
			found = nearly(words).distinct().toList();
		}
		return (found.size() == 1) ? found.get(0) : several(found.stream());
	}

	/**
	 * Everybody who has all those words, in which letters may be lost, and maybe more.
	 */
	private Stream<String> fitting(List<String> words) {
		List<String> told = words.stream().filter((word) -> !isLost(word)).toList();
		List<Pattern> patterns = told.stream().map(Suggestions::pattern).toList();
		return search(told, (other) -> fit(patterns, other));
	}

	private Stream<String> nearly(List<String> words) {
		return search(words, (other) -> isOneSlip(words, other));
	}

	private Stream<String> search(List<String> words, Predicate<List<String>> fits) {
		if (words.isEmpty() || words.size() > MOST_WORDS || ++this.searches > MOST_SEARCHES) {
			return Stream.empty();
		}
		return shown(this.known.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().contains("@") && fits.test(List.of(entry.getKey().split(" ", -1))))
			.flatMap((entry) -> entry.getValue().stream()));
	}

	private static boolean isLost(String word) {
		return word.replace(LOST, "").isEmpty();
	}

	/** An encoding makes several of one lost letter, or none of an accent. */
	private static Pattern pattern(String word) {
		String known = Arrays.stream(word.split(LOST, -1)).map(Pattern::quote).collect(Collectors.joining(".?"));
		return Pattern.compile(known);
	}

	/** Whether each pattern has a word of its own. */
	private static boolean fit(List<Pattern> patterns, List<String> words) {
		return patterns.isEmpty() || IntStream.range(0, words.size())
			.filter((i) -> patterns.get(0).matcher(words.get(i)).matches())
			.anyMatch((i) -> fit(patterns.subList(1, patterns.size()), without(words, i)));
	}

	/** Whether all words but one are the same, and that one is nearly so. */
	private static boolean isOneSlip(List<String> words, List<String> others) {
		if (words.size() != others.size()) {
			return false;
		}
		List<String> left = new ArrayList<>(words);
		List<String> right = new ArrayList<>(others);
		others.forEach(left::remove);
		words.forEach(right::remove);
		return left.size() == 1 && right.size() == 1 && SpellingSuggestion.nearest(left.get(0), right).isPresent();
	}

	private static List<String> without(List<String> words, int index) {
		List<String> rest = new ArrayList<>(words);
		rest.remove(index);
		return rest;
	}

	private static Stream<String> shown(Stream<PersonEntry> people) {
		return people.map((person) -> person.email().isEmpty() ? person.id().toString() : person.email());
	}

	/** In brackets, so that it is not taken for one person. */
	private static String several(Stream<String> people) {
		List<String> all = people.distinct().sorted().toList();
		if (all.isEmpty()) {
			return "";
		}
		String count = (all.size() == 1) ? "1 person fits" : all.size() + " people fit";
		return "(" + count + ((all.size() <= MOST) ? ": " + String.join("; ", all) : "") + ")";
	}

	private static List<String> keys(PersonEntry person) {
		return Stream
			.of(person.email().toLowerCase(Locale.ROOT), String.join(" ", words(person.email())),
					String.join(" ", words(person.name())))
			.filter((key) -> !key.isEmpty())
			.distinct()
			.toList();
	}

	/** The words of a name, or of an address without its domain, in one order. */
	private static List<String> words(String text) {
		int at = text.lastIndexOf('@');
		String readable = LOST_LETTERS.matcher((at > 0) ? text.substring(0, at) : text).replaceAll(LOST);
		String plain = ACCENTS.matcher(Normalizer.normalize(readable, Normalizer.Form.NFKD)).replaceAll("");
		String composed = Normalizer.normalize(INVISIBLE.matcher(plain).replaceAll(""), Normalizer.Form.NFC)
			.toLowerCase(Locale.ROOT);
		return Arrays.stream(BETWEEN_WORDS.split(composed)).filter((word) -> !word.isEmpty()).sorted().toList();
	}

}
