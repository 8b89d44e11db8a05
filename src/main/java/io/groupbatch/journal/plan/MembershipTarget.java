package io.groupbatch.journal.plan;

import java.util.List;
import java.util.Locale;

import io.groupbatch.journal.row.StagedRow;

import org.jspecify.annotations.Nullable;

/**
 * What the {@code set-members} rows of one group come to: one wish for all of their
 * people.
 *
 * @param ref the group
 * @param firstRow the row at whose place the wish is sent
 * @param lastRow the last row that may belong to it
 * @param formerName what the group was called where the first row stands
 * @param closedBy the row that changes the group's people though other rows of the kind
 * follow; null when there is none
 * @param heldBy the row because of which nobody is removed; null when there is none
 * @param requests what is sent for it, in order; none when the portal holds it already
 */
public record MembershipTarget(long ref, long firstRow, long lastRow, String formerName, @Nullable Long closedBy,
		@Nullable Long heldBy, List<Long> requests) {

	public MembershipTarget {
		requests = List.copyOf(requests);
	}

	/**
	 * Whether a row was counted in, if it is about this group.
	 * @param name how it calls the group; null when by its id
	 * @param nameNow what the group is called where the row stands
	 */
	public boolean counts(long row, @Nullable String name, String nameNow) {
		boolean called = name == null || name.equals(nameNow) || name.equals(this.formerName);
		return this.firstRow <= row && row <= this.lastRow && called;
	}

	/**
	 * A row that may be about a group.
	 *
	 * @param key how it calls the group
	 * @param row which row
	 * @param kind what it is for the wish
	 */
	public record Mention(String key, long row, Kind kind) {

		/** A group's id, in whatever case. */
		public static String ofId(String id) {
			return "id:" + id.toLowerCase(Locale.ROOT);
		}

		/** A group's name. */
		public static String ofName(String name) {
			return "name:" + name;
		}

	}

	/** What a row is for a wish. */
	public enum Kind {

		/** A part of it. */
		SET,
		/** It changes the group's people in another way. */
		CHANGE,
		/** It may make a group. */
		MAKE,
		/** After it the name or id means another group. */
		END

	}

	/**
	 * A row that may be about a group, as it stands in the file.
	 *
	 * @param kind what it is for the wish
	 */
	public record Mentioned(Kind kind, StagedRow row) {
	}

}
