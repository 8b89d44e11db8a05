package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.importjob.plan.GroupFinder.Found;
import io.groupbatch.importjob.plan.state.Membership;
import io.groupbatch.importjob.plan.state.PersonResolver;
import io.groupbatch.importjob.plan.state.PlanState;
import io.groupbatch.importjob.plan.state.RowFindings;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Target;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson.Why;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;

/**
 * Decides what {@code move-members} rows need: one request, which stands in the lanes of
 * both groups. Whom it will find is foretold, and nothing builds on that. Guests and
 * disabled people cannot join a group, so they stay. A row that names people moves only
 * these. For one thread.
 */
final class MovePlanner {

	private static final RowResult EMPTY = new RowResult(RowStatus.UNCHANGED, Code.ALREADY_SO,
			"The group has no member who can be moved; nothing was sent.");

	private final PlanState plan;

	private final PersonResolver people;

	private final GroupFinder finder;

	MovePlanner(PlanState plan, PersonResolver people, GroupFinder finder) {
		this.plan = plan;
		this.people = people;
		this.finder = finder;
	}

	/**
	 * Decides for a row. When something is wrong with it, that is noted, and the result
	 * must not be used.
	 * @param named the people whom the row names; none when it is about all members
	 */
	PlannedRow plan(RowRequest asked, Wish named, RowFindings notes) {
		Found from = this.finder.find(asked, notes);
		Found to = this.finder.find(asked.target(), notes.pointingAt(Column.TARGET_GROUP));
		RowResult waits = (from.waits() != null) ? from.waits() : to.waits();
		TrackedGroup source = from.group();
		TrackedGroup target = to.group();
		if (waits != null) {
			return PlannedRow.settled(asked.row().number(), waits);
		}
		if (source == null || target == null) {
			return PlannedRow.settled(asked.row().number(), RowResult.OPEN);
		}
		if (source.ref() == target.ref()) {
			notes.add(Column.TARGET_GROUP, target.name(), Code.SAME_GROUP, "The group would be moved into itself.",
					"Name the group that the people are moved to.");
			return PlannedRow.settled(asked.row().number(), RowResult.OPEN);
		}
		return asked.members().isEmpty() ? move(asked, from, to, notes)
				: notes.isEmpty() ? move(asked, named.members(), from, to, notes)
						: PlannedRow.settled(asked.row().number(), RowResult.OPEN);
	}

	/**
	 * Moves the people whom the row names. Those who are in the other group only are
	 * where they should be; those who are in neither group are left out.
	 */
	private PlannedRow move(RowRequest asked, List<UUID> named, Found from, Found to, RowFindings notes) {
		TrackedGroup source = Objects.requireNonNull(from.group());
		Membership here = this.plan.lanes().members(source.ref());
		Membership there = this.plan.lanes().members(Objects.requireNonNull(to.group()).ref());
		here.ask(named);
		there.ask(named);
		List<UUID> people = new ArrayList<>();
		List<UUID> moving = new ArrayList<>();
		for (UUID person : named) {
			boolean arrived = there.has(person);
			boolean certain = here.by(person) == null && there.by(person) == null;
			if (here.has(person) || here.isUnsure(person) || (arrived && !certain)) {
				moving.add(person);
			}
			else if (!arrived) {
				notes.staysBehind(this.people.address(person), Why.NOT_IN_GROUP);
				continue;
			}
			people.add(person);
		}
		Wish wish = new Wish(null, null, people);
		long row = asked.row().number();
		if (people.isEmpty()) {
			return PlannedRow.unsent(row, RowMessages.nothingLeft(notes.leftOut()), source, wish);
		}
		return moving.isEmpty() ? PlannedRow.unsent(row, RowMessages.ALREADY_SO, source, wish) : PlannedRow.sent(row,
				source, wish, List.of(add(RequestType.MOVE_SOME, moving.stream().sorted().toList(), from, to)));
	}

	private PlannedRow move(RowRequest asked, Found from, Found to, RowFindings notes) {
		TrackedGroup source = Objects.requireNonNull(from.group());
		Membership here = this.plan.lanes().members(source.ref());
		List<UUID> all = here.members().stream().sorted().toList();
		List<UUID> moving = all.stream().filter((person) -> this.people.staysBehind(person) == null).toList();
		for (UUID person : all) {
			Why why = this.people.staysBehind(person);
			if (why != null) {
				notes.staysBehind(this.people.address(person), why);
			}
		}
		Wish wish = new Wish(null, null, moving);
		if (moving.isEmpty() && here.isAsFound()) {
			return PlannedRow.unsent(asked.row().number(), EMPTY, source, wish);
		}
		long id = add(RequestType.CARRY, moving, from, to);
		return PlannedRow.sent(asked.row().number(), source, wish, List.of(id));
	}

	private long add(RequestType verb, List<UUID> moving, Found from, Found to) {
		TrackedGroup source = Objects.requireNonNull(from.group());
		TrackedGroup target = Objects.requireNonNull(to.group());
		Membership here = this.plan.lanes().members(source.ref());
		Membership there = this.plan.lanes().members(target.ref());
		there.ask(moving);
		List<UUID> joining = moving.stream()
			.filter((person) -> here.has(person) && (!there.has(person) || there.isUnsure(person)))
			.toList();
		Change change = new Change(null, null, joining, moving);
		long id = this.plan.lanes().takeId();
		this.plan.lanes()
			.put(new PlannedRequest(id, verb, source.ref(), change,
					new Ties(source.trail().lastRequest(), null, RequestDependencyLinker.needs(from),
							new Target(target.ref(), target.trail().lastRequest(), RequestDependencyLinker.needs(to))),
					id));
		TrackedGroup left = source.after(change).behind(id);
		this.plan.put((left.manager() != null) ? left : left.with(left.trail().claims().without(true, false)));
		this.plan.put(target.behind(id));
		return id;
	}

}
