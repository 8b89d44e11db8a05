package io.groupbatch.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A person as written in a cell. At most one of {@code email} and {@code id} is there;
 * with neither, nobody can tell who is meant.
 *
 * @param written what stands in the cell, without the white space around it
 * @param email the e-mail address, if it is one
 * @param id the user's id, if it is one
 * @param leftOut whether the user map says that this person is left out
 */
public record PersonText(String written, @Nullable String email, @Nullable UUID id, boolean leftOut) {

	private static final String SEPARATORS = ";|\r\n";

	static final Pattern SPACES = Pattern.compile("[\\s\\h\\v]+");

	private static final Pattern TEXT_AND_ADDRESS = Pattern.compile("([^<>]*)<([^<>]*)>");

	private static final Pattern EMAIL = Pattern.compile("[^@<>\\s\\h\\v]+@[^@<>\\s\\h\\v]+");

	private static final int LONGEST_EMAIL = 255;

	private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	public PersonText(String written, @Nullable String email, @Nullable UUID id) {
		this(written, email, id, false);
	}

	/**
	 * The people of a cell that may hold several, as they stand there.
	 * @param membersCell the cell, its formula escape taken off
	 * @return the people in the order of the cell, repeated ones repeated; empty when the
	 * cell is blank
	 */
	public static List<PersonText> split(String membersCell) {
		return split(membersCell, UserMap.NONE);
	}

	/**
	 * The people of a cell that may hold several, translated. A text that holds commas is
	 * looked up before it is split there, for that is how some write names.
	 */
	public static List<PersonText> split(String membersCell, UserMap users) {
		return pieces(membersCell, SEPARATORS)
			.flatMap((text) -> users.find(text, text)
				.map(Stream::of)
				.orElseGet(() -> pieces(text, ",").flatMap((piece) -> ofPiece(piece, users))))
			.toList();
	}

	/**
	 * The person of a cell that holds one, as it stands there.
	 * @param managerCell the cell, its formula escape taken off
	 * @return the person; unknown when the cell is blank or names several
	 */
	public static PersonText of(String managerCell) {
		return of(managerCell, UserMap.NONE);
	}

	/** The person of a cell that holds one, translated. */
	public static PersonText of(String managerCell, UserMap users) {
		String written = strip(managerCell);
		List<PersonText> people = split(managerCell, users);
		return users.find(written, written).orElseGet(() -> (people.size() == 1) ? people.get(0) : unknown(written));
	}

	/** By what a user map calls this person: the address when there is one. */
	public String from() {
		return from(written);
	}

	/** What stands in the cell, printable, and cut when it is long. */
	public String brief() {
		return Mistake.printable(written);
	}

	/** Whether it can be told who is meant. */
	public boolean isKnown() {
		return email != null || id != null;
	}

	static String from(String written) {
		Matcher named = TEXT_AND_ADDRESS.matcher(written);
		if (!named.matches()) {
			return written;
		}
		String address = strip(named.group(2));
		return (ofWord(address).isKnown() && isAlone(strip(named.group(1)), address)) ? address : written;
	}

	static PersonText translated(String written, String to) {
		PersonText person = of(to);
		return new PersonText(written, person.email(), person.id(), to.isEmpty());
	}

	private static Stream<String> pieces(String cell, String separators) {
		List<String> pieces = new ArrayList<>();
		int begin = 0;
		boolean bracketed = false;
		for (int i = 0; i < cell.length(); i++) {
			char c = cell.charAt(i);
			bracketed = (c == '<') || (bracketed && c != '>');
			if (!bracketed && separators.indexOf(c) >= 0) {
				pieces.add(cell.substring(begin, i));
				begin = i + 1;
			}
		}
		pieces.add(cell.substring(begin));
		return pieces.stream().map(PersonText::strip).filter((piece) -> !piece.isEmpty());
	}

	private static Stream<PersonText> ofPiece(String piece, UserMap users) {
		Optional<PersonText> translated = users.find(from(piece), piece);
		if (translated.isPresent()) {
			return translated.stream();
		}
		Matcher named = TEXT_AND_ADDRESS.matcher(piece);
		if (named.matches()) {
			return Stream.of(named(piece, strip(named.group(1)), strip(named.group(2))));
		}
		List<PersonText> parts = parts(piece);
		return parts.stream().allMatch(PersonText::isKnown)
				? parts.stream().map((part) -> users.find(part.written(), part.written()).orElse(part))
				: Stream.of(unknown(piece));
	}

	// Another address in the text would be a second person, lost without a word
	private static PersonText named(String piece, String text, String address) {
		PersonText person = ofWord(address);
		return isAlone(text, address) ? new PersonText(piece, person.email(), person.id()) : unknown(piece);
	}

	private static boolean isAlone(String text, String address) {
		return parts(text).stream().allMatch((part) -> !part.isKnown() || part.written().equalsIgnoreCase(address));
	}

	private static List<PersonText> parts(String text) {
		return Arrays.stream(SPACES.split(text, -1)).map(PersonText::ofWord).toList();
	}

	static PersonText ofWord(String word) {
		if (ID.matcher(word).matches()) {
			return new PersonText(word, null, UUID.fromString(word));
		}
		boolean email = word.length() <= LONGEST_EMAIL && EMAIL.matcher(word).matches();
		return new PersonText(word, email ? word : null, null);
	}

	private static PersonText unknown(String written) {
		return new PersonText(written, null, null);
	}

	// String.strip leaves the no-break spaces that come with text from web pages
	private static String strip(String text) {
		int begin = 0;
		int end = text.length();
		while (begin < end && isSpace(text.charAt(begin))) {
			begin++;
		}
		while (begin < end && isSpace(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(begin, end);
	}

	private static boolean isSpace(char c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}
}
