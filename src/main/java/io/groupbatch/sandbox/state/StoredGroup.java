package io.groupbatch.sandbox.state;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A group's row with its member rows, those of disabled people included. */
public final class StoredGroup {

	private final UUID id;

	private final boolean ldap;

	private final boolean system;

	private final TreeSet<StoredPerson> members = new TreeSet<>();

	private String name;

	private String sortKey;

	private @Nullable StoredPerson manager;

	StoredGroup(UUID id, String name, boolean ldap, boolean system) {
		this.id = id;
		this.name = name;
		this.sortKey = name.toLowerCase(Locale.ROOT);
		this.ldap = ldap;
		this.system = system;
	}

	/** The group as it is now but for the name, apart from all rows. */
	StoredGroup copy(String otherName) {
		StoredGroup copy = new StoredGroup(this.id, otherName, this.ldap, this.system);
		copy.members.addAll(this.members);
		copy.manager = this.manager;
		return copy;
	}

	/** Sorts itself again: it must be in no sorted list meanwhile. */
	void rename(String other) {
		this.name = other;
		this.sortKey = other.toLowerCase(Locale.ROOT);
	}

	void addMember(StoredPerson account) {
		this.members.add(account);
	}

	void removeMember(StoredPerson account) {
		this.members.remove(account);
		if (account.equals(this.manager)) {
			this.manager = null;
		}
	}

	void setManager(StoredPerson account) {
		this.manager = account;
	}

	boolean hasMember(StoredPerson account) {
		return this.members.contains(account);
	}

	public UUID id() {
		return this.id;
	}

	public boolean isSystem() {
		return this.system;
	}

	public String name() {
		return this.name;
	}

	/** The name as the list sorts and searches it. */
	String sortKey() {
		return this.sortKey;
	}

	int memberCount() {
		return this.members.size();
	}

	/** Everybody in it, the disabled included. */
	public List<StoredPerson> allMembers() {
		return List.copyOf(this.members);
	}

	public boolean isManagedBy(StoredPerson account) {
		return account.equals(this.manager);
	}

	@Nullable StoredPerson manager() {
		return this.manager;
	}

	/** The members whom the portal shows: all but the disabled. */
	public List<StoredPerson> visibleMembers() {
		return this.members.stream().filter((account) -> account.person().status() != Person.Status.DISABLED).toList();
	}

	Profile.Membership summary() {
		return new Profile.Membership(this.id, this.name,
				(this.manager != null) ? this.manager.person().userName() : null);
	}

	public GroupView view() {
		List<Person> hidden = this.members.stream()
			.map(StoredPerson::person)
			.filter((person) -> person.status() == Person.Status.DISABLED)
			.toList();
		return new GroupView(this.id, this.name, this.ldap, this.system,
				(this.manager != null) ? this.manager.person() : null,
				visibleMembers().stream().map(StoredPerson::person).toList(), hidden);
	}

}
