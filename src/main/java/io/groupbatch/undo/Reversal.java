package io.groupbatch.undo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.journal.GroupHistory;
import io.groupbatch.journal.GroupHistory.State;
import io.groupbatch.journal.Operation;
import io.groupbatch.portal.Group;
import io.groupbatch.undo.UndoLine.Kind;

import org.jspecify.annotations.Nullable;

/**
 * Works out what takes one group back to how it was before a run. Used once for each.
 */
final class Reversal {

	private static final String CHANGED = "it has changed since";

	private final GroupHistory history;

	private final @Nullable Group now;

	private final Folk folk;

	private final List<UndoLine> lines = new ArrayList<>();

	private final List<UndoRow> rows = new ArrayList<>();

	private boolean isRenamed;

	/**
	 * Looks at a group.
	 * @param now how the portal shows it now, nothing: it is gone
	 */
	Reversal(GroupHistory history, Optional<Group> now, Folk folk) {
		this.history = history;
		this.now = now.orElse(null);
		this.folk = folk;
	}

	/** What is told of it. */
	List<UndoLine> lines() {
		return this.lines;
	}

	/** What is sent for it, but for its name. */
	List<UndoRow> rows() {
		return this.rows;
	}

	/** Whether the names that it got are to be taken back. */
	boolean isRenamed() {
		return this.isRenamed;
	}

	/**
	 * Does the work.
	 * @param withAdopted whether a group is deleted, too, that was found after a lost
	 * answer
	 */
	Reversal work(boolean withAdopted) {
		if (this.history.fate().inDoubt()) {
			tell(Kind.KEPT, "all", "nobody knows what the run did to it");
		}
		else if (this.history.before() == null) {
			unmake(withAdopted);
		}
		else if (this.history.fate().deleted()) {
			tell(Kind.IMPOSSIBLE, "its deletion",
					"a deleted group would return with another id and without its shares");
		}
		else if (this.now == null) {
			tell(Kind.KEPT, "all", "the group is gone");
		}
		else if (this.history.after() != null) {
			change(this.history.before(), this.history.after(), this.now);
		}
		return this;
	}

	private void unmake(boolean withAdopted) {
		if (this.now == null || this.history.id() == null) {
			return;
		}
		if (this.history.fate().adopted() && !withAdopted) {
			tell(Kind.KEPT, "that it was made",
					"it was found after a lost answer, so it may be somebody else's; --include-adopted deletes it");
		}
		else if (!isAsLeft(this.now)) {
			tell(Kind.KEPT, "that it was made", CHANGED);
		}
		else {
			tell(Kind.REVERSED, "is deleted", "");
			this.rows.add(new UndoRow(Operation.DELETE, this.history.id(), this.now.name(), "", List.of()));
		}
	}

	private boolean isAsLeft(Group group) {
		State after = this.history.after();
		return after != null && after.name().equals(group.name()) && Objects.equals(after.manager(), group.manager())
				&& Set.copyOf(after.members()).equals(Set.copyOf(group.people()));
	}

	private void change(State before, State after, Group group) {
		this.isRenamed = changeName(before, after, group);
		UUID manager = changeManager(before, after, group);
		if (manager != null) {
			this.rows.add(new UndoRow(Operation.UPDATE, group.id(), "", manager.toString(), List.of()));
		}
		Collection<UUID> out = new ArrayList<>(minus(after.members(), before.members()));
		out.retainAll(group.people());
		boolean unmanaged = before.manager() == null && after.manager() != null
				&& after.manager().equals(group.manager());
		if (unmanaged && !out.contains(group.manager())) {
			// Taken out and put back, a person is no manager any more
			addRow(Operation.REMOVE_MEMBERS, List.of(after.manager()));
			addRow(Operation.ADD_MEMBERS, List.of(after.manager()));
		}
		tellPeople(Kind.REVERSED, "removed", out, "");
		addRow(Operation.REMOVE_MEMBERS, out);
		putBack(minus(minus(before.members(), after.members()), group.people()));
	}

	private boolean changeName(State before, State after, Group group) {
		if (before.name().equals(after.name()) || before.name().equals(group.name())) {
			return false;
		}
		boolean asLeft = after.name().equals(group.name());
		tell(asLeft ? Kind.REVERSED : Kind.KEPT, "called \"" + before.name() + "\" again", asLeft ? "" : CHANGED);
		return asLeft;
	}

	private @Nullable UUID changeManager(State before, State after, Group group) {
		if (Objects.equals(before.manager(), after.manager()) || Objects.equals(before.manager(), group.manager())) {
			return null;
		}
		String change = (before.manager() != null) ? "manager " + this.folk.text(before.manager()) + " again"
				: "no manager again";
		if (!Objects.equals(after.manager(), group.manager())) {
			tell(Kind.KEPT, change, CHANGED);
			return null;
		}
		if (before.manager() != null && !this.folk.canJoin(before.manager())) {
			tell(Kind.IMPOSSIBLE, change, "this person cannot be in a group any more");
			return null;
		}
		tell(Kind.REVERSED, change, "");
		return before.manager();
	}

	private void putBack(Collection<UUID> people) {
		List<UUID> can = people.stream().filter(this.folk::canJoin).toList();
		tellPeople(Kind.REVERSED, "added", can, "");
		addRow(Operation.ADD_MEMBERS, can);
		List<UUID> cannot = new ArrayList<>(minus(people, can));
		cannot.addAll(this.history.fate().hiddenRemoved());
		tellPeople(Kind.IMPOSSIBLE, "added", cannot, "these people cannot be put into a group any more");
	}

	private void addRow(Operation operation, Collection<UUID> people) {
		if (!people.isEmpty()) {
			this.rows.add(new UndoRow(operation, Objects.requireNonNull(this.history.id()), "", "", people));
		}
	}

	private void tellPeople(Kind kind, String what, Collection<UUID> people, String why) {
		if (!people.isEmpty()) {
			tell(kind, what + ": " + people.stream().map(this.folk::text).sorted().collect(Collectors.joining(", ")),
					why);
		}
	}

	private void tell(Kind kind, String change, String why) {
		this.lines.add(new UndoLine(kind, this.history.id(), this.history.name(), change, why));
	}

	private static List<UUID> minus(Collection<UUID> some, Collection<UUID> others) {
		Set<UUID> without = Set.copyOf(others);
		return some.stream().filter((person) -> !without.contains(person)).toList();
	}

}
