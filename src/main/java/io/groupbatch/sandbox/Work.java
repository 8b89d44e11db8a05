package io.groupbatch.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.sandbox.Deed.Change;
import io.groupbatch.sandbox.Deed.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One write while it is carried out: changes the rows, and notes what it really changed.
 * Not safe for threads; its user locks.
 */
final class Work {

	private final Directory rows;

	private final Course course;

	private final List<UUID> groups;

	private final Map<UUID, Notes> notes = new LinkedHashMap<>();

	private final Set<Work> rivals = new HashSet<>();

	private final Map<UUID, Account> managers = new HashMap<>();

	private boolean hurried;

	Work(Directory rows, Course course, List<UUID> groups) {
		this.rows = rows;
		this.course = course;
		this.groups = groups;
		groups.forEach(this::notesOf);
	}

	private static final class Notes {

		private final List<String> added = new ArrayList<>();

		private final List<String> removed = new ArrayList<>();

		private Kind kind = Kind.KEPT;

		private @Nullable String name;

		private @Nullable String manager;

		private Change change() {
			return new Change(this.kind, this.name, this.manager, List.copyOf(this.added), List.copyOf(this.removed));
		}

	}

	/** The groups it works at, one that it makes included. */
	List<UUID> groups() {
		return this.groups;
	}

	/** Two works have overlapped in time. */
	void meet(Work other) {
		this.rivals.add(other);
		other.rivals.add(this);
	}

	/** No more time is to pass before its end. */
	void hurry() {
		this.hurried = true;
	}

	boolean isHurried() {
		return this.hurried;
	}

	/** Nothing more will be asked of it: others need not be remembered. */
	void forgetRivals() {
		this.rivals.clear();
	}

	@Nullable Account account(UUID id) {
		return this.rows.account(id);
	}

	/** The group with this id, which somebody else may have deleted meanwhile. */
	StoredGroup group(UUID id) {
		StoredGroup group = this.rows.group(id);
		if (group == null) {
			throw Refusal.notFound("group");
		}
		return group;
	}

	void create(UUID id, String name) {
		this.rows.addGroup(id, name, false, false);
		Notes made = notesOf(id);
		made.kind = Kind.CREATED;
		made.name = name;
		this.course.created(id);
	}

	void rename(UUID id, String name) {
		StoredGroup group = group(id);
		if (!group.name().equals(name)) {
			this.rows.rename(group, name);
			notesOf(id).name = name;
		}
	}

	/** Makes the person manager and member, if eligible. */
	void manage(UUID id, @Nullable Account account) {
		if (account != null && account.person().isEligible()) {
			switchManager(id, account);
			attach(id, account);
		}
	}

	/**
	 * Writes the manager's row. Two works that overlap and write different people leave
	 * two rows, from which the group does not recover (contract 9.5).
	 */
	void switchManager(UUID id, Account account) {
		StoredGroup group = group(id);
		this.rows.requireSound(group);
		if (!group.isManagedBy(account)) {
			this.rows.switchManager(group, account);
			notesOf(id).manager = account.person().email();
		}
		if (this.rivals.stream().anyMatch((rival) -> !account.equals(rival.managers.getOrDefault(id, account)))) {
			this.rows.poison(group);
		}
		this.managers.put(id, account);
	}

	void attach(UUID id, @Nullable Account account) {
		StoredGroup group = group(id);
		if (account != null && account.person().isEligible() && !account.isIn(group)) {
			this.rows.enrol(group, account);
			notesOf(id).added.add(account.person().email());
		}
	}

	void detach(UUID id, @Nullable Account account) {
		StoredGroup group = group(id);
		if (account != null && account.isIn(group)) {
			notesOf(id).removed.add(account.person().email());
		}
		this.rows.detach(group, account);
	}

	void remove(UUID id) {
		this.rows.remove(group(id));
		notesOf(id).kind = Kind.DELETED;
	}

	/** What became different, group by group. */
	Map<UUID, Change> changes() {
		Map<UUID, Change> changes = new LinkedHashMap<>();
		this.notes.forEach((id, made) -> changes.put(id, made.change()));
		return changes;
	}

	private Notes notesOf(UUID id) {
		return this.notes.computeIfAbsent(id, (key) -> new Notes());
	}

}
