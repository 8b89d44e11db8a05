package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.groupbatch.journal.PlannedRequest;
import io.groupbatch.journal.PlannedRequest.Change;
import io.groupbatch.journal.PlannedRequest.Ties;
import io.groupbatch.journal.Verb;

import org.jspecify.annotations.Nullable;

/**
 * Turns what a row wants of a group into requests: as many as its people need, each
 * behind the one before.
 */
final class Drafts {

	private final PlanSoFar plan;

	Drafts(PlanSoFar plan) {
		this.plan = plan;
	}

	/**
	 * Adds the requests for one row.
	 * @param verb of the first; further ones are updates
	 * @param ties of the first
	 * @return their numbers, in order; never empty
	 */
	List<Long> add(Verb verb, long groupRef, Change change, Ties ties) {
		List<Change> parts = parts(change, Change.MOST_MEMBERS);
		List<Long> ids = new ArrayList<>();
		Ties next = ties;
		for (Change part : parts) {
			long id = this.plan.takeRequestId();
			Verb own = ids.isEmpty() ? verb : Verb.UPDATE;
			this.plan.put(new PlannedRequest(id, own, groupRef, part, next, id));
			next = new Ties(id, null, null);
			ids.add(id);
		}
		judgeByLast(ids);
		return ids;
	}

	/**
	 * Adds people to the group that an earlier row makes: into that row's request as far
	 * as there is room, then into further ones.
	 * @param last the last request of the group's lane
	 */
	List<Long> join(long last, @Nullable UUID manager, List<UUID> people) {
		PlannedRequest open = this.plan.request(last);
		boolean makes = open.verb() == Verb.CREATE;
		if (open.verb() == Verb.GET || !open.change().removes().isEmpty() || (!makes && manager != null)) {
			return add(Verb.UPDATE, open.groupRef(), new Change(null, manager, people, List.of()),
					new Ties(last, null, null));
		}
		List<UUID> all = new ArrayList<>(open.change().adds());
		List<UUID> fresh = people.stream().filter((person) -> !all.contains(person)).toList();
		int room = Math.min(fresh.size(), Change.MOST_MEMBERS - all.size());
		all.addAll(fresh.subList(0, room));
		UUID manages = (manager != null) ? manager : open.change().manager();
		this.plan.put(new PlannedRequest(last, open.verb(), open.groupRef(),
				new Change(open.change().name(), manages, all, List.of()), open.ties(), last));
		List<Long> ids = new ArrayList<>(List.of(last));
		if (room < fresh.size()) {
			ids.addAll(add(Verb.UPDATE, open.groupRef(),
					new Change(null, null, fresh.subList(room, fresh.size()), List.of()), new Ties(last, null, null)));
			judgeByLast(ids);
		}
		return ids;
	}

	private void judgeByLast(List<Long> ids) {
		long last = ids.get(ids.size() - 1);
		for (long id : ids.subList(0, ids.size() - 1)) {
			PlannedRequest request = this.plan.request(id);
			this.plan.put(
					new PlannedRequest(id, request.verb(), request.groupRef(), request.change(), request.ties(), last));
		}
	}

	private static List<Change> parts(Change change, int most) {
		List<Change> parts = new ArrayList<>();
		parts.add(new Change(change.name(), change.manager(), part(change.adds(), 0, most),
				part(change.removes(), 0, most)));
		for (int from = most; from < Math.max(change.adds().size(), change.removes().size()); from += most) {
			parts.add(new Change(null, null, part(change.adds(), from, most), part(change.removes(), from, most)));
		}
		return parts;
	}

	private static List<UUID> part(List<UUID> people, int from, int most) {
		return people.subList(Math.min(from, people.size()), Math.min(from + most, people.size()));
	}

}
