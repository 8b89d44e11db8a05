package io.groupbatch.importjob.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.csv.groups.GroupList;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.text.SpellingSuggestion;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.text.Invisible;

import org.jspecify.annotations.Nullable;

/**
 * Finds every error of one row that the file alone shows. Made for one row, used once.
 */
final class RowValidator {

	/** What may stand between cells, and what it is called. */
	private static final Map<String, String> SEPARATORS = Map.of(",", "commas", ";", "semicolons", "\t", "tabs", "|",
			"vertical bars");

	/** What spreadsheets and programs write where a value is missing. */
	private static final Pattern NO_VALUE = Pattern
		.compile("#(?:N/[ADBV]|NV|[\\p{Lu}/0]{2,12}[!?])|\\(?(?i:null|undefined|nan)\\)?|\\[object Object]");

	/** What a spreadsheet cuts a longer cell to. */
	private static final int SPREADSHEET_CELL = 32_767;

	private final Columns columns;

	private final CsvRow row;

	private final boolean allowOddNames;

	private final List<RowError> mistakes = new ArrayList<>();

	private RowValidator(Columns columns, CsvRow row, boolean allowOddNames) {
		this.columns = columns;
		this.row = row;
		this.allowOddNames = allowOddNames;
	}

	/**
	 * The row's errors, in the order of its columns.
	 * @param operation what the row asks for, as written or by default; blank when
	 * nothing does
	 * @param allowOddNames whether a group may be called as a missing value is
	 */
	static List<RowError> mistakes(Columns columns, CsvRow row, String operation, boolean allowOddNames) {
		RowValidator check = new RowValidator(columns, row, allowOddNames);
		if (row.cells().stream().allMatch(Invisible::isBlank)) {
			check.note(null, Code.EMPTY_ROW, "The row is empty.", "Delete it.");
		}
		else if (row.cells().size() != columns.count()) {
			check.noteRagged();
		}
		else {
			check.checkCells(operation);
		}
		return check.mistakes;
	}

	private void noteRagged() {
		List<String> cells = this.row.cells();
		int lacking = this.columns.count() - cells.size();
		String problem = "The row has %d of the %d cells that the headings call for.".formatted(cells.size(),
				this.columns.count());
		String cure = "Put quotes around cells that hold the separator.";
		if (cells.get(0).strip().startsWith("#")) {
			cure = "It looks like a comment, which this format does not have. Delete the line.";
		}
		else if (otherSeparator().isPresent()) {
			cure = "Its cells seem to be separated by %s, unlike the headings. Write all lines with the same separator."
				.formatted(otherSeparator().get());
		}
		else if (lacking > 0) {
			cure = "Write the missing cells, or %s at the end of the line for blank ones."
				.formatted((lacking == 1) ? "one more separator" : lacking + " more separators");
		}
		else if (cells.subList(this.columns.count(), cells.size()).stream().allMatch(Invisible::isBlank)) {
			cure = "Delete the %s at the end of the line.".formatted((lacking == -1) ? "separator" : "separators");
		}
		this.mistakes.add(new RowError(this.row.row(), this.row.line(), null, shorten(String.join(" | ", cells)),
				Code.RAGGED_ROW, problem, cure));
	}

	/**
	 * What separates a row into as many cells as there are headings, if all is in one.
	 */
	private Optional<String> otherSeparator() {
		String cell = this.row.cells().get(0);
		return (this.row.cells().size() > 1) ? Optional.empty()
				: SEPARATORS.entrySet()
					.stream()
					.filter((one) -> cell.split(Pattern.quote(one.getKey()), -1).length == this.columns.count())
					.map(Map.Entry::getValue)
					.findFirst();
	}

	private void checkCells(String operationText) {
		checkCut();
		Optional<Operation> operation = checkOperation(operationText);
		checkId();
		checkName(Column.GROUP_NAME);
		checkName(Column.NEW_GROUP_NAME);
		checkName(Column.TARGET_GROUP);
		operation.ifPresent(this::checkNeeds);
	}

	/** What is not used may be cut: our own messages are long. */
	private void checkCut() {
		this.columns.used()
			.filter((place) -> this.row.cells().get(place).length() == SPREADSHEET_CELL)
			.forEach((place) -> {
				String cell = this.row.cells().get(place);
				this.mistakes
					.add(new RowError(this.row.row(), this.row.line(), this.columns.heading(place), shorten(cell),
							Code.CUT_CELL, "The cell has 32,767 characters: a spreadsheet has probably cut it.",
							"Spread the people over several rows."));
			});
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
		checkName(column, cell(column));
	}

	private void checkName(Column column, String name) {
		if (!name.isEmpty() && Invisible.isBlank(name)) {
			note(column, Code.BAD_NAME, "The name shows nothing: it is only blanks or invisible characters.",
					"Write a name, or leave the cell blank.");
		}
		else if (name.length() > RowRequest.LONGEST_NAME) {
			note(column, Code.BAD_NAME, "The name has %d characters.".formatted(name.length()),
					"Shorten it: the portal takes at most 128.");
		}
		else if (!this.allowOddNames && NO_VALUE.matcher(name.strip()).matches()
				&& (column != Column.GROUP_NAME || cell(Column.GROUP_ID).isEmpty())) {
			note(column, Code.BAD_NAME, "A spreadsheet or a program writes this where a value is missing.",
					"Correct the cell. If a group is really called so: --allow-look-alikes.");
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
					this.columns.has(Column.GROUPS) ? "Write their names or ids into the column groups."
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
			// A user who means remove-members must not lose the group.
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
