package io.groupbatch.journal.history;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One change that a run has made, and what a later run does about it.
 *
 * @param kind whether it is taken back, as the undo tells it
 * @param groupId the group, null when the portal never told its id
 * @param groupName what it is called
 * @param change what is taken back, or would be
 * @param why why not; empty when it is
 * @param rows the rows of the undo that do it
 */
public record UndoneChange(String kind, @Nullable UUID groupId, String groupName, String change, String why,
		List<Long> rows) {

	public UndoneChange {
		rows = List.copyOf(rows);
	}

}
