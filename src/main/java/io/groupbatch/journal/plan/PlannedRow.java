package io.groupbatch.journal.plan;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.RowResult;

import org.jspecify.annotations.Nullable;

/**
 * What the plan decided for a row.
 *
 * @param number the row
 * @param outcome final when nothing will be sent for it, else open
 * @param group its group as the row finds it; null when it has none
 * @param wish what the portal's answer is compared with
 * @param lastRequest the request whose answer decides the row, null when none is sent
 * @param requests how many requests are made for it
 * @param leftOut people whom the row names and who are not in its wish
 */
public record PlannedRow(long number, RowResult outcome, @Nullable Subject group, Wish wish, @Nullable Long lastRequest,
		int requests, List<OmittedPerson> leftOut) {

	public PlannedRow {
		leftOut = List.copyOf(leftOut);
	}

	public PlannedRow(long number, RowResult outcome, @Nullable Subject group, Wish wish, @Nullable Long lastRequest,
			int requests) {
		this(number, outcome, group, wish, lastRequest, requests, List.of());
	}

	/**
	 * A group at the point of the file where a row is about it.
	 *
	 * @param ref the journal's number of it
	 * @param name what it is called there
	 */
	public record Subject(long ref, String name) {
	}

	/**
	 * What a row wants of its group.
	 *
	 * @param name the name it must have; null: leave it
	 * @param manager who must manage it; null: leave that
	 * @param members who must be in it, or out of it; in the order of the file
	 */
	public record Wish(@Nullable String name, @Nullable UUID manager, List<UUID> members) {

		/** Nothing in particular. */
		public static final Wish NONE = new Wish(null, null, List.of());

		public Wish {
			members = List.copyOf(members);
		}

		/** The same, with a name where it has none. */
		public Wish named(@Nullable String otherwise) {
			return new Wish((this.name != null) ? this.name : otherwise, this.manager, this.members);
		}

		/** Whether it leaves everything as it is. */
		public boolean isEmpty() {
			return this.name == null && this.manager == null && this.members.isEmpty();
		}

	}

	/**
	 * The same row without some of its people.
	 * @param judged its outcome then
	 */
	public PlannedRow without(List<OmittedPerson> people, RowResult judged) {
		return new PlannedRow(this.number, judged, this.group, this.wish, this.lastRequest, this.requests, people);
	}

	/** The same row, which wants nothing of some people. */
	public PlannedRow withoutPeople(Set<UUID> people) {
		UUID manager = this.wish.manager();
		Wish rest = new Wish(this.wish.name(), (manager != null && people.contains(manager)) ? null : manager,
				this.wish.members().stream().filter((person) -> !people.contains(person)).toList());
		return new PlannedRow(this.number, this.outcome, this.group, rest, this.lastRequest, this.requests,
				this.leftOut);
	}

	/**
	 * A row for which requests are sent, or that the request of an earlier row decides.
	 * @param requests their numbers, in order; the last one decides
	 */
	public static PlannedRow sent(long number, TrackedGroup group, Wish wish, List<Long> requests) {
		return new PlannedRow(number, RowResult.OPEN, new Subject(group.ref(), group.name()), wish,
				requests.get(requests.size() - 1), requests.size());
	}

	/**
	 * A row about a group for which nothing will be sent.
	 */
	public static PlannedRow unsent(long number, RowResult outcome, TrackedGroup group, Wish wish) {
		return new PlannedRow(number, outcome, new Subject(group.ref(), group.name()), wish, null, 0);
	}

	/**
	 * A row for which nothing will be sent.
	 */
	public static PlannedRow settled(long number, RowResult outcome) {
		return new PlannedRow(number, outcome, null, Wish.NONE, null, 0);
	}

}
