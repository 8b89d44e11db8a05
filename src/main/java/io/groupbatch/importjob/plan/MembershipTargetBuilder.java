package io.groupbatch.importjob.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.importjob.plan.state.RowFindings;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.plan.MembershipTarget;
import io.groupbatch.journal.plan.MembershipTarget.Kind;
import io.groupbatch.journal.plan.MembershipTarget.Mentioned;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroup.Claim;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.StagedRow;

import org.jspecify.annotations.Nullable;

/**
 * Puts together who must be in a group by all of its {@code set-members} rows. Takes the
 * rows that may be about the group, in the order of the file. A row that is wrong, or
 * that comes after other changes of the group, is not counted, and holds removals back:
 * nobody is taken out whom the file may list. Used for one group, once.
 */
final class MembershipTargetBuilder implements Consumer<Mentioned> {

	private final RowRequest first;

	private final TrackedGroup group;

	private final PlanContext known;

	private final boolean upserts;

	private final Set<UUID> people = new LinkedHashSet<>();

	private @Nullable UUID manager;

	private @Nullable Long managerRow;

	private long lastRow;

	private @Nullable Long heldBy;

	private @Nullable Long closedBy;

	private boolean over;

	/** Whether the name that the first row takes away belongs to another group by now. */
	private boolean nameIsAnothers;

	/**
	 * Begins with the first sound row.
	 * @param group as that row finds it
	 * @param upserts whether the group is changed by upsert rows
	 */
	MembershipTargetBuilder(RowRequest first, TrackedGroup group, PlanContext known, boolean upserts) {
		this.first = first;
		this.group = group;
		this.known = known;
		this.upserts = upserts;
		this.lastRow = first.row().number();
	}

	@Override
	public void accept(Mentioned mentioned) {
		long row = mentioned.row().number();
		boolean set = mentioned.kind() == Kind.SET;
		if (row < this.first.row().number()) {
			this.heldBy = set ? row : null;
		}
		else if (this.over || isAboutAnother(mentioned.row())) {
			return;
		}
		else if (!set) {
			change(mentioned);
		}
		else if (this.closedBy != null) {
			hold(row);
		}
		else {
			this.lastRow = row;
			if (!counts(mentioned.row())) {
				hold(row);
			}
		}
	}

	private void change(Mentioned mentioned) {
		boolean upsert = Operation.UPSERT.text().equals(mentioned.row().operation());
		if (mentioned.kind() == Kind.MAKE || (upsert && !this.upserts)) {
			return;
		}
		this.over = mentioned.kind() == Kind.END;
		this.closedBy = (this.closedBy != null) ? this.closedBy : (Long) mentioned.row().number();
	}

	/**
	 * Whether a row calls its groups only by a name that the first row takes from this
	 * one, and that a row since gives to another.
	 */
	private boolean isAboutAnother(StagedRow row) {
		String id = cell(Column.GROUP_ID, row);
		String name = cell(Column.GROUP_NAME, row);
		String target = cell(Column.TARGET_GROUP, row);
		boolean ours = isId(id) || isId(target) || (id.isEmpty() && name.equals(nameAfter()))
				|| cell(Column.NEW_GROUP_NAME, row).equals(nameAfter()) || target.equals(nameAfter());
		this.nameIsAnothers |= !ours && name.equals(formerName()) && Operation.CREATE.text().equals(row.operation());
		return this.nameIsAnothers && !ours;
	}

	private boolean isId(String text) {
		return this.group.portalId() != null && text.equalsIgnoreCase(this.group.portalId().toString());
	}

	private String cell(Column column, StagedRow row) {
		return this.known.columns().cell(column, row.cells());
	}

	/** Whether a row is sound, and nobody is left out of it. */
	private boolean counts(StagedRow row) {
		if (row.outcome().status() != RowStatus.NOT_SENT) {
			return false;
		}
		RowRequest asked = this.known.rows().parse(row);
		// Whether people are left out or refused: both hold removals back.
		RowFindings notes = new RowFindings(row, this.known.columns(), true);
		Wish wish = this.known.people().wish(asked, notes);
		if (!isAboutTheGroup(asked) || !notes.isEmpty() || !agrees(wish.manager())) {
			return false;
		}
		if (wish.manager() != null && this.manager == null) {
			this.manager = wish.manager();
			this.managerRow = row.number();
		}
		this.people.addAll(wish.members());
		return notes.leftOut().isEmpty();
	}

	private boolean isAboutTheGroup(RowRequest asked) {
		String name = nameAfter();
		if (asked.newName() != null && !asked.newName().equals(name)) {
			return false;
		}
		if (asked.groupId() != null) {
			boolean named = asked.groupName() == null || asked.groupName().equals(name)
					|| asked.groupName().equals(this.group.name());
			return asked.groupId().equals(this.group.portalId()) && named;
		}
		return name.equals(asked.groupName())
				|| (formerName().equals(asked.groupName()) && name.equals(asked.newName()));
	}

	private boolean agrees(@Nullable UUID other) {
		Claim<UUID> claim = this.group.trail().claims().manager();
		UUID wanted = (this.manager != null) ? this.manager : (claim != null) ? claim.asked() : null;
		return other == null || wanted == null || other.equals(wanted);
	}

	private void hold(long row) {
		this.heldBy = (this.heldBy != null) ? this.heldBy : (Long) row;
	}

	private String nameAfter() {
		return (this.first.newName() != null) ? this.first.newName() : this.group.name();
	}

	private String formerName() {
		return (this.first.groupName() != null) ? this.first.groupName() : this.group.name();
	}

	/** Who must be there, in addition to the manager. */
	Set<UUID> people() {
		return this.people;
	}

	/** Who must manage it; null: leave that. */
	@Nullable UUID manager() {
		return this.manager;
	}

	/** The row that says so. */
	@Nullable Long managerRow() {
		return this.managerRow;
	}

	/** The row because of which nobody may be removed; null when there is none. */
	@Nullable Long heldBy() {
		return this.heldBy;
	}

	/** What it comes to, with what is sent for it. */
	MembershipTarget wish(boolean held, List<Long> requests) {
		return new MembershipTarget(this.group.ref(), this.first.row().number(), this.lastRow, formerName(),
				this.closedBy, held ? this.heldBy : null, requests);
	}

}
