package io.groupbatch.importjob.row;

import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.portal.payload.Person;

/**
 * Static method that turns a user of the portal into what the journal keeps of one.
 */
public final class PersonMapper {

	private PersonMapper() {
	}

	/**
	 * The user, without the groups that the user is in.
	 */
	public static PersonEntry entry(Person person) {
		return new PersonEntry(person.id(), person.email(), person.displayName(),
				(person.kind() == Person.Kind.GUEST) ? PersonEntry.Kind.GUEST : PersonEntry.Kind.USER,
				PersonEntry.Status.valueOf(person.status().name()));
	}

}
