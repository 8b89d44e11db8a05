package io.groupbatch.csv.groups;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who is meant by what stands in a file where a person should be. Addresses and ids are
 * compared without regard to case, other texts without regard to how blanks and accents
 * are encoded.
 */
public final class UserMap {

	/** Translates nobody. */
	public static final UserMap NONE = new UserMap(Map.of());

	private final Map<String, String> people;

	private UserMap(Map<String, String> people) {
		this.people = people;
	}

	/**
	 * A user map that was read before.
	 * @param people what {@link #people} said
	 */
	public static UserMap of(Map<String, String> people) {
		return new UserMap(Map.copyOf(people));
	}

	/**
	 * Reads a CSV file with the columns {@code from} and {@code to}; other columns are of
	 * no account.
	 * @param in the file, which is closed
	 * @throws io.groupbatch.csv.CsvFileException with everything that is wrong with it
	 */
	public static UserMap read(InputStream in) throws IOException {
		return of(UserMapReader.read(in));
	}

	/** E-mail addresses or ids, empty for nobody, by the texts that mean them. */
	public Map<String, String> people() {
		return people;
	}

	/** What two texts have in common that mean the same person. */
	public static String key(String from) {
		PersonReference word = PersonReference.ofWord(from);
		if (word.isKnown()) {
			return from.toLowerCase(Locale.ROOT);
		}
		return Normalizer.normalize(PersonReference.SPACES.matcher(from).replaceAll(" ").strip(), Normalizer.Form.NFC);
	}

	/**
	 * Who is meant.
	 * @param from the text that may stand for a person
	 * @param written what stands in the file
	 */
	Optional<PersonReference> find(String from, String written) {
		String to = people.isEmpty() ? null : people.get(key(from));
		return Optional.ofNullable(to).map((person) -> PersonReference.translated(written, person));
	}

}
