package io.groupbatch.importjob.plan.snapshot;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import io.groupbatch.portal.Directory;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.portal.payload.Person;

/**
 * Looks up what a file names, and nothing else. For one thread, in the caller's
 * transaction.
 */
final class TargetedLookup {

	/** When a text is a part of more names, all groups are read instead. */
	private static final int MOST_ALIKE = 300;

	private final Directory directory;

	private final SnapshotWriter catalogue;

	TargetedLookup(Directory directory, SnapshotWriter catalogue) {
		this.directory = directory;
		this.catalogue = catalogue;
	}

	/**
	 * Enters what a file names, and with it everybody in the groups that it changes.
	 */
	void enter(FileReferences wanted) {
		Set<UUID> withMembers = new HashSet<>();
		if (wanted.needsAllGroups() || !enterNamed(wanted, withMembers)) {
			this.directory.groups((page) -> enter(page, wanted, withMembers));
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
			// Who was not found may be there, and would otherwise be taken for a person
			// who is.
			this.directory.people(this.catalogue::enterPeople);
		}
	}

	/**
	 * Enters the groups that searches find.
	 * @return whether that was possible; if not, a part may have been entered
	 */
	private boolean enterNamed(FileReferences wanted, Set<UUID> withMembers) {
		AtomicBoolean possible = new AtomicBoolean(true);
		this.directory.each(wanted.searches(), (text) -> possible.get()
				? this.directory.groupsContaining(text, MOST_ALIKE) : Optional.<List<Group>>empty(), (found) -> {
					possible.compareAndSet(true, found.isPresent());
					found.ifPresent((groups) -> enter(groups, wanted, withMembers));
				});
		return possible.get();
	}

	private void enter(List<Group> groups, FileReferences wanted, Set<UUID> withMembers) {
		this.catalogue.enterGroups(groups);
		groups.stream().filter((group) -> wanted.isOfExisting(group.name())).map(Group::id).forEach(withMembers::add);
	}

	/**
	 * Enters the people who are there. Who is not found is not known to be missing.
	 * @return whether all were found
	 */
	private boolean enterPeople(FileReferences wanted) {
		AtomicBoolean all = new AtomicBoolean(!wanted.namesNobody());
		this.directory.each(wanted.emails(), this.directory::searchPeople, (found) -> enter(found, all));
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
