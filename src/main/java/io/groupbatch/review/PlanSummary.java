package io.groupbatch.review;

import java.util.List;

import io.groupbatch.journal.review.GroupChange;

/**
 * The totals of a plan: groups, people and requests.
 *
 * @param groups how many groups it is about
 * @param changes what it changes of groups that are there
 * @param load what it costs
 * @param first the first of the changed groups
 * @param invited the addresses of the people who are invited by mail
 * @param risks what is much of it, a sentence each
 * @param takesMuchAway whether any of that is about deletes or removals
 */
public record PlanSummary(Groups groups, Changes changes, Load load, List<GroupChange> first, List<String> invited,
		List<String> risks, boolean takesMuchAway) {

	public PlanSummary {
		first = List.copyOf(first);
		invited = List.copyOf(invited);
		risks = List.copyOf(risks);
	}

	/**
	 * Groups, each counted once.
	 *
	 * @param created how many are made
	 * @param newMembers how many people are in those
	 * @param changed how many of those that are there become others
	 * @param deleted how many of those that are there are deleted
	 * @param read how many are only read, or are written what they hold
	 */
	public record Groups(long created, long newMembers, long changed, long deleted, long read) {
	}

	/**
	 * Changes of groups that are there and stay.
	 *
	 * @param renames how many get another name
	 * @param managers how many get another manager
	 * @param added how many memberships are new
	 * @param removed how many are lost
	 */
	public record Changes(long renames, long managers, long added, long removed) {
	}

	/**
	 * What is sent when nothing fails.
	 *
	 * @param creates how many POST
	 * @param updates how many PUT
	 * @param deletes how many DELETE
	 * @param reads how many GET, those for people whom groups do not show among them
	 * @param longest how many of them at most are about one group, and so are sent one
	 * after another
	 */
	public record Load(long creates, long updates, long deletes, long reads, long longest) {

		/** All of them. */
		public long requests() {
			return this.creates + this.updates + this.deletes + this.reads;
		}

		/** Those that a portal may count by the day (portal contract 4). */
		public long counted() {
			return this.creates + this.updates;
		}

	}

	/** Whether anything becomes another than it is. */
	public boolean differs() {
		return this.groups.created + this.groups.changed + this.groups.deleted > 0;
	}

}
