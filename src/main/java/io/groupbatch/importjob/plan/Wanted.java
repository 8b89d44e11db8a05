package io.groupbatch.importjob.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.Columns;
import io.groupbatch.csv.PersonText;
import io.groupbatch.csv.UserMap;
import io.groupbatch.journal.Code;
import io.groupbatch.journal.Operation;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.StagedRow;
import io.groupbatch.portal.SearchText;
import io.groupbatch.text.Invisible;

import org.jspecify.annotations.Nullable;

/**
 * Which groups and people a file names, each once. For one thread.
 */
final class Wanted {

	private final Columns columns;

	private final UserMap users;

	private final Set<String> searches = new HashSet<>();

	private final Set<String> namesOfExisting = new HashSet<>();

	private final Set<UUID> groupIds = new HashSet<>();

	private final Set<String> emails = new HashSet<>();

	private final Set<UUID> personIds = new HashSet<>();

	private boolean namesNobody;

	private boolean needsAllGroups;

	Wanted(Columns columns, UserMap users) {
		this.columns = columns;
		this.users = users;
	}

	void add(StagedRow row) {
		RowStatus status = row.outcome().status();
		boolean readable = status == RowStatus.NOT_SENT
				|| (status == RowStatus.INVALID && row.outcome().code() != Code.RAGGED_ROW);
		if (!readable) {
			return;
		}
		Operation operation = Operation.of(row.operation()).orElse(null);
		for (Column column : List.of(Column.GROUP_NAME, Column.NEW_GROUP_NAME, Column.TARGET_GROUP)) {
			addName(this.columns.cell(column, row.cells()), operation != Operation.CREATE);
		}
		addId(this.columns.cell(Column.GROUP_ID, row.cells()));
		addId(this.columns.cell(Column.TARGET_GROUP, row.cells()));
		if (operation != Operation.GET && operation != Operation.DELETE) {
			people(row, operation).forEach(this::addPerson);
		}
	}

	/**
	 * How many reads it takes, at the most, to look each of them up, unless a search
	 * finds too much.
	 * @param groupPages how many it takes to read all groups
	 */
	long cost(long groupPages) {
		return (this.needsAllGroups ? groupPages : this.searches.size()) + this.namesOfExisting.size()
				+ 2L * this.groupIds.size() + this.emails.size() + this.personIds.size();
	}

	/**
	 * What the portal is searched for to find all groups of these names; several names
	 * may share one.
	 */
	Set<String> searches() {
		return this.searches;
	}

	/** Whether the portal cannot be searched for one of the names. */
	boolean needsAllGroups() {
		return this.needsAllGroups;
	}

	/** Whether the file wants anything of a group of that name but to make it. */
	boolean isOfExisting(String name) {
		return this.namesOfExisting.contains(name);
	}

	Set<UUID> groupIds() {
		return this.groupIds;
	}

	/** In lower case. */
	Set<String> emails() {
		return this.emails;
	}

	Set<UUID> personIds() {
		return this.personIds;
	}

	/** Whether a text stands for a person that is neither an address nor an id. */
	boolean namesNobody() {
		return this.namesNobody;
	}

	private void addName(String name, boolean ofExisting) {
		if (!Invisible.isBlank(name)) {
			SearchText.of(name).ifPresentOrElse(this.searches::add, () -> this.needsAllGroups = true);
			if (ofExisting) {
				this.namesOfExisting.add(name);
			}
		}
	}

	private void addId(String cell) {
		if (Asked.GUID.matcher(cell).matches()) {
			this.groupIds.add(UUID.fromString(cell));
		}
	}

	private Stream<PersonText> people(StagedRow row, @Nullable Operation operation) {
		String manager = this.columns.cell(Column.GROUP_MANAGER, row.cells());
		return Stream.concat(manager.isEmpty() ? Stream.empty() : Stream.of(PersonText.of(manager, this.users)),
				Asked.members(operation, this.columns.cell(Column.MEMBERS, row.cells()), this.users).stream());
	}

	private void addPerson(PersonText person) {
		if (person.email() != null) {
			this.emails.add(person.email().strip().toLowerCase(Locale.ROOT));
		}
		else if (person.id() != null) {
			this.personIds.add(person.id());
		}
		else if (!person.leftOut()) {
			this.namesNobody = true;
		}
	}

}
