package io.groupbatch.sandbox.state;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import io.groupbatch.sandbox.protocol.ApiException;

import org.jspecify.annotations.Nullable;

/**
 * The rows of the simulated portal: people, groups, who is in which group and who manages
 * it, with the elementary changes of portal contract 11. Not safe for threads; its user
 * locks.
 */
public final class PortalData {

	private final Map<UUID, StoredPerson> accounts = new LinkedHashMap<>();

	private final Map<String, StoredPerson> byEmail = new HashMap<>();

	private final Map<String, StoredPerson> byUserName = new HashMap<>();

	private final Map<UUID, StoredGroup> groups = new HashMap<>();

	private final TreeSet<StoredGroup> listed = new TreeSet<>(
			Comparator.comparing(StoredGroup::sortKey).thenComparing(StoredGroup::id));

	private final Set<StoredGroup> corrupt = new HashSet<>();

	private final StaleReadCache staleReads;

	public PortalData(StaleReadCache staleReads) {
		this.staleReads = staleReads;
		for (SystemGroup system : SystemGroup.values()) {
			addGroup(system.id(), system.label(), false, true);
		}
	}

	/**
	 * Adds a person, also to the system groups of the role.
	 * @throws IllegalArgumentException if the address is taken
	 */
	public StoredPerson add(Person person) {
		StoredPerson account = new StoredPerson(this.accounts.size(), person);
		if (this.byEmail.putIfAbsent(person.email().toLowerCase(Locale.ROOT), account) != null) {
			throw new IllegalArgumentException(person.email() + " is there already");
		}
		this.accounts.put(person.id(), account);
		this.byUserName.putIfAbsent(person.userName().toLowerCase(Locale.ROOT), account);
		for (SystemGroup system : List.of(SystemGroup.EVERYONE, SystemGroup.of(person.role()))) {
			StoredGroup group = group(system.id());
			if (group != null) {
				addMember(group, account);
			}
		}
		return account;
	}

	/** Puts another role, status or name in the place of the person with the same id. */
	public void replace(Person person) {
		StoredPerson account = this.accounts.get(person.id());
		if (account == null || !account.person().email().equals(person.email())) {
			throw new IllegalArgumentException(person.email() + " is not there with this id");
		}
		account.setPerson(person);
	}

	public Collection<StoredPerson> accounts() {
		return this.accounts.values();
	}

	/** Who could be a member now. */
	public List<StoredPerson> eligible() {
		return this.accounts.values().stream().filter((account) -> account.person().isEligible()).toList();
	}

	public @Nullable StoredPerson account(UUID id) {
		return this.accounts.get(id);
	}

	/** The person with this address, whatever its case. */
	public @Nullable StoredPerson accountByEmail(String email) {
		return this.byEmail.get(email.toLowerCase(Locale.ROOT));
	}

	public @Nullable StoredPerson accountByUserName(String userName) {
		return this.byUserName.get(userName.toLowerCase(Locale.ROOT));
	}

	/** Every group that the list shows, sorted by name whatever its case. */
	public Collection<StoredGroup> listed() {
		return this.listed;
	}

	public @Nullable StoredGroup group(UUID id) {
		return this.groups.get(id);
	}

	/** How groups were. */
	public StaleReadCache staleReads() {
		return this.staleReads;
	}

	/** Gives the group a second manager's row, for ever. */
	public void corrupt(StoredGroup group) {
		this.corrupt.add(group);
	}

	/** Whether the group has two managers' rows (portal contract 9.5). */
	public boolean isCorrupt(StoredGroup group) {
		return this.corrupt.contains(group);
	}

	/** Refuses to look up the manager where there are two (portal contract 9.5). */
	public void requireOneManager(StoredGroup group) {
		if (this.corrupt.contains(group)) {
			throw ApiException.twoManagers();
		}
	}

	/**
	 * A full profile, which looks up the managers of all the person's groups.
	 * @param shownGroups how many of these groups it tells
	 */
	Profile profile(StoredPerson account, int shownGroups) {
		if (account.person().status() != Person.Status.DISABLED) {
			this.corrupt.stream().filter(account::isIn).forEach(this::requireOneManager);
		}
		return new Profile(account.person(),
				account.groups().stream().limit(shownGroups).map(StoredGroup::summary).toList());
	}

	public StoredGroup addGroup(UUID id, String name, boolean ldap, boolean system) {
		StoredGroup group = new StoredGroup(id, name, ldap, system);
		this.groups.put(id, group);
		if (!system) {
			this.listed.add(group);
		}
		return group;
	}

	/**
	 * Gives the group this name, and sorts it again into all lists; system groups keep
	 * theirs.
	 */
	public void rename(StoredGroup group, String name) {
		if (group.isSystem() || group.name().equals(name)) {
			return;
		}
		this.staleReads.note(group);
		group.allMembers().forEach((account) -> account.leave(group));
		this.listed.remove(group);
		group.rename(name);
		this.listed.add(group);
		group.allMembers().forEach((account) -> account.join(group));
	}

	/** Removes an ordinary group; a system group stays (portal contract 9.2). */
	public void remove(StoredGroup group) {
		if (!group.isSystem()) {
			this.staleReads.note(group);
			group.allMembers().forEach((account) -> account.leave(group));
			this.listed.remove(group);
			this.groups.remove(group.id());
			this.corrupt.remove(group);
		}
	}

	/** Adds a member; without effect for a person who is null or not eligible. */
	public void attach(StoredGroup group, @Nullable StoredPerson account) {
		if (account != null && account.person().isEligible()) {
			addMember(group, account);
		}
	}

	/** Makes a person manager and member; without effect if null or not eligible. */
	public void attachManager(StoredGroup group, @Nullable StoredPerson account) {
		if (account != null && account.person().isEligible()) {
			switchManager(group, account);
			addMember(group, account);
		}
	}

	/** Writes the manager's row and nothing else, as the quirk of 9.3 wants it. */
	public void switchManager(StoredGroup group, StoredPerson account) {
		this.staleReads.note(group);
		group.setManager(account);
	}

	/**
	 * Removes a member, who then manages the group no longer; without effect for null.
	 */
	public void detach(StoredGroup group, @Nullable StoredPerson account) {
		if (account != null) {
			this.staleReads.note(group);
			group.removeMember(account);
			account.leave(group);
		}
	}

	/** Writes a member's row for anybody, eligible or not. */
	public void addMember(StoredGroup group, StoredPerson account) {
		this.staleReads.note(group);
		group.addMember(account);
		if (!group.isSystem()) {
			account.join(group);
		}
	}

}
