package io.groupbatch.verify;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A group as it shall be after all rows of the file. For one thread.
 */
final class Target {

	private final long row;

	private final @Nullable UUID id;

	private final @Nullable String firstName;

	private @Nullable String name;

	private @Nullable UUID manager;

	private boolean deleted;

	private boolean only;

	private final Map<UUID, Boolean> members = new LinkedHashMap<>();

	private final Set<Unknown> unknown = new LinkedHashSet<>();

	/**
	 * A group about which nothing is wanted yet.
	 * @param row the first row about it
	 * @param id its id, null when it is called by name
	 * @param name its name at that row, null when it is called by id
	 */
	Target(long row, @Nullable UUID id, @Nullable String name) {
		this.row = row;
		this.id = id;
		this.firstName = name;
		this.name = name;
	}

	/** Somebody whom the file names, and whom the portal cannot tell. */
	record Unknown(Difference.What what, String written, String why) {
	}

	void rename(String newName) {
		this.name = newName;
	}

	void manage(UUID person) {
		this.manager = person;
		this.members.put(person, true);
	}

	/** Somebody shall be in it, or out of it; what is said last counts. */
	void member(UUID person, boolean in) {
		this.members.put(person, in);
		if (!in && person.equals(this.manager)) {
			this.manager = null;
		}
	}

	/** From here on nobody is in it but who is named; its manager stays. */
	void beginSet() {
		if (!this.only) {
			this.only = true;
			this.members.clear();
			if (this.manager != null) {
				this.members.put(this.manager, true);
			}
		}
	}

	/** All who are in it go to another group. */
	void moveTo(Target other) {
		this.members.forEach((person, in) -> {
			if (in) {
				other.member(person, true);
			}
		});
		this.manager = null;
		this.only = true;
		this.members.clear();
	}

	void unknown(Unknown person) {
		this.unknown.add(person);
	}

	void delete() {
		this.deleted = true;
	}

	/** Wants what another one wants besides: both turned out to be one group. */
	void join(Target other) {
		this.members.putAll(other.members);
		this.unknown.addAll(other.unknown);
		this.manager = (other.manager != null) ? other.manager : this.manager;
		this.only |= other.only;
	}

	long row() {
		return this.row;
	}

	@Nullable UUID id() {
		return this.id;
	}

	/** Its name before any row, null when it is called by id. */
	@Nullable String firstName() {
		return this.firstName;
	}

	/** What it shall be called, null: that is left alone. */
	@Nullable String name() {
		return this.name;
	}

	@Nullable UUID manager() {
		return this.manager;
	}

	boolean isDeleted() {
		return this.deleted;
	}

	/** Whether nobody else shall be in it. */
	boolean isOnly() {
		return this.only;
	}

	Map<UUID, Boolean> members() {
		return this.members;
	}

	Set<Unknown> unknown() {
		return this.unknown;
	}

}
