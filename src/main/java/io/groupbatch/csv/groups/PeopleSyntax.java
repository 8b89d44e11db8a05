package io.groupbatch.csv.groups;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * How the people of a cell are told apart.
 *
 * @param users who is meant by a text of the file
 * @param names whether a text is a person's name, as far as that is known
 * @param separator what the user says is between two people, in addition to a new line;
 * null: {@code ;} and {@code |}, and {@code ,} where it belongs to no name
 */
public record PeopleSyntax(UserMap users, Predicate<String> names, @Nullable Character separator) {

	/** Nothing is said, and nobody's name is known. */
	static final PeopleSyntax USUAL = of(UserMap.NONE);

	/** The usual separators, and a user map. */
	public static PeopleSyntax of(UserMap users) {
		return new PeopleSyntax(users, (text) -> false, null);
	}

	/** The same, with the names of the people that there are. */
	public PeopleSyntax knowing(Predicate<String> people) {
		return new PeopleSyntax(this.users, people, this.separator);
	}

	/** The characters that separate people wherever they stand. */
	String separators() {
		return ((this.separator != null) ? this.separator : ";|") + "\r\n";
	}

	/** Whether a comma may separate people, too. */
	boolean splitsAtCommas() {
		return this.separator == null;
	}

}
