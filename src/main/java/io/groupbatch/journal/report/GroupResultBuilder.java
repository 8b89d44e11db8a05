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

/**
 * Gathers what the rows of one group want, in the order of the file.
 */
final class GroupResultBuilder {

	private final GroupState group;

	private final Set<UUID> wanted = new LinkedHashSet<>();

	private final Set<String> leftOut = new LinkedHashSet<>();

	private RowStatus gravest = RowStatus.UNCHANGED;

	private boolean isSet;

	private boolean isDeleted;

	GroupResultBuilder(GroupState group) {
		this.group = group;
	}

	void add(String operation, List<UUID> members, List<OmittedPerson> without, RowStatus status) {
		this.gravest = RowStatus.graver(this.gravest, status);
		this.isDeleted = operation.equals(Operation.DELETE.text()) && status == RowStatus.SUCCEEDED;
		switch (Operation.of(operation).orElse(Operation.GET)) {
			case CREATE, UPSERT, ADD_MEMBERS, SET_MEMBERS -> {
				beginSet(operation);
				this.wanted.addAll(members);
				without.stream().filter(OmittedPerson::isMember).map(OmittedPerson::written).forEach(this.leftOut::add);
			}
			case REMOVE_MEMBERS, REMOVE_EVERYWHERE, MOVE_MEMBERS -> members.forEach(this.wanted::remove);
			case DELETE -> this.wanted.clear();
			case GET, UPDATE -> {
			}
		}
	}

	/** All set rows of a group are one wish, which the first of them begins. */
	private void beginSet(String operation) {
		if (operation.equals(Operation.SET_MEMBERS.text()) && !this.isSet) {
			this.isSet = true;
			this.wanted.clear();
		}
	}

	GroupResult result() {
		if (this.isDeleted) {
			return new GroupResult(new GroupState(this.group.id(), this.group.name(), null, List.of()),
					new GroupResult.Wish(List.of(), List.of(), List.of()), this.gravest, true);
		}
		Set<UUID> there = new HashSet<>(this.group.people());
		List<UUID> missing = this.wanted.stream().filter((person) -> !there.contains(person)).toList();
		return new GroupResult(this.group,
				new GroupResult.Wish(List.copyOf(this.wanted), missing, List.copyOf(this.leftOut)), this.gravest,
				false);
	}

}
