package io.groupbatch.importjob.row;

import java.util.List;
import java.util.function.Predicate;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.csv.groups.GroupList;
import io.groupbatch.csv.groups.PeopleSyntax;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.csv.groups.UserMap;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.people.UserMaps;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.Run;
import io.groupbatch.text.Invisible;

import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of staged rows as requests.
 *
 * @param columns what the columns of the file mean
 * @param people how the people of a cell are told apart
 */
public record RowParser(Columns columns, PeopleSyntax people) {

	/** For the rows of a run's file. */
	public static RowParser of(Run.Header header, ImportOptions options, UserMaps userMaps) {
		String name = options.people().userMap();
		UserMap users = (name != null) ? UserMap.of(userMaps.get(name)) : UserMap.NONE;
		return new RowParser(columns(header, options), options.reading().people(users));
	}

	/** The same, with the names of the people that there are. */
	public RowParser knowing(Predicate<String> names) {
		return new RowParser(this.columns, this.people.knowing(names));
	}

	/** What the columns of a run's file mean. */
	public static Columns columns(Run.Header header, ImportOptions options) {
		return Columns.again(header.headings(), header.fields()).trimmingNames(options.groups().trimNames());
	}

	/**
	 * The request of a row. Of a row with errors, whose cells may hold anything, what can
	 * be read of it as it stands there, all people included.
	 */
	public RowRequest parse(StagedRow row) {
		boolean sound = RowRequest.isSound(row);
		Operation operation = Operation.of(row.operation()).orElse(Operation.GET);
		String group = group(row);
		String id = (group != null && GroupList.isId(group)) ? group : cell(row, Column.GROUP_ID);
		String name = (group != null && id.isEmpty()) ? group : orNull(cell(row, Column.GROUP_NAME));
		String newName = orNull(cell(row, Column.NEW_GROUP_NAME));
		// With an id, groupName of these operations is the new name.
		boolean renamesById = sound && (operation == Operation.UPDATE || operation == Operation.UPSERT) && !id.isEmpty()
				&& newName == null;
		boolean withoutPeople = sound && (operation == Operation.GET || operation == Operation.DELETE);
		String manager = withoutPeople ? "" : cell(row, Column.GROUP_MANAGER);
		return new RowRequest(row, operation, RowRequest.id(id), renamesById ? null : name,
				renamesById ? name : newName, manager.isEmpty() ? null : PersonReference.of(manager, this.people),
				withoutPeople ? List.of() : members(row, operation), orNull(cell(row, Column.TARGET_GROUP)));
	}

	/** The one group of the column {@code groups}, as it is called there. */
	private @Nullable String group(StagedRow row) {
		List<String> groups = GroupList.split(cell(row, Column.GROUPS));
		return (groups.size() == 1) ? groups.get(0) : null;
	}

	/** Where the people are to be the only ones, a dash stands for nobody. */
	private List<PersonReference> members(StagedRow row, Operation operation) {
		String cell = cell(row, Column.MEMBERS);
		boolean nobody = operation == Operation.SET_MEMBERS && Invisible.removedFrom(cell).equals("-");
		return nobody ? List.of() : PersonReference.split(cell, this.people);
	}

	private String cell(StagedRow row, Column column) {
		return this.columns.cell(column, row.cells());
	}

	private static @Nullable String orNull(String cell) {
		return cell.isEmpty() ? null : cell;
	}

}
