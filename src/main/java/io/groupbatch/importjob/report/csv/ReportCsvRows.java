package io.groupbatch.importjob.report.csv;

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

import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.csv.groups.GroupList;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.report.ReportRow;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;

import org.jspecify.annotations.Nullable;

/**
 * The lines of {@code report.csv} (docs/reports.md, "report.csv"), which other programs
 * read by its headings. The page of a run shows the same lines: every report says the
 * same of a row.
 */
public final class ReportCsvRows {

	public static final List<String> HEADINGS = List.of("row", "line", "operation", "groupId", "groupName", "status",
			"code", "message", "httpStatus", "groupManager", "membersRequested", "membersApplied", "membersNotApplied",
			"requests", "attempts", "sentAt", "durationMs");

	private static final String GO_ON = " Continue with resume.";

	private final Run run;

	private final PortalPeople people;

	private final Invitations invitations;

	private final boolean invites;

	private final Columns columns;

	public ReportCsvRows(PortalPeople people, Invitations invitations, Run run) {
		Run.Header header = run.content().header();
		this.run = run;
		this.people = people;
		this.invitations = invitations;
		this.invites = invitations.isAny(run.number());
		this.columns = Columns.again(header.headings(), header.fields());
	}

	/** The cells of these rows, under {@link #HEADINGS}. */
	public List<List<String>> of(List<ReportRow> rows) {
		Set<UUID> wanted = rows.stream().flatMap((row) -> row.people().members().stream()).collect(Collectors.toSet());
		Map<UUID, String> emails = this.people.byId(this.run.number(), wanted)
			.stream()
			.collect(Collectors.toMap(PersonEntry::id, PersonEntry::email));
		Map<Long, List<String>> invited = this.invites
				? this.invitations.invited(this.run.number(), rows.stream().map((row) -> row.row().number()).toList())
				: Map.of();
		return rows.stream()
			.map((row) -> cells(row, emails, invited.getOrDefault(row.row().number(), List.of())))
			.toList();
	}

	/** What became of a row: one that waits says what for. */
	static RowResult outcome(ReportRow row, Run run) {
		RowResult outcome = row.row().outcome();
		if (outcome.status() != RowStatus.NOT_SENT || outcome.code() != null) {
			return RowMessages.complete(outcome);
		}
		if (run.state() == RunState.WAITING) {
			return new RowResult(RowStatus.NOT_SENT, Code.BEHIND_UNKNOWN,
					"An earlier row of the same group is in doubt; this one waits for it. Try resume.");
		}
		return new RowResult(RowStatus.NOT_SENT, Code.NOT_REACHED, why(run));
	}

	private static String why(Run run) {
		StopCause halt = run.halt();
		if (halt == null) {
			return (run.state() == RunState.PLANNED) ? "Planned, and not sent yet. Send it with apply."
					: "The run has not come to this row." + GO_ON;
		}
		boolean bySignal = halt.reason() == StopReason.INTERRUPTED || halt.reason() == StopReason.TERMINATED;
		return "The run stopped first: " + halt.sentence() + (bySignal ? GO_ON : "");
	}

	private List<String> cells(ReportRow row, Map<UUID, String> emails, List<String> invited) {
		RowResult outcome = outcome(row, this.run);
		List<String> line = new ArrayList<>(HEADINGS.size());
		line.add(String.valueOf(row.row().shownNumber()));
		line.add(String.valueOf(row.row().line()));
		line.add(row.row().operation());
		List<String> groups = GroupList.split(cell(Column.GROUPS, row));
		String written = cell(Column.GROUP_NAME, row) + String.join(";", groups);
		boolean byId = groups.size() == 1 && GroupList.isId(written);
		line.add((row.groupId() != null) ? row.groupId().toString() : byId ? written : cell(Column.GROUP_ID, row));
		line.add((byId || written.isEmpty()) ? text(row.groupName()) : written);
		line.add(outcome.status().name());
		line.add((outcome.code() != null) ? outcome.code().name() : "");
		line.add((invited.isEmpty() ? "" : InvitationMessages.invited(invited) + " ") + text(outcome.message()));
		line.add((row.sending() != null) ? text(row.sending().httpStatus()) : "");
		line.add(cell(Column.GROUP_MANAGER, row));
		addMembers(row, outcome.status(), emails, line);
		line.add(String.valueOf(row.requests()));
		addSending(row.sending(), line);
		return line;
	}

	private void addMembers(ReportRow row, RowStatus status, Map<UUID, String> emails, List<String> line) {
		String requested = PersonReference.split(cell(Column.MEMBERS, row))
			.stream()
			.map(ReportCsvRows::address)
			.collect(Collectors.joining(";"));
		line.add(requested);
		switch (status) {
			case SUCCEEDED, UNCHANGED, PARTIAL -> {
				Set<UUID> missed = new HashSet<>(row.people().notApplied());
				line.add(row.people()
					.members()
					.stream()
					.filter((person) -> !missed.contains(person))
					.map((person) -> email(person, emails))
					.collect(Collectors.joining(";")));
				Stream<String> leftOut = row.people()
					.leftOut()
					.stream()
					.filter(OmittedPerson::isMember)
					.map(OmittedPerson::written);
				line.add(Stream
					.concat(row.people().notApplied().stream().map((person) -> email(person, emails)), leftOut)
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

	private static String address(PersonReference person) {
		if (person.email() != null) {
			return person.email();
		}
		return (person.id() != null) ? person.id().toString() : person.written();
	}

	private static String email(UUID person, Map<UUID, String> emails) {
		return emails.getOrDefault(person, person.toString());
	}

	private String cell(Column column, ReportRow row) {
		return this.columns.cell(column, row.row().cells());
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
