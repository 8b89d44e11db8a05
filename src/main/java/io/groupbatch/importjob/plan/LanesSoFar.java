package io.groupbatch.importjob.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.Groups;
import io.groupbatch.journal.PlannedRequest;
import io.groupbatch.journal.PlannedRequest.Change;
import io.groupbatch.journal.Requests;

/**
 * The requests of some groups as the rows planned so far need them, and whom these leave
 * in the groups. Loaded for a chunk of rows, saved with it. For one thread.
 */
final class LanesSoFar {

	private final Requests store;

	private final Map<Long, PlannedRequest> requests = new LinkedHashMap<>();

	private final Map<Long, Membership> members = new HashMap<>();

	/** What rows want besides that holds already, where it is more than was loaded. */
	private final Map<Long, Wants> held = new HashMap<>();

	private final Map<Long, Wants> partsBefore = new HashMap<>();

	private final Set<Long> loaded;

	private final Set<Long> changed = new HashSet<>();

	private long next;

	LanesSoFar(Groups groups, Requests store, Collection<Long> refs) {
		this.store = store;
		Map<Long, Set<UUID>> found = groups.members(refs);
		refs.forEach((ref) -> this.members.put(ref, new Membership(found.getOrDefault(ref, Set.of()))));
		store.ofGroups(refs).forEach(this::keep);
		this.loaded = Set.copyOf(this.requests.keySet());
		this.next = store.nextId();
	}

	Membership members(long ref) {
		return this.members.computeIfAbsent(ref, (key) -> new Membership(Set.of()));
	}

	/** Whether rows may still join that request: it does not just read. */
	boolean isKnown(long id) {
		return this.requests.containsKey(id);
	}

	/** The group that a request is about, if there is such a request. */
	List<Long> groupOf(long id) {
		return isKnown(id) ? List.of(request(id).groupRef())
				: this.store.get(List.of(id)).stream().map(PlannedRequest::groupRef).toList();
	}

	PlannedRequest request(long id) {
		return Objects.requireNonNull(this.requests.get(id));
	}

	long takeId() {
		return this.next++;
	}

	void put(PlannedRequest request) {
		keep(request);
		this.changed.add(request.id());
	}

	/** A request decides a row of which this holds already: it must stay so. */
	void hold(long id, Change wanted) {
		if (held(id).add(wanted)) {
			this.changed.add(id);
		}
	}

	/**
	 * Whether a change leaves alone what the rows of a request want: what it sends, what
	 * holds already, and what the requests before it send for the row that it ends.
	 */
	boolean leavesAlone(long id, Change change) {
		Wants sent = new Wants();
		sent.add(request(id).change());
		return sent.allows(change) && held(id).allows(change)
				&& this.partsBefore.computeIfAbsent(id, this::partsBefore).allows(change);
	}

	private Wants held(long id) {
		return this.held.computeIfAbsent(id, (key) -> {
			Wants wants = new Wants();
			wants.add(request(key).held());
			return wants;
		});
	}

	/** The requests of one row have consecutive numbers. */
	private Wants partsBefore(long last) {
		Wants wants = new Wants();
		PlannedRequest part = this.requests.get(last - 1);
		while (part != null && part.judgedBy() == last) {
			wants.add(part.change());
			part = this.requests.get(part.id() - 1);
		}
		return wants;
	}

	void save(long run) {
		this.held.forEach((id, wants) -> {
			if (this.changed.contains(id)) {
				this.requests.put(id, request(id).holding(wants.all()));
			}
		});
		this.store.add(run,
				this.requests.values().stream().filter((request) -> !this.loaded.contains(request.id())).toList());
		this.store.update(this.requests.values()
			.stream()
			.filter((request) -> this.loaded.contains(request.id()) && this.changed.contains(request.id()))
			.toList());
	}

	private void keep(PlannedRequest request) {
		this.requests.put(request.id(), request);
		members(request.groupRef()).apply(request, false);
		Long target = request.targetRef();
		if (target != null) {
			members(target).apply(request, true);
		}
	}

}
