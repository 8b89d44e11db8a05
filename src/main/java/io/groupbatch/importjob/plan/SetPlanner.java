package io.groupbatch.importjob.plan;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.ImportOptions.Existing;
import io.groupbatch.importjob.plan.GroupFinder.Found;
import io.groupbatch.importjob.plan.state.ChangedEntries;
import io.groupbatch.importjob.plan.state.GroupDifference;
import io.groupbatch.importjob.plan.state.Membership;
import io.groupbatch.importjob.plan.state.PlanState;
import io.groupbatch.importjob.plan.state.RowFindings;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.plan.MembershipTarget;
import io.groupbatch.journal.plan.MembershipTarget.Mention;
import io.groupbatch.journal.plan.MembershipTargets;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroup.Claim;
import io.groupbatch.journal.plan.TrackedGroupState;
import io.groupbatch.journal.row.Code;

import org.jspecify.annotations.Nullable;

/**
 * Decides what {@code set-members} rows need. All those of one group are one wish, which
 * is sent at the place of the first; no other row joins its requests. For one thread.
 */
final class SetPlanner {

	private final PlanState plan;

	private final MembershipTargets store;

	/** What was decided, by the group. */
	private final ChangedEntries<Long, MembershipTarget> wishes = new ChangedEntries<>();

	private final PlanContext known;

	private final ImportOptions options;

	private final RequestBuilder drafts;

	private final RequestDependencyLinker leaving;

	SetPlanner(PlanState plan, MembershipTargets store, PlanContext known, ImportOptions options,
			RequestBuilder drafts) {
		this.plan = plan;
		this.store = store;
		store.ofGroups(plan.refs()).forEach(this.wishes::load);
		this.known = known;
		this.options = options;
		this.drafts = drafts;
		this.leaving = new RequestDependencyLinker(plan);
	}

	/**
	 * Decides for a row. When something is wrong with it, that is noted, and the result
	 * must not be used.
	 */
	PlannedRow plan(RowRequest asked, Wish wish, Found found, RowFindings notes) {
		TrackedGroup group = Objects.requireNonNull(found.group());
		MembershipTarget whole = this.wishes.find(group.ref());
		if (whole == null) {
			whole = begin(asked, found, group);
		}
		else {
			check(asked, group, whole, notes);
		}
		if (whole.heldBy() != null) {
			notes.holdBack(whole.heldBy());
		}
		long row = asked.row().number();
		return whole.requests().isEmpty() ? PlannedRow.unsent(row, RowMessages.ALREADY_SO, group, wish)
				: PlannedRow.sent(row, group, wish, whole.requests());
	}

	private static void check(RowRequest asked, TrackedGroup group, MembershipTarget whole, RowFindings notes) {
		String name = (asked.groupId() != null) ? null : asked.groupName();
		if (!whole.counts(asked.row().number(), name, group.name())) {
			notes.add(Column.GROUP_NAME, group.name(), Code.CONTRADICTS_ROW,
					"Row %d sets the members of \"%s\"%s.".formatted(whole.firstRow(), group.name(),
							(whole.closedBy() != null)
									? ", and row %d changes the group after it".formatted(whole.closedBy()) : ""),
					"Put the set-members rows of a group together, and call it by the same name in each.");
		}
		else if (asked.newName() != null && !asked.newName().equals(group.name())) {
			notes.add(Column.NEW_GROUP_NAME, asked.newName(), Code.TWO_NAMES,
					"Row %d sets the members of \"%s\", and does not give it this name.".formatted(whole.firstRow(),
							group.name()),
					"Write the new name into the first set-members row of the group.");
		}
	}

	private MembershipTarget begin(RowRequest asked, Found found, TrackedGroup group) {
		boolean upserts = group.state() != TrackedGroupState.FOUND
				|| this.options.groups().existing() == Existing.UPDATE;
		MembershipTargetBuilder union = new MembershipTargetBuilder(asked, group, this.known, upserts);
		this.store.forEach(this.plan.run(), keys(asked, group), union);
		Membership people = this.plan.lanes().members(group.ref());
		people.ask(union.people());
		boolean open = union.heldBy() != null;
		GroupDifference standing = new GroupDifference(group, people,
				new Wish(asked.newName(), union.manager(), open ? List.copyOf(union.people()) : List.of()), false,
				false);
		standing.holdsThrough(RequestDependencyLinker.needs(found));
		List<UUID> removes = removes(union, group, people);
		boolean held = open && !removes.isEmpty();
		Change frame = standing.missing();
		Change change = new Change(frame.name(), frame.manager(), adds(union, frame.manager(), people),
				held ? List.of() : removes)
			.showingOnly(open ? null : union.people());
		List<Long> ids = send(change, group, found, standing);
		MembershipTarget whole = union.wish(held, ids);
		this.wishes.put(group.ref(), whole);
		this.leaving.leave(asked, group, change, change.isNothing() ? List.of() : ids, group.trail()
			.claims()
			.and(Claim.of(union.managerRow(), union.manager()), Claim.of(asked.row().number(), asked.newName())));
		return whole;
	}

	void save() {
		this.store.add(this.plan.run(), this.wishes.added());
	}

	private List<Long> send(Change change, TrackedGroup group, Found found, GroupDifference standing) {
		if (!change.isNothing()) {
			List<Long> ids = this.drafts.add(RequestType.UPDATE, group.ref(), change, this.leaving.ties(found, change));
			this.drafts.hold(ids.get(ids.size() - 1), standing.held());
			return ids;
		}
		Long through = standing.through();
		if (through == null) {
			return List.of();
		}
		this.drafts.showOnly(through, standing.held(), change.exact());
		return List.of(through);
	}

	/** What holds only through earlier rows is sent again: nobody must be missing. */
	private static List<UUID> adds(MembershipTargetBuilder union, @Nullable UUID manager, Membership people) {
		return union.people()
			.stream()
			.filter((person) -> !person.equals(manager)
					&& (!people.has(person) || people.by(person) != null || people.isUnsure(person)))
			.toList();
	}

	/** Groups hide disabled people, who stay. */
	private List<UUID> removes(MembershipTargetBuilder union, TrackedGroup group, Membership people) {
		UUID manager = (union.manager() != null) ? union.manager() : group.manager();
		return people.everybody()
			.stream()
			.filter((person) -> !union.people().contains(person) && !person.equals(manager))
			.filter((person) -> !this.known.people().isDisabled(person))
			.sorted()
			.toList();
	}

	private static Set<String> keys(RowRequest asked, TrackedGroup group) {
		return Stream
			.of((group.portalId() != null) ? Mention.ofId(group.portalId().toString()) : "",
					Mention.ofName(group.name()), (asked.groupName() != null) ? Mention.ofName(asked.groupName()) : "",
					(asked.newName() != null) ? Mention.ofName(asked.newName()) : "")
			.filter((key) -> !key.isEmpty())
			.collect(Collectors.toSet());
	}

}
