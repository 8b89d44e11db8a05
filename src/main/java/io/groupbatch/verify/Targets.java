package io.groupbatch.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.Columns;
import io.groupbatch.csv.PersonText;
import io.groupbatch.csv.UserMap;
import io.groupbatch.journal.PersonEntry;
import io.groupbatch.journal.StagedRow;
import io.groupbatch.text.Invisible;
import io.groupbatch.verify.Target.Unknown;

import org.jspecify.annotations.Nullable;

/**
 * Follows the rows of a file to the state that they end in. A name means the group that
 * bears it at that point of the file. For one thread.
 */
final class Targets {

	private static final String NOBODY = "-";

	private final Columns columns;

	private final UserMap users;

	private final KnownPeople people;

	private final List<Target> all = new ArrayList<>();

	private final Map<String, Target> byName = new HashMap<>();

	private final Map<UUID, Target> byId = new HashMap<>();

	Targets(Columns columns, UserMap users, KnownPeople people) {
		this.columns = columns;
		this.users = users;
		this.people = people;
	}

	/** All groups of the file, in its order. */
	List<Target> all() {
		return this.all;
	}

	void add(StagedRow row) {
		Target target = target(row, cell(Column.GROUP_ID, row), cell(Column.GROUP_NAME, row));
		switch (row.operation()) {
			case "get" -> {
			}
			case "delete" -> delete(target);
			case "remove-members" -> {
				describe(row, target);
				members(row, target, false);
			}
			case "set-members" -> {
				target.beginSet();
				describe(row, target);
				members(row, target, true);
			}
			case "move-members" -> move(row, target);
			default -> {
				describe(row, target);
				members(row, target, true);
			}
		}
	}

	private Target target(StagedRow row, String id, String name) {
		if (!id.isEmpty()) {
			return this.byId.computeIfAbsent(UUID.fromString(id), (key) -> added(new Target(row.number(), key, null)));
		}
		return this.byName.computeIfAbsent(name, (key) -> added(new Target(row.number(), null, key)));
	}

	private Target added(Target target) {
		this.all.add(target);
		return target;
	}

	private void delete(Target target) {
		target.delete();
		this.byName.values().remove(target);
		this.byId.values().remove(target);
	}

	private void move(StagedRow row, Target from) {
		String to = cell(Column.TARGET_GROUP, row);
		boolean isId = PersonText.of(to).id() != null;
		from.moveTo(target(row, isId ? to : "", to));
	}

	/** Name and manager. */
	private void describe(StagedRow row, Target target) {
		String newName = cell(Column.NEW_GROUP_NAME, row);
		boolean wishById = target.id() != null
				&& (row.operation().equals("update") || row.operation().equals("upsert"));
		String name = newName.isEmpty() && wishById ? cell(Column.GROUP_NAME, row) : newName;
		if (!name.isEmpty()) {
			String former = target.name();
			if (former != null) {
				this.byName.remove(former, target);
			}
			target.rename(name);
			this.byName.put(name, target);
		}
		String manager = cell(Column.GROUP_MANAGER, row);
		if (!manager.isEmpty()) {
			UUID person = person(PersonText.of(manager, this.users), Difference.What.MANAGER, target);
			if (person != null) {
				target.manage(person);
			}
		}
	}

	private void members(StagedRow row, Target target, boolean in) {
		String cell = cell(Column.MEMBERS, row);
		if (Invisible.removedFrom(cell).equals(NOBODY)) {
			return;
		}
		for (PersonText text : PersonText.split(cell, this.users)) {
			UUID person = person(text, Difference.What.MEMBER, target);
			if (person != null) {
				target.member(person, in);
			}
		}
	}

	/** Who is meant; that nobody can tell is a difference of the group. */
	private @Nullable UUID person(PersonText text, Difference.What what, Target target) {
		List<PersonEntry> found = this.people.find(text);
		if (found.size() == 1) {
			return found.get(0).id();
		}
		if (!text.leftOut()) {
			target.unknown(new Unknown(what, text.written(),
					found.isEmpty() ? "no such user" : found.size() + " users have this address"));
		}
		return null;
	}

	private String cell(Column column, StagedRow row) {
		return this.columns.cell(column, row.cells());
	}

}
