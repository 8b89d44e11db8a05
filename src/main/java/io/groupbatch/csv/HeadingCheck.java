package io.groupbatch.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the headings of a file, so that all of it is told at once.
 */
final class HeadingCheck {

	private static final Set<String> OF_OUR_REPORTS = compared("row", "line", "status", "code", "message", "httpStatus",
			"membersRequested", "membersApplied", "membersNotApplied", "requests", "attempts", "sentAt", "durationMs",
			"isLDAP", "url", "wanted", "present", "missing", "reason");

	private static final Map<String, String> DANGEROUS = dangerous();

	private final long row;

	private final long line;

	private final List<Mistake> mistakes = new ArrayList<>();

	HeadingCheck(long row, long line) {
		this.row = row;
		this.line = line;
	}

	static boolean isIgnored(String heading) {
		return OF_OUR_REPORTS.contains(Column.compared(heading));
	}

	static boolean isReport(List<String> headings) {
		return headings.stream()
			.anyMatch((heading) -> Column.compared(heading).equals(Column.compared("membersRequested")));
	}

	/**
	 * What its rows asked for is not all in a report, and must not be lost in silence.
	 */
	void report() {
		add(null, "This is a report of ours, which does not hold all that its rows asked for",
				"Take the rows from the file that was imported");
	}

	void notAColumn(String heading, int number) {
		String choice = DANGEROUS.get(Column.compared(heading));
		if (Column.compared(heading).isEmpty()) {
			add(null, "Column " + number + " has no heading", "Give it one, or take the column out");
		}
		else if (choice != null) {
			add(heading, "This heading could mean a person or a group", "Rename it to " + choice);
		}
		else {
			add(heading, "Unknown column", cure(heading));
		}
	}

	void twice(Column column, String first, String second) {
		add(second, "\"" + Mistake.printable(first) + "\" and \"" + Mistake.printable(second) + "\" both mean "
				+ column.heading(), "Keep one of them");
	}

	void noGroup() {
		add(null, "No column says which group a row is about", "Add a column groupName or groupId");
	}

	void end() {
		if (!mistakes.isEmpty()) {
			throw new BadFile(mistakes);
		}
	}

	private String cure(String heading) {
		if (heading.chars().anyMatch((c) -> Opening.DELIMITERS.indexOf(c) >= 0)) {
			return "If this should be several columns, say with --delimiter what is between them";
		}
		return Column.nearly(heading)
			.map((column) -> "Did you mean " + column.heading() + "?"
					+ " Rename the heading, or take the column out if it is something else")
			.orElseGet(() -> "Rename it, or take the column out. Known are "
					+ Arrays.stream(Column.values()).map(Column::heading).collect(Collectors.joining(", ")));
	}

	private void add(@Nullable String heading, String problem, String cure) {
		mistakes.add(new Mistake(row, line, heading, null, problem, cure));
	}

	private static Map<String, String> dangerous() {
		Map<String, String> choices = new TreeMap<>();
		compared("name", "names").forEach((name) -> choices.put(name, "groupName, groupManager or members"));
		compared("id", "ids").forEach((id) -> choices.put(id, "groupId, groupManager or members"));
		compared("email", "emails", "mail", "mails", "emailAddress", "emailAddresses", "mailAddress", "mailAddresses",
				"user", "users", "userName", "userNames", "userId", "userIds", "userEmail", "userEmails", "userMail",
				"userMails")
			.forEach((person) -> choices.put(person, "members or groupManager"));
		return choices;
	}

	private static Set<String> compared(String... headings) {
		return Arrays.stream(headings).map(Column::compared).collect(Collectors.toUnmodifiableSet());
	}

}
