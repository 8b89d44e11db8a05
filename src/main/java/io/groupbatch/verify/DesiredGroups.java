package io.groupbatch.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.PersonReference;
import io.groupbatch.importjob.row.PeopleIndex;
import io.groupbatch.importjob.row.RowParser;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.verify.DesiredGroup.Unknown;
import io.groupbatch.verify.NameHistory.Origin;

import org.jspecify.annotations.Nullable;

/**
 * Follows the rows of a file to the state that they end in. A name means the group that
 * has it at that point of the file. For one thread.
 */
final class DesiredGroups {

	/** Why people are not compared whom the user map leaves out. */
	static final String LEFT_OUT = "left out by the user map, not compared";

	private final RowParser rows;

	private final PeopleIndex people;

	private final Map<NameUse, UUID> known;

	private final List<DesiredGroup> all = new ArrayList<>();

	private final List<Leaver> leavers = new ArrayList<>();

	private final Map<String, DesiredGroup> byName = new HashMap<>();

	private final Map<UUID, DesiredGroup> byId = new HashMap<>();

	private final Map<NameUse, UUID> learned = new HashMap<>();

	DesiredGroups(RowParser rows, PeopleIndex people) {
		this(rows, people, Map.of());
	}

	/**
	 * Follows rows.
	 * @param known which group a name means where its id was found
	 */
	DesiredGroups(RowParser rows, PeopleIndex people, Map<NameUse, UUID> known) {
		this.rows = rows;
		this.people = people;
		this.known = known;
	}

	/** All groups of the file, in its order. */
	List<DesiredGroup> all() {
		return this.all;
	}

	/** The ids of groups by names, as rows tell that have both. */
	Map<NameUse, UUID> learned() {
		return this.learned;
	}

	void add(StagedRow row) {
		RowRequest request = this.rows.parse(row);
		Operation operation = request.operation();
		if (operation == Operation.REMOVE_EVERYWHERE) {
			leave(request);
			return;
		}
		DesiredGroup target = target(request);
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
			case MOVE_MEMBERS -> move(request, target, targetGroup(request.target()));
			default -> {
				describe(request, target);
				for (PersonReference text : request.members()) {
					UUID person = person(text, Difference.What.MEMBER, target);
					if (person != null) {
						target.member(person, operation != Operation.REMOVE_MEMBERS);
					}
				}
			}
		}
	}

	/** All who are in it, or those whom the row names. */
	private void move(RowRequest request, DesiredGroup from, DesiredGroup to) {
		if (request.members().isEmpty()) {
			from.moveTo(to);
			return;
		}
		to.endSet();
		for (PersonReference text : request.members()) {
			UUID person = person(text, Difference.What.MEMBER, to);
			if (person != null) {
				from.member(person, false);
				to.member(person, true);
			}
		}
	}

	/** Nobody of these is in any group but those into which later rows put them. */
	private void leave(RowRequest request) {
		long row = request.row().shownNumber();
		for (PersonReference text : request.members()) {
			List<PersonEntry> found = this.people.find(text);
			UUID person = (found.size() == 1) ? found.get(0).id() : null;
			this.leavers.add(new Leaver(row, text.written(), person, (person != null) ? "" : why(text, found)));
			if (person != null) {
				this.all.forEach((group) -> group.leave(person));
			}
		}
	}

	/** Who is to be in no group, in the order of the file. */
	List<Leaver> leavers() {
		return this.leavers;
	}

	/** As for an import, a new name that stands in {@code groupName} ends no set. */
	private boolean changes(StagedRow row) {
		return Stream.of(Column.NEW_GROUP_NAME, Column.GROUP_MANAGER, Column.MEMBERS)
			.anyMatch((column) -> !this.rows.columns().cell(column, row.cells()).isEmpty());
	}

	private DesiredGroup target(RowRequest request) {
		long row = request.row().number();
		if (request.groupId() != null) {
			DesiredGroup target = withId(row, request.groupId());
			if (request.groupName() != null) {
				tie(target, request.groupName());
			}
			return mentioned(target, row);
		}
		String name = Objects.requireNonNull(request.groupName());
		DesiredGroup bearer = this.byName.get(name);
		if (bearer != null && request.operation() == Operation.CREATE && bearer.trace().origin() == Origin.FOUND) {
			displace(name, bearer);
			bearer = null;
		}
		if (bearer == null && request.operation().isWish() && request.newName() != null) {
			bearer = this.byName.get(request.newName());
		}
		return mentioned((bearer != null) ? bearer : begun(row, name, origin(request.operation())), row);
	}

	private DesiredGroup targetGroup(RowRequest request) {
		long row = request.row().number();
		if (request.groupId() != null) {
			return mentioned(withId(row, request.groupId()), row);
		}
		String name = Objects.requireNonNull(request.groupName());
		DesiredGroup bearer = this.byName.get(name);
		return mentioned((bearer != null) ? bearer : begun(row, name, Origin.FOUND), row);
	}

	private static Origin origin(Operation operation) {
		return switch (operation) {
			case CREATE -> Origin.MADE;
			case UPSERT -> Origin.EITHER;
			default -> Origin.FOUND;
		};
	}

	private static DesiredGroup mentioned(DesiredGroup target, long row) {
		target.trace().mention(row);
		return target;
	}

	private DesiredGroup withId(long row, UUID id) {
		return this.byId.computeIfAbsent(id, (key) -> added(new DesiredGroup(row, key, null, Origin.FOUND)));
	}

	/** A group that no row before has called by its name. */
	private DesiredGroup begun(long row, String name, Origin origin) {
		UUID id = this.known.get(new NameUse(row, name));
		if (id == null) {
			DesiredGroup target = added(new DesiredGroup(row, null, name, origin));
			this.byName.put(name, target);
			return target;
		}
		DesiredGroup target = withId(row, id);
		tie(target, name);
		return target;
	}

	private DesiredGroup added(DesiredGroup target) {
		this.all.add(target);
		return target;
	}

	/** The group with an id has this name at this point of the file. */
	private void tie(DesiredGroup target, String name) {
		DesiredGroup bearer = this.byName.putIfAbsent(name, target);
		if (bearer == null && target.trace().called() == null) {
			target.trace().wasCalled(name);
		}
		else if (bearer != null && bearer.id() == null && bearer.trace().origin() != Origin.MADE) {
			this.learned.put(bearer.naming(), Objects.requireNonNull(target.id()));
		}
	}

	private void displace(String name, DesiredGroup bearer) {
		this.byName.remove(name, bearer);
		bearer.trace().displace();
	}

	private void delete(DesiredGroup target, long row) {
		target.delete();
		target.trace().delete(row);
		this.byName.values().removeIf((bearer) -> bearer == target);
		this.byId.values().removeIf((bearer) -> bearer == target);
	}

	/** Name and manager. */
	private void describe(RowRequest request, DesiredGroup target) {
		if (request.newName() != null) {
			rename(target, request.newName(), request.row().number());
		}
		if (request.manager() != null) {
			UUID person = person(request.manager(), Difference.What.MANAGER, target);
			if (person != null && request.operation() == Operation.SET_MEMBERS) {
				target.manageInSet(person);
			}
			else if (person != null) {
				target.manage(person);
			}
		}
	}

	private void rename(DesiredGroup target, String name, long row) {
		String former = target.trace().called();
		if (former != null) {
			this.byName.remove(former, target);
		}
		target.rename(name);
		target.trace().call(name, row);
		DesiredGroup bearer = this.byName.put(name, target);
		if (bearer != null && bearer != target) {
			bearer.trace().displace();
		}
	}

	/** Who is meant; that this cannot be told is a difference of the group. */
	private @Nullable UUID person(PersonReference text, Difference.What what, DesiredGroup target) {
		List<PersonEntry> found = this.people.find(text);
		if (found.size() == 1) {
			return found.get(0).id();
		}
		target.unknown(new Unknown(what, text.written(), why(text, found)));
		return null;
	}

	private static String why(PersonReference text, List<PersonEntry> found) {
		return text.leftOut() ? LEFT_OUT : found.isEmpty() ? "no such user" : found.size() + " users have this address";
	}

	/**
	 * A person who is to be in no group.
	 *
	 * @param row the row that says so, as a spreadsheet shows it
	 * @param written what stands in the file
	 * @param person the user; null when that cannot be told
	 * @param why why not
	 */
	record Leaver(long row, String written, @Nullable UUID person, String why) {
	}

}
