package io.groupbatch.importjob.plan;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.Columns;
import io.groupbatch.csv.PersonText;
import io.groupbatch.csv.UserMap;
import io.groupbatch.journal.Operation;
import io.groupbatch.journal.StagedRow;
import io.groupbatch.text.Invisible;

import org.jspecify.annotations.Nullable;

/**
 * What a row that has no mistake of its own asks for.
 *
 * @param row where it stands
 * @param operation what to do
 * @param groupId the group's id, null when it is named only
 * @param groupName the name in the file, null when blank
 * @param newName the name that the group shall bear, null: leave it
 * @param manager translated by the user map; null: leave it
 * @param members translated likewise, in the order of the file
 */
record Asked(StagedRow row, Operation operation, @Nullable UUID groupId, @Nullable String groupName,
		@Nullable String newName, @Nullable PersonText manager, List<PersonText> members) {

	/** What an id looks like. */
	static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	static Asked of(StagedRow row, Columns columns, UserMap users) {
		Operation operation = Operation.of(row.operation()).orElseThrow();
		String id = columns.cell(Column.GROUP_ID, row.cells());
		String name = orNull(columns.cell(Column.GROUP_NAME, row.cells()));
		String newName = orNull(columns.cell(Column.NEW_GROUP_NAME, row.cells()));
		String manager = columns.cell(Column.GROUP_MANAGER, row.cells());
		boolean plain = operation == Operation.GET || operation == Operation.DELETE;
		// With an id, their groupName is the wanted name (design section 3).
		boolean renamesById = (operation == Operation.UPDATE || operation == Operation.UPSERT) && !id.isEmpty()
				&& newName == null;
		return new Asked(row, operation, id.isEmpty() ? null : UUID.fromString(id), renamesById ? null : name,
				renamesById ? name : newName, (plain || manager.isEmpty()) ? null : PersonText.of(manager, users),
				plain ? List.of() : members(operation, columns.cell(Column.MEMBERS, row.cells()), users));
	}

	/**
	 * The people of a cell; where they shall be the only ones, a dash stands for nobody.
	 */
	static List<PersonText> members(@Nullable Operation operation, String cell, UserMap users) {
		boolean nobody = operation == Operation.SET_MEMBERS && Invisible.removedFrom(cell).equals("-");
		return nobody ? List.of() : PersonText.split(cell, users);
	}

	/** The same row, as if it were about the group that takes the people of a move. */
	static Asked intoTarget(StagedRow row, Columns columns) {
		String target = columns.cell(Column.TARGET_GROUP, row.cells());
		boolean id = GUID.matcher(target).matches();
		return new Asked(row, Operation.MOVE_MEMBERS, id ? UUID.fromString(target) : null, id ? null : target, null,
				null, List.of());
	}

	/** The people of a row whose other cells may hold anything. */
	static Asked ofPeople(StagedRow row, Columns columns, UserMap users) {
		Operation operation = Operation.of(row.operation()).orElse(Operation.GET);
		String manager = columns.cell(Column.GROUP_MANAGER, row.cells());
		return new Asked(row, operation, null, null, null, manager.isEmpty() ? null : PersonText.of(manager, users),
				members(operation, columns.cell(Column.MEMBERS, row.cells()), users));
	}

	private static @Nullable String orNull(String cell) {
		return cell.isEmpty() ? null : cell;
	}

}
