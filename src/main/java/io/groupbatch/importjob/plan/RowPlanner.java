package io.groupbatch.importjob.plan;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.ImportOptions.Existing;
import io.groupbatch.importjob.plan.GroupFinder.Found;
import io.groupbatch.importjob.plan.state.PersonResolver;
import io.groupbatch.importjob.plan.state.PlanState;
import io.groupbatch.importjob.plan.state.RowFindings;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.plan.MembershipTargets;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.ReleasedName;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroup.Claim;
import io.groupbatch.journal.plan.TrackedGroup.Claims;
import io.groupbatch.journal.plan.TrackedGroup.Trail;
import io.groupbatch.journal.plan.TrackedGroupState;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson.Why;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.text.Invisible;

/**
 * Decides for one row after the other, in the order of the file, what must be sent for
 * it. For one thread.
 */
final class RowPlanner {

	private final PlanState plan;

	private final PersonResolver people;

	private final ImportOptions options;

	private final GroupFinder finder;

	private final RequestBuilder drafts;

	private final ChangePlanner changes;

	private final SetPlanner sets;

	private final MovePlanner moves;

	private final SimilarNameCheck lookAlikes;

	RowPlanner(PlanState plan, MembershipTargets wishes, DeletePlanner deletes, PlanContext known,
			ImportOptions options) {
		this.plan = plan;
		this.people = known.people();
		this.options = options;
		this.lookAlikes = new SimilarNameCheck(plan, options);
		this.finder = new GroupFinder(plan, options);
		this.moves = new MovePlanner(plan, known.people(), this.finder);
		this.drafts = new RequestBuilder(plan.lanes(), options.groups().fold());
		this.sets = new SetPlanner(plan, wishes, known, options, this.drafts);
		this.changes = new ChangePlanner(plan, options, this.drafts, this.sets, deletes);
	}

	/**
	 * Decides for a row. When something is wrong with it, that is noted, and the result
	 * must not be used.
	 */
	PlannedRow plan(RowRequest asked, RowFindings notes) {
		Wish wish = this.people.wish(asked, notes);
		PlannedRow planned = switch (asked.operation()) {
			case CREATE -> create(asked, wish, notes);
			case UPSERT -> upsert(asked, wish, notes);
			case MOVE_MEMBERS -> this.moves.plan(asked, wish, notes);
			case REMOVE_EVERYWHERE -> leave(asked, wish, notes);
			case GET, UPDATE, DELETE, ADD_MEMBERS, REMOVE_MEMBERS, SET_MEMBERS -> existing(asked, wish, notes);
		};
		if (!notes.isEmpty()) {
			spoil(asked);
		}
		return planned;
	}

	/** Remembers that a wrong row would have made a group. */
	void spoil(RowRequest asked) {
		boolean makes = asked.operation() == Operation.CREATE || asked.operation() == Operation.UPSERT;
		String groupName = asked.groupName();
		if (makes && groupName != null && !Invisible.isBlank(groupName) && this.plan.named(groupName).isEmpty()) {
			String newName = asked.newName();
			String name = (newName != null && !Invisible.isBlank(newName)) ? newName : groupName;
			this.plan.lose(new ReleasedName(name, asked.row().number(), ReleasedName.Why.INVALID, null));
		}
	}

	/** Writes what the rows planned so far have changed. */
	void save() {
		this.plan.save();
		this.sets.save();
	}

	private PlannedRow create(RowRequest asked, Wish wish, RowFindings notes) {
		String name = Objects.requireNonNull(asked.groupName());
		List<TrackedGroup> bearers = this.plan.named(name);
		TrackedGroup own = bearers.stream()
			.filter((group) -> group.state() == TrackedGroupState.TO_MAKE && group.trail().namedBy() == null)
			.findFirst()
			.orElse(null);
		if (own == null && !bearers.isEmpty() && !this.options.allow().sameName()) {
			notes.add(Column.GROUP_NAME, name, Code.NAME_TAKEN, "There is a group \"%s\" already.".formatted(name),
					"Use another name, or upsert or add-members for that group, or give --allow-same-name.");
		}
		if (bearers.isEmpty()) {
			this.lookAlikes.check(name, null, Column.GROUP_NAME, notes);
		}
		if (!notes.isEmpty()) {
			return nothing(asked);
		}
		return (own != null) ? this.changes.plan(asked, wish, new Found(own, false, null), notes) : make(asked, wish);
	}

	private PlannedRow upsert(RowRequest asked, Wish wish, RowFindings notes) {
		Found found = this.finder.find(asked, notes);
		TrackedGroup group = found.group();
		if (found.isAbsent()) {
			Wish named = wish.named(asked.groupName());
			this.lookAlikes.check(Objects.requireNonNull(named.name()), null,
					(asked.newName() != null) ? Column.NEW_GROUP_NAME : Column.GROUP_NAME, notes);
			return notes.isEmpty() ? make(asked, named) : nothing(asked);
		}
		if (group == null || !notes.isEmpty()) {
			return nothing(asked);
		}
		boolean there = group.state() == TrackedGroupState.FOUND;
		if (there && this.options.groups().existing() == Existing.STOP) {
			notes.add(Column.GROUP_NAME, group.name(), Code.GROUP_EXISTS,
					"There is a group \"%s\" already, and --existing says stop.".formatted(group.name()),
					"Delete the row, or give --existing update or skip.");
			return nothing(asked);
		}
		if (there && this.options.groups().existing() == Existing.SKIP) {
			return PlannedRow.unsent(asked.row().number(), RowMessages.EXISTING_SKIPPED, group, wish);
		}
		return this.changes.plan(asked, wish, found, notes);
	}

	private PlannedRow existing(RowRequest asked, Wish wish, RowFindings notes) {
		Found found = this.finder.find(asked, notes);
		if (found.waits() != null) {
			return PlannedRow.settled(asked.row().number(), found.waits());
		}
		return (found.group() != null) ? this.changes.plan(asked, wish, found, notes) : nothing(asked);
	}

	/** A row whose people are in no group names none. */
	private PlannedRow leave(RowRequest asked, Wish wish, RowFindings notes) {
		if (!notes.isEmpty()) {
			return nothing(asked);
		}
		if (asked.groupId() == null && asked.groupName() == null) {
			return PlannedRow.settled(asked.row().number(), RowMessages.IN_NO_GROUP);
		}
		Found found = this.finder.find(asked, notes);
		TrackedGroup group = found.group();
		if (group == null) {
			return (found.waits() != null) ? PlannedRow.settled(asked.row().number(), found.waits()) : nothing(asked);
		}
		List<UUID> managers = wish.members().stream().filter((person) -> person.equals(group.manager())).toList();
		managers.forEach((person) -> notes.staysBehind(this.people.address(person), Why.MANAGES));
		return this.changes.leave(asked, wish, found, managers, notes);
	}

	private PlannedRow make(RowRequest asked, Wish wish) {
		String name = Objects.requireNonNull(wish.name());
		long row = asked.row().number();
		ReleasedName lost = this.plan.lost(name);
		long ref = this.plan.takeRef();
		List<Long> ids = this.drafts.add(RequestType.CREATE, ref,
				new Change(name, wish.manager(), wish.members(), List.of()),
				new Ties(null, (lost != null) ? lost.request() : null, null));
		Claims claims = Claims.NONE.and(Claim.of(row, wish.manager()), Claim.of(row, asked.newName()));
		TrackedGroup made = new TrackedGroup(ref, null, name, wish.manager(), false, TrackedGroupState.TO_MAKE,
				new Trail(row, ids.get(ids.size() - 1), null, claims));
		this.plan.put(made);
		return PlannedRow.sent(row, made, wish, ids);
	}

	private static PlannedRow nothing(RowRequest asked) {
		return PlannedRow.settled(asked.row().number(), RowResult.OPEN);
	}

}
