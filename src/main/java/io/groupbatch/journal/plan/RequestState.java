package io.groupbatch.journal.plan;

/**
 * Where one request stands. A lane goes on behind a request that {@link #isSettled()}.
 */
public enum RequestState {

	/** Decided, not yet marked. */
	PLANNED,
	/** Marked: from now on it may be on its way. */
	SENDING,
	/**
	 * Answered, and the group is as the request wanted it, but perhaps for some members.
	 */
	DONE,
	/** Answered, and the portal did not do it. */
	REFUSED,
	/** Never sent, because a request that it needs was not done. */
	SKIPPED,
	/** Sent, and it is not known whether it was done. */
	IN_DOUBT;

	/**
	 * Whether the next of the lane may be marked.
	 */
	public boolean isSettled() {
		return this == DONE || this == REFUSED || this == SKIPPED;
	}

}
