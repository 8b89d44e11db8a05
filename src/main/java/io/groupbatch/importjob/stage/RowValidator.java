package io.groupbatch.importjob.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.csv.groups.SpellingSuggestion;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowError;
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
					nearly(text).map((near) -> "Did you mean " + near + "? ").orElse("") + "Write one of "
							+ Operation.list() + ".");
		}
		return operation;
	}

	/** The one that is nearly so, or the only one that begins so. */
	private static Optional<String> nearly(String text) {
		String word = text.toLowerCase(Locale.ROOT);
		List<String> all = Arrays.stream(Operation.values()).map(Operation::text).toList();
		List<String> longer = all.stream().filter((operation) -> operation.startsWith(word)).toList();
		return (longer.size() == 1) ? Optional.of(longer.get(0)) : SpellingSuggestion.nearest(word, all);
	}

	private void checkId() {
		String id = cell(Column.GROUP_ID);
		if (!id.isEmpty() && RowRequest.id(id) == null) {
			note(Column.GROUP_ID, Code.BAD_CELL, "This is not the id of a group.",
					"An id looks like 5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11. Leave the cell blank to find the group by name.");
		}
	}

	private void checkName(Column column) {
		String name = cell(column);
		if (!name.isEmpty() && Invisible.isBlank(name)) {
			note(column, Code.BAD_NAME, "The name shows nothing: it is only blanks or invisible characters.",
					"Write a name, or leave the cell blank.");
		}
		else if (name.length() > LONGEST_NAME) {
			note(column, Code.BAD_NAME, "The name has %d characters.".formatted(name.length()),
					"Shorten it: the portal takes at most 128.");
		}
	}

	private void checkNeeds(Operation operation) {
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
			case ADD_MEMBERS, REMOVE_MEMBERS, SET_MEMBERS -> checkMembers(operation);
		}
	}

	private void checkMove() {
		refuse(Operation.MOVE_MEMBERS, Column.NEW_GROUP_NAME, Column.GROUP_MANAGER, Column.MEMBERS);
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
