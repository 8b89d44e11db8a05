package io.groupbatch.importjob.plan;

import java.util.List;
import java.util.stream.Collectors;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.plan.state.PlanState;
import io.groupbatch.importjob.plan.state.RowFindings;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.plan.ReleasedName;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroupState;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.portal.payload.Group;

import org.jspecify.annotations.Nullable;

/**
 * Finds the group that a row means: the one with its id, or the one that has its name at
 * that point of the file.
 */
final class GroupFinder {

	private final PlanState plan;

	private final ImportOptions options;

	GroupFinder(PlanState plan, ImportOptions options) {
		this.plan = plan;
		this.options = options;
	}

	/**
	 * The row's group; or what is wrong is noted; or the row waits for one that is wrong.
	 */
	Found find(RowRequest asked, RowFindings notes) {
		Found found = (asked.groupId() != null) ? byId(asked, notes) : byName(asked, notes);
		TrackedGroup group = found.group();
		if (group != null && group.ldap() && !mayHold(asked.operation()) && !this.options.allow().ldap()) {
			ownedByDirectory(group, notes);
			return Found.NOTHING;
		}
		return found;
	}

	/** Notes that the group is not changed here. */
	static void ownedByDirectory(TrackedGroup group, RowFindings notes) {
		notes.add(Column.GROUP_NAME, group.name(), Code.LDAP_GROUP,
				"\"%s\" belongs to a directory, whose next sync would undo the change.".formatted(group.name()),
				"Change it in the directory, or give --allow-ldap.");
	}

	/** Whether rows of this kind may turn out to change nothing. */
	private static boolean mayHold(Operation operation) {
		return switch (operation) {
			case GET, UPSERT, ADD_MEMBERS, REMOVE_MEMBERS, REMOVE_EVERYWHERE -> true;
			default -> false;
		};
	}

	private Found byId(RowRequest asked, RowFindings notes) {
		String id = String.valueOf(asked.groupId());
		TrackedGroup group = (asked.groupId() != null) ? this.plan.withId(asked.groupId()) : null;
		if (asked.groupId() != null && Group.SYSTEM_IDS.contains(asked.groupId())) {
			notes.add(Column.GROUP_ID, id, Code.SYSTEM_GROUP, "This is a system group, which stands for a role.",
					"Change a person's role in the portal instead.");
		}
		else if (group == null) {
			notes.add(Column.GROUP_ID, id, Code.GROUP_MISSING, "The portal has no group with this id.",
					"Correct the id, or leave it blank and write the group's name.");
		}
		else if (group.state() == TrackedGroupState.GONE) {
			notes.add(Column.GROUP_ID, id, Code.GROUP_MISSING,
					"Row %d deletes this group.".formatted(group.trail().byRow()), "Move this row up, or delete it.");
		}
		else if (asked.groupName() != null && !asked.groupName().equals(group.name())) {
			notes.add(Column.GROUP_NAME, asked.groupName(), Code.NAME_DIFFERS,
					"The group with this id is called \"%s\".".formatted(group.name()),
					"Correct the name or the id, or leave one of them blank.");
		}
		else {
			return new Found(group, false, null);
		}
		return Found.NOTHING;
	}

	private Found byName(RowRequest asked, RowFindings notes) {
		String name = String.valueOf(asked.groupName());
		List<TrackedGroup> groups = this.plan.named(name);
		if (groups.size() == 1) {
			return new Found(groups.get(0), true, null);
		}
		if (groups.size() > 1) {
			return ambiguous(name, groups, notes);
		}
		String newName = asked.newName();
		if (asked.operation().isWish() && newName != null && !this.plan.named(newName).isEmpty()) {
			List<TrackedGroup> renamed = this.plan.named(newName);
			return (renamed.size() == 1) ? new Found(renamed.get(0), true, null) : ambiguous(newName, renamed, notes);
		}
		return missing(asked, name, notes);
	}

	private static Found ambiguous(String name, List<TrackedGroup> groups, RowFindings notes) {
		notes.add(Column.GROUP_NAME, name, Code.NAME_AMBIGUOUS,
				"%d groups are called \"%s\": %s.".formatted(groups.size(), name, candidates(groups)),
				"Write the id of the one you mean into groupId.");
		return Found.NOTHING;
	}

	private Found missing(RowRequest asked, String name, RowFindings notes) {
		ReleasedName lost = this.plan.lost(name);
		if (asked.operation() == Operation.UPSERT && (lost == null || lost.why() != ReleasedName.Why.RENAMED)) {
			return Found.ABSENT;
		}
		if (lost == null) {
			notes.add(Column.GROUP_NAME, name, Code.GROUP_MISSING,
					"Neither the portal nor an earlier row has a group \"%s\".".formatted(name),
					"Correct the name, or create the group in an earlier row.");
		}
		else if (lost.why() == ReleasedName.Why.INVALID) {
			return new Found(null, true,
					new RowResult(RowStatus.FAILED, Code.EARLIER_ROW,
							"Row %d, which would create \"%s\", is invalid. Fix that row."
								.formatted(RowNumber.row(lost.row()), name)));
		}
		else {
			boolean deleted = lost.why() == ReleasedName.Why.DELETED;
			notes.add(Column.GROUP_NAME, name, Code.NAME_GIVEN_UP,
					"Row %d %s the group \"%s\".".formatted(lost.row(), deleted ? "deletes" : "renames", name),
					deleted ? "Delete this row, or put it before that one."
							: "Use the name that the group has at this point of the file.");
		}
		return Found.NOTHING;
	}

	private static String candidates(List<TrackedGroup> groups) {
		return groups.stream()
			.map((group) -> (group.portalId() != null) ? group.portalId().toString()
					: "the one of row " + group.trail().byRow())
			.sorted()
			.collect(Collectors.joining(", "));
	}

	/**
	 * What was found.
	 *
	 * @param group the group, null when there is none
	 * @param byName whether the row called it by name
	 * @param waits why the row cannot be done though nothing is wrong with it, else null
	 */
	record Found(@Nullable TrackedGroup group, boolean byName, @Nullable RowResult waits) {

		static final Found NOTHING = new Found(null, false, null);

		/** There is none of that name, and the row may make it. */
		static final Found ABSENT = new Found(null, true, null);

		boolean isAbsent() {
			return equals(ABSENT);
		}

	}

}
