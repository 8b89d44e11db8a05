package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.importjob.plan.state.ChangedEntries;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.journal.plan.DeletePrerequisites;
import io.groupbatch.journal.plan.DeletePrerequisites.Joiner;
import io.groupbatch.journal.plan.DeletePrerequisites.Unfinished;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.row.BlockReason;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a delete may be sent, by the rows of the file before it: those that
 * take people out of the group, and those that put its people into another group. A
 * delete is not sent when one of them certainly leaves a person behind; else the requests
 * of other groups that it needs are recorded. (The requests of its own group come before
 * it in any case.) Loaded for a chunk of rows, saved with it. For one thread.
 */
final class DeletePlanner {

	private static final int MOST_NAMED = 20;

	private final long run;

	private final DeletePrerequisites store;

	private final long lastDelete;

	private final ChangedEntries<Long, Unfinished> unfinished = new ChangedEntries<>();

	private final List<Joiner> joiners = new ArrayList<>();

	private final Map<Long, Set<Long>> needs = new LinkedHashMap<>();

	private final Set<Long> skipped = new LinkedHashSet<>();

	/**
	 * Begins with what earlier chunks have left.
	 * @param lastDelete the last row of the file that deletes a group
	 * @param refs the groups of this chunk
	 */
	DeletePlanner(long run, DeletePrerequisites store, long lastDelete, Collection<Long> refs) {
		this.run = run;
		this.store = store;
		this.lastDelete = lastDelete;
		store.unfinished(refs).forEach(this.unfinished::load);
	}

	/** Whether a delete follows the row. */
	boolean matters(long row) {
		return row < this.lastDelete;
	}

	/**
	 * Learns what was decided for a row.
	 * @param groups those that the row may be about
	 * @param named everybody whom it names
	 */
	void planned(@Nullable Operation operation, PlannedRow row, Set<Long> groups, Set<UUID> named) {
		boolean takesOut = operation == null || takesOut(operation);
		if (takesOut && !isWhole(row)) {
			String people = (operation == Operation.MOVE_MEMBERS && row.outcome().status() != RowStatus.INVALID)
					? told(row.leftOut()) : null;
			groups.forEach((ref) -> leave(new Unfinished(ref, row.number(), true, people, null)));
		}
		if (matters(row.number()) && (operation == null || putsIn(operation))) {
			join(row, (groups.size() == 1) ? groups.iterator().next() : null, named);
		}
	}

	private void join(PlannedRow row, @Nullable Long group, Set<UUID> named) {
		Set<UUID> put = new LinkedHashSet<>(row.wish().members());
		if (row.wish().manager() != null) {
			put.add(row.wish().manager());
		}
		boolean whole = row.outcome().status() == RowStatus.UNCHANGED && row.outcome().code() != Code.EXISTING_SKIPPED;
		boolean done = row.lastRequest() != null || whole
				|| (row.outcome().status() == RowStatus.PARTIAL && !row.leftOut().isEmpty());
		for (UUID person : named) {
			if (!done || !put.contains(person)) {
				this.joiners.add(new Joiner(person, row.number(), group, null));
			}
			else if (row.lastRequest() != null) {
				this.joiners.add(new Joiner(person, row.number(), group, row.lastRequest()));
			}
		}
	}

	/**
	 * Why a group is not deleted; null when the delete may be sent once what it needs is
	 * done.
	 * @param row the row that deletes it
	 * @param request the delete
	 * @param people who is or was in the group
	 */
	@Nullable BlockReason held(long row, long ref, long request, Set<UUID> people) {
		Unfinished before = this.unfinished.find(ref);
		Set<Long> requests = new LinkedHashSet<>();
		if (before == null) {
			saveJoiners();
			for (Joiner joiner : this.store.joiners(this.run, people, ref)) {
				if (joiner.request() == null) {
					before = new Unfinished(ref, joiner.row(), false, null, null);
					break;
				}
				requests.add(joiner.request());
			}
		}
		if (before != null) {
			this.unfinished.put(ref, before.holding(row));
			this.skipped.add(request);
			return before.blocker();
		}
		if (!requests.isEmpty()) {
			this.needs.put(request, requests);
		}
		return null;
	}

	void save() {
		saveJoiners();
		this.store.put(this.run, this.unfinished.addedOrUpdated());
		this.store.needs(this.needs);
		this.store.skip(this.skipped);
	}

	private void saveJoiners() {
		this.store.addJoiners(this.run, this.joiners);
		this.joiners.clear();
	}

	/** The first row counts. */
	private void leave(Unfinished row) {
		if (this.unfinished.find(row.groupRef()) == null) {
			this.unfinished.put(row.groupRef(), row);
		}
	}

	/** Whether nothing is known yet that keeps the row from being done for everybody. */
	private static boolean isWhole(PlannedRow row) {
		RowResult outcome = row.outcome();
		return row.leftOut().isEmpty()
				&& (outcome.status() == RowStatus.NOT_SENT || outcome.status() == RowStatus.UNCHANGED);
	}

	private static boolean takesOut(Operation operation) {
		return operation == Operation.MOVE_MEMBERS || operation == Operation.REMOVE_MEMBERS
				|| operation == Operation.SET_MEMBERS;
	}

	private static boolean putsIn(Operation operation) {
		return switch (operation) {
			case CREATE, UPSERT, UPDATE, ADD_MEMBERS, REMOVE_MEMBERS, SET_MEMBERS -> true;
			case GET, DELETE, MOVE_MEMBERS, REMOVE_EVERYWHERE -> false;
		};
	}

	private static @Nullable String told(List<OmittedPerson> people) {
		return people.isEmpty() ? null
				: people.stream().limit(MOST_NAMED).map(RowMessages::of).collect(Collectors.joining(", "))
						+ ((people.size() > MOST_NAMED) ? " and others" : "");
	}

}
