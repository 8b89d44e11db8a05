package io.groupbatch.sandbox.state;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** A person's row; the groups are the ordinary ones, sorted byte-wise by name. */
public final class StoredPerson implements Comparable<StoredPerson> {

	private final int position;

	private final TreeSet<StoredGroup> groups = new TreeSet<>(
			Comparator.comparing(StoredGroup::name).thenComparing(StoredGroup::id));

	private Person person;

	StoredPerson(int position, Person person) {
		this.position = position;
		this.person = person;
	}

	/** Gives the same person another role, status or name. */
	void setPerson(Person other) {
		this.person = other;
	}

	public Person person() {
		return this.person;
	}

	/** Notes a group's row here. */
	void join(StoredGroup group) {
		this.groups.add(group);
	}

	void leave(StoredGroup group) {
		this.groups.remove(group);
	}

	public boolean isIn(StoredGroup group) {
		return group.hasMember(this);
	}

	/** The ordinary ones, sorted byte-wise by name. */
	public Collection<StoredGroup> groups() {
		return this.groups;
	}

	@Override
	public int compareTo(StoredPerson other) {
		return Integer.compare(this.position, other.position);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return this.position;
	}

}
