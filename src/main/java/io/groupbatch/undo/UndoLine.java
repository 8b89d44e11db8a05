package io.groupbatch.undo;

import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.history.UndoneChange;

import org.jspecify.annotations.Nullable;

/**
 * What is done about one change that a run has made.
 *
 * @param kind whether it is taken back
 * @param groupId the group, null when the portal never told its id
 * @param groupName what it is called; empty when the change is about no group
 * @param change what is taken back, or would be
 * @param why why not; empty when it is
 */
public record UndoLine(Kind kind, @Nullable UUID groupId, String groupName, String change, String why) {

	/** Whether a change is taken back. */
	public enum Kind {

		/** It is. */
		REVERSED,
		/** The group is not any more as the run left it. */
		KEPT,
		/** The portal cannot do it. */
		IMPOSSIBLE

	}

	UndoneChange entry(List<Long> rows) {
		return new UndoneChange(this.kind.name(), this.groupId, this.groupName, this.change, this.why, rows);
	}

	/** For people. */
	public String sentence() {
		return (this.groupName.isEmpty() ? "" : "\"" + this.groupName + "\": ") + this.change
				+ (this.why.isEmpty() ? "" : " – " + this.why);
	}

}
