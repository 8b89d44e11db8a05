package io.groupbatch.undo;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.journal.row.Operation;

/**
 * A row of the file that reverts a run.
 *
 * @param operation what it asks for
 * @param groupId the group
 * @param name for an update the name to give, for a delete the present one; empty: leave
 * it
 * @param manager the manager to set; empty: leave it
 * @param members the people to add or remove
 */
record UndoRow(Operation operation, UUID groupId, String name, String manager, Collection<UUID> members) {

	static final List<String> HEADINGS = List.of("operation", "groupId", "groupName", "groupManager", "members");

	List<String> cells() {
		return List.of(this.operation.text(), this.groupId.toString(), this.name, this.manager,
				this.members.stream().map(UUID::toString).sorted().collect(Collectors.joining(";")));
	}

}
