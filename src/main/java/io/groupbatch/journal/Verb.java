package io.groupbatch.journal;

/**
 * What a request does with its group.
 */
public enum Verb {

	/** Reads it. */
	GET,
	/** Makes it. */
	CREATE,
	/** Changes name, manager or members. */
	UPDATE,
	/** Moves everybody whom it shows into another group, at once. */
	MOVE,
	/** The same step by step: they join the other group, then leave this one. */
	CARRY,
	/** Removes it. */
	DELETE;

	/** Whether it is about a second group. */
	public boolean isMove() {
		return this == MOVE || this == CARRY;
	}

}
