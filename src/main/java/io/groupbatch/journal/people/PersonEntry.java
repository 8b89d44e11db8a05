package io.groupbatch.journal.people;

import java.util.UUID;

/**
 * A user of the portal as the run saw it.
 *
 * @param id the portal's id
 * @param email as the portal spells it
 * @param name for people
 * @param kind whether groups may hold this user
 * @param status whether this user can sign in
 */
public record PersonEntry(UUID id, String email, String name, Kind kind, Status status) {

	/** Whether groups may hold a user. */
	public enum Kind {

		/** They may not. */
		GUEST,
		/** They may; whatever else this user is. */
		USER

	}

	/** Whether a user can sign in. */
	public enum Status {

		/** Yes. */
		ACTIVE,
		/** No; stays in groups unseen, and cannot be added. */
		DISABLED,
		/** Not yet; can be added. */
		INVITED

	}

}
