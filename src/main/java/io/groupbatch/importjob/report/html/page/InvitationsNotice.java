package io.groupbatch.importjob.report.html.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.groupbatch.importjob.report.csv.InvitationMessages;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.invite.Invitation.State;

/**
 * Static method that tells on a page whom a run has invited, and who could not be.
 */
final class InvitationsNotice {

	private static final int MAX_NAMED = 20;

	private InvitationsNotice() {
	}

	/** The notice; nothing when the run invites nobody. */
	static Optional<Page.Notice> of(List<Invitation> all) {
		List<Invitation> told = all.stream().filter(InvitationMessages::isTold).toList();
		if (told.isEmpty()) {
			return Optional.empty();
		}
		List<Invitation> invited = in(told, State.INVITED);
		List<Invitation> refused = in(told, State.REFUSED);
		long open = (long) in(told, State.PLANNED).size() + in(told, State.SENT).size();
		StringBuilder text = new StringBuilder();
		if (!invited.isEmpty()) {
			text.append(InvitationMessages.names(invited.stream().map(Invitation::email).toList(), MAX_NAMED))
				.append(". ");
		}
		if (open > 0) {
			text.append(NumberFormats.of(open, "person is", "people are")).append(" still to be invited. ");
		}
		if (!refused.isEmpty()) {
			text.append(refused.stream()
				.limit(MAX_NAMED)
				.map((person) -> person.email() + ": " + InvitationMessages.of(person))
				.collect(Collectors.joining(" ", "Not invited: ", " ")));
		}
		text.append("people-invited.csv lists everybody, with rows and groups.");
		String title = NumberFormats.of(invited.size(), "person was", "people were") + " invited by mail"
				+ (refused.isEmpty() ? "." : ", %d could not be.".formatted(refused.size()));
		return Optional.of(new Page.Notice(refused.isEmpty() ? "succeeded" : "partial", title, text.toString(), ""));
	}

	private static List<Invitation> in(List<Invitation> all, State state) {
		return all.stream().filter((invitation) -> invitation.state() == state).toList();
	}

}
