package io.groupbatch.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Plays a file on a portal of the model as docs/operations.md says that its rows work,
 * and nobody else changes anything. It knows no requests: a row is done at its place in
 * the file, but for the {@code set-members} rows of a group, which are one wish at the
 * place of the first.
 * <p>
 * Where docs/operations.md leaves open what becomes of a row, it says so, and such a file
 * is not used.
 */
final class ModelRun {

	/** People who may be members. */
	static final List<String> PEOPLE = addresses("anna.muster", "ben.okafor", "carla.rossi", "david.kim", "elif.yilmaz",
			"frank.moore", "ivan.invited", "ada.admin", "rosa.rooms");

	static final String GUEST = "gina.guest@sandbox.example";

	static final String DISABLED = "dora.disabled@sandbox.example";

	static final String NOBODY = "nobody@sandbox.example";

	private static final Set<String> INVALID = Set.of("INVALID");

	private final ModelPortal portal;

	private final Options options;

	/** What the set-members rows of a group come to, by the first of them. */
	private final Map<Integer, Whole> known;

	private final Map<Integer, Whole> found = new HashMap<>();

	private final List<Verdict> verdicts = new ArrayList<>();

	private final Set<String> givenUp = new HashSet<>();

	private final Set<String> spoiled = new HashSet<>();

	private final Set<String> twins = new HashSet<>();

	/** Rows that are not done whole. */
	private final List<ModelRow> notDone = new ArrayList<>();

	private boolean open;

	private ModelRun(ModelPortal portal, Options options, Map<Integer, Whole> known) {
		this.portal = portal;
		this.options = options;
		this.known = known;
		portal.names().forEach((name, count) -> {
			if (count > 1) {
				this.twins.add(name);
			}
		});
	}

	/** Plays a file. */
	static Played play(ModelPortal start, List<ModelRow> rows, Options options) {
		Map<Integer, Whole> sets = Map.of();
		for (int pass = 0; pass < 8; pass++) {
			ModelRun run = new ModelRun(start.copy(), options, sets);
			rows.forEach(run::row);
			if (run.found.equals(sets)) {
				return new Played(run.portal, run.verdicts, run.open);
			}
			sets = run.found;
		}
		return new Played(start, List.of(), true);
	}

	private void row(ModelRow row) {
		this.portal.groups().forEach(ModelGroup::remember);
		Row played = new Row(row, this.verdicts.size());
		Set<String> statuses = played.statuses();
		if (!statuses.contains("SUCCEEDED") && !statuses.contains("UNCHANGED")) {
			this.notDone.add(row);
		}
		this.verdicts.add(new Verdict(statuses, played.changes));
		if (statuses.equals(INVALID) && (row.is("create") || row.is("upsert"))) {
			String name = row.newName().isEmpty() ? row.name() : row.newName();
			if (this.portal.named(row.name()).isEmpty() && !row.name().isEmpty()) {
				this.spoiled.add(name);
			}
		}
	}

	private static List<String> addresses(String... names) {
		return List.of(names).stream().map((name) -> name + "@sandbox.example").toList();
	}

	/** One row that is being played. */
	private final class Row {

		private final ModelRow cells;

		private final int index;

		private final List<String> people = new ArrayList<>();

		private String manager;

		private String newName;

		private boolean leftOut;

		private boolean changes;

		private @Nullable Set<String> refused;

		Row(ModelRow cells, int index) {
			this.cells = cells;
			this.index = index;
			this.manager = cells.manager();
			this.newName = cells.newName();
		}

		Set<String> statuses() {
			boolean removes = this.cells.is("remove-members");
			boolean wrongPeople = checkPeople(removes);
			if (removes && this.people.contains(this.manager)) {
				return INVALID;
			}
			Set<String> statuses = switch (this.cells.operation()) {
				case "create" -> create(wrongPeople);
				case "move-members" -> move();
				default -> other(wrongPeople);
			};
			return statuses;
		}

		/** Whether a person could not be matched or added, which makes the row wrong. */
		private boolean checkPeople(boolean removes) {
			boolean wrong = false;
			for (String person : this.cells.people()) {
				if (removes && person.equals(GUEST)) {
					ModelRun.this.open = true;
				}
				boolean good = ModelRun.PEOPLE.contains(person) || (removes && person.equals(DISABLED));
				if (good) {
					this.people.add(person);
				}
				wrong |= !good;
			}
			if (!this.manager.isEmpty() && !ModelRun.PEOPLE.contains(this.manager)) {
				wrong = true;
				this.manager = "";
			}
			this.leftOut = wrong && ModelRun.this.options.leaveOut();
			return wrong && !this.leftOut;
		}

		private Set<String> create(boolean wrongPeople) {
			List<ModelGroup> bearers = ModelRun.this.portal.named(this.cells.name());
			if (wrongPeople) {
				return INVALID;
			}
			if (bearers.isEmpty()) {
				return make(this.cells.name());
			}
			ModelGroup own = bearers.get(0);
			if (bearers.size() > 1 || !own.made) {
				return INVALID;
			}
			ModelRun.this.open |= own.renamed;
			return change(own);
		}

		private Set<String> make(String name) {
			ModelGroup group = new ModelGroup("new " + this.index, name, false, true);
			ModelRun.this.portal.put(group);
			bear(name);
			group.touched = true;
			group.claimedManager = this.manager;
			group.claimedName = this.newName;
			setManager(group, this.manager);
			group.members.addAll(this.people);
			this.changes = true;
			return this.leftOut ? Set.of("PARTIAL") : Set.of("SUCCEEDED");
		}

		private Set<String> other(boolean wrongPeople) {
			ModelGroup group = find(this.cells.id(), this.cells.name(), true);
			if (group == null) {
				boolean absent = this.refused == null;
				if (!absent || wrongPeople) {
					return (this.refused != null && !wrongPeople) ? this.refused : INVALID;
				}
				return makeByUpsert();
			}
			boolean set = this.cells.is("set-members");
			if (wrongPeople) {
				if (set) {
					wrongSet(group);
				}
				return INVALID;
			}
			if (group.ldap && (this.cells.is("update") || this.cells.is("delete") || set)) {
				return INVALID;
			}
			if (this.cells.is("upsert") && !group.made && !ModelRun.this.options.existing().equals("update")) {
				// People who are left out of a row that does nothing are not asked for.
				ModelRun.this.open |= this.leftOut;
				ModelRun.this.notDone.add(this.cells);
				return ModelRun.this.options.existing().equals("stop") ? INVALID : Set.of("UNCHANGED");
			}
			return switch (this.cells.operation()) {
				case "get" -> Set.of("SUCCEEDED");
				case "delete" -> delete(group);
				default -> change(group);
			};
		}

		private Set<String> makeByUpsert() {
			ModelRun.this.open |= ModelRun.this.givenUp.contains(this.cells.name())
					&& ModelRun.this.spoiled.contains(this.cells.name());
			return make(this.newName.isEmpty() ? this.cells.name() : this.newName);
		}

		private @Nullable ModelGroup find(String id, String name, boolean ownName) {
			if (!id.isEmpty()) {
				ModelGroup group = ModelRun.this.portal.withId(id);
				boolean mayRename = ownName && (this.cells.is("update") || this.cells.is("upsert"));
				if (group != null && mayRename && !name.isEmpty()) {
					ModelRun.this.open |= !this.newName.isEmpty();
					this.newName = name;
				}
				else if (group != null && !name.isEmpty() && !name.equals(group.name)) {
					group = null;
				}
				this.refused = (group == null) ? INVALID : this.refused;
				return group;
			}
			List<ModelGroup> bearers = ModelRun.this.portal.named(name);
			if (bearers.isEmpty() && ownName && this.cells.isWish() && !this.newName.isEmpty()) {
				bearers = ModelRun.this.portal.named(this.newName);
			}
			if (bearers.size() == 1) {
				return bearers.get(0);
			}
			if (bearers.size() > 1) {
				this.refused = INVALID;
			}
			else if (!ownName || !this.cells.is("upsert") || ModelRun.this.givenUp.contains(name)) {
				this.refused = ModelRun.this.spoiled.contains(name) ? Set.of("INVALID", "FAILED") : INVALID;
			}
			return null;
		}

		private Set<String> delete(ModelGroup group) {
			// It may wait for rows that were to save a person; other tests are about
			// that.
			ModelRun.this.open |= ModelRun.this.notDone.stream()
				.anyMatch((row) -> Stream
					.concat(row.people().stream(), Stream.of(row.id(), row.name(), row.newName(), row.manager()))
					.anyMatch(group.ever::contains));
			ModelRun.this.portal.remove(group.id);
			ModelRun.this.givenUp.remove(group.name);
			this.changes = true;
			return Set.of("SUCCEEDED");
		}

		private Set<String> move() {
			boolean byId = this.cells.target().matches("[0-9a-f]{8}-.*");
			ModelGroup from = find(this.cells.id(), this.cells.name(), false);
			ModelGroup to = byId ? find(this.cells.target(), "", false) : find("", this.cells.target(), false);
			if (from == null || to == null || from == to) {
				return (from == to && from != null) ? INVALID : this.refused;
			}
			if (from.ldap || to.ldap) {
				return INVALID;
			}
			ModelRun.this.open |= !from.hidden.isEmpty() && !ModelRun.this.options.hiddenMoves();
			boolean moves = !from.members.isEmpty();
			Set<String> statuses = moves ? Set.of("SUCCEEDED") : nothing(from);
			if (moves) {
				to.members.addAll(from.members);
				from.members.clear();
				from.manager = "";
				from.managerStep = true;
				this.changes = true;
				from.touched = true;
				to.touched = true;
			}
			to.touched |= from.touched;
			from.otherRow = true;
			to.otherRow = true;
			from.otherPeople |= moves;
			to.otherPeople |= moves;
			return statuses;
		}

		private Set<String> change(ModelGroup group) {
			if (group.name.equals(this.newName)) {
				// The name that it has already is no new one.
				this.newName = this.newName.isEmpty() ? "" : this.newName;
			}
			boolean set = this.cells.is("set-members");
			if (contradicts(group)) {
				if (set) {
					wrongSet(group);
				}
				return INVALID;
			}
			boolean renames = !this.newName.isEmpty() && !this.newName.equals(group.name);
			if (renames && !ModelRun.this.portal.named(this.newName).isEmpty()) {
				if (set) {
					wrongSet(group);
				}
				return INVALID;
			}
			ModelRun.this.open |= renames && ModelRun.this.twins.contains(group.name);
			if (group.ldap) {
				return changesOfLdap(group, renames) ? INVALID : nothing(group);
			}
			if (set) {
				return set(group, renames);
			}
			boolean nothingLeft = this.leftOut && this.people.isEmpty() && this.manager.isEmpty() && !renames;
			if (nothingLeft && !this.cells.is("create")) {
				ModelRun.this.open |= !this.newName.isEmpty();
				return this.cells.is("upsert") ? Set.of("PARTIAL", "FAILED") : Set.of("FAILED");
			}
			boolean people = changePeople(group);
			claim(group, renames);
			this.changes = renames || people;
			group.otherRow = true;
			group.otherPeople |= people;
			if (renames) {
				rename(group);
			}
			Set<String> statuses = this.changes ? Set.of("SUCCEEDED") : nothing(group);
			group.touched |= this.changes;
			return this.leftOut ? Set.of("PARTIAL") : statuses;
		}

		private boolean changesOfLdap(ModelGroup group, boolean renames) {
			ModelRun.this.open |= this.leftOut;
			boolean removes = this.cells.is("remove-members");
			boolean people = this.people.stream()
				.anyMatch((person) -> (group.members.contains(person) || group.hidden.contains(person)) == removes);
			return renames || people || (!this.manager.isEmpty() && !this.manager.equals(group.manager));
		}

		/** Whether other rows of the file say otherwise. */
		private boolean contradicts(ModelGroup group) {
			if (!this.cells.is("create") && !this.cells.is("upsert") && !this.cells.is("set-members")) {
				return false;
			}
			boolean manager = !group.claimedManager.isEmpty() && !this.manager.isEmpty();
			boolean name = !group.claimedName.isEmpty() && !this.newName.isEmpty();
			// Whether a step puts an end to what the rows say is not said.
			ModelRun.this.open |= (manager && group.managerStep) || (name && group.nameStep);
			return (manager && !group.claimedManager.equals(this.manager))
					|| (name && !group.claimedName.equals(this.newName));
		}

		private void claim(ModelGroup group, boolean renames) {
			boolean claims = this.cells.is("create") || this.cells.is("upsert") || this.cells.is("set-members");
			if (claims) {
				group.claimedManager = group.claimedManager.isEmpty() ? this.manager : group.claimedManager;
				group.claimedName = group.claimedName.isEmpty() ? this.newName : group.claimedName;
			}
			else {
				group.managerStep |= !this.manager.isEmpty() || group.manager.isEmpty();
				group.nameStep |= renames;
			}
		}

		private boolean changePeople(ModelGroup group) {
			String before = group.text();
			setManager(group, this.manager);
			if (this.cells.is("remove-members")) {
				group.members.removeAll(this.people);
				group.hidden.removeAll(this.people);
				group.manager = this.people.contains(group.manager) ? "" : group.manager;
			}
			else {
				group.members.addAll(this.people);
			}
			return !group.text().equals(before);
		}

		private static void setManager(ModelGroup group, String manager) {
			if (!manager.isEmpty()) {
				group.manager = manager;
				group.members.add(manager);
			}
		}

		private void rename(ModelGroup group) {
			if (ModelRun.this.portal.named(group.name).size() == 1) {
				ModelRun.this.givenUp.add(group.name);
			}
			group.name = this.newName;
			group.renamed = true;
			bear(this.newName);
		}

		private void bear(String name) {
			ModelRun.this.givenUp.remove(name);
			ModelRun.this.spoiled.remove(name);
		}

		private Set<String> nothing(ModelGroup group) {
			return group.touched ? Set.of("SUCCEEDED", "UNCHANGED") : Set.of("UNCHANGED");
		}

		private void wrongSet(ModelGroup group) {
			if (group.firstSet < 0) {
				group.wrongSet = true;
				group.otherRow = false;
			}
			else {
				hold(group);
			}
		}

		private void hold(ModelGroup group) {
			Whole whole = ModelRun.this.found.get(group.firstSet);
			ModelRun.this.found.put(group.firstSet, new Whole(whole.people(), whole.manager(), true));
			whole.people()
				.forEach((person) -> ModelRun.this.notDone
					.add(new ModelRow("set-members", group.id, "", "", "", List.of(person), "")));
		}

		/**
		 * Adds to the wish of the group's set-members rows, and does all of it at the
		 * first.
		 */
		private Set<String> set(ModelGroup group, boolean renames) {
			boolean first = group.firstSet < 0;
			if (first) {
				ModelRun.this.open |= group.wrongSet && group.otherRow;
				group.firstSet = this.index;
				ModelRun.this.found.put(this.index, new Whole(Set.of(), "", group.wrongSet));
			}
			else if (group.otherRow) {
				ModelRun.this.open |= !group.otherPeople;
				hold(group);
				return INVALID;
			}
			ModelRun.this.open |= !first && !this.newName.isEmpty();
			add(group);
			if (ModelRun.this.found.get(group.firstSet).held()) {
				ModelRun.this.notDone.add(this.cells);
			}
			Whole whole = ModelRun.this.known.getOrDefault(group.firstSet, ModelRun.this.found.get(group.firstSet));
			Set<String> statuses = first ? setAll(group, whole, renames)
					: group.touched ? Set.of("SUCCEEDED", "UNCHANGED", "PARTIAL") : Set.of("UNCHANGED", "PARTIAL");
			return this.leftOut ? Set.of("PARTIAL", "FAILED") : statuses;
		}

		private void add(ModelGroup group) {
			Whole soFar = ModelRun.this.found.get(group.firstSet);
			Set<String> all = new TreeSet<>(soFar.people());
			all.addAll(this.people);
			ModelRun.this.found.put(group.firstSet, new Whole(all,
					soFar.manager().isEmpty() ? this.manager : soFar.manager(), soFar.held() || this.leftOut));
			group.claimedManager = group.claimedManager.isEmpty() ? this.manager : group.claimedManager;
			group.claimedName = group.claimedName.isEmpty() ? this.newName : group.claimedName;
			group.otherRow = false;
			group.otherPeople = false;
		}

		private Set<String> setAll(ModelGroup group, Whole whole, boolean renames) {
			String before = group.text();
			setManager(group, whole.manager());
			Set<String> stay = new TreeSet<>(whole.people());
			stay.add(group.manager);
			boolean removes = !stay.containsAll(group.members);
			group.members.addAll(whole.people());
			if (!whole.held()) {
				group.members.retainAll(stay);
			}
			if (renames) {
				rename(group);
			}
			this.changes = !group.text().equals(before);
			Set<String> statuses = (removes && whole.held()) ? Set.of("PARTIAL")
					: this.changes ? Set.of("SUCCEEDED", "UNCHANGED") : nothing(group);
			group.touched |= this.changes;
			return statuses;
		}

	}

	/**
	 * Options of the import that change what rows mean.
	 *
	 * @param existing what upsert does with groups that are there
	 * @param leaveOut whether people who could not be matched or added are left out
	 * @param hiddenMoves whether members whom groups hide may be in a group that is moved
	 */
	record Options(String existing, boolean leaveOut, boolean hiddenMoves) {
	}

	/**
	 * What must become of a row.
	 *
	 * @param statuses one of them
	 * @param changes whether it changes the portal
	 */
	record Verdict(Set<String> statuses, boolean changes) {

		boolean isWrong() {
			return !this.statuses.contains("SUCCEEDED") && !this.statuses.contains("UNCHANGED");
		}

	}

	/**
	 * A file that was played.
	 *
	 * @param end the portal afterwards
	 * @param verdicts one for each row
	 * @param open whether docs/operations.md leaves open what becomes of it
	 */
	record Played(ModelPortal end, List<Verdict> verdicts, boolean open) {

		boolean isClean() {
			return this.verdicts.stream().noneMatch(Verdict::isWrong);
		}

	}

	/**
	 * What the set-members rows of a group want together.
	 */
	private record Whole(Set<String> people, String manager, boolean held) {
	}

}
