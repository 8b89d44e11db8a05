package io.groupbatch.journal.plan;

import org.jspecify.annotations.Nullable;

/**
 * A name that no group has any more at the point of the file that the plan has reached.
 *
 * @param name the name
 * @param row the row that took it away
 * @param why what that row did
 * @param request its request; null when the row is invalid
 */
public record ReleasedName(String name, long row, Why why, @Nullable Long request) {

	/** How a name is lost. */
	public enum Why {

		/** The group got another name. */
		RENAMED,
		/** The group was deleted. */
		DELETED,
		/** The row that would have made the group is invalid. */
		INVALID

	}

}
