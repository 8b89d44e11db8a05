package io.groupbatch.journal;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A group at the point of the file that the plan has reached.
 *
 * @param ref the journal's own number of it, there before the portal gives an id
 * @param portalId null until the portal has made it
 * @param name the name it bears at that point
 * @param manager its manager at that point, null when it has none or it is not known
 * @param ldap whether a directory owns it
 * @param state found, to be made, or gone
 * @param trail what earlier rows did to it
 */
public record KnownGroup(long ref, @Nullable UUID portalId, String name, @Nullable UUID manager, boolean ldap,
		KnownGroupState state, Trail trail) {

	/**
	 * Its manager after a change: who is taken out of a group does not manage it any
	 * longer.
	 */
	public @Nullable UUID managerAfter(PlannedRequest.Change change) {
		if (change.manager() != null) {
			return change.manager();
		}
		return (this.manager != null && change.removes().contains(this.manager)) ? null : this.manager;
	}

	/**
	 * What earlier rows of the file did to a group.
	 *
	 * @param byRow the row that made or deleted it
	 * @param lastRequest the last request of its lane, behind which the next one waits
	 * @param namedBy the request that gave it its present name, when that was a rename
	 * @param claims which rows have said how it shall be
	 */
	public record Trail(@Nullable Long byRow, @Nullable Long lastRequest, @Nullable Long namedBy, Claims claims) {

		/** No row has touched it yet. */
		public static final Trail NONE = new Trail(null, null, null);

		public Trail(@Nullable Long byRow, @Nullable Long lastRequest, @Nullable Long namedBy) {
			this(byRow, lastRequest, namedBy, Claims.NONE);
		}

	}

	/**
	 * Which rows of those that say how a group shall be, and not what to do with it next,
	 * have spoken. A later one must not say otherwise, whatever other rows have done to
	 * the group in between.
	 *
	 * @param manager the manager asked for, null: none was
	 * @param name the name asked for, null: none was
	 */
	public record Claims(@Nullable Claim<UUID> manager, @Nullable Claim<String> name) {

		/** Nobody has. */
		public static final Claims NONE = new Claims(null, null);

	}

	/**
	 * What a row has asked for.
	 *
	 * @param row the row
	 * @param asked what it asked for
	 */
	public record Claim<T>(long row, T asked) {

		/** A claim of that row; null when it asks for nothing. */
		public static <T> @Nullable Claim<T> of(@Nullable Long row, @Nullable T asked) {
			return (row != null && asked != null) ? new Claim<>(row, asked) : null;
		}

	}

}
