package io.groupbatch.journal.plan;

/**
 * What a request does with its group.
 */
public enum RequestType {

	/** Reads it. */
	GET,
	/** Makes it. */
	CREATE,
	/** Changes name, manager or members. */
	UPDATE,
	/**
	 * Moves its members into another group. Only journals written before version 1.0 hold
	 * it; it is carried out as a {@link #CARRY}.
	 */
	MOVE,
	/**
	 * Moves its members into another group, step by step: they are added there, then
	 * removed here.
	 */
	CARRY,
	/** As {@link #CARRY}, but of its members only those whom the request names. */
	MOVE_SOME,
	/** Removes it. */
	DELETE;

	/** Whether it is about a second group. */
	public boolean isMove() {
		return this == MOVE || this == CARRY || this == MOVE_SOME;
	}

}
