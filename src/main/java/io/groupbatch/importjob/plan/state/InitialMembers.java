package io.groupbatch.importjob.plan.state;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.plan.Groups;

/**
 * Who was in a group when the portal was read, disabled people among them. For one
 * thread.
 */
public interface InitialMembers {

	/** Nobody: the portal has no such group. */
	InitialMembers NOBODY = new Known(Set.of());

	/** Finds out about people whom it will be asked for, all at once. */
	void ask(Collection<UUID> people);

	boolean has(UUID person);

	/** Everybody. */
	Set<UUID> all();

	/** All of them are in memory. */
	record Known(Set<UUID> all) implements InitialMembers {

		@Override
		public void ask(Collection<UUID> people) {
		}

		@Override
		public boolean has(UUID person) {
			return this.all.contains(person);
		}

	}

	/**
	 * They may be very many, so only the people that were asked for are kept in memory.
	 */
	final class InJournal implements InitialMembers {

		private final Groups groups;

		private final long ref;

		private final Set<UUID> asked = new HashSet<>();

		private final Set<UUID> present = new HashSet<>();

		public InJournal(Groups groups, long ref) {
			this.groups = groups;
			this.ref = ref;
		}

		@Override
		public void ask(Collection<UUID> people) {
			List<UUID> unknown = people.stream().filter(this.asked::add).toList();
			if (!unknown.isEmpty()) {
				this.present.addAll(this.groups.present(Map.of(this.ref, unknown)).getOrDefault(this.ref, Set.of()));
			}
		}

		@Override
		public boolean has(UUID person) {
			ask(List.of(person));
			return this.present.contains(person);
		}

		@Override
		public Set<UUID> all() {
			return this.groups.members(List.of(this.ref)).getOrDefault(this.ref, Set.of());
		}

	}

}
