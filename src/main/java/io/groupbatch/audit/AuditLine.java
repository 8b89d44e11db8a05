package io.groupbatch.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.journal.history.AuditEntry;
import io.groupbatch.journal.history.AuditStore;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;

import org.jspecify.annotations.Nullable;

/**
 * The cells of the lines of one run, in the order of {@link #HEADINGS}.
 */
final class AuditLine {

	static final List<String> HEADINGS = List.of("time", "portal", "account", "osUser", "run", "file", "sha256", "note",
			"row", "operation", "groupId", "nameBefore", "nameAfter", "managerBefore", "managerAfter", "membersAdded",
			"membersRemoved", "status", "code", "request", "httpStatus", "attempts");

	static final int TIME = HEADINGS.indexOf("time");

	static final int PORTAL = HEADINGS.indexOf("portal");

	static final int OPERATION = HEADINGS.indexOf("operation");

	static final int ADDED = HEADINGS.indexOf("membersAdded");

	static final int REMOVED = HEADINGS.indexOf("membersRemoved");

	/** The operation of a line about an invitation: it is about no group. */
	static final String INVITE = "invite";

	private static final String BETWEEN = "; ";

	private final Run run;

	private final NavigableMap<OffsetDateTime, AuditStore.Start> starts;

	private final Map<UUID, PersonEntry> people;

	/**
	 * Writes lines.
	 * @param starts who began or went on with the run, by the time
	 * @param people those whom the lines are about
	 */
	AuditLine(Run run, NavigableMap<OffsetDateTime, AuditStore.Start> starts, Map<UUID, PersonEntry> people) {
		this.run = run;
		this.starts = starts;
		this.people = people;
	}

	List<String> of(AuditEntry entry) {
		Run.Target target = this.run.target();
		AuditEntry.Subject group = entry.group();
		AuditEntry.Sent sent = entry.sent();
		AuditStore.@Nullable Start start = start(sent.at());
		return List.of(time(sent.at()), portal(target, start), account(target, start),
				(start != null) ? start.osUser() : "", String.valueOf(this.run.number()),
				this.run.source().file().toString(), this.run.source().sha256(), text(this.run.remarks().note()),
				String.valueOf(RowNumber.row(entry.row())), entry.operation(), text(group.id()),
				text(group.nameBefore()), text(group.nameAfter()), person(group.managerBefore()),
				person(group.managerAfter()), people(entry.members().added()), people(entry.members().removed()),
				entry.status().name(), text(entry.code()), sent.id() + " " + sent.verb(), text(sent.httpStatus()),
				String.valueOf(sent.attempts()));
	}

	/**
	 * The line of an invitation that was sent.
	 * @param row the first row that names the person, null when there is none
	 */
	List<String> of(Invitation invitation, @Nullable Long row) {
		Run.Target target = this.run.target();
		OffsetDateTime at = Objects.requireNonNull(invitation.sentAt());
		AuditStore.@Nullable Start start = start(at);
		boolean invited = invitation.state() == Invitation.State.INVITED;
		RowStatus status = invited ? RowStatus.SUCCEEDED
				: (invitation.state() == Invitation.State.SENT) ? RowStatus.UNKNOWN : RowStatus.FAILED;
		return List.of(time(at), portal(target, start), account(target, start), (start != null) ? start.osUser() : "",
				String.valueOf(this.run.number()), this.run.source().file().toString(), this.run.source().sha256(),
				text(this.run.remarks().note()), text(row), INVITE, "", "", "", "", "",
				invited ? person(invitation.person()) : "", "", status.name(),
				(invitation.reason() != null) ? "NOT_INVITED" : invited ? "INVITED" : "",
				"INVITE " + clean(invitation.email()), text(invitation.httpStatus()),
				String.valueOf(invitation.attempts()));
	}

	/** The people of a cell, one by one. */
	static List<String> people(String cell) {
		return cell.isEmpty() ? List.of() : List.of(cell.split(BETWEEN, -1));
	}

	private static String time(OffsetDateTime at) {
		return at.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS).toString();
	}

	/** Starts of earlier versions do not say it; then it is the run's. */
	private static String portal(Run.Target target, AuditStore.@Nullable Start start) {
		return (start != null && start.portal() != null) ? start.portal() : target.portal();
	}

	private static String account(Run.Target target, AuditStore.@Nullable Start start) {
		Run.Account account = (start != null && start.by() != null) ? start.by()
				: new Run.Account(target.account(), target.accountName());
		return (account.id() != null) ? text(account.name()) + " <" + account.id() + ">" : "";
	}

	/** The last start of the run before the request was sent. */
	private AuditStore.@Nullable Start start(OffsetDateTime at) {
		Map.Entry<OffsetDateTime, AuditStore.Start> start = this.starts.floorEntry(at);
		return (start != null) ? start.getValue() : null;
	}

	private String people(Collection<UUID> ids) {
		return ids.stream().sorted().map(this::person).collect(Collectors.joining(BETWEEN));
	}

	/** An address comes from the portal: it must not look like two people. */
	private String person(@Nullable UUID id) {
		if (id == null) {
			return "";
		}
		PersonEntry known = this.people.get(id);
		return ((known != null) ? clean(known.email()) + " " : "") + "<" + id + ">";
	}

	private static String clean(String address) {
		return address.replaceAll("[;<>\\p{Cntrl}]", "?");
	}

	private static String text(@Nullable Object value) {
		return Objects.toString(value, "");
	}

}
