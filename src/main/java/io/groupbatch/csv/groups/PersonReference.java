package io.groupbatch.csv.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.groupbatch.csv.CsvError;
import io.groupbatch.text.Invisible;
import org.jspecify.annotations.Nullable;

/**
 * A person as written in a cell. At most one of {@code email} and {@code id} is there;
 * with neither, it is not clear who is meant.
 *
 * @param written what stands in the cell, without the white space around it
 * @param email the e-mail address, if it is one
 * @param id the user's id, if it is one
 * @param leftOut whether the user map says that this person is left out
 * @param cutFrom the text of several people of which this one was a part, cut at a comma,
 * when it is not clear who is meant; else null
 */
public record PersonReference(String written, @Nullable String email, @Nullable UUID id, boolean leftOut,
		@Nullable String cutFrom) {

	static final Pattern SPACES = Pattern.compile("[\\s\\h\\v]+");

	private static final Pattern EMAIL = Pattern.compile("[^@<>\\s\\h\\v]+@[^@<>\\s\\h\\v]+");

	/** What may stand around an address that a display name repeats. */
	private static final String AROUND_WORDS = "\"'()[],;";

	private static final int LONGEST_EMAIL = 255;

	private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	public PersonReference(String written, @Nullable String email, @Nullable UUID id) {
		this(written, email, id, false);
	}

	PersonReference(String written, @Nullable String email, @Nullable UUID id, boolean leftOut) {
		this(written, email, id, leftOut, null);
	}

	/**
	 * The people of a cell that may hold several, as they stand there. A display name
	 * before an address in angle brackets may hold commas; in quotes, any separator.
	 * @param membersCell the cell, its formula escape taken off
	 * @return the people in the order of the cell, repeated ones repeated; empty when the
	 * cell is blank
	 */
	public static List<PersonReference> split(String membersCell) {
		return split(membersCell, PeopleSyntax.USUAL);
	}

	/**
	 * The people of a cell that may hold several, translated. A text that holds commas is
	 * looked up before it is split there, and so are parts of it: many write names with a
	 * comma.
	 */
	public static List<PersonReference> split(String membersCell, PeopleSyntax syntax) {
		return pieces(membersCell, syntax.separators()).flatMap((piece) -> syntax.users()
			.find(piece.text(), piece.text())
			.map(Stream::of)
			.orElseGet(() -> (syntax.splitsAtCommas() ? withCommas(piece.text(), syntax)
					: ofPiece(piece.text(), syntax.users()).toList())
				.stream()))
			.toList();
	}

	/**
	 * The person of a cell that holds one, as it stands there.
	 * @param managerCell the cell, its formula escape taken off
	 * @return the person; unknown when the cell is blank or names several
	 */
	public static PersonReference of(String managerCell) {
		return of(managerCell, PeopleSyntax.USUAL);
	}

	/** The person of a cell that holds one, translated. */
	public static PersonReference of(String managerCell, PeopleSyntax syntax) {
		String written = strip(managerCell);
		List<PersonReference> people = split(managerCell, syntax);
		return syntax.users()
			.find(written, written)
			.orElseGet(() -> (people.size() == 1) ? people.get(0) : unknown(written));
	}

	/** By what a user map calls this person: the address when there is one. */
	public String from() {
		return from(written);
	}

	/** What was probably meant for the address: the one that there is, else a text. */
	public String address() {
		return (email != null) ? email : Named.in(written).map(Named::address).orElse(written);
	}

	/** What stands in the cell, printable, and cut when it is long. */
	public String brief() {
		return CsvError.printable(written);
	}

	/** Whether it can be told who is meant. */
	public boolean isKnown() {
		return email != null || id != null;
	}

	static String from(String written) {
		return Named.in(written)
			.filter((named) -> ofWord(named.address()).isKnown() && isAlone(named.name(), named.address()))
			.map(Named::address)
			.orElse(written);
	}

	static PersonReference translated(String written, String to) {
		PersonReference person = of(to);
		return new PersonReference(written, person.email(), person.id(), to.isEmpty());
	}

	/** The people of a text in which a comma parts two people or belongs to a name. */
	private static List<PersonReference> withCommas(String text, PeopleSyntax syntax) {
		List<PersonReference> people = new ArrayList<>();
		List<Piece> undecided = new ArrayList<>();
		for (Piece piece : pieces(text, ",").toList()) {
			if (mayBeginName(piece.text(), syntax.users())) {
				undecided.add(piece);
				continue;
			}
			boolean named = Named.in(piece.text()).filter((found) -> !found.name().isEmpty()).isPresent();
			if (named && !undecided.isEmpty()) {
				ofPiece(strip(text.substring(undecided.get(0).begin(), piece.end())), syntax.users())
					.forEach(people::add);
			}
			else {
				addNames(undecided, text, syntax, people);
				ofPiece(piece.text(), syntax.users()).forEach(people::add);
			}
			undecided.clear();
		}
		addNames(undecided, text, syntax, people);
		return people;
	}

	/**
	 * The people of parts that name no known person by themselves. Two that are a name
	 * together, or that are in the user map together, are one person.
	 */
	private static void addNames(List<Piece> parts, String text, PeopleSyntax syntax, List<PersonReference> people) {
		for (int i = 0; i < parts.size(); i++) {
			Piece part = parts.get(i);
			Piece next = (i + 1 < parts.size()) ? parts.get(i + 1) : null;
			String both = (next != null) ? strip(text.substring(part.begin(), next.end())) : part.text();
			Optional<PersonReference> translated = syntax.users().find(both, both);
			if (next != null && (translated.isPresent() || areOneName(part.text(), next.text(), both, syntax))) {
				people.add(translated.orElseGet(() -> unknown(both)));
				i++;
			}
			else {
				boolean cut = !part.text().equals(text);
				people.add(new PersonReference(part.text(), null, null, false, cut ? text : null));
			}
		}
	}

	/**
	 * Whether two parts are a surname and a given name: a person is called so, or none is
	 * called as one of them and one of them is a single word.
	 */
	private static boolean areOneName(String part, String next, String both, PeopleSyntax syntax) {
		if (syntax.names().test(both)) {
			return true;
		}
		boolean single = SPACES.split(part, -1).length == 1 || SPACES.split(next, -1).length == 1;
		return single && !syntax.names().test(part) && !syntax.names().test(next);
	}

	/** Whether a text means nobody by itself: it may be a part of a display name. */
	private static boolean mayBeginName(String piece, UserMap users) {
		return piece.indexOf('<') < 0 && piece.indexOf('>') < 0 && users.find(piece, piece).isEmpty()
				&& parts(piece).stream().noneMatch(PersonReference::isKnown);
	}

	private static Stream<Piece> pieces(String cell, String separators) {
		List<Piece> pieces = new ArrayList<>();
		int begin = 0;
		boolean bracketed = false;
		boolean begun = false;
		for (int i = 0; i < cell.length(); i++) {
			char c = cell.charAt(i);
			if (c == '"' && !begun) {
				int end = Named.endOfQuotedName(cell, i);
				i = (end > 0) ? end - 1 : i;
			}
			// A name may begin behind a comma, whatever a comma parts here
			begun = c != ',' && (begun || !isSpace(c));
			bracketed = (c == '<') || (bracketed && c != '>');
			if (!bracketed && separators.indexOf(c) >= 0) {
				pieces.add(Piece.of(cell, begin, i));
				begin = i + 1;
				begun = false;
			}
		}
		pieces.add(Piece.of(cell, begin, cell.length()));
		return pieces.stream().filter((piece) -> !Invisible.isBlank(piece.text()));
	}

	private static Stream<PersonReference> ofPiece(String piece, UserMap users) {
		Optional<PersonReference> translated = users.find(from(piece), piece);
		if (translated.isPresent()) {
			return translated.stream();
		}
		Optional<Named> named = Named.in(piece);
		if (named.isPresent()) {
			return Stream.of(named(piece, named.get().name(), named.get().address()));
		}
		List<PersonReference> parts = parts(piece);
		return parts.stream().allMatch(PersonReference::isKnown)
				? parts.stream().map((part) -> users.find(part.written(), part.written()).orElse(part))
				: Stream.of(unknown(piece));
	}

	// Another address in the text would be a second person, lost without a word
	private static PersonReference named(String piece, String text, String address) {
		PersonReference person = ofWord(address);
		return isAlone(text, address) ? new PersonReference(piece, person.email(), person.id()) : unknown(piece);
	}

	private static boolean isAlone(String text, String address) {
		return Arrays.stream(SPACES.split(text, -1))
			.map(PersonReference::bare)
			.allMatch((word) -> !ofWord(word).isKnown() || word.equalsIgnoreCase(address));
	}

	/** A word of a display name without the quotes and brackets around it. */
	private static String bare(String word) {
		return strip(word, (c) -> AROUND_WORDS.indexOf(c) >= 0);
	}

	private static List<PersonReference> parts(String text) {
		return Arrays.stream(SPACES.split(text, -1)).map(PersonReference::ofWord).toList();
	}

	static PersonReference ofWord(String word) {
		if (ID.matcher(word).matches()) {
			return new PersonReference(word, null, UUID.fromString(word));
		}
		boolean email = word.length() <= LONGEST_EMAIL && EMAIL.matcher(word).matches();
		return new PersonReference(word, email ? word : null, null);
	}

	private static PersonReference unknown(String written) {
		return new PersonReference(written, null, null);
	}

	// String.strip leaves the no-break spaces that come with text from web pages
	private static String strip(String text) {
		return strip(text, PersonReference::isSpace);
	}

	/** A text without some characters at its ends. */
	static String strip(String text, IntPredicate around) {
		int begin = 0;
		int end = text.length();
		while (begin < end && around.test(text.charAt(begin))) {
			begin++;
		}
		while (begin < end && around.test(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(begin, end);
	}

	static boolean isSpace(int c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c);
	}

	/**
	 * A part of a cell between two separators.
	 *
	 * @param text without the white space around it
	 * @param begin where it begins in the cell
	 * @param end where it ends
	 */
	private record Piece(String text, int begin, int end) {

		static Piece of(String cell, int begin, int end) {
			return new Piece(strip(cell.substring(begin, end)), begin, end);
		}

	}

	/**
	 * A display name with an address, as in {@code "Muster, Anna" <anna@example.com>}.
	 *
	 * @param name what stands before the brackets, may be empty
	 * @param address what stands in them, which may be no address
	 */
	private record Named(String name, String address) {

		/** Reads a text that is nothing else; a name without quotes has no bracket. */
		static Optional<Named> in(String text) {
			int open = text.lastIndexOf('<');
			if (open < 0 || text.indexOf('>', open) != text.length() - 1) {
				return Optional.empty();
			}
			String name = text.substring(0, open);
			boolean quoted = name.startsWith("\"") && endOfQuotedName(text, 0) > 0
					&& strip(text.substring(endOfQuotedName(text, 0), open)).isEmpty();
			return (quoted || (name.indexOf('<') < 0 && name.indexOf('>') < 0))
					? Optional.of(new Named(strip(name), strip(text.substring(open + 1, text.length() - 1))))
					: Optional.empty();
		}

		/**
		 * Where a quoted display name ends: behind the first quote that is not escaped,
		 * if an address follows.
		 * @param begin where its first quote is
		 * @return the index behind the closing quote; 0 if there is no such name
		 */
		static int endOfQuotedName(String text, int begin) {
			int i = begin + 1;
			while (i < text.length() && !closes(text, i)) {
				boolean pair = text.charAt(i) == '"' || text.charAt(i) == '\\';
				i += pair ? 2 : 1;
			}
			int next = i + 1;
			while (next < text.length() && isSpace(text.charAt(next))) {
				next++;
			}
			return (next < text.length() && text.charAt(next) == '<') ? i + 1 : 0;
		}

		/** A quote that is written twice stands for one, within the name. */
		private static boolean closes(String text, int i) {
			return text.charAt(i) == '"' && (i + 1 == text.length() || text.charAt(i + 1) != '"');
		}

	}

}
