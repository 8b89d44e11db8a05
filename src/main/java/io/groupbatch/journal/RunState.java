package io.groupbatch.journal;

/**
 * Where a run stands (design section 2, "Which run"). It outlives the process.
 */
public enum RunState {

	/** Its file is being copied into the journal. */
	STAGING,
	/** The portal is being looked at; nothing was marked. */
	PLANNING,
	/** Everything is decided and waits for a yes. */
	PLANNED,
	/** The file or a guard said no before anything was marked. */
	REFUSED,
	/** Something may have been sent, and rows are open. */
	UNFINISHED,
	/** All that is open is in doubt, and rows behind it. */
	WAITING,
	/** Nothing is open. */
	FINISHED,
	/** Given up by a person. */
	CANCELLED;

	/**
	 * Whether it will never go on.
	 */
	public boolean isEnded() {
		return this == REFUSED || this == FINISHED || this == CANCELLED;
	}

	/**
	 * Whether it has come to sending, so that there is something to report of groups.
	 */
	public boolean hasComeToSending() {
		return !isBeforeSending() && this != REFUSED;
	}

	/**
	 * Whether nothing of the run can have been sent.
	 */
	public boolean isBeforeSending() {
		return compareTo(UNFINISHED) < 0;
	}

}
