package io.groupbatch.verify;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.row.RowNumber;

import org.jspecify.annotations.Nullable;

/**
 * A group as the file wants it after all rows. What only the portal knows, such as a
 * manager whom no row names, stays open. For one thread.
 */
final class DesiredGroup {

	private final long row;

	private final @Nullable UUID id;

	private final @Nullable String firstName;

	private final NameHistory trace;

	private @Nullable String name;

	private @Nullable UUID manager;

	private boolean unmanaged;

	private boolean deleted;

	private boolean only;

	private boolean keepsManager;

	private int spare;

	private boolean inSet;

	private @Nullable UUID keptBySet;

	private final Map<UUID, Boolean> members = new LinkedHashMap<>();

	private final Set<Unknown> unknown = new LinkedHashSet<>();

	/**
	 * A group about which nothing is wanted yet.
	 * @param row the first row about it
	 * @param id its id, null when it is called by name
	 * @param name its name at that row, null when it is called by id
	 * @param origin whether that row may have made it
	 */
	DesiredGroup(long row, @Nullable UUID id, @Nullable String name, NameHistory.Origin origin) {
		this.row = row;
		this.id = id;
		this.firstName = name;
		this.name = name;
		this.trace = new NameHistory(row, name, origin);
	}

	/** A person whom the file names, and who cannot be compared. */
	record Unknown(Difference.What what, String written, String why) {
	}

	void rename(String newName) {
		this.name = newName;
	}

	/** The manager before stays a member. */
	void manage(UUID person) {
		if (this.keepsManager) {
			this.keepsManager = false;
			this.spare++;
		}
		become(person);
	}

	/** As a {@code set-members} row says it: the manager before is removed. */
	void manageInSet(UUID person) {
		this.keepsManager = false;
		if (this.keptBySet != null) {
			this.members.remove(this.keptBySet);
			this.keptBySet = null;
		}
		become(person);
	}

	private void become(UUID person) {
		this.manager = person;
		this.unmanaged = false;
		this.members.put(person, true);
	}

	/** A person is to be in it, or out of it; what is said last counts. */
	void member(UUID person, boolean in) {
		this.members.put(person, in);
		if (person.equals(this.keptBySet)) {
			this.keptBySet = null;
		}
		if (!in && person.equals(this.manager)) {
			this.manager = null;
			this.unmanaged = true;
		}
	}

	/** A person leaves all groups; whoever manages one stays in it. */
	void leave(UUID person) {
		if (Boolean.TRUE.equals(this.members.get(person)) && !person.equals(this.manager)) {
			member(person, false);
		}
	}

	/**
	 * From here on only the people who are named are in it, and its manager, whoever that
	 * is. Rows of the same set that follow add to it.
	 */
	void beginSet() {
		if (this.inSet) {
			return;
		}
		this.inSet = true;
		this.only = true;
		this.spare = 0;
		this.members.clear();
		this.keptBySet = this.manager;
		this.keepsManager = this.manager == null && !this.unmanaged;
		if (this.manager != null) {
			this.members.put(this.manager, true);
		}
	}

	/** Another row changes the group: the next set begins from that. */
	void endSet() {
		this.inSet = false;
		this.keptBySet = null;
	}

	/** All who are in it go to another group, those among them whom no row names. */
	void moveTo(DesiredGroup other) {
		int unnamed = this.spare + (this.keepsManager ? 1 : 0);
		if (!this.only || unnamed > 0) {
			other.members.entrySet()
				.removeIf((member) -> !member.getValue() && !Boolean.FALSE.equals(this.members.get(member.getKey())));
		}
		if (!this.only) {
			other.only = false;
		}
		other.spare += unnamed;
		this.members.forEach((person, in) -> {
			if (in) {
				other.member(person, true);
			}
		});
		other.endSet();
		endSet();
		this.manager = null;
		this.unmanaged = true;
		this.only = true;
		this.keepsManager = false;
		this.spare = 0;
		this.members.clear();
	}

	void unknown(Unknown person) {
		this.unknown.add(person);
	}

	void delete() {
		this.deleted = true;
	}

	/** Wants also what another one wants: both turned out to be one group. */
	void join(DesiredGroup other) {
		this.members.putAll(other.members);
		this.unknown.addAll(other.unknown);
		this.manager = (other.manager != null) ? other.manager : this.manager;
		this.only |= other.only;
		this.spare += other.spare;
		this.keepsManager |= other.keepsManager;
	}

	long row() {
		return RowNumber.row(this.row);
	}

	@Nullable UUID id() {
		return this.id;
	}

	/** Its name before any row, null when it is called by id. */
	@Nullable String firstName() {
		return this.firstName;
	}

	/** How the first row about it calls it; only of a group that is called by name. */
	NameUse naming() {
		return new NameUse(this.row, Objects.requireNonNull(this.firstName));
	}

	/** How the rows of the file call it. */
	NameHistory trace() {
		return this.trace;
	}

	/** What it is to be called, null: that is left alone. */
	@Nullable String name() {
		return this.name;
	}

	@Nullable UUID manager() {
		return this.manager;
	}

	boolean isDeleted() {
		return this.deleted;
	}

	/** Whether there are to be no others in it than those who are known. */
	boolean isOnly() {
		return this.only;
	}

	/** Whether its manager, whom no row names, is in it as well. */
	boolean keepsManager() {
		return this.keepsManager;
	}

	/** How many others may be in it, whom only the portal knows. */
	int spare() {
		return this.spare;
	}

	Map<UUID, Boolean> members() {
		return this.members;
	}

	Set<Unknown> unknown() {
		return this.unknown;
	}

}
