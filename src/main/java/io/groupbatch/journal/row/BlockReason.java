package io.groupbatch.journal.row;

import org.jspecify.annotations.Nullable;

/**
 * Why a request must not be sent: an earlier row that it depends on was not done.
 *
 * @param cause what was not done
 * @param row the row that should have done it; 0 when it is not told
 * @param people who stays in a group that would be deleted, each with the reason; null:
 * that is not known
 */
public record BlockReason(Cause cause, long row, @Nullable String people) {

	/** Something before it, whichever row it was. */
	public static BlockReason of(Cause cause) {
		return new BlockReason(cause, 0, null);
	}

	/** What was not done. */
	public enum Cause {

		/** A request that gives up the name which this one gives. */
		NAME_IN_USE,
		/** A request that gives the group the name by which the row calls it. */
		NAME_NOT_GIVEN,
		/** The create of the group. */
		GROUP_NOT_MADE,
		/** A row that takes people out of the group, which this one deletes. */
		TAKES_OUT,
		/**
		 * A row that puts people who are or were in the group into another one; this one
		 * deletes it.
		 */
		PUTS_ELSEWHERE,
		/** Likewise TAKES_OUT, and it is known who stays. */
		LEAVES_IN

	}

}
