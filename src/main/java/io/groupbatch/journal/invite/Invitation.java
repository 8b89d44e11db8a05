package io.groupbatch.journal.invite;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The invitation of one person by one run.
 *
 * @param address the e-mail address as addresses are compared
 * @param email the same as it is written in the request
 * @param person the id of the portal; before there is one, {@link #placeholder}
 * @param state what is known of it
 * @param reason why the person was not invited, null when there is none
 * @param words the portal's own words for that, null when there are none
 * @param alone whether it is sent in a request of its own
 * @param attempts how many requests with this address were sent
 * @param httpStatus of the last answer, null when there was none
 * @param sentAt when the first of these requests was sent, null when none was
 */
public record Invitation(String address, String email, UUID person, State state, @Nullable Reason reason,
		@Nullable String words, boolean alone, int attempts, @Nullable Integer httpStatus,
		@Nullable OffsetDateTime sentAt) {

	/**
	 * At most so many addresses are in one request: an error is about few people then.
	 */
	public static final int MOST_IN_REQUEST = 20;

	/** What is known of an invitation. */
	public enum State {

		/** No row needs it: it is never sent. */
		UNUSED,
		/** It is to be sent, and certainly was not. */
		PLANNED,
		/** It may have been sent. */
		SENT,
		/** The portal has the person since. */
		INVITED,
		/** The portal had the person already when it was to be sent; nothing was sent. */
		PRESENT,
		/** The person was not invited, and is not on the portal. */
		REFUSED

	}

	/** Why a person was not invited. */
	public enum Reason {

		/** The portal does not take the address. */
		ADDRESS,
		/** The portal has broken off its work at the address again and again. */
		BROKEN_OFF,
		/** No paid seat is left. */
		NO_SEAT,
		/** The portal, or the role of the key's owner, does not allow it. */
		NOT_ALLOWED,
		/** Several users have the address. */
		SEVERAL_USERS,
		/** The portal said that it was done, and does not list the person. */
		NOT_LISTED

	}

	/** One that is sent when a row needs it. */
	public static Invitation planned(long run, String address, String email) {
		return new Invitation(address, email, placeholder(run, address), State.UNUSED, null, null, false, 0, null,
				null);
	}

	/**
	 * The id by which the plan of a run calls a person who is not on the portal yet. It
	 * is the same whenever it is computed, and no id that a portal gives.
	 */
	public static UUID placeholder(long run, String address) {
		return UUID.nameUUIDFromBytes(("invitation " + run + " " + address).getBytes(StandardCharsets.UTF_8));
	}

	/** The same, marked to be sent once more. */
	public Invitation marked() {
		return new Invitation(this.address, this.email, this.person, State.SENT, this.reason, this.words, this.alone,
				this.attempts + 1, this.httpStatus, this.sentAt);
	}

	/** The same, with another state. */
	public Invitation in(State other) {
		return new Invitation(this.address, this.email, this.person, other, this.reason, this.words, this.alone,
				this.attempts, this.httpStatus, this.sentAt);
	}

	/** The same, of a person whom the portal has. */
	public Invitation found(UUID id, State other) {
		return new Invitation(this.address, this.email, id, other, null, null, false, this.attempts, this.httpStatus,
				this.sentAt);
	}

	/** The same, after an answer. */
	public Invitation answered(int status) {
		return new Invitation(this.address, this.email, this.person, this.state, this.reason, this.words, this.alone,
				this.attempts, (status > 0) ? Integer.valueOf(status) : null, this.sentAt);
	}

	/** The same, to be sent in a request of its own. */
	public Invitation sentAlone() {
		return new Invitation(this.address, this.email, this.person, State.PLANNED, null, null, true, this.attempts,
				this.httpStatus, this.sentAt);
	}

	/** The same, which the portal has refused. */
	public Invitation refused(Reason why, String said) {
		return new Invitation(this.address, this.email, this.person, State.REFUSED, why, said.isEmpty() ? null : said,
				false, this.attempts, this.httpStatus, this.sentAt);
	}

}
