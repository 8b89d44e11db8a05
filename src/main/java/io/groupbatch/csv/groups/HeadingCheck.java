package io.groupbatch.csv.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.text.SpellingSuggestion;
import io.groupbatch.csv.CsvError;
import io.groupbatch.csv.CsvFileException;
import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.FormatDetector;
import io.groupbatch.text.Invisible;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the headings of a file, so that all of it is told at once.
 */
final class HeadingCheck {

	private static final Set<String> OF_OUR_REPORTS = compared("row", "line", "status", "code", "message", "httpStatus",
			"membersRequested", "membersApplied", "membersNotApplied", "requests", "attempts", "sentAt", "durationMs",
			Columns.OPEN_ROWS, "isLDAP", "url", "wanted", "present", "missing", "reason");

	private static final Set<String> OF_LIST_OF_GROUPS = compared("url", "wanted", "present", "missing");

	private static final Map<String, List<Column>> DANGEROUS = dangerous();

	private static final Pattern SPACES = Pattern.compile("[\\s\\h\\v]+");

	private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

	private final CsvRow header;

	private final Set<Column> meant = EnumSet.noneOf(Column.class);

	private final List<CsvError> mistakes = new ArrayList<>();

	private boolean fieldsTold;

	/**
	 * Checks headings.
	 * @param meant what is meant by those that are understood
	 */
	HeadingCheck(CsvRow header, List<Optional<Column>> meant) {
		this.header = header;
		meant.forEach((column) -> column.ifPresent(this.meant::add));
	}

	static boolean isIgnored(String heading) {
		return OF_OUR_REPORTS.contains(Column.compared(heading));
	}

	static boolean isReport(List<String> headings) {
		return headings.stream()
			.anyMatch((heading) -> Column.compared(heading).equals(Column.compared("membersRequested")));
	}

	static boolean isListOfGroups(List<String> headings) {
		return headings.stream().map(Column::compared).toList().containsAll(OF_LIST_OF_GROUPS);
	}

	/** Whether cells, if need be parted otherwise, name a group's column. */
	static boolean looksLikeHeadings(CsvRow row) {
		return row.cells()
			.stream()
			.flatMap((cell) -> Stream.of(cell.split("[" + FormatDetector.DELIMITERS + "]")))
			.map(Column::of)
			.flatMap(Optional::stream)
			.anyMatch((column) -> column == Column.GROUP_NAME || column == Column.GROUP_ID);
	}

	/** The headings stand further below. */
	static CsvFileException above(CsvRow headings) {
		return new CsvFileException(List.of(new CsvError(1, 1, null, null,
				"The headings are in line %d, and lines are above them".formatted(headings.line()),
				"Delete everything above the headings: the first line must name the columns")));
	}

	/** Such a row has counts of people, and what a group lacks is not asked for. */
	void listOfGroups() {
		add(null, "This is groups.csv, the list of groups of a run, which says what is there and not what to do",
				"Take the rows from the file that was imported, or write the groups with the command export. If you do want these rows, add a column operation");
	}

	/**
	 * What its rows asked for is not all in a report, and must not be lost silently.
	 */
	void report() {
		add(null, "This is a report of Groupbatch, which does not contain all that the rows asked for",
				"Take the rows from the file that was imported");
	}

	/** To send rows that may have been sent could double them. */
	void openRows() {
		add(null, "These rows belong to a run that is not finished; an import could do them twice",
				"Continue that run: the column " + Columns.OPEN_ROWS + " has its number, for resume");
	}

	void notAColumn(String heading, int number) {
		List<Column> choices = DANGEROUS.get(Column.compared(heading));
		if (Column.compared(heading).isEmpty()) {
			add(null, "Column " + number + " has no heading",
					"Give it one, or take the column out, or give --ignore-other-columns");
		}
		else if (choices != null) {
			add(heading, "This heading could mean a person or a group", choose(heading, choices));
		}
		else {
			add(heading, "Unknown column", cure(heading));
		}
	}

	/** The user says what a column means that is not there. */
	void lacking(String heading) {
		List<String> there = header.cells().stream().filter((cell) -> !Invisible.isBlank(cell)).toList();
		List<String> compared = there.stream().map(Column::compared).toList();
		String cure = SpellingSuggestion.nearest(Column.compared(heading), compared)
			.map((near) -> "Did you mean " + quoted(there.get(compared.indexOf(near))) + "?")
			.orElseGet(() -> "Its columns are "
					+ there.stream().map(HeadingCheck::quoted).collect(Collectors.joining(", ")));
		add(heading, "--map names a column that the file does not have", cure);
	}

	void twice(Column column, String first, String second) {
		String typed = typed(second);
		String leaveOut = (typed != null && !Column.isSame(first, second))
				? ", or leave one out: " + option("--ignore-column", typed) : "";
		add(second, quoted(first) + " and " + quoted(second) + " both mean " + column.heading(),
				"Keep one of them" + leaveOut);
	}

	void noGroup() {
		add(null, "No column says which group a row is about",
				"Add a column groupName or groupId, or say which one it is: --map COLUMN=groupName");
	}

	void groupAndGroups() {
		add(null, "The file names one group for each row, and also has the column groups",
				"Keep groups for a file with a row for each person, or groupName and groupId for one with a row for"
						+ " each group; leave the other out with --ignore-column");
	}

	void end() {
		if (!mistakes.isEmpty() && meant.isEmpty() && header.cells().stream().anyMatch((cell) -> cell.contains("@"))) {
			mistakes.clear();
			add(null, "The first row looks like data, not like headings",
					"Add a row above it that names the columns, such as operation,groupName,groupManager,members");
		}
		if (!mistakes.isEmpty()) {
			throw new CsvFileException(mistakes);
		}
	}

	private String choose(String heading, List<Column> choices) {
		String typed = typed(heading);
		List<Column> free = choices.stream().filter((column) -> column.mayRepeat() || !meant.contains(column)).toList();
		if (typed == null) {
			return "Rename it to " + free.stream().map(Column::heading).collect(Collectors.joining(" or "));
		}
		return "Say which: " + free.stream()
			.map((column) -> option("--map", typed + "=" + column.heading()))
			.collect(Collectors.joining(" or ")) + "; or leave it out: " + option("--ignore-column", typed);
	}

	private String cure(String heading) {
		String typed = typed(heading);
		if (heading.chars().anyMatch((c) -> FormatDetector.DELIMITERS.indexOf(c) >= 0)) {
			return "If this should be several columns, say with --delimiter what is between them"
					+ ((typed != null) ? "; if it is one, say what it is: " + option("--map", typed + "=FIELD") : "");
		}
		if (typed == null) {
			return "Rename it, or take the column out";
		}
		String leaveOut = " or leave it out: " + option("--ignore-column", typed);
		return Column.nearly(heading)
			.map((column) -> "Did you mean " + column.heading() + "? Say so: "
					+ option("--map", typed + "=" + column.heading()) + leaveOut)
			.orElseGet(() -> "Say what it is: " + option("--map", typed + "=FIELD") + leaveOut + fields());
	}

	/** What all unknown columns have in common is told once. */
	private String fields() {
		boolean first = !fieldsTold;
		fieldsTold = true;
		return first ? " (all such columns: --ignore-other-columns). FIELD is one of " + Column.list() : "";
	}

	private void add(@Nullable String heading, String problem, String cure) {
		mistakes.add(new CsvError(header.row(), header.line(), heading, null, problem, cure));
	}

	/** The heading as a user can type it, null when that is impossible. */
	private static @Nullable String typed(String heading) {
		String typed = SPACES.matcher(heading).replaceAll(" ").strip();
		return typed.equals(CsvError.printable(typed)) ? typed : null;
	}

	private static String option(String name, String value) {
		boolean plain = NEEDS_NO_QUOTES.matcher(value).matches();
		return name + " " + (plain ? value : "'" + value.replace("'", "'\\''") + "'");
	}

	private static String quoted(String heading) {
		return "\"" + CsvError.printable(heading) + "\"";
	}

	private static Map<String, List<Column>> dangerous() {
		Map<String, List<Column>> choices = new TreeMap<>();
		compared("name", "names")
			.forEach((name) -> choices.put(name, List.of(Column.GROUP_NAME, Column.GROUP_MANAGER, Column.MEMBERS)));
		compared("id", "ids")
			.forEach((id) -> choices.put(id, List.of(Column.GROUP_ID, Column.GROUP_MANAGER, Column.MEMBERS)));
		compared("email", "emails", "mail", "mails", "emailAddress", "emailAddresses", "mailAddress", "mailAddresses",
				"user", "users", "userName", "userNames", "userId", "userIds", "userEmail", "userEmails", "userMail",
				"userMails")
			.forEach((person) -> choices.put(person, List.of(Column.MEMBERS, Column.GROUP_MANAGER)));
		return choices;
	}

	private static Set<String> compared(String... headings) {
		return Arrays.stream(headings).map(Column::compared).collect(Collectors.toUnmodifiableSet());
	}

}
