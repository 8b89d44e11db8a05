package io.groupbatch.journal.report;

import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.row.RowStatus;

/**
 * A group that rows are about, after all of them.
 *
 * @param group the group as the portal last showed it or else as planned, with the people
 * who are in it as far as that was seen
 * @param wish what the rows wanted
 * @param status the gravest of its rows ({@link RowStatus#gravestFirst})
 * @param deleted whether the last of its rows has deleted it: then nobody is in it
 */
public record GroupResult(GroupState group, Wish wish, RowStatus status, boolean deleted) {

	/** Whether everything that was wanted of it holds. */
	public boolean isComplete() {
		return this.status == RowStatus.SUCCEEDED || this.status == RowStatus.UNCHANGED;
	}

	/**
	 * Whom the rows wanted to be members, the manager among them, when all of them are
	 * taken together.
	 *
	 * @param members those found on the portal
	 * @param missing those of them who are not in the group, as far as was seen
	 * @param leftOut others, as they stand in the file, who could not be matched or added
	 */
	public record Wish(List<UUID> members, List<UUID> missing, List<String> leftOut) {

		/** How many people were wanted. */
		public int wanted() {
			return this.members.size() + this.leftOut.size();
		}

		/** How many of them are there. */
		public int present() {
			return this.members.size() - this.missing.size();
		}

	}

}
