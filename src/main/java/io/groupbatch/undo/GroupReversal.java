package io.groupbatch.undo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.journal.history.GroupHistory;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.text.Invisible;
import io.groupbatch.undo.UndoLine.Kind;

import org.jspecify.annotations.Nullable;

/**
 * Computes the changes that restore one group to its state before a run. Used once for
 * each.
 */
final class GroupReversal {

	private static final String CHANGED = "it has changed since";

	private static final String MADE = "that it was made";

	private static final String GONE = "the group is gone";

	private static final String DIRECTORY = "it belongs to a directory, whose next sync would undo the change";

	private final GroupHistory history;

	private final @Nullable Group now;

	private final PersonLookup people;

	private final boolean withLdap;

	private final UndoFile file;

	private boolean isRenamed;

	private boolean isDeleted;

	/**
	 * Looks at a group.
	 * @param now how the portal shows it now, nothing: it is gone
	 * @param withLdap whether a group is changed that a directory owns
	 * @param file gets what is told of the group and sent for it, but for its name
	 */
	GroupReversal(GroupHistory history, Optional<Group> now, PersonLookup people, boolean withLdap, UndoFile file) {
		this.withLdap = withLdap;
		this.history = history;
		this.now = now.orElse(null);
		this.people = people;
		this.file = file;
	}

	/** Whether the names that it got are to be taken back. */
	boolean isRenamed() {
		return this.isRenamed;
	}

	/** Whether it is deleted. */
	boolean isDeleted() {
		return this.isDeleted;
	}

	/**
	 * Does the work.
	 * @param withAdopted whether a group is deleted, too, that was found after a lost
	 * answer
	 */
	GroupReversal work(boolean withAdopted) {
		if (this.history.fate().inDoubt()) {
			tell(Kind.KEPT, "all", "it is not known what the run did to it");
		}
		else if (this.history.before() == null) {
			unmake(withAdopted);
		}
		else if (this.history.fate().deleted()) {
			tell(Kind.IMPOSSIBLE, "its deletion",
					"a deleted group would return with another id and without what was shared with it");
		}
		else if (this.now == null) {
			tell(Kind.KEPT, "all", GONE);
		}
		else if (isDirectorys(this.now)) {
			tell(Kind.IMPOSSIBLE, "all", DIRECTORY);
		}
		else if (this.history.after() != null) {
			change(this.history.before(), this.history.after(), this.now);
		}
		return this;
	}

	private void unmake(boolean withAdopted) {
		if (this.history.id() == null || this.history.fate().deleted()) {
			return;
		}
		if (this.now == null) {
			if (this.history.since() == null || !this.history.since().deleted()) {
				tell(Kind.KEPT, MADE, GONE);
			}
		}
		else if (this.history.fate().adopted() && !withAdopted) {
			tell(Kind.KEPT, MADE,
					"it was found after a lost answer, so it may be another user's; --include-adopted deletes it");
		}
		else if (!isAsLeft(this.now)) {
			tell(Kind.KEPT, MADE, CHANGED);
		}
		else if (isDirectorys(this.now)) {
			tell(Kind.IMPOSSIBLE, MADE, DIRECTORY);
		}
		else {
			this.isDeleted = true;
			reverse("is deleted",
					List.of(new UndoRow(Operation.DELETE, this.history.id(), this.now.name(), "", List.of())));
		}
	}

	private boolean isDirectorys(Group group) {
		return group.ldap() && !this.withLdap;
	}

	private boolean isAsLeft(Group group) {
		GroupState after = this.history.after();
		return after != null && after.name().equals(group.name()) && Objects.equals(after.manager(), group.manager())
				&& Set.copyOf(after.people()).equals(Set.copyOf(group.people()));
	}

	private void change(GroupState before, GroupState after, Group group) {
		GroupState last = (this.history.since() != null && this.history.since().state() != null)
				? this.history.since().state() : after;
		this.isRenamed = changeName(before, after, last, group);
		List<UUID> made = minus(after.people(), before.people());
		List<UUID> out = both(both(made, last.people()), group.people());
		changeManager(before, after, last, group, out);
		List<UUID> again = both(minus(made, last.people()), group.people());
		tellPeople(Kind.KEPT, "removed", again, CHANGED);
		if (!out.isEmpty()) {
			reverse(named("removed", out), List.of(row(Operation.REMOVE_MEMBERS, out)));
		}
		List<UUID> missing = new ArrayList<>(minus(minus(before.people(), after.people()), group.people()));
		List<UUID> left = both(missing, last.people());
		tellPeople(Kind.KEPT, "added", left, CHANGED);
		missing.removeAll(left);
		missing.addAll(hiddenLost(group));
		putBack(missing);
	}

	/** Disabled people whom the run has taken out without a word. */
	private List<UUID> hiddenLost(Group group) {
		List<UUID> hidden = minus(this.history.fate().hiddenRemoved(), group.people());
		return hidden.isEmpty() ? hidden : minus(hidden, this.people.hidden(group.id()));
	}

	private boolean changeName(GroupState before, GroupState after, GroupState last, Group group) {
		if (before.name().equals(after.name()) || before.name().equals(group.name())) {
			return false;
		}
		boolean asLeft = after.name().equals(group.name()) && after.name().equals(last.name());
		if (!asLeft) {
			tell(Kind.KEPT, calledAgain(before.name()), CHANGED);
		}
		else if (Invisible.isBlank(before.name())) {
			tell(Kind.IMPOSSIBLE, "the former name", "a name that shows nothing cannot be given");
			return false;
		}
		return asLeft;
	}

	/** What is told of a name that is given back. */
	static String calledAgain(String name) {
		return "called \"" + name + "\" again";
	}

	/**
	 * Taken out and put back, a person is no manager any more; who is taken out anyway is
	 * not put back.
	 */
	private void changeManager(GroupState before, GroupState after, GroupState last, Group group, List<UUID> out) {
		UUID was = before.manager();
		UUID made = after.manager();
		if (Objects.equals(was, made) || Objects.equals(was, group.manager())) {
			return;
		}
		String change = (was != null) ? "manager " + this.people.text(was) + " again" : "no manager again";
		if (!Objects.equals(made, group.manager()) || !Objects.equals(made, last.manager())) {
			tell(Kind.KEPT, change, CHANGED);
		}
		else if (was != null && !this.people.canJoin(was)) {
			tell(Kind.IMPOSSIBLE, change, "this person cannot be in a group any more");
		}
		else if (was != null) {
			reverse(change, List.of(new UndoRow(Operation.UPDATE, group.id(), "", was.toString(), List.of())));
		}
		else if (made != null && out.remove(made)) {
			reverse(change + ", and removed: " + this.people.text(made),
					List.of(row(Operation.REMOVE_MEMBERS, List.of(made))));
		}
		else if (made != null) {
			reverse(change,
					List.of(row(Operation.REMOVE_MEMBERS, List.of(made)), row(Operation.ADD_MEMBERS, List.of(made))));
		}
	}

	private void putBack(Collection<UUID> people) {
		List<UUID> can = people.stream().filter(this.people::canJoin).toList();
		if (!can.isEmpty()) {
			reverse(named("added", can), List.of(row(Operation.ADD_MEMBERS, can)));
		}
		tellPeople(Kind.IMPOSSIBLE, "added", minus(people, can), "these people cannot be put into a group any more");
	}

	private UndoRow row(Operation operation, Collection<UUID> people) {
		return new UndoRow(operation, Objects.requireNonNull(this.history.id()), "", "", people);
	}

	private void tellPeople(Kind kind, String what, Collection<UUID> people, String why) {
		if (!people.isEmpty()) {
			tell(kind, named(what, people), why);
		}
	}

	private String named(String what, Collection<UUID> people) {
		return what + ": " + people.stream().map(this.people::text).sorted().collect(Collectors.joining(", "));
	}

	private void tell(Kind kind, String change, String why) {
		add(kind, change, why, List.of());
	}

	private void reverse(String change, List<UndoRow> rows) {
		add(Kind.REVERSED, change, "", rows);
	}

	private void add(Kind kind, String change, String why, List<UndoRow> rows) {
		this.file.add(new UndoLine(kind, this.history.id(), this.history.name(), change, why), rows);
	}

	private static List<UUID> both(Collection<UUID> some, Collection<UUID> others) {
		Set<UUID> with = Set.copyOf(others);
		return some.stream().filter(with::contains).collect(Collectors.toCollection(ArrayList::new));
	}

	private static List<UUID> minus(Collection<UUID> some, Collection<UUID> others) {
		Set<UUID> without = Set.copyOf(others);
		return some.stream().filter((person) -> !without.contains(person)).toList();
	}

}
