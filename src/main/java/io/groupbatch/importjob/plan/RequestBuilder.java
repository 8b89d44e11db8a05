package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.groupbatch.importjob.plan.state.GroupRequestState;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.RequestType;

import org.jspecify.annotations.Nullable;

/**
 * Turns what a row wants of a group into requests: it joins the last one of the lane
 * where that undoes nothing (docs/architecture.md, "Folding"), else it gets as many of
 * its own as its people need, each behind the one before.
 */
final class RequestBuilder {

	private final GroupRequestState lanes;

	private final boolean fold;

	RequestBuilder(GroupRequestState lanes, boolean fold) {
		this.lanes = lanes;
		this.fold = fold;
	}

	/**
	 * Changes a group for one row.
	 * @param held what the row wants in addition, and what holds already
	 * @param ties of the first request
	 * @return the numbers of its requests, in order; never empty
	 */
	List<Long> change(long groupRef, Change change, Change held, Ties ties) {
		Long last = ties.behind();
		if (last != null && this.fold && this.lanes.isKnown(last) && joins(this.lanes.request(last), change, ties)) {
			PlannedRequest open = this.lanes.request(last);
			this.lanes.put(open.with(open.change().and(change)));
			this.lanes.hold(last, held);
			return List.of(last);
		}
		List<Long> ids = add(RequestType.UPDATE, groupRef, change, ties);
		hold(ids.get(ids.size() - 1), held);
		return ids;
	}

	/** A request decides a row of which this holds already: it must stay so. */
	void hold(long id, Change held) {
		if (this.lanes.isKnown(id)) {
			this.lanes.hold(id, held);
		}
	}

	/** As {@link #hold}, and nobody else must be in the group after that request. */
	void showOnly(long id, Change held, @Nullable List<UUID> people) {
		if (this.lanes.isKnown(id)) {
			hold(id, held);
			PlannedRequest request = this.lanes.request(id);
			this.lanes.put(request.with(request.change().showingOnly(people)));
		}
	}

	/**
	 * Adds requests for one row.
	 * @param verb of the first; further ones are updates
	 * @param ties of the first
	 * @return their numbers, in order; never empty
	 */
	List<Long> add(RequestType verb, long groupRef, Change change, Ties ties) {
		List<Change> parts = parts(change);
		long first = this.lanes.takeId();
		List<Long> ids = new ArrayList<>(List.of(first));
		while (ids.size() < parts.size()) {
			ids.add(this.lanes.takeId());
		}
		long last = ids.get(ids.size() - 1);
		this.lanes.put(new PlannedRequest(first, verb, groupRef, parts.get(0), ties, last));
		for (int i = 1; i < parts.size(); i++) {
			this.lanes.put(new PlannedRequest(ids.get(i), RequestType.UPDATE, groupRef, parts.get(i),
					new Ties(ids.get(i - 1), null, null), last));
		}
		return ids;
	}

	/**
	 * No row undoes or overrides what an earlier row of the same request wants, whether
	 * it is sent, holds already or is sent by an earlier request of that row, because the
	 * row is judged by what the last one shows; and none waits for what another one can
	 * do without. Who says that nobody else is there, stays alone.
	 */
	private boolean joins(PlannedRequest open, Change change, Ties ties) {
		boolean makes = open.verb() == RequestType.CREATE;
		boolean alone = open.change().exact() != null || change.exact() != null;
		boolean takes = makes ? change.name() == null && change.removes().isEmpty() : open.verb() == RequestType.UPDATE;
		boolean fits = open.change().people() + change.people() <= Change.MOST_MEMBERS;
		boolean sameTies = makes || Objects.equals(ties.needs(), open.id())
				|| (Objects.equals(ties.needs(), open.ties().needs())
						&& Objects.equals(ties.nameFrom(), open.ties().nameFrom()));
		return !alone && takes && fits && sameTies && this.lanes.leavesAlone(open.id(), change);
	}

	private static List<Change> parts(Change change) {
		List<Change> parts = new ArrayList<>();
		int adds = change.adds().size();
		for (int from = 0; from == 0 || from < change.people(); from += Change.MOST_MEMBERS) {
			int to = from + Change.MOST_MEMBERS;
			parts.add(new Change((from == 0) ? change.name() : null, (from == 0) ? change.manager() : null,
					part(change.adds(), from, to), part(change.removes(), from - adds, to - adds),
					(to >= change.people()) ? change.exact() : null));
		}
		return parts;
	}

	private static List<UUID> part(List<UUID> people, int from, int to) {
		int first = Math.max(0, Math.min(from, people.size()));
		return people.subList(first, Math.max(first, Math.min(to, people.size())));
	}

}
