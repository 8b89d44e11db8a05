package io.groupbatch.importjob.report.csv;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.groupbatch.csv.AtomicCsvFile;
import io.groupbatch.csv.Dialect;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.ImportOptions.Invite;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.invite.Invitation.State;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.invite.InvitedRow;
import io.groupbatch.journal.run.Run;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Writes {@code people-invited.csv}: a line for each person whom a run has invited, or is
 * to invite, and what became of it. A run that invites nobody has no such file.
 */
@Component
public class PeopleInvitedFile {

	/** Other programs read the file by these. */
	private static final List<String> HEADINGS = List.of("email", "status", "type", "personId", "groups", "rows",
			"message", "httpStatus", "attempts", "sentAt");

	private final Invitations invitations;

	PeopleInvitedFile(Invitations invitations) {
		this.invitations = invitations;
	}

	/** Writes the file into the folder of the run; without invitations there is none. */
	public void write(Run run) throws IOException {
		List<Invitation> all = this.invitations.all(run.number()).stream().filter(InvitationMessages::isTold).toList();
		if (all.isEmpty()) {
			return;
		}
		Invite options = ImportOptions.ofLine(run.source().options()).people().invite();
		String type = (options != null && options.asRoomAdmins()) ? "room-admin" : "user";
		Map<String, List<InvitedRow>> rows = this.invitations.rows(run.number());
		try (AtomicCsvFile file = AtomicCsvFile.safe(run.output().resolve("people-invited.csv"), Dialect.OURS)) {
			file.row(HEADINGS);
			for (Invitation invitation : all) {
				file.row(line(invitation, type, rows.getOrDefault(invitation.address(), List.of())));
			}
			file.finish();
		}
	}

	private static List<String> line(Invitation invitation, String type, List<InvitedRow> rows) {
		boolean known = invitation.state() == State.INVITED || invitation.state() == State.PRESENT;
		return List.of(invitation.email(), InvitationMessages.status(invitation), type,
				known ? invitation.person().toString() : "",
				rows.stream()
					.map(InvitedRow::group)
					.filter(Objects::nonNull)
					.distinct()
					.collect(Collectors.joining("; ")),
				rows.stream().map((row) -> String.valueOf(row.number())).distinct().collect(Collectors.joining(" ")),
				InvitationMessages.of(invitation), Objects.toString(invitation.httpStatus(), ""),
				String.valueOf(invitation.attempts()), time(invitation.sentAt()));
	}

	private static String time(@Nullable OffsetDateTime at) {
		return (at != null) ? at.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS).toString() : "";
	}

}
