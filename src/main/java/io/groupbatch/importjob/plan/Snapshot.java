package io.groupbatch.importjob.plan;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.groupbatch.journal.GroupState;
import io.groupbatch.journal.Groups;
import io.groupbatch.journal.KnownGroup;
import io.groupbatch.journal.People;
import io.groupbatch.journal.PersonEntry;
import io.groupbatch.journal.Runs;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.Group;
import io.groupbatch.portal.Person;
import io.groupbatch.portal.PortalTrouble;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the portal's directory into the journal, once for a run. All of it is kept or
 * nothing, so that a plan never works with half a portal.
 */
class Snapshot {

	private final Directory directory;

	private final Runs runs;

	private final Groups groups;

	private final People people;

	private final Clock clock;

	private final BooleanSupplier stopping;

	Snapshot(Directory directory, PlanWriter.Stores stores, Clock clock, BooleanSupplier stopping) {
		this.directory = directory;
		this.runs = stores.runs();
		this.groups = stores.groups();
		this.people = stores.people();
		this.clock = clock;
		this.stopping = stopping;
	}

	/**
	 * Reads the directory unless the run has it already.
	 * @throws PortalTrouble when the portal cannot be read now
	 * @throws Interrupted when the process is asked to stop
	 */
	void take(long run, TransactionTemplate transaction) {
		if (this.runs.directoryReadAt(run).isEmpty()) {
			transaction.executeWithoutResult((status) -> read(run));
		}
	}

	private void read(long run) {
		Instant began = this.clock.instant();
		Directory.Account account = this.directory.account();
		if (account.owner() != null) {
			this.runs.account(run, account.owner().toString(), account.name());
		}
		this.groups.clear(run);
		Map<UUID, Long> refs = readGroups(run);
		this.directory.people((page) -> addPeople(run, page, refs));
		this.runs.directoryRead(run, began, refs.size());
	}

	private Map<UUID, Long> readGroups(long run) {
		Map<UUID, Long> refs = new HashMap<>();
		long first = this.groups.nextRef();
		this.directory.groups((page) -> {
			checkStop();
			page.forEach((group) -> refs.put(group.id(), first + refs.size()));
			this.groups.add(run,
					page.stream().map((group) -> found(group, Objects.requireNonNull(refs.get(group.id())))).toList());
		});
		return refs;
	}

	private void addPeople(long run, List<Person> page, Map<UUID, Long> refs) {
		checkStop();
		this.people.add(run, page.stream().map(Snapshot::entry).toList());
		Map<Long, Set<UUID>> members = new HashMap<>();
		for (Person person : page) {
			for (UUID group : person.groups()) {
				Long ref = refs.get(group);
				if (ref != null) {
					members.computeIfAbsent(ref, (key) -> new HashSet<>()).add(person.id());
				}
			}
		}
		this.groups.addMembers(run, members);
	}

	private void checkStop() {
		if (this.stopping.getAsBoolean()) {
			throw new Interrupted();
		}
	}

	private static KnownGroup found(Group group, long ref) {
		return new KnownGroup(ref, group.id(), group.name(), group.manager(), group.ldap(), GroupState.FOUND,
				KnownGroup.Trail.NONE);
	}

	private static PersonEntry entry(Person person) {
		return new PersonEntry(person.id(), person.email(), person.displayName(),
				(person.kind() == Person.Kind.GUEST) ? PersonEntry.Kind.GUEST : PersonEntry.Kind.USER,
				PersonEntry.Status.valueOf(person.status().name()));
	}

	/** The process was asked to stop while the portal was read. */
	static final class Interrupted extends RuntimeException {

	}

}
