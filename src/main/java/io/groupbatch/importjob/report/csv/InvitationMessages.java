package io.groupbatch.importjob.report.csv;

import java.util.List;
import java.util.Objects;

import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.invite.Invitation.State;

/**
 * The words and sentences about invitations that several reports use.
 */
public final class InvitationMessages {

	private static final int MAX_NAMED = 10;

	private InvitationMessages() {
	}

	/** The status of an invitation; other programs read it. */
	public static String status(Invitation invitation) {
		return switch (invitation.state()) {
			case UNUSED, PLANNED -> "NOT_SENT";
			case SENT -> "UNKNOWN";
			case INVITED -> "INVITED";
			case PRESENT -> "ALREADY_THERE";
			case REFUSED -> "NOT_INVITED";
		};
	}

	/** What there is to say about an invitation. */
	public static String of(Invitation invitation) {
		return switch (invitation.state()) {
			case UNUSED, PLANNED -> "Not sent yet.";
			case SENT ->
				"Sent, but no answer proves whether it was done. Resume the run: it looks for the person again.";
			case INVITED -> (invitation.attempts() > 1)
					? "Invited by mail, after %d requests.".formatted(invitation.attempts()) : "Invited by mail.";
			case PRESENT -> "The portal has this person since the run was planned, so no mail was sent.";
			case REFUSED -> refused(invitation);
		};
	}

	private static String refused(Invitation invitation) {
		String words = Objects.requireNonNullElse(invitation.words(), "");
		String said = words.isEmpty() ? "" : " (" + words + ")";
		return switch (Objects.requireNonNull(invitation.reason())) {
			case ADDRESS ->
				"The portal does not take this address" + said + ". Correct it, or create the person in the portal.";
			case BROKEN_OFF -> "The portal breaks off its work at this address" + said
					+ ". Create the person in the portal, or import the failed rows again later.";
			case NO_SEAT -> "No paid seat is left for a room admin" + said
					+ ". Free one or buy one, or invite as users; then import the failed rows again.";
			case NOT_ALLOWED -> "The portal does not let the key's owner invite people" + said
					+ ". Allow it in the portal's settings, or use the key of an administrator; then import the failed rows again.";
			case SEVERAL_USERS ->
				"Several users of the portal have this address now. Write the id of the one you mean.";
			case NOT_LISTED -> "The portal answered that it has invited this person, but does not list the person."
					+ " Look in the portal before you invite again.";
		};
	}

	/** What stands before the message of a row for which people were invited. */
	public static String invited(List<String> emails) {
		return "Invited: " + names(emails, MAX_NAMED) + ".";
	}

	/** The first of some addresses, and how many there are beyond these. */
	public static String names(List<String> emails, int most) {
		String more = (emails.size() > most) ? " and %d more".formatted(emails.size() - most) : "";
		return String.join(", ", emails.subList(0, Math.min(emails.size(), most))) + more;
	}

	/** Whether a report tells of an invitation. */
	public static boolean isTold(Invitation invitation) {
		return invitation.state() != State.UNUSED;
	}

}
