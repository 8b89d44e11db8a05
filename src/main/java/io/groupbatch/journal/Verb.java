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
	/** Removes it. */
	DELETE

}
