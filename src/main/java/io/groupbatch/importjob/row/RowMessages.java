package io.groupbatch.importjob.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.groupbatch.journal.row.BlockReason;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.OmittedPerson.Why;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;

/**
 * The sentences about a row that several steps use. The journal itself keeps codes and
 * facts; where it sets an outcome by its code alone, {@link #complete} adds the sentence
 * when the outcome is shown.
 */
public final class RowMessages {

	/** A row for which there is nothing to do. */
	public static final RowResult ALREADY_SO = new RowResult(RowStatus.UNCHANGED, Code.ALREADY_SO,
			"The portal has this already; nothing was sent.");

	/** A row that leaves its group alone. */
	public static final RowResult EXISTING_SKIPPED = new RowResult(RowStatus.UNCHANGED, Code.EXISTING_SKIPPED,
			"The group is there already; --existing skip leaves it alone.");

	/** A row that takes people out of all groups, who are in none. */
	public static final RowResult IN_NO_GROUP = new RowResult(RowStatus.UNCHANGED, Code.ALREADY_SO,
			"These people are in no group; nothing was sent.");

	/** A row that takes people out of all groups, but not out of a directory's. */
	public static final RowResult LDAP_SKIPPED = new RowResult(RowStatus.UNCHANGED, Code.LDAP_SKIPPED,
			"The group comes from a directory (LDAP), so its members stay in it. Remove them in the directory.");

	/** The beginning of what is said of a row whose group is as the row says. */
	public static final String AS_WANTED = "As the row says: ";

	private static final String MEND = " Fix that row, then import both.";

	private static final String ALL_THE_SAME = " Fix that row, then import both; to delete the group anyway,"
			+ " import the delete in a separate file.";

	private RowMessages() {
	}

	/**
	 * The outcome with a sentence, where the journal has set it by its code alone.
	 */
	public static RowResult complete(RowResult outcome) {
		if (outcome.message() != null || outcome.code() == null) {
			return outcome;
		}
		return switch (outcome.code()) {
			case IN_DOUBT -> outcome
				.saying("Sent, but no answer proves whether it was done. Try resume: it looks at the group again.");
			case GIVEN_UP -> outcome.saying("The run was cancelled.");
			default -> outcome;
		};
	}

	/** The sentence of an outcome, to be shown; empty when there is none. */
	public static String text(RowResult outcome) {
		return Objects.requireNonNullElse(complete(outcome).message(), "");
	}

	/**
	 * Why a row is not done: something before it was not.
	 */
	public static String of(BlockReason blocker) {
		return switch (blocker.cause()) {
			case NAME_IN_USE -> "The name is still in use, because the row that gives it up was not done." + MEND;
			case NAME_NOT_GIVEN -> "The row that gives the group this name was not done." + MEND;
			case GROUP_NOT_MADE -> "The row that creates the group was not done." + MEND;
			case TAKES_OUT ->
				"Row %d, which takes people out of this group, was not completely done. The group is not deleted, because these people would lose it."
					.formatted(blocker.row()) + ALL_THE_SAME;
			case PUTS_ELSEWHERE ->
				("Row %d, which puts people who are or were in this group into another group, was not done for all of them."
						+ " The group is not deleted, so that nobody is lost.")
					.formatted(blocker.row()) + ALL_THE_SAME;
			case LEAVES_IN ->
				"Row %d leaves people in this group: %s. The group is not deleted, because these people would lose it."
					.formatted(blocker.row(), blocker.people()) + ALL_THE_SAME;
		};
	}

	/**
	 * What becomes of a row that would be done, if nobody had been left out.
	 */
	public static RowResult without(List<OmittedPerson> people, RowResult outcome) {
		boolean done = outcome.status() == RowStatus.SUCCEEDED || outcome.status() == RowStatus.UNCHANGED;
		return (done && !people.isEmpty()) ? new RowResult(RowStatus.PARTIAL, OmittedPerson.code(people),
				sentence(people) + " " + rest(String.valueOf(outcome.message()))) : outcome;
	}

	/** Without those people, not all is as the row wants it. */
	private static String rest(String message) {
		if (message.equals(ALREADY_SO.message())) {
			return "The portal has the rest already; nothing was sent.";
		}
		return message.startsWith(AS_WANTED) ? "Otherwise as the row says: " + message.substring(AS_WANTED.length())
				: message;
	}

	/**
	 * A row that asked for nothing but these people.
	 */
	public static RowResult nothingLeft(List<OmittedPerson> people) {
		return new RowResult(RowStatus.FAILED, OmittedPerson.code(people),
				sentence(people) + " Nothing is left to do.");
	}

	/** A row whose people all have to stay in the group. */
	public static RowResult stays(List<OmittedPerson> people) {
		return new RowResult(RowStatus.PARTIAL, OmittedPerson.code(people), sentence(people) + " Nothing was sent.");
	}

	/**
	 * Who was left out, and why.
	 */
	public static String of(OmittedPerson person) {
		return person.written() + " (" + of(person.why()) + ")";
	}

	/**
	 * Why a person could not be matched or added, in a few words.
	 */
	public static String of(Why why) {
		return switch (why) {
			case MISSING -> "no such user";
			case NOT_INVITED -> "could not be invited";
			case BY_USER_MAP -> "left out by the user map";
			case AMBIGUOUS -> "several users have this address";
			case GUEST -> "a guest";
			case DISABLED -> "disabled";
			case NOT_IN_GROUP -> "not in the group";
			case MANAGES -> "manages the group";
			case HOLDS_BACK -> "removals are held back";
		};
	}

	private static String advice(Why why) {
		return switch (why) {
			case MISSING -> "Correct the address, or invite them.";
			case NOT_INVITED -> "Look into people-invited.csv for the reason.";
			case BY_USER_MAP -> "Complete the user map.";
			case AMBIGUOUS -> "Write the id.";
			case GUEST -> "Change guests to users.";
			case DISABLED -> "Enable them.";
			case MANAGES -> "Give the group another manager, then import the row again.";
			case NOT_IN_GROUP -> "Remove them from the row, or correct the group.";
			case HOLDS_BACK -> "Fix that row.";
		};
	}

	private static String sentence(List<OmittedPerson> people) {
		List<String> sentences = new ArrayList<>();
		List<OmittedPerson> missing = people.stream().filter((person) -> !person.holdsBack()).toList();
		if (!missing.isEmpty()) {
			sentences.add(missing.stream()
				.map((person) -> "%s (%s%s)".formatted(person.written(), person.asManager() ? "as manager; " : "",
						of(person.why())))
				.collect(Collectors.joining(", ", "Left out: ", ".")));
			missing.stream().map((person) -> advice(person.why())).distinct().forEach(sentences::add);
		}
		people.stream()
			.filter(OmittedPerson::holdsBack)
			.forEach((row) -> sentences
				.add("Removals were held back, because of row %s. Fix it, and import again.".formatted(row.written())));
		return String.join(" ", sentences);
	}

}
