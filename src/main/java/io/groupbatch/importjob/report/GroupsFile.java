package io.groupbatch.importjob.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.Columns;
import io.groupbatch.csv.Dialect;
import io.groupbatch.csv.PersonText;
import io.groupbatch.importjob.RunNumber;
import io.groupbatch.journal.GroupResult;
import io.groupbatch.journal.GroupResults;
import io.groupbatch.journal.People;
import io.groupbatch.journal.PersonEntry;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.ReportRows;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Writes {@code groups.csv}: how every group stands that rows are about. Those that only
 * rows with mistakes are about come last. While nothing was sent there is no such file.
 */
class GroupsFile implements StepExecutionListener {

	private static final int PAGE = 500;

	private final Runs runs;

	private final People people;

	private final GroupResults groups;

	private final ReportRows rows;

	GroupsFile(Runs runs, People people, GroupResults groups, ReportRows rows) {
		this.runs = runs;
		this.people = people;
		this.groups = groups;
		this.rows = rows;
	}

	/**
	 * Before the step, for Batch only logs what goes wrong after it.
	 */
	@Override
	public void beforeStep(StepExecution step) {
		Run run = this.runs.get(RunNumber.of(step));
		try (ReportFile file = new ReportFile(run.output(), "groups.csv", Dialect.OURS)) {
			if (!run.state().isBeforeSending() && run.state() != RunState.REFUSED) {
				file.row(GroupLine.HEADINGS);
				write(run, file);
				writeOthers(run, file);
			}
			file.finish();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(Run run, ReportFile file) throws IOException {
		GroupResults.Page page = this.groups.page(run.number(), 0, PAGE);
		while (!page.groups().isEmpty()) {
			GroupLine lines = new GroupLine(run, emails(run, page.groups()));
			for (GroupResult group : page.groups()) {
				file.row(lines.cells(group));
			}
			page = this.groups.page(run.number(), page.last(), PAGE);
		}
	}

	/** Rows of one name that follow one another are one group. */
	private void writeOthers(Run run, ReportFile file) throws IOException {
		Run.Header header = this.runs.header(run.number());
		Columns columns = Columns.again(header.headings(), header.fields());
		GroupLine lines = new GroupLine(run, Map.of());
		String before = "";
		long after = 0;
		List<ReportRow> page = this.rows.pageWithoutGroup(run.number(), after, PAGE);
		while (!page.isEmpty()) {
			for (ReportRow row : page) {
				String name = columns.cell(Column.GROUP_NAME, row.row().cells());
				if (!name.isEmpty() && !name.equals(before)) {
					file.row(lines.cells(name, wanted(columns, row), row.row().outcome().status()));
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
		Set<UUID> wanted = page.stream().flatMap(GroupsFile::people).collect(Collectors.toSet());
		return this.people.byId(run.number(), wanted)
			.stream()
			.filter((person) -> !person.email().isEmpty())
			.collect(Collectors.toMap(PersonEntry::id, PersonEntry::email));
	}

	private static Stream<UUID> people(GroupResult group) {
		return Stream
			.of(Stream.ofNullable(group.people().manager()), group.people().members().stream(),
					group.wish().missing().stream())
			.flatMap((people) -> people);
	}

}
