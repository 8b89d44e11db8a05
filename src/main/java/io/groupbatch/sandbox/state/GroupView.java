package io.groupbatch.sandbox.state;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A group as it was at one moment: what the portal shows of it, and what it keeps hidden.
 *
 * @param id the group's id
 * @param name raw, as stored
 * @param ldap whether a directory owns the group
 * @param system whether it is one of the five groups that are never listed
 * @param manager the manager, shown even when disabled
 * @param members active and invited members, in the order of the portal's people
 * @param hidden members whose rows are kept while they are disabled
 */
public record GroupView(UUID id, String name, boolean ldap, boolean system, @Nullable Person manager,
		List<Person> members, List<Person> hidden) {

	public @Nullable String managerEmail() {
		return (this.manager != null) ? this.manager.email() : null;
	}

	public List<String> memberEmails() {
		return this.members.stream().map(Person::email).toList();
	}

	public List<String> hiddenEmails() {
		return this.hidden.stream().map(Person::email).toList();
	}

}
