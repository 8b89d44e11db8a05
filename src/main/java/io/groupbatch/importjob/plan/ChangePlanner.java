package io.groupbatch.importjob.plan;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.plan.GroupFinder.Found;
import io.groupbatch.importjob.plan.state.GroupDifference;
import io.groupbatch.importjob.plan.state.PlanState;
import io.groupbatch.importjob.plan.state.RowFindings;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.ReleasedName;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroup.Claim;
import io.groupbatch.journal.plan.TrackedGroup.Claims;
import io.groupbatch.journal.row.BlockReason;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;

/**
 * Decides what a row needs that is about a group which is there at its point of the file.
 * For one thread.
 */
final class ChangePlanner {

	private final PlanState plan;

	private final ImportOptions options;

	private final RequestBuilder drafts;

	private final SetPlanner sets;

	private final DeletePlanner deletes;

	private final RequestDependencyLinker leaving;

	ChangePlanner(PlanState plan, ImportOptions options, RequestBuilder drafts, SetPlanner sets,
			DeletePlanner deletes) {
		this.plan = plan;
		this.options = options;
		this.drafts = drafts;
		this.sets = sets;
		this.deletes = deletes;
		this.leaving = new RequestDependencyLinker(plan);
	}

	/**
	 * Decides for a row. When something is wrong with it, that is noted, and the result
	 * must not be used.
	 */
	PlannedRow plan(RowRequest asked, Wish wish, Found found, RowFindings notes) {
		TrackedGroup group = Objects.requireNonNull(found.group());
		checkClaims(asked, wish, group, notes);
		checkNewName(group, wish, notes);
		checkDirectory(asked, wish, group, notes);
		if (!notes.isEmpty()) {
			return PlannedRow.settled(asked.row().number(), RowResult.OPEN);
		}
		if (asked.operation() == Operation.GET || asked.operation() == Operation.DELETE) {
			return alone(asked, wish, found, group);
		}
		boolean nothingLeft = wish.isEmpty() && !notes.leftOut().isEmpty();
		if (nothingLeft && asked.operation() != Operation.UPSERT) {
			return PlannedRow.unsent(asked.row().number(), RowMessages.nothingLeft(notes.leftOut()), group, wish);
		}
		return (asked.operation() == Operation.SET_MEMBERS) ? this.sets.plan(asked, wish, found, notes)
				: change(asked, wish, found, group);
	}

	private PlannedRow alone(RowRequest asked, Wish wish, Found found, TrackedGroup group) {
		boolean delete = asked.operation() == Operation.DELETE;
		List<Long> ids = this.drafts.add(delete ? RequestType.DELETE : RequestType.GET, group.ref(), Change.NONE,
				new Ties(group.trail().lastRequest(), null, RequestDependencyLinker.needs(found)));
		long row = asked.row().number();
		long id = ids.get(0);
		this.plan.put(delete ? group.gone(row, id) : group.behind(id));
		if (delete) {
			this.plan.lose(new ReleasedName(group.name(), row, ReleasedName.Why.DELETED, id));
		}
		BlockReason held = delete
				? this.deletes.held(row, group.ref(), id, this.plan.lanes().members(group.ref()).everybody()) : null;
		return (held != null) ? PlannedRow.unsent(row,
				new RowResult(RowStatus.FAILED, Code.EARLIER_ROW, RowMessages.of(held)), group, wish)
				: PlannedRow.sent(row, group, wish, ids);
	}

	/**
	 * Decides for people who leave all groups. A directory's group is left alone, and a
	 * manager stays.
	 */
	PlannedRow leave(RowRequest asked, Wish wish, Found found, List<UUID> managers, RowFindings notes) {
		TrackedGroup group = Objects.requireNonNull(found.group());
		long row = asked.row().number();
		if (group.ldap() && !this.options.allow().ldap()) {
			return PlannedRow.unsent(row, RowMessages.LDAP_SKIPPED, group, wish);
		}
		Wish leaving = new Wish(null, null,
				wish.members().stream().filter((person) -> !managers.contains(person)).toList());
		return leaving.isEmpty() ? PlannedRow.unsent(row, RowMessages.stays(notes.leftOut()), group, leaving)
				: change(asked, leaving, found, group);
	}

	private PlannedRow change(RowRequest asked, Wish wish, Found found, TrackedGroup group) {
		long row = asked.row().number();
		GroupDifference standing = new GroupDifference(group, this.plan.lanes().members(group.ref()), wish,
				asked.operation().removesNamed(), this.options.groups().fold());
		standing.holdsThrough(RequestDependencyLinker.needs(found));
		Change missing = standing.missing();
		if (missing.isNothing()) {
			leave(asked, wish, group, missing, List.of());
			Long through = standing.through();
			if (through != null) {
				this.drafts.hold(through, standing.held());
			}
			return (through != null) ? PlannedRow.sent(row, group, wish, List.of(through))
					: PlannedRow.unsent(row, RowMessages.ALREADY_SO, group, wish);
		}
		List<Long> ids = this.drafts.change(group.ref(), missing, standing.held(), this.leaving.ties(found, missing));
		leave(asked, wish, group, missing, ids);
		return PlannedRow.sent(row, group, wish, ids);
	}

	private void leave(RowRequest asked, Wish wish, TrackedGroup group, Change change, List<Long> ids) {
		this.leaving.leave(asked, group, change, ids, claims(asked, wish, group.trail().claims()));
	}

	/**
	 * Who says how the group must be, speaks for the rest of the file; a step puts an end
	 * to that.
	 */
	private static Claims claims(RowRequest asked, Wish wish, Claims before) {
		long row = asked.row().number();
		return asked.operation().claims() ? before.and(Claim.of(row, wish.manager()), Claim.of(row, asked.newName()))
				: before.without(asked.manager() != null, asked.newName() != null);
	}

	private static void checkClaims(RowRequest asked, Wish wish, TrackedGroup group, RowFindings notes) {
		Claims claims = group.trail().claims();
		if (!asked.operation().claims()) {
			return;
		}
		Claim<UUID> manager = claims.manager();
		if (manager != null && wish.manager() != null && !wish.manager().equals(manager.asked())) {
			notes.add(Column.GROUP_MANAGER, Objects.requireNonNull(asked.manager()).written(), Code.TWO_MANAGERS,
					"Row %d gives \"%s\" another manager.".formatted(manager.row(), group.name()),
					"Choose one manager.");
		}
		Claim<String> name = claims.name();
		if (name != null && asked.newName() != null && !asked.newName().equals(name.asked())) {
			notes.add(Column.NEW_GROUP_NAME, asked.newName(), Code.TWO_NAMES,
					"Row %d gives this group the name \"%s\".".formatted(name.row(), name.asked()), "Choose one name.");
		}
	}

	private void checkNewName(TrackedGroup group, Wish wish, RowFindings notes) {
		String name = (wish.name() != null) ? wish.name() : group.name();
		boolean taken = !name.equals(group.name()) && !this.plan.named(name).isEmpty();
		if (!taken && !name.equals(group.name())) {
			new SimilarNameCheck(this.plan, this.options).check(name, group, Column.NEW_GROUP_NAME, notes);
		}
		if (taken && !this.options.allow().sameName()) {
			notes.add(Column.NEW_GROUP_NAME, name, Code.NAME_TAKEN, "Another group is called \"%s\".".formatted(name),
					"Use another name, or give --allow-same-name.");
		}
	}

	/** What a directory owns may be as a row wants it, and is not changed otherwise. */
	private void checkDirectory(RowRequest asked, Wish wish, TrackedGroup group, RowFindings notes) {
		if (!group.ldap() || this.options.allow().ldap() || asked.operation() == Operation.GET) {
			return;
		}
		boolean removing = asked.operation().removesNamed();
		if (!new GroupDifference(group, this.plan.lanes().members(group.ref()), wish, removing, true).missing()
			.isNothing()) {
			GroupFinder.ownedByDirectory(group, notes);
		}
	}

}
