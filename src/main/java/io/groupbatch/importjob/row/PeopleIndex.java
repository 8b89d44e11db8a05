package io.groupbatch.importjob.row;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.journal.people.PersonEntry;

import org.jspecify.annotations.Nullable;

/**
 * The portal's people, by id and by e-mail address without regard to case (portal
 * contract 7.1).
 */
public final class PeopleIndex {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private final Map<UUID, PersonEntry> byId = new HashMap<>();

	private final Map<String, List<PersonEntry>> byEmail = new HashMap<>();

	private final Set<String> names = new HashSet<>();

	public PeopleIndex(Collection<PersonEntry> people) {
		for (PersonEntry person : people) {
			this.byId.put(person.id(), person);
			this.names.add(words(person.name()));
			if (!person.email().isBlank()) {
				this.byEmail.computeIfAbsent(key(person.email()), (email) -> new ArrayList<>(1)).add(person);
			}
		}
	}

	/** What two addresses have in common that are the same. */
	public static String key(String email) {
		return email.strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether a person is called so, whatever the order of the words and the signs
	 * between them.
	 */
	public boolean isName(String text) {
		String words = words(text);
		return !words.isEmpty() && this.names.contains(words);
	}

	private static String words(String name) {
		return Arrays.stream(BETWEEN_WORDS.split(Normalizer.normalize(name, Normalizer.Form.NFC)))
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.filter((word) -> !word.isEmpty())
			.sorted()
			.collect(Collectors.joining(" "));
	}

	/** All people whom a text may mean. */
	public List<PersonEntry> find(PersonReference text) {
		if (text.id() != null) {
			PersonEntry person = this.byId.get(text.id());
			return (person != null) ? List.of(person) : List.of();
		}
		return (text.email() != null) ? this.byEmail.getOrDefault(key(text.email()), List.of()) : List.of();
	}

	/** The person with an id; null when the portal has none. */
	public @Nullable PersonEntry get(UUID id) {
		return this.byId.get(id);
	}

	/** What a file calls a person: the e-mail address, or else the id. */
	public String text(UUID id) {
		PersonEntry person = this.byId.get(id);
		return (person != null && !person.email().isEmpty()) ? person.email() : id.toString();
	}

}
