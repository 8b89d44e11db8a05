package io.groupbatch.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.Columns;
import io.groupbatch.csv.PersonText;
import io.groupbatch.csv.UserMap;
import io.groupbatch.journal.Operation;
import io.groupbatch.journal.PersonEntry;
import io.groupbatch.journal.StagedRow;
import io.groupbatch.text.Invisible;
import io.groupbatch.verify.Target.Unknown;
import io.groupbatch.verify.Trace.Origin;

import org.jspecify.annotations.Nullable;

/**
 * Follows the rows of a file to the state that they end in. A name means the group that
 * bears it at that point of the file. For one thread.
 */
final class Targets {

	/** Why people are not compared whom the user map leaves out. */
	static final String LEFT_OUT = "left out by the user map, not compared";

	private static final String NOBODY = "-";

	private final Columns columns;

	private final UserMap users;

	private final KnownPeople people;

	private final Map<Naming, UUID> known;

	private final List<Target> all = new ArrayList<>();

	private final IdentityHashMap<Target, Trace> traces = new IdentityHashMap<>();

	private final Map<String, Target> byName = new HashMap<>();

	private final Map<UUID, Target> byId = new HashMap<>();

	private final Map<Naming, UUID> learned = new HashMap<>();

	Targets(Columns columns, UserMap users, KnownPeople people) {
		this(columns, users, people, Map.of());
	}

	/**
	 * Follows rows.
	 * @param known which group a name means where its id was found
	 */
	Targets(Columns columns, UserMap users, KnownPeople people, Map<Naming, UUID> known) {
		this.columns = columns;
		this.users = users;
		this.people = people;
		this.known = known;
	}

	/** All groups of the file, in its order. */
	List<Target> all() {
		return this.all;
	}

	/** How the file calls a group. */
	Trace trace(Target target) {
		return Objects.requireNonNull(this.traces.get(target));
	}

	/** The ids of groups by names, as rows tell that have both. */
	Map<Naming, UUID> learned() {
		return this.learned;
	}

	void add(StagedRow row) {
		Operation operation = Operation.of(row.operation()).orElse(Operation.UPSERT);
		Target target = target(row, operation);
		if (operation == Operation.GET) {
			return;
		}
		if (operation == Operation.SET_MEMBERS) {
			target.beginSet();
		}
		else if (changes(row)) {
			target.endSet();
		}
		switch (operation) {
			case DELETE -> delete(target, row.number());
			case MOVE_MEMBERS -> target.moveTo(targetGroup(row));
			default -> {
				describe(row, operation, target);
				members(row, target, operation != Operation.REMOVE_MEMBERS);
			}
		}
	}

	private boolean changes(StagedRow row) {
		return has(Column.NEW_GROUP_NAME, row) || has(Column.GROUP_MANAGER, row) || has(Column.MEMBERS, row);
	}

	private Target target(StagedRow row, Operation operation) {
		String id = cell(Column.GROUP_ID, row);
		String name = cell(Column.GROUP_NAME, row);
		if (!id.isEmpty()) {
			Target target = withId(row.number(), UUID.fromString(id));
			if (!name.isEmpty() && !wishesName(operation)) {
				tie(target, name);
			}
			return mentioned(target, row);
		}
		Target bearer = this.byName.get(name);
		if (bearer != null && operation == Operation.CREATE && trace(bearer).origin() == Origin.FOUND) {
			displace(name, bearer);
			bearer = null;
		}
		String newName = cell(Column.NEW_GROUP_NAME, row);
		if (bearer == null && operation.isWish() && !newName.isEmpty()) {
			bearer = this.byName.get(newName);
		}
		return mentioned((bearer != null) ? bearer : begun(row.number(), name, origin(operation)), row);
	}

	private Target targetGroup(StagedRow row) {
		String to = cell(Column.TARGET_GROUP, row);
		UUID id = PersonText.of(to).id();
		Target bearer = (id != null) ? withId(row.number(), id) : this.byName.get(to);
		return mentioned((bearer != null) ? bearer : begun(row.number(), to, Origin.FOUND), row);
	}

	private static Origin origin(Operation operation) {
		return switch (operation) {
			case CREATE -> Origin.MADE;
			case UPSERT -> Origin.EITHER;
			default -> Origin.FOUND;
		};
	}

	/** With an id, these give the name; others only check it. */
	private static boolean wishesName(Operation operation) {
		return operation == Operation.UPDATE || operation == Operation.UPSERT;
	}

	private Target mentioned(Target target, StagedRow row) {
		trace(target).mention(row.number());
		return target;
	}

	private Target withId(long row, UUID id) {
		return this.byId.computeIfAbsent(id, (key) -> added(new Target(row, key, null), null, Origin.FOUND));
	}

	/** A group that no row before has called by its name. */
	private Target begun(long row, String name, Origin origin) {
		Naming naming = new Naming(row, name);
		UUID id = this.known.get(naming);
		if (id == null) {
			Target target = added(new Target(row, null, name), naming, origin);
			this.byName.put(name, target);
			return target;
		}
		Target target = withId(row, id);
		tie(target, name);
		return target;
	}

	private Target added(Target target, @Nullable Naming naming, Origin origin) {
		this.all.add(target);
		this.traces.put(target, new Trace(target, naming, origin));
		return target;
	}

	/** The group with an id has this name at this point of the file. */
	private void tie(Target target, String name) {
		Target bearer = this.byName.putIfAbsent(name, target);
		if (bearer == null && trace(target).called() == null) {
			trace(target).wasCalled(name);
		}
		else if (bearer != null && bearer.id() == null && trace(bearer).origin() != Origin.MADE) {
			this.learned.put(Objects.requireNonNull(trace(bearer).naming()), Objects.requireNonNull(target.id()));
		}
	}

	private void displace(String name, Target bearer) {
		this.byName.remove(name, bearer);
		trace(bearer).displace();
	}

	private void delete(Target target, long row) {
		target.delete();
		trace(target).delete(row);
		this.byName.values().removeIf((bearer) -> bearer == target);
		this.byId.values().removeIf((bearer) -> bearer == target);
	}

	/** Name and manager. */
	private void describe(StagedRow row, Operation operation, Target target) {
		String newName = cell(Column.NEW_GROUP_NAME, row);
		boolean wishById = has(Column.GROUP_ID, row) && wishesName(operation);
		String name = newName.isEmpty() && wishById ? cell(Column.GROUP_NAME, row) : newName;
		if (!name.isEmpty()) {
			rename(target, name, row.number());
		}
		String manager = cell(Column.GROUP_MANAGER, row);
		if (!manager.isEmpty()) {
			UUID person = person(PersonText.of(manager, this.users), Difference.What.MANAGER, target);
			if (person != null && operation == Operation.SET_MEMBERS) {
				target.manageInSet(person);
			}
			else if (person != null) {
				target.manage(person);
			}
		}
	}

	private void rename(Target target, String name, long row) {
		String former = trace(target).called();
		if (former != null) {
			this.byName.remove(former, target);
		}
		target.rename(name);
		trace(target).call(name, row);
		Target bearer = this.byName.put(name, target);
		if (bearer != null && bearer != target) {
			trace(bearer).displace();
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

	/** Who is meant; that this cannot be told is a difference of the group. */
	private @Nullable UUID person(PersonText text, Difference.What what, Target target) {
		List<PersonEntry> found = this.people.find(text);
		if (found.size() == 1) {
			return found.get(0).id();
		}
		target.unknown(new Unknown(what, text.written(), text.leftOut() ? LEFT_OUT
				: found.isEmpty() ? "no such user" : found.size() + " users have this address"));
		return null;
	}

	private boolean has(Column column, StagedRow row) {
		return !cell(column, row).isEmpty();
	}

	private String cell(Column column, StagedRow row) {
		return this.columns.cell(column, row.cells());
	}

}
