package io.groupbatch.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a row names and who cannot be had, so that the row goes on without.
 *
 * @param written what stands in the file
 * @param asManager whether the row wanted this person as manager, not as member
 * @param why the reason
 */
public record LeftOut(String written, boolean asManager, Why why) {

	private static final String MANAGER = "manager";

	private static final String MEMBER = "member";

	/** Why somebody cannot be had. */
	public enum Why {

		/** The portal has no such user. */
		MISSING(Code.USER_MISSING, "no such user", "Correct the address, or invite them."),
		/** The user map says so. */
		BY_USER_MAP(Code.USER_MISSING, "left out by the user map", "Complete the user map."),
		/** Several users match. */
		AMBIGUOUS(Code.USER_AMBIGUOUS, "several users have this address", "Write the id."),
		/** Guests cannot be in groups. */
		GUEST(Code.USER_IS_GUEST, "a guest", "Make guests users."),
		/** Disabled people cannot be added. */
		DISABLED(Code.USER_IS_DISABLED, "disabled", "Enable them."),
		/** Nobody, but a row because of which others are not removed. */
		HOLDS_BACK(Code.REMOVALS_HELD_BACK, "removals are held back", "Mend that row.");

		private final Code code;

		private final String words;

		private final String cure;

		Why(Code code, String words, String cure) {
			this.code = code;
			this.words = words;
			this.cure = cure;
		}

		/** The code of a row for this reason. */
		public Code code() {
			return this.code;
		}

		/** For people. */
		public String words() {
			return this.words;
		}

	}

	/** Whether the row wanted somebody as member. */
	public boolean isMember() {
		return !this.asManager && this.why != Why.HOLDS_BACK;
	}

	/** Whether this row, or another one of the same wish, keeps people in the group. */
	public boolean holdsBack() {
		return this.why == Why.HOLDS_BACK;
	}

	/**
	 * What becomes of a row that would be done, if nobody had been left out.
	 */
	public static Outcome judge(Outcome outcome, List<LeftOut> people) {
		boolean done = outcome.status() == RowStatus.SUCCEEDED || outcome.status() == RowStatus.UNCHANGED;
		return (done && !people.isEmpty())
				? new Outcome(RowStatus.PARTIAL, code(people), sentence(people) + " " + outcome.message()) : outcome;
	}

	/**
	 * A row that asked for nothing but these people.
	 */
	public static Outcome nothingLeft(List<LeftOut> people) {
		return new Outcome(RowStatus.FAILED, code(people), sentence(people) + " Nothing is left to do.");
	}

	private static Code code(List<LeftOut> people) {
		return people.stream().map((person) -> person.why().code()).min(Comparator.naturalOrder()).orElseThrow();
	}

	private static String sentence(List<LeftOut> people) {
		List<String> sentences = new ArrayList<>();
		String missing = people.stream()
			.filter((person) -> !person.holdsBack())
			.map((person) -> "%s (%s%s)".formatted(person.written(), person.asManager() ? "as manager; " : "",
					person.why().words()))
			.collect(Collectors.joining(", "));
		if (!missing.isEmpty()) {
			sentences.add("Left out: " + missing + ".");
			people.stream()
				.filter((person) -> !person.holdsBack())
				.map((person) -> person.why().cure)
				.distinct()
				.forEach(sentences::add);
		}
		people.stream()
			.filter(LeftOut::holdsBack)
			.forEach((row) -> sentences.add(
					"Removals were held back, because of row %s. Mend it, and import again.".formatted(row.written())));
		return String.join(" ", sentences);
	}

	/** Whether a row has that code because somebody was left out of it. */
	static boolean isReason(@Nullable Code code) {
		return Arrays.stream(Why.values()).anyMatch((why) -> why.code() == code);
	}

	/** For people: who, and why. */
	public String told() {
		return this.written + " (" + this.why.words() + ")";
	}

	/** One text, for the database. */
	String kept() {
		return this.why + " " + (this.asManager ? MANAGER : MEMBER) + " " + this.written;
	}

	static LeftOut of(String kept) {
		String[] parts = kept.split(" ", 3);
		return new LeftOut(parts[2], parts[1].equals(MANAGER), Why.valueOf(parts[0]));
	}

}
