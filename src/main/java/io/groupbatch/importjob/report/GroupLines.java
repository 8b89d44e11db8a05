package io.groupbatch.importjob.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.Columns;
import io.groupbatch.csv.PersonText;
import io.groupbatch.journal.GroupResult;
import io.groupbatch.journal.GroupResults;
import io.groupbatch.journal.People;
import io.groupbatch.journal.PersonEntry;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.ReportRows;
import io.groupbatch.journal.Run;

/**
 * The groups that rows of a run are about, as lines of its reports: every report says the
 * same of a group. Those that only rows with mistakes are about come last.
 */
final class GroupLines {

	private static final int PAGE = 500;

	private final People people;

	private final GroupResults groups;

	private final ReportRows rows;

	GroupLines(People people, GroupResults groups, ReportRows rows) {
		this.people = people;
		this.groups = groups;
		this.rows = rows;
	}

	/**
	 * Hands every line on; its cells stand under {@link GroupLine#HEADINGS}.
	 */
	void each(Run run, Sink sink) throws IOException {
		found(run, sink);
		others(run, sink);
	}

	private void found(Run run, Sink sink) throws IOException {
		GroupResults.Page page = this.groups.page(run.number(), 0, PAGE);
		while (!page.groups().isEmpty()) {
			GroupLine lines = new GroupLine(run, emails(run, page.groups()));
			for (GroupResult group : page.groups()) {
				sink.line(lines.cells(group));
			}
			page = this.groups.page(run.number(), page.last(), PAGE);
		}
	}

	/** Rows of one name that follow one another are one group. */
	private void others(Run run, Sink sink) throws IOException {
		Run.Header header = run.content().header();
		Columns columns = Columns.again(header.headings(), header.fields());
		GroupLine lines = new GroupLine(run, Map.of());
		String before = "";
		long after = 0;
		List<ReportRow> page = this.rows.pageWithoutGroup(run.number(), after, PAGE);
		while (!page.isEmpty()) {
			for (ReportRow row : page) {
				String name = columns.cell(Column.GROUP_NAME, row.row().cells());
				if (!name.isEmpty() && !name.equals(before)) {
					sink.line(lines.cells(name, wanted(columns, row), row.row().outcome().status()));
				}
				before = name;
				after = row.row().number();
			}
			page = this.rows.pageWithoutGroup(run.number(), after, PAGE);
		}
	}

	private static List<String> wanted(Columns columns, ReportRow row) {
		return PersonText.split(columns.cell(Column.MEMBERS, row.row().cells()))
			.stream()
			.map(PersonText::written)
			.toList();
	}

	private Map<UUID, String> emails(Run run, List<GroupResult> page) {
		Set<UUID> wanted = page.stream().flatMap(GroupLines::people).collect(Collectors.toSet());
		return this.people.byId(run.number(), wanted)
			.stream()
			.filter((person) -> !person.email().isEmpty())
			.collect(Collectors.toMap(PersonEntry::id, PersonEntry::email));
	}

	private static Stream<UUID> people(GroupResult group) {
		return Stream
			.of(Stream.ofNullable(group.group().manager()), group.group().people().stream(),
					group.wish().missing().stream())
			.flatMap((people) -> people);
	}

	/** Takes lines. */
	@FunctionalInterface
	interface Sink {

		/** Takes the next line. */
		void line(List<String> cells) throws IOException;

	}

}
