package io.groupbatch.importjob.plan;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.csv.Column;
import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.plan.GroupFinder.Found;
import io.groupbatch.journal.Code;
import io.groupbatch.journal.GroupState;
import io.groupbatch.journal.KnownGroup;
import io.groupbatch.journal.KnownGroup.Trail;
import io.groupbatch.journal.LeftOut;
import io.groupbatch.journal.LostName;
import io.groupbatch.journal.Operation;
import io.groupbatch.journal.Outcome;
import io.groupbatch.journal.PlannedRequest.Change;
import io.groupbatch.journal.PlannedRequest.Ties;
import io.groupbatch.journal.PlannedRow;
import io.groupbatch.journal.PlannedRow.Subject;
import io.groupbatch.journal.PlannedRow.Wish;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Verb;

import org.jspecify.annotations.Nullable;

/**
 * Decides for one row after the other, in the order of the file, what must be sent for
 * it. For one thread.
 */
final class RowPlanner {

	private final PlanSoFar plan;

	private final PeopleIndex people;

	private final ImportOptions options;

	private final GroupFinder finder;

	private final Drafts drafts;

	RowPlanner(PlanSoFar plan, PeopleIndex people, ImportOptions options) {
		this.plan = plan;
		this.people = people;
		this.options = options;
		this.finder = new GroupFinder(plan, options);
		this.drafts = new Drafts(plan);
	}

	/**
	 * Decides for a row. When something is wrong with it, that is noted, and the result
	 * is of no account.
	 */
	PlannedRow plan(Asked asked, Notes notes) {
		Wish wish = this.people.wish(asked, notes);
		PlannedRow planned = (asked.operation() == Operation.CREATE) ? create(asked, wish, notes)
				: existing(asked, wish, notes);
		if (!notes.isEmpty()) {
			spoil(asked.operation(), asked.groupName(), asked.row().number());
		}
		return planned;
	}

	/** Remembers that a wrong row would have made a group. */
	void spoil(Operation operation, @Nullable String groupName, long row) {
		if (operation == Operation.CREATE && groupName != null && !groupName.isBlank()) {
			this.plan.lose(new LostName(groupName, row, LostName.Why.INVALID, null));
		}
	}

	private PlannedRow create(Asked asked, Wish wish, Notes notes) {
		String name = Objects.requireNonNull(asked.groupName());
		List<KnownGroup> bearers = this.plan.named(name);
		KnownGroup own = bearers.stream()
			.filter((group) -> group.state() == GroupState.TO_MAKE && group.trail().namedBy() == null)
			.findFirst()
			.orElse(null);
		if (own == null && !bearers.isEmpty() && !this.options.allow().sameName()) {
			notes.add(Column.GROUP_NAME, name, Code.NAME_TAKEN, "There is a group \"%s\" already.".formatted(name),
					"Use another name, or add-members for that group, or give --allow-same-name.");
		}
		if (!notes.isEmpty()) {
			return nothing(asked);
		}
		return (own != null) ? join(asked, wish, own, notes) : make(asked, wish, name);
	}

	private PlannedRow make(Asked asked, Wish wish, String name) {
		LostName lost = this.plan.lost(name);
		Long nameFrom = (lost != null) ? lost.request() : null;
		long ref = this.plan.takeRef();
		Change change = new Change(name, wish.manager(), wish.members(), List.of());
		List<Long> ids = this.drafts.add(Verb.CREATE, ref, change, new Ties(null, nameFrom, null));
		this.plan.put(new KnownGroup(ref, null, name, wish.manager(), false, GroupState.TO_MAKE,
				new Trail(asked.row().number(), last(ids), null)));
		return sent(asked, new Subject(ref, name), wish, ids);
	}

	private PlannedRow join(Asked asked, Wish wish, KnownGroup own, Notes notes) {
		if (wish.manager() != null && own.manager() != null && !wish.manager().equals(own.manager())) {
			notes.add(Column.GROUP_MANAGER, Objects.requireNonNull(asked.manager()).written(), Code.TWO_MANAGERS,
					"Row %d makes \"%s\" with another manager.".formatted(own.trail().byRow(), own.name()),
					"Decide for one manager of the group.");
			return nothing(asked);
		}
		UUID manager = (wish.manager() != null && own.manager() == null) ? wish.manager() : null;
		List<Long> ids = this.drafts.join(Objects.requireNonNull(own.trail().lastRequest()), manager, wish.members());
		this.plan.put(new KnownGroup(own.ref(), own.portalId(), own.name(), (manager != null) ? manager : own.manager(),
				false, own.state(), new Trail(own.trail().byRow(), last(ids), null)));
		return sent(asked, subject(own), wish, ids);
	}

	private PlannedRow existing(Asked asked, Wish wish, Notes notes) {
		Found found = this.finder.find(asked, notes);
		KnownGroup group = found.group();
		if (found.waits() != null) {
			return PlannedRow.settled(asked.row().number(), found.waits());
		}
		if (group != null) {
			checkNewName(group, wish, notes);
		}
		if (group == null || !notes.isEmpty()) {
			return nothing(asked);
		}
		if (wish.isEmpty() && !notes.leftOut().isEmpty()) {
			return new PlannedRow(asked.row().number(), LeftOut.nothingLeft(notes.leftOut()), subject(group), wish,
					null, 0);
		}
		if (alreadyHolds(asked.operation(), group, wish)) {
			return new PlannedRow(asked.row().number(), new Outcome(RowStatus.UNCHANGED, Code.ALREADY_SO,
					"The portal holds this already; nothing was sent."), subject(group), wish, null, 0);
		}
		return change(asked, wish, found, group);
	}

	private PlannedRow change(Asked asked, Wish wish, Found found, KnownGroup group) {
		boolean renames = wish.name() != null && !wish.name().equals(group.name());
		LostName lost = renames ? this.plan.lost(Objects.requireNonNull(wish.name())) : null;
		Ties ties = new Ties(group.trail().lastRequest(), (lost != null) ? lost.request() : null,
				found.byName() ? group.trail().namedBy() : null);
		List<Long> ids = this.drafts.add(verb(asked.operation()), group.ref(), change(asked.operation(), wish), ties);
		leave(asked, wish, group, ids);
		return sent(asked, subject(group), wish, ids);
	}

	private void leave(Asked asked, Wish wish, KnownGroup group, List<Long> ids) {
		boolean gone = asked.operation() == Operation.DELETE;
		String name = (wish.name() != null) ? wish.name() : group.name();
		boolean renamed = !name.equals(group.name());
		this.plan.put(new KnownGroup(group.ref(), group.portalId(), name,
				(wish.manager() != null) ? wish.manager() : group.manager(), group.ldap(),
				gone ? GroupState.GONE : group.state(),
				new Trail(gone ? Long.valueOf(asked.row().number()) : group.trail().byRow(), last(ids),
						renamed ? ids.get(0) : group.trail().namedBy())));
		if (gone || renamed) {
			this.plan.lose(new LostName(group.name(), asked.row().number(),
					gone ? LostName.Why.DELETED : LostName.Why.RENAMED, ids.get(0)));
		}
	}

	private void checkNewName(KnownGroup group, Wish wish, Notes notes) {
		String name = (wish.name() != null) ? wish.name() : group.name();
		boolean taken = !name.equals(group.name()) && !this.plan.named(name).isEmpty();
		if (taken && !this.options.allow().sameName()) {
			notes.add(Column.NEW_GROUP_NAME, name, Code.NAME_TAKEN, "Another group is called \"%s\".".formatted(name),
					"Use another name, or give --allow-same-name.");
		}
	}

	/**
	 * Only what the portal showed counts: once a row touches the group, its answer does.
	 */
	private boolean alreadyHolds(Operation operation, KnownGroup group, Wish wish) {
		if (group.trail().lastRequest() != null || operation == Operation.GET || operation == Operation.DELETE) {
			return false;
		}
		Set<UUID> members = this.plan.membersFound(group);
		boolean people = (operation == Operation.REMOVE_MEMBERS) ? wish.members().stream().noneMatch(members::contains)
				: members.containsAll(wish.members());
		return people && (wish.name() == null || wish.name().equals(group.name()))
				&& (wish.manager() == null || wish.manager().equals(group.manager()));
	}

	private static Verb verb(Operation operation) {
		return switch (operation) {
			case CREATE -> Verb.CREATE;
			case GET -> Verb.GET;
			case DELETE -> Verb.DELETE;
			case UPDATE, ADD_MEMBERS, REMOVE_MEMBERS -> Verb.UPDATE;
		};
	}

	private static Change change(Operation operation, Wish wish) {
		return switch (operation) {
			case GET, DELETE -> Change.NONE;
			case REMOVE_MEMBERS -> new Change(wish.name(), wish.manager(), List.of(), wish.members());
			case CREATE, UPDATE, ADD_MEMBERS -> new Change(wish.name(), wish.manager(), wish.members(), List.of());
		};
	}

	private static PlannedRow sent(Asked asked, Subject group, Wish wish, List<Long> ids) {
		return new PlannedRow(asked.row().number(), Outcome.OPEN, group, wish, last(ids), ids.size());
	}

	private static Subject subject(KnownGroup group) {
		return new Subject(group.ref(), group.name());
	}

	private static PlannedRow nothing(Asked asked) {
		return PlannedRow.settled(asked.row().number(), Outcome.OPEN);
	}

	private static long last(List<Long> ids) {
		return ids.get(ids.size() - 1);
	}

}
