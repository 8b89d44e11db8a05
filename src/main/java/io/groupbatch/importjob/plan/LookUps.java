package io.groupbatch.importjob.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import io.groupbatch.portal.Directory;
import io.groupbatch.portal.Group;
import io.groupbatch.portal.Person;

/**
 * Looks up what a file names, and nothing else. For one thread, in the caller's
 * transaction.
 */
final class LookUps {

	/** When a name is a part of more names, the whole list is read instead. */
	private static final int MOST_ALIKE = 300;

	private final Directory directory;

	private final Catalogue catalogue;

	LookUps(Directory directory, Catalogue catalogue) {
		this.directory = directory;
		this.catalogue = catalogue;
	}

	/**
	 * Enters what a file names, and with it everybody in the groups that it changes.
	 * @return whether that was possible; if not, a part may have been entered
	 */
	boolean enter(Wanted wanted) {
		Set<UUID> withMembers = new HashSet<>();
		if (!enterNamed(wanted, withMembers)) {
			return false;
		}
		this.directory.each(wanted.groupIds(), this.directory::group, (group) -> group.ifPresent((found) -> {
			this.catalogue.enterGroups(List.of(found));
			withMembers.add(found.id());
		}));
		boolean all = enterPeople(wanted);
		this.directory.each(withMembers, (group) -> new Crew(group, this.directory.members(group)), (crew) -> {
			this.catalogue.enterPeople(crew.people());
			this.catalogue.enterMembers(crew.group(), crew.people());
		});
		if (!all) {
			// Whoever is not there may be meant for somebody who is.
			this.directory.people(this.catalogue::enterPeople);
		}
		return true;
	}

	private boolean enterNamed(Wanted wanted, Set<UUID> withMembers) {
		AtomicBoolean possible = new AtomicBoolean(true);
		this.directory.each(wanted.names(), (name) -> this.directory.groupsLike(name, MOST_ALIKE), (alike) -> {
			if (alike.isEmpty()) {
				possible.set(false);
			}
			else if (possible.get()) {
				this.catalogue.enterGroups(alike.get());
				alike.get()
					.stream()
					.filter((group) -> wanted.isOfExisting(group.name()))
					.map(Group::id)
					.forEach(withMembers::add);
			}
		});
		return possible.get();
	}

	/** Enters the people who are there; says whether all are. */
	private boolean enterPeople(Wanted wanted) {
		AtomicBoolean all = new AtomicBoolean(!wanted.namesNobody());
		this.directory.each(wanted.emails(), this.directory::peopleWith, (found) -> enter(found, all));
		this.directory.each(wanted.personIds(), this.directory::person, (found) -> enter(found.stream().toList(), all));
		return all.get();
	}

	private void enter(List<Person> found, AtomicBoolean all) {
		this.catalogue.enterPeople(found);
		if (found.isEmpty()) {
			all.set(false);
		}
	}

	private record Crew(UUID group, List<Person> people) {
	}

}
