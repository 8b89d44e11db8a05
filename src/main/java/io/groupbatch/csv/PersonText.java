package io.groupbatch.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 */
public record PersonText(String written, @Nullable String email, @Nullable UUID id) {

	private static final String SEPARATORS = ";|,\r\n";

	private static final Pattern SPACES = Pattern.compile("[\\s\\h\\v]+");

	private static final Pattern TEXT_AND_ADDRESS = Pattern.compile("([^<>]*)<([^<>]*)>");

	private static final Pattern EMAIL = Pattern.compile("[^@<>\\s\\h\\v]+@[^@<>\\s\\h\\v]+");

	private static final int LONGEST_EMAIL = 255;

	private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	/**
	 * The people of a cell that may hold several.
	 * @param membersCell the cell, its formula escape taken off
	 * @return the people in the order of the cell, repeated ones repeated; empty when the
	 * cell is blank
	 */
	public static List<PersonText> split(String membersCell) {
		return pieces(membersCell).stream()
			.map(PersonText::strip)
			.filter((piece) -> !piece.isEmpty())
			.flatMap(PersonText::ofPiece)
			.toList();
	}

	/**
	 * The person of a cell that holds one.
	 * @param managerCell the cell, its formula escape taken off
	 * @return the person; unknown when the cell is blank or names several
	 */
	public static PersonText of(String managerCell) {
		List<PersonText> people = split(managerCell);
		return (people.size() == 1) ? people.get(0) : unknown(strip(managerCell));
	}

	private static List<String> pieces(String cell) {
		List<String> pieces = new ArrayList<>();
		int begin = 0;
		boolean bracketed = false;
		for (int i = 0; i < cell.length(); i++) {
			char c = cell.charAt(i);
			bracketed = (c == '<') || (bracketed && c != '>');
			if (!bracketed && SEPARATORS.indexOf(c) >= 0) {
				pieces.add(cell.substring(begin, i));
				begin = i + 1;
			}
		}
		pieces.add(cell.substring(begin));
		return pieces;
	}

	private static Stream<PersonText> ofPiece(String piece) {
		Matcher named = TEXT_AND_ADDRESS.matcher(piece);
		if (named.matches()) {
			return Stream.of(named(piece, strip(named.group(1)), strip(named.group(2))));
		}
		List<PersonText> parts = parts(piece);
		return parts.stream().allMatch(PersonText::isKnown) ? parts.stream() : Stream.of(unknown(piece));
	}

	// Another address in the text would be a second person, lost without a word
	private static PersonText named(String piece, String text, String address) {
		PersonText person = ofWord(address);
		boolean alone = parts(text).stream()
			.allMatch((part) -> !part.isKnown() || part.written().equalsIgnoreCase(address));
		return alone ? new PersonText(piece, person.email(), person.id()) : unknown(piece);
	}

	private static List<PersonText> parts(String text) {
		return Arrays.stream(SPACES.split(text, -1)).map(PersonText::ofWord).toList();
	}

	private static PersonText ofWord(String word) {
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

	private boolean isKnown() {
		return email != null || id != null;
	}

}
