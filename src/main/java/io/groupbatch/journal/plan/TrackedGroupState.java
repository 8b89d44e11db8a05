package io.groupbatch.journal.plan;

/**
 * What a group is at the point of the file that the plan has reached.
 */
public enum TrackedGroupState {

	/** It was found on the portal. */
	FOUND,
	/** An earlier row makes it. */
	TO_MAKE,
	/** An earlier row deletes it. */
	GONE

}
