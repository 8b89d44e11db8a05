package io.groupbatch.importjob.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.csv.Columns;
import io.groupbatch.journal.People;
import io.groupbatch.journal.PersonEntry;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.Run;

/**
 * Rows of a run as lines of its reports, some at a time: every report says the same of a
 * row.
 */
final class ReportLines {

	private final Run run;

	private final People people;

	private final Columns columns;

	ReportLines(People people, Run run) {
		Run.Header header = run.content().header();
		this.run = run;
		this.people = people;
		this.columns = Columns.again(header.headings(), header.fields());
	}

	/** The cells of these rows, under {@link ReportLine#HEADINGS}. */
	List<List<String>> of(List<? extends ReportRow> rows) {
		ReportLine lines = new ReportLine(this.columns, this.run, emails(rows));
		return rows.stream().map(lines::cells).toList();
	}

	private Map<UUID, String> emails(List<? extends ReportRow> rows) {
		Set<UUID> wanted = rows.stream().flatMap((row) -> row.people().members().stream()).collect(Collectors.toSet());
		return this.people.byId(this.run.number(), wanted)
			.stream()
			.collect(Collectors.toMap(PersonEntry::id, PersonEntry::email));
	}

}
