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
		GroupState state, Trail trail) {

	/**
	 * What earlier rows of the file did to a group.
	 *
	 * @param byRow the row that made or deleted it
	 * @param lastRequest the last request of its lane, behind which the next one waits
	 * @param namedBy the request that gave it its present name, when that was a rename
	 */
	public record Trail(@Nullable Long byRow, @Nullable Long lastRequest, @Nullable Long namedBy) {

		/** No row has touched it yet. */
		public static final Trail NONE = new Trail(null, null, null);

	}

}
