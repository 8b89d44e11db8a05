package io.groupbatch.journal.plan;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A group at the point of the file that the plan has reached.
 *
 * @param ref the journal's own number of it, there before the portal gives an id
 * @param portalId null until the portal has made it
 * @param name the name it has at that point
 * @param manager its manager at that point, null when it has none or it is not known
 * @param ldap whether a directory owns it
 * @param state found, to be made, or gone
 * @param trail what earlier rows did to it
 */
public record TrackedGroup(long ref, @Nullable UUID portalId, String name, @Nullable UUID manager, boolean ldap,
		TrackedGroupState state, Trail trail) {

	/**
	 * A group of the portal that no row has touched yet.
	 */
	public static TrackedGroup found(long ref, UUID portalId, String name, @Nullable UUID manager, boolean ldap) {
		return new TrackedGroup(ref, portalId, name, manager, ldap, TrackedGroupState.FOUND, Trail.NONE);
	}

	/**
	 * The same after a change: who is taken out of a group does not manage it any longer.
	 */
	public TrackedGroup after(PlannedRequest.Change change) {
		boolean left = this.manager != null && change.removes().contains(this.manager);
		UUID now = (change.manager() != null) ? change.manager() : left ? null : this.manager;
		return new TrackedGroup(this.ref, this.portalId, (change.name() != null) ? change.name() : this.name, now,
				this.ldap, this.state, this.trail);
	}

	/** The same, with this request as the last of its lane. */
	public TrackedGroup behind(long request) {
		return with(new Trail(this.trail.byRow, request, this.trail.namedBy, this.trail.claims));
	}

	/** The same, whose present name this request gives. */
	public TrackedGroup namedBy(long request) {
		return with(new Trail(this.trail.byRow, this.trail.lastRequest, request, this.trail.claims));
	}

	/** The same, with other claims. */
	public TrackedGroup with(Claims claims) {
		return with(new Trail(this.trail.byRow, this.trail.lastRequest, this.trail.namedBy, claims));
	}

	/** The same, deleted by a row. */
	public TrackedGroup gone(long row, long request) {
		return new TrackedGroup(this.ref, this.portalId, this.name, this.manager, this.ldap, TrackedGroupState.GONE,
				new Trail(row, request, this.trail.namedBy, this.trail.claims));
	}

	private TrackedGroup with(Trail other) {
		return new TrackedGroup(this.ref, this.portalId, this.name, this.manager, this.ldap, this.state, other);
	}

	/**
	 * What earlier rows of the file did to a group.
	 *
	 * @param byRow the row that made or deleted it
	 * @param lastRequest the last request of its lane, behind which the next one waits
	 * @param namedBy the request that gave it its present name, when that was a rename
	 * @param claims which rows have said how it must be
	 */
	public record Trail(@Nullable Long byRow, @Nullable Long lastRequest, @Nullable Long namedBy, Claims claims) {

		/** No row has touched it yet. */
		public static final Trail NONE = new Trail(null, null, null);

		public Trail(@Nullable Long byRow, @Nullable Long lastRequest, @Nullable Long namedBy) {
			this(byRow, lastRequest, namedBy, Claims.NONE);
		}

	}

	/**
	 * Which rows of those that say how a group must be, and not what to do with it next,
	 * have spoken. A later one must not say otherwise, whatever other rows have done to
	 * the group in between.
	 *
	 * @param manager the manager asked for, null: none was
	 * @param name the name asked for, null: none was
	 */
	public record Claims(@Nullable Claim<UUID> manager, @Nullable Claim<String> name) {

		/** Nobody has. */
		public static final Claims NONE = new Claims(null, null);

		/** With those of one more row; what an earlier row has claimed stays. */
		public Claims and(@Nullable Claim<UUID> otherManager, @Nullable Claim<String> otherName) {
			return new Claims((this.manager != null) ? this.manager : otherManager,
					(this.name != null) ? this.name : otherName);
		}

		/** Without those for the manager, the name, or both. */
		public Claims without(boolean ofManager, boolean ofName) {
			return new Claims(ofManager ? null : this.manager, ofName ? null : this.name);
		}

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
