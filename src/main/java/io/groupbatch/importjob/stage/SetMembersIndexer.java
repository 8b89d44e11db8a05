package io.groupbatch.importjob.stage;

import java.util.List;
import java.util.stream.Stream;

import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.journal.plan.MembershipTarget.Kind;
import io.groupbatch.journal.plan.MembershipTarget.Mention;
import io.groupbatch.journal.row.Operation;

import org.jspecify.annotations.Nullable;

/**
 * Finds the rows from which the plan puts together who must be in a group: the
 * {@code set-members} rows, and after the first of them those that change the people of a
 * group, or what its name stands for, or make one. For one thread.
 */
final class SetMembersIndexer {

	private final Columns columns;

	private boolean begun;

	/**
	 * Looks at rows.
	 * @param begun whether there was a {@code set-members} row before
	 */
	SetMembersIndexer(Columns columns, boolean begun) {
		this.columns = columns;
		this.begun = begun;
	}

	/** The groups that a row may be about. */
	List<Mention> of(CsvRow row, @Nullable Operation operation, boolean sound) {
		boolean set = operation == Operation.SET_MEMBERS;
		this.begun |= set;
		if (!this.begun || row.cells().size() != this.columns.count()) {
			return List.of();
		}
		Kind kind = set ? Kind.SET : (operation != null && sound) ? kind(operation, row) : null;
		return (kind != null) ? keys(row).distinct().map((key) -> new Mention(key, row.row(), kind)).toList()
				: List.of();
	}

	private @Nullable Kind kind(Operation operation, CsvRow row) {
		if (operation == Operation.GET) {
			return null;
		}
		if (operation == Operation.DELETE || has(Column.NEW_GROUP_NAME, row)) {
			return Kind.END;
		}
		boolean people = has(Column.MEMBERS, row) || has(Column.GROUP_MANAGER, row) || has(Column.TARGET_GROUP, row);
		return people ? Kind.CHANGE : (operation == Operation.CREATE) ? Kind.MAKE : null;
	}

	private boolean has(Column column, CsvRow row) {
		return !this.columns.cell(column, row.cells()).isEmpty();
	}

	private Stream<String> keys(CsvRow row) {
		String id = this.columns.cell(Column.GROUP_ID, row.cells());
		String name = this.columns.cell(Column.GROUP_NAME, row.cells());
		String newName = this.columns.cell(Column.NEW_GROUP_NAME, row.cells());
		String target = this.columns.cell(Column.TARGET_GROUP, row.cells());
		return Stream
			.of(id.isEmpty() ? "" : Mention.ofId(id), id.isEmpty() ? name(name) : "", name(newName), name(target),
					target.isEmpty() ? "" : Mention.ofId(target))
			.filter((key) -> !key.isEmpty());
	}

	private static String name(String name) {
		return name.isEmpty() ? "" : Mention.ofName(name);
	}

}
