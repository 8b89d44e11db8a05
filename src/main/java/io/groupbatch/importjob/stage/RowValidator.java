package io.groupbatch.importjob.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.csv.groups.GroupList;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.text.Invisible;

import org.jspecify.annotations.Nullable;

/**
 * Finds every mistake of one row that the file alone shows. Made for one row, used once.
 */
final class RowValidator {

	/** As long as the portal lets a name be, in UTF-16 units (portal contract 1.4). */
	private static final int LONGEST_NAME = 128;

	/** What a spreadsheet cuts a longer cell to. */
	private static final int SPREADSHEET_CELL = 32_767;

	private final Columns columns;

	private final CsvRow row;

	private final List<RowError> mistakes = new ArrayList<>();

	private RowValidator(Columns columns, CsvRow row) {
		this.columns = columns;
		this.row = row;
	}

	/**
	 * The row's mistakes, in the order of its columns.
	 * @param operation what the row asks for, as written or by default; blank when
	 * nothing does
	 */
	static List<RowError> mistakes(Columns columns, CsvRow row, String operation) {
		RowValidator check = new RowValidator(columns, row);
		if (row.cells().stream().allMatch(Invisible::isBlank)) {
			check.note(null, Code.EMPTY_ROW, "The row is empty.", "Delete it.");
		}
		else if (row.cells().size() != columns.count()) {
			check.note(null, Code.RAGGED_ROW, "The row has %d of the %d cells that the headings call for."
				.formatted(row.cells().size(), columns.count()), "Put quotes around cells that hold the separator.");
		}
		else {
			check.checkCells(operation);
		}
		return check.mistakes;
	}

	private void checkCells(String operationText) {
		checkCut();
		Optional<Operation> operation = checkOperation(operationText);
		checkId();
		checkName(Column.GROUP_NAME);
		checkName(Column.NEW_GROUP_NAME);
		operation.ifPresent(this::checkNeeds);
	}

	private void checkCut() {
		if (this.row.cells().stream().allMatch((cell) -> cell.length() < SPREADSHEET_CELL)) {
			return;
		}
		for (Column column : Column.values()) {
			if (cell(column).length() == SPREADSHEET_CELL) {
				noteCut(column);
			}
		}
		// An escape that was taken off, or another column of the same meaning, hides the
		// length.
		if (this.mistakes.isEmpty()
				&& this.row.cells().stream().anyMatch((cell) -> cell.length() == SPREADSHEET_CELL)) {
			noteCut(null);
		}
	}

	private void noteCut(@Nullable Column column) {
		note(column, Code.CUT_CELL, "The cell has 32,767 characters: a spreadsheet has probably cut it.",
				"Spread the people over several rows.");
	}

	private Optional<Operation> checkOperation(String text) {
		Optional<Operation> operation = Operation.of(text);
		if (text.isEmpty()) {
			note(Column.OPERATION, Code.MISSING_CELL, "The row does not say what to do.",
					"Write one of " + Operation.list() + ".");
		}
		else if (operation.isEmpty()) {
			note(Column.OPERATION, Code.UNKNOWN_OPERATION, "There is no operation \"%s\".".formatted(text),
					"Write one of " + Operation.list() + ".");
		}
		return operation;
	}

	private void checkId() {
		String id = cell(Column.GROUP_ID);
		if (!id.isEmpty() && RowRequest.id(id) == null) {
			note(Column.GROUP_ID, Code.BAD_CELL, "This is not the id of a group.",
					"An id looks like 5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11. Leave the cell blank to find the group by name.");
		}
	}

	private void checkName(Column column) {
		checkName(column, cell(column));
	}

	private void checkName(Column column, String name) {
		if (!name.isEmpty() && Invisible.isBlank(name)) {
			note(column, Code.BAD_NAME, "The name shows nothing: it is only blanks or invisible characters.",
					"Write a name, or leave the cell blank.");
		}
		else if (name.length() > LONGEST_NAME) {
			note(column, Code.BAD_NAME, "The name has %d characters.".formatted(name.length()),
					"Shorten it: the portal takes at most 128.");
		}
	}

	/** A row about people, and as many groups as it names. */
	private void checkByPerson(Operation operation) {
		refuse(operation, Column.NEW_GROUP_NAME, Column.GROUP_MANAGER, Column.TARGET_GROUP);
		switch (operation) {
			case UPSERT, ADD_MEMBERS, REMOVE_MEMBERS -> checkGroups(operation);
			case REMOVE_EVERYWHERE -> refuse(operation, Column.GROUPS);
			default -> {
				note(Column.OPERATION, Code.BAD_CELL,
						"%s is not possible in a file with a row for each person.".formatted(operation.text()),
						"Write upsert, add-members, remove-members or remove-everywhere, or make a file with the column groupName.");
				return;
			}
		}
		checkMembers(operation);
	}

	private void checkGroups(Operation operation) {
		List<String> groups = GroupList.split(cell(Column.GROUPS));
		if (groups.isEmpty()) {
			note(Column.GROUPS, Code.MISSING_CELL, operation.text() + " needs groups.",
					this.columns.has(Column.GROUPS) ? "Write their names or ids into groups."
							: "Add a column groups with their names or ids, or groupName with one name.");
		}
		else if (groups.size() > RowNumber.MAX_PARTS) {
			note(Column.GROUPS, Code.BAD_CELL, "The cell names more than %d groups.".formatted(RowNumber.MAX_PARTS),
					"Spread them over several rows.");
		}
		groups.stream().filter((group) -> !GroupList.isId(group)).forEach((group) -> checkName(Column.GROUPS, group));
	}

	private void checkNeeds(Operation operation) {
		if (this.columns.isByPerson()) {
			checkByPerson(operation);
			return;
		}
		if (operation == Operation.REMOVE_EVERYWHERE) {
			note(Column.OPERATION, Code.BAD_CELL,
					"remove-everywhere is about all groups, and the rows of this file are about one group each.",
					"Put these rows into a file without groupName and groupId.");
			return;
		}
		boolean create = operation == Operation.CREATE;
		if (create && !cell(Column.GROUP_ID).isEmpty()) {
			note(Column.GROUP_ID, Code.UNUSED_CELL, "A new group gets its id from the portal.",
					"Leave the cell blank.");
		}
		if (cell(Column.GROUP_NAME).isEmpty() && (create || cell(Column.GROUP_ID).isEmpty())) {
			note(Column.GROUP_NAME, Code.MISSING_CELL, operation.text() + " needs a group.",
					create ? "Write its name." : "Write its name or its id.");
		}
		if (operation != Operation.MOVE_MEMBERS) {
			refuse(operation, Column.TARGET_GROUP);
		}
		switch (operation) {
			case CREATE -> refuse(operation, Column.NEW_GROUP_NAME);
			case GET -> refuse(operation, Column.NEW_GROUP_NAME);
			// Somebody who means remove-members must not lose the group.
			case DELETE -> refuse(operation, Column.NEW_GROUP_NAME, Column.MEMBERS);
			case UPSERT -> {
			}
			case UPDATE -> checkUpdate();
			case MOVE_MEMBERS -> checkMove();
			case ADD_MEMBERS, REMOVE_MEMBERS, REMOVE_EVERYWHERE, SET_MEMBERS -> checkMembers(operation);
		}
	}

	private void checkMove() {
		refuse(Operation.MOVE_MEMBERS, Column.NEW_GROUP_NAME, Column.GROUP_MANAGER);
		if (cell(Column.TARGET_GROUP).isEmpty()) {
			note(Column.TARGET_GROUP, Code.MISSING_CELL, "move-members needs a group that takes the people.",
					"Write its name or its id.");
		}
	}

	private void checkUpdate() {
		refuse(Operation.UPDATE, Column.MEMBERS);
		boolean rename = !cell(Column.NEW_GROUP_NAME).isEmpty()
				|| (!cell(Column.GROUP_ID).isEmpty() && !cell(Column.GROUP_NAME).isEmpty());
		if (!rename && cell(Column.GROUP_MANAGER).isEmpty()) {
			note(Column.NEW_GROUP_NAME, Code.MISSING_CELL, "update needs something to change.",
					"Write a newGroupName or a groupManager.");
		}
	}

	private void checkMembers(Operation operation) {
		if (PersonReference.split(cell(Column.MEMBERS)).isEmpty()) {
			note(Column.MEMBERS, Code.MISSING_CELL, operation.text() + " needs people.",
					"Write their e-mail addresses into members"
							+ ((operation == Operation.SET_MEMBERS) ? ", or - for nobody." : "."));
		}
	}

	private void refuse(Operation operation, Column... unused) {
		for (Column column : unused) {
			if (!cell(column).isEmpty()) {
				note(column, Code.UNUSED_CELL, operation.text() + " has no use for " + column.heading() + ".",
						"Leave the cell blank, or use another operation.");
			}
		}
	}

	private String cell(Column column) {
		return this.columns.cell(column, this.row.cells());
	}

	private void note(@Nullable Column column, Code code, String problem, String cure) {
		String heading = (column != null) ? this.columns.heading(column) : null;
		String value = (column != null) ? shorten(cell(column)) : null;
		this.mistakes.add(new RowError(this.row.row(), this.row.line(), heading, value, code, problem, cure));
	}

	private static String shorten(String value) {
		return (value.length() <= 200) ? value : value.substring(0, 200) + "…";
	}

}
