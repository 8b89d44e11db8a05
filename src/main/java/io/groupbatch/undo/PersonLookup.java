package io.groupbatch.undo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.payload.Person;

/**
 * Looks up the people of a run's groups, each once.
 */
final class PersonLookup {

	private final Directory portal;

	private final PortalPeople people;

	private final long run;

	private final Map<UUID, Boolean> joining = new HashMap<>();

	private final Map<UUID, String> names = new HashMap<>();

	PersonLookup(Directory portal, PortalPeople people, long run) {
		this.portal = portal;
		this.people = people;
		this.run = run;
	}

	/** Whether a person can be put into a group, as the portal is now. */
	boolean canJoin(UUID person) {
		return this.joining.computeIfAbsent(person,
				(id) -> this.portal.person(id)
					.filter((found) -> found.kind() != Person.Kind.GUEST && found.status() != Person.Status.DISABLED)
					.isPresent());
	}

	/** The disabled people in a group, whom it does not show. */
	Set<UUID> hidden(UUID group) {
		return this.portal.hiddenMembers(group).stream().map(Person::id).collect(Collectors.toSet());
	}

	/** What a person was called in the run, for people. */
	String text(UUID person) {
		return this.names.computeIfAbsent(person,
				(id) -> this.people.byId(this.run, List.of(id))
					.stream()
					.map(PersonEntry::email)
					.filter((email) -> !email.isEmpty())
					.findFirst()
					.orElse(id.toString()));
	}

}
