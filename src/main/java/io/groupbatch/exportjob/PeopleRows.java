package io.groupbatch.exportjob;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.journal.ExportPeople;
import io.groupbatch.journal.PersonEntry;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.Page;
import io.groupbatch.portal.Person;

/**
 * The portal's people, each with the groups they are in.
 */
class PeopleRows implements ListReading.Rows<Person> {

	private final Directory directory;

	private final ExportPeople people;

	PeopleRows(Directory directory, ExportPeople people) {
		this.directory = directory;
		this.people = people;
	}

	@Override
	public Page<Person> read(int size, long start) {
		return this.directory.peoplePage(size, start);
	}

	@Override
	public void keep(List<Person> page, int pass) {
		Map<PersonEntry, List<UUID>> found = new LinkedHashMap<>();
		page.forEach((person) -> found.put(of(person), person.groups()));
		this.people.add(found, pass);
	}

	static PersonEntry of(Person person) {
		return new PersonEntry(person.id(), person.email(), person.displayName(),
				(person.kind() == Person.Kind.GUEST) ? PersonEntry.Kind.GUEST : PersonEntry.Kind.USER,
				PersonEntry.Status.valueOf(person.status().name()));
	}

}
