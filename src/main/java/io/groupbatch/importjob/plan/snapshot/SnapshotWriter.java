package io.groupbatch.importjob.plan.snapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.groupbatch.importjob.plan.state.PlanStores;
import io.groupbatch.importjob.row.PersonMapper;
import io.groupbatch.journal.people.PortalPeople;
import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.portal.payload.Person;

/**
 * Enters groups and people of the portal into the journal, each once. For one thread, in
 * the caller's transaction.
 */
final class SnapshotWriter {

	private final long run;

	private final Groups groups;

	private final PortalPeople people;

	private final BooleanSupplier stopping;

	private final Map<UUID, Long> refs = new HashMap<>();

	private final Set<UUID> entered = new HashSet<>();

	private long nextRef;

	/**
	 * Begins with nothing entered.
	 * @param stopping whether to leave off
	 */
	SnapshotWriter(long run, PlanStores stores, BooleanSupplier stopping) {
		this.run = run;
		this.groups = stores.groups();
		this.people = stores.people();
		this.stopping = stopping;
		this.nextRef = this.groups.nextRef();
	}

	void enterGroups(List<Group> found) {
		checkStop();
		List<Group> fresh = found.stream().filter((group) -> !this.refs.containsKey(group.id())).toList();
		fresh.forEach((group) -> this.refs.put(group.id(), this.nextRef++));
		this.groups.add(this.run,
				fresh.stream()
					.map((group) -> found(group, Objects.requireNonNull(this.refs.get(group.id()))))
					.toList());
	}

	/** Enters people, without the groups that they are in. */
	void enterPeople(List<Person> found) {
		checkStop();
		this.people.add(this.run,
				found.stream().filter((person) -> this.entered.add(person.id())).map(PersonMapper::entry).toList());
	}

	/** Enters who is in groups that are entered: each person must come once. */
	void enterMembers(List<Person> found) {
		Map<Long, Set<UUID>> members = new HashMap<>();
		for (Person person : found) {
			for (UUID group : person.groups()) {
				Long ref = this.refs.get(group);
				if (ref != null) {
					members.computeIfAbsent(ref, (key) -> new HashSet<>()).add(person.id());
				}
			}
		}
		this.groups.addMembers(this.run, members);
	}

	/** Enters who of some people is in one group. */
	void enterMembers(UUID group, List<Person> found) {
		Set<UUID> members = new HashSet<>();
		found.stream()
			.filter((person) -> person.groups().contains(group))
			.forEach((person) -> members.add(person.id()));
		this.groups.addMembers(this.run, Map.of(Objects.requireNonNull(this.refs.get(group)), members));
	}

	private void checkStop() {
		if (this.stopping.getAsBoolean()) {
			throw new DirectorySnapshot.Interrupted();
		}
	}

	private static TrackedGroup found(Group group, long ref) {
		return TrackedGroup.found(ref, group.id(), group.name(), group.manager(), group.ldap());
	}

}
