package io.groupbatch.journal.report;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowStatus;

import org.jspecify.annotations.Nullable;

/**
 * Gathers what the rows of one group want, in the order of the file.
 */
final class GroupResultBuilder {

	private final GroupState group;

	/** Without the manager. */
	private final Set<UUID> wanted = new LinkedHashSet<>();

	private @Nullable UUID manager;

	private final Set<String> leftOut = new LinkedHashSet<>();

	private RowStatus gravest = RowStatus.UNCHANGED;

	private boolean isSet;

	private boolean isDeleted;

	GroupResultBuilder(GroupState group) {
		this.group = group;
	}

	/**
	 * Adds the next row.
	 * @param boss whom it makes manager, who is a member, too; null: nobody
	 * @param members whom else it is about
	 * @param without who was left out of it
	 */
	void add(String operation, @Nullable UUID boss, List<UUID> members, List<OmittedPerson> without, RowStatus status) {
		this.gravest = RowStatus.graver(this.gravest, status);
		this.isDeleted = operation.equals(Operation.DELETE.text()) && status == RowStatus.SUCCEEDED;
		switch (Operation.of(operation).orElse(Operation.GET)) {
			case CREATE, UPSERT, ADD_MEMBERS, SET_MEMBERS -> {
				beginSet(operation);
				this.wanted.addAll(members);
				lead(boss, without);
				without.stream().filter(OmittedPerson::isMember).map(OmittedPerson::written).forEach(this.leftOut::add);
			}
			case UPDATE -> lead(boss, without);
			case REMOVE_MEMBERS, REMOVE_EVERYWHERE, MOVE_MEMBERS -> members.forEach(this::take);
			case DELETE -> {
				this.wanted.clear();
				this.manager = null;
			}
			case GET -> {
			}
		}
	}

	private void lead(@Nullable UUID boss, List<OmittedPerson> without) {
		this.manager = (boss != null) ? boss : this.manager;
		without.stream().filter(OmittedPerson::asManager).map(OmittedPerson::written).forEach(this.leftOut::add);
	}

	private void take(UUID person) {
		this.wanted.remove(person);
		this.manager = person.equals(this.manager) ? null : this.manager;
	}

	/** All set rows of a group are one wish, which the first of them begins. */
	private void beginSet(String operation) {
		if (operation.equals(Operation.SET_MEMBERS.text()) && !this.isSet) {
			this.isSet = true;
			this.wanted.clear();
			this.manager = null;
		}
	}

	GroupResult result() {
		if (this.isDeleted) {
			return new GroupResult(new GroupState(this.group.id(), this.group.name(), null, List.of()),
					new GroupResult.Wish(List.of(), List.of(), List.of()), this.gravest, true);
		}
		Set<UUID> there = new HashSet<>(this.group.people());
		Set<UUID> all = new LinkedHashSet<>();
		if (this.manager != null) {
			all.add(this.manager);
		}
		all.addAll(this.wanted);
		List<UUID> missing = all.stream().filter((person) -> !there.contains(person)).toList();
		return new GroupResult(this.group, new GroupResult.Wish(List.copyOf(all), missing, List.copyOf(this.leftOut)),
				this.gravest, false);
	}

}
