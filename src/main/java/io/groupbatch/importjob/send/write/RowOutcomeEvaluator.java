package io.groupbatch.importjob.send.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.SettledRow;
import io.groupbatch.journal.send.SendableRequest.WaitingRow;

import org.jspecify.annotations.Nullable;

/**
 * Tells what became of a row by comparing what it wants with what the portal's answer
 * shows; the status code proves nothing (portal contract 3). Thread-safe.
 */
public final class RowOutcomeEvaluator {

	private static final int MOST_NAMED = 20;

	private final Map<UUID, String> emails;

	/**
	 * Judges with names for people.
	 * @param emails of everybody, to name the ones that the portal skipped
	 */
	public RowOutcomeEvaluator(Map<UUID, String> emails) {
		this.emails = emails;
	}

	/**
	 * A row whose group was shown.
	 * @param refusal the portal's own words, when it said that something went wrong
	 */
	SettledRow shown(WaitingRow row, Presence presence, @Nullable String refusal) {
		GroupState group = presence.group();
		Set<UUID> present = presence.people();
		boolean absent = row.operation().removesNamed();
		List<UUID> missed = row.wish()
			.members()
			.stream()
			.filter((person) -> present.contains(person) == absent)
			.toList();
		List<String> wrong = wrong(row, group, missed, refusal != null);
		if (wrong.isEmpty()) {
			return done(row, group);
		}
		boolean nothing = !isAboutExistence(row.operation()) && nothingDone(row, group, missed);
		return new SettledRow(row.number(),
				new RowResult(nothing ? RowStatus.FAILED : RowStatus.PARTIAL,
						(refusal != null) ? Code.REFUSED_BY_PORTAL : Code.SKIPPED_BY_PORTAL,
						((refusal != null) ? "The portal refused it" + refusal + ". " : "") + String.join(" ", wrong)),
				missed);
	}

	/**
	 * A row of which a person is in the group who must not be there.
	 * @param judged what else is to be said of it
	 * @param strangers who is
	 */
	SettledRow tooMany(WaitingRow row, SettledRow judged, Strangers strangers) {
		boolean wantsMore = row.wish().name() != null || row.wish().manager() != null
				|| !row.wish().members().isEmpty();
		boolean did = strangers.someRemoved() || (wantsMore && judged.outcome().status() != RowStatus.FAILED);
		boolean wrong = judged.outcome().status() != RowStatus.SUCCEEDED;
		return new SettledRow(row.number(), new RowResult(did ? RowStatus.PARTIAL : RowStatus.FAILED,
				Code.SKIPPED_BY_PORTAL, (wrong ? judged.outcome().message() + " " : "") + strangers.message()),
				judged.notApplied());
	}

	/**
	 * People who are in a group and should not be there.
	 * @param removed whom the request should have removed
	 */
	Strangers strangers(List<UUID> people, List<UUID> removed) {
		String message = "The group has %s that the file does not list: %s. Check the group, then import the row again."
			.formatted((people.size() == 1) ? "a member" : people.size() + " members",
					people.stream().map(this::email).sorted().limit(MOST_NAMED).collect(Collectors.joining(", "))
							+ ((people.size() > MOST_NAMED) ? " and others" : ""));
		return new Strangers(!people.isEmpty(), !new HashSet<>(people).containsAll(removed), message);
	}

	/** A person was removed for it, so that it cannot have failed altogether. */
	static SettledRow notNothing(SettledRow judged) {
		RowResult outcome = judged.outcome();
		return (outcome.status() == RowStatus.FAILED) ? new SettledRow(judged.row(),
				new RowResult(RowStatus.PARTIAL, outcome.code(), outcome.message()), judged.notApplied()) : judged;
	}

	/**
	 * A row whose people were to be moved. Guests stay behind, and the row knows it.
	 * @param joining whom the target was to gain: with one of them there, something was
	 * done
	 * @param refusal the portal's own words, when it said that something went wrong
	 */
	SettledRow moved(WaitingRow row, GroupState source, GroupState target, List<UUID> joining,
			@Nullable String refusal) {
		Set<UUID> here = Set.copyOf(source.people());
		Set<UUID> there = Set.copyOf(target.people());
		List<UUID> people = row.wish().members();
		List<UUID> missed = people.stream()
			.filter((person) -> !there.contains(person) || here.contains(person))
			.toList();
		Set<String> known = row.leftOut().stream().map(OmittedPerson::written).collect(Collectors.toSet());
		List<String> wrong = new ArrayList<>();
		addNamed("%s in \"" + source.name() + "\" still: %s.",
				source.people()
					.stream()
					.filter((person) -> !there.contains(person))
					.map(this::email)
					.filter((email) -> !known.contains(email))
					.toList(),
				wrong);
		addNamed("%s in both groups: %s.", source.people().stream().filter(there::contains).map(this::email).toList(),
				wrong);
		addNamed("%s in neither group: %s.",
				people.stream()
					.filter((person) -> !there.contains(person) && !here.contains(person))
					.map(this::email)
					.toList(),
				wrong);
		if (wrong.isEmpty()) {
			return new SettledRow(row.number(),
					RowMessages.without(row.leftOut(), done(Code.MEMBERS_MOVED, told(people.size(), target))),
					List.of());
		}
		boolean nothing = missed.size() == people.size() && joining.stream().noneMatch(there::contains);
		return new SettledRow(row.number(),
				new RowResult(nothing ? RowStatus.FAILED : RowStatus.PARTIAL,
						(refusal != null) ? Code.REFUSED_BY_PORTAL : Code.SKIPPED_BY_PORTAL,
						((refusal != null) ? "The portal refused it" + refusal + ". " : "") + String.join(" ", wrong)
								+ " Look at both groups, and import the row again."),
				missed);
	}

	private static String told(int people, GroupState target) {
		String now = "\"%s\" has %s.".formatted(target.name(),
				(target.people().size() == 1) ? "1 member" : target.people().size() + " members");
		return switch (people) {
			case 0 -> "There was no member to move; " + now;
			case 1 -> "1 person moved: " + now;
			default -> people + " people moved: " + now;
		};
	}

	private static void addNamed(String sentence, List<String> people, List<String> sentences) {
		if (!people.isEmpty()) {
			sentences.add(sentence.formatted((people.size() == 1) ? "1 person is" : people.size() + " people are",
					people.stream().sorted().limit(MOST_NAMED).collect(Collectors.joining(", "))
							+ ((people.size() > MOST_NAMED) ? " and others" : "")));
		}
	}

	/** A row whose group is deleted. */
	SettledRow gone(WaitingRow row) {
		return new SettledRow(row.number(), new RowResult(RowStatus.SUCCEEDED, Code.DELETED, "Deleted."), List.of());
	}

	/**
	 * A row that the portal refused, or that was never sent.
	 * @param present who is in the group all the same, as an earlier request of the row
	 * left it; null when it was not seen
	 */
	SettledRow failed(WaitingRow row, Code code, String why, @Nullable Set<UUID> present) {
		List<UUID> asked = row.wish().members();
		if (row.requests() == 1 || present == null) {
			return new SettledRow(row.number(), new RowResult(RowStatus.FAILED, code, why), asked);
		}
		boolean removes = row.operation().removesNamed();
		List<UUID> missed = asked.stream().filter((person) -> present.contains(person) == removes).toList();
		boolean some = missed.size() < asked.size();
		return new SettledRow(row.number(), new RowResult(some ? RowStatus.PARTIAL : RowStatus.FAILED, code, why),
				missed);
	}

	private List<String> wrong(WaitingRow row, GroupState group, List<UUID> missed, boolean refused) {
		List<String> wrong = new ArrayList<>();
		if (row.wish().name() != null && !row.wish().name().equals(group.name())) {
			wrong.add("The group is called \"%s\" now, not \"%s\".".formatted(group.name(), row.wish().name()));
		}
		if (row.wish().manager() != null && !row.wish().manager().equals(group.manager())) {
			wrong.add((refused ? "%s is not the manager."
					: "The portal did not make %s the manager. Check that this is an active user, not a guest.")
				.formatted(email(row.wish().manager())));
		}
		if (!missed.isEmpty()) {
			boolean removes = row.operation().removesNamed();
			wrong.add((refused && !removes
					? "%d of %d people are not in the group: %s. Fix that and import the row again."
					: removes
							? "%d of %d people are still in the group: %s. Look at the group, and import the row again."
							: "The portal skipped %d of %d members and did not say why: %s. Check that each is an active user, not a guest.")
				.formatted(missed.size(), row.wish().members().size(),
						missed.stream().map(this::email).collect(Collectors.joining(", "))));
		}
		return wrong;
	}

	/** That the group is there is a part of what such a row wants. */
	private static boolean isAboutExistence(Operation operation) {
		return operation == Operation.CREATE || operation == Operation.UPSERT;
	}

	private static boolean nothingDone(WaitingRow row, GroupState group, List<UUID> missed) {
		boolean renamed = row.wish().name() != null && row.wish().name().equals(group.name());
		boolean managed = row.wish().manager() != null && row.wish().manager().equals(group.manager());
		return !renamed && !managed && missed.size() == row.wish().members().size();
	}

	private SettledRow done(WaitingRow row, GroupState group) {
		String manager = (group.manager() != null) ? "manager " + email(group.manager()) : "no manager";
		String now = "%s, %s.".formatted(manager,
				(group.people().size() == 1) ? "1 member" : group.people().size() + " members");
		RowResult outcome = switch (row.operation()) {
			case CREATE -> done(Code.CREATED, "Created: " + now);
			case UPSERT -> done(Code.UPSERTED, RowMessages.AS_WANTED + now);
			case GET -> done(Code.READ, "\"" + group.name() + "\": " + now);
			case UPDATE -> done(Code.UPDATED, "Now \"" + group.name() + "\", " + manager + ".");
			case ADD_MEMBERS -> done(Code.MEMBERS_ADDED, members(row) + now);
			case REMOVE_MEMBERS, REMOVE_EVERYWHERE -> done(Code.MEMBERS_REMOVED, formerMembers(row) + now);
			case SET_MEMBERS -> done(Code.MEMBERS_SET,
					(row.leftOut().stream().anyMatch(OmittedPerson::holdsBack) ? members(row) : "Set: ") + now);
			case MOVE_MEMBERS -> done(Code.MEMBERS_MOVED, "Moved.");
			case DELETE -> done(Code.DELETED, "Deleted.");
		};
		return new SettledRow(row.number(), RowMessages.without(row.leftOut(), outcome), List.of());
	}

	/** Some of them may have been so before: only how it is now was seen. */
	private static String members(WaitingRow row) {
		int people = row.wish().members().size();
		return (people == 1) ? "1 person is a member now: " : people + " people are members now: ";
	}

	private static String formerMembers(WaitingRow row) {
		int people = row.wish().members().size();
		return (people == 1) ? "1 person is no longer a member: " : people + " people are no longer members: ";
	}

	private static RowResult done(Code code, String message) {
		return new RowResult(RowStatus.SUCCEEDED, code, message);
	}

	private String email(UUID person) {
		return this.emails.getOrDefault(person, person.toString());
	}

	/**
	 * A group as an answer showed it: made once for all rows that the answer decides.
	 *
	 * @param group what it showed
	 * @param people everybody who is in it, also whom it does not show
	 */
	record Presence(GroupState group, Set<UUID> people) {

		/**
		 * Of a group.
		 * @param hidden disabled people who are still in the group, though it does not
		 * show them
		 */
		static Presence of(GroupState group, Set<UUID> hidden) {
			Set<UUID> people = new HashSet<>(group.people());
			people.addAll(hidden);
			return new Presence(group, people);
		}

	}

	/**
	 * People who are in a group and should not be there.
	 *
	 * @param any whether there are any
	 * @param someRemoved whether a person was removed whom the request should remove
	 * @param message who they are, and what to do
	 */
	record Strangers(boolean any, boolean someRemoved, String message) {
	}

}
