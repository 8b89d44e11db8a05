package io.groupbatch.importjob.report;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.Columns;
import io.groupbatch.csv.PersonText;
import io.groupbatch.journal.LeftOut;
import io.groupbatch.journal.Outcome;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Run;

import org.jspecify.annotations.Nullable;

/**
 * One line of {@code report.csv} (design section 8). Other programs read it by its
 * headings.
 */
final class ReportLine {

	static final List<String> HEADINGS = List.of("row", "line", "operation", "groupId", "groupName", "status", "code",
			"message", "httpStatus", "groupManager", "membersRequested", "membersApplied", "membersNotApplied",
			"requests", "attempts", "sentAt", "durationMs");

	private final Columns columns;

	private final Run run;

	private final Map<UUID, String> emails;

	/**
	 * Writes lines for some rows of a run.
	 * @param run tells why a row waits
	 * @param emails of the people of these rows
	 */
	ReportLine(Columns columns, Run run, Map<UUID, String> emails) {
		this.columns = columns;
		this.run = run;
		this.emails = emails;
	}

	List<String> cells(ReportRow row) {
		Outcome outcome = Told.of(row, this.run);
		List<String> line = new ArrayList<>(HEADINGS.size());
		line.add(String.valueOf(row.row().number()));
		line.add(String.valueOf(row.row().line()));
		line.add(row.row().operation());
		line.add((row.groupId() != null) ? row.groupId().toString() : cell(Column.GROUP_ID, row));
		line.add(cell(Column.GROUP_NAME, row).isEmpty() ? text(row.groupName()) : cell(Column.GROUP_NAME, row));
		line.add(outcome.status().name());
		line.add((outcome.code() != null) ? outcome.code().name() : "");
		line.add(text(outcome.message()));
		line.add((row.sending() != null) ? text(row.sending().httpStatus()) : "");
		line.add(cell(Column.GROUP_MANAGER, row));
		addMembers(row, outcome.status(), line);
		line.add(String.valueOf(row.requests()));
		addSending(row.sending(), line);
		return line;
	}

	private void addMembers(ReportRow row, RowStatus status, List<String> line) {
		String requested = PersonText.split(cell(Column.MEMBERS, row))
			.stream()
			.map(ReportLine::address)
			.collect(Collectors.joining(";"));
		line.add(requested);
		switch (status) {
			case SUCCEEDED, UNCHANGED, PARTIAL -> {
				Set<UUID> missed = new HashSet<>(row.people().notApplied());
				line.add(list(row.people().members().stream().filter((person) -> !missed.contains(person))));
				Stream<String> leftOut = row.people()
					.leftOut()
					.stream()
					.filter(LeftOut::isMember)
					.map(LeftOut::written);
				line.add(Stream.concat(row.people().notApplied().stream().map(this::email), leftOut)
					.collect(Collectors.joining(";")));
			}
			case INVALID, FAILED, CANCELLED -> {
				line.add("");
				line.add(requested);
			}
			case UNKNOWN, NOT_SENT -> {
				line.add("");
				line.add("");
			}
		}
	}

	private static void addSending(ReportRow.@Nullable Sending sending, List<String> line) {
		line.add((sending != null) ? String.valueOf(sending.attempts()) : "0");
		line.add((sending != null)
				? sending.sentAt().withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS).toString()
				: "");
		line.add((sending != null) ? text(sending.millis()) : "");
	}

	private static String address(PersonText person) {
		if (person.email() != null) {
			return person.email();
		}
		return (person.id() != null) ? person.id().toString() : person.written();
	}

	private String list(Stream<UUID> people) {
		return people.map(this::email).collect(Collectors.joining(";"));
	}

	private String email(UUID person) {
		return this.emails.getOrDefault(person, person.toString());
	}

	private String cell(Column column, ReportRow row) {
		return this.columns.cell(column, row.row().cells());
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
