package io.groupbatch.importjob.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.Groups;
import io.groupbatch.journal.PlannedRequest;
import io.groupbatch.journal.Requests;

/**
 * The requests of some groups as the rows planned so far need them, and whom these leave
 * in the groups. Loaded for a chunk of rows, saved with it. For one thread.
 */
final class LanesSoFar {

	private final Requests store;

	private final Map<Long, PlannedRequest> requests = new LinkedHashMap<>();

	private final Map<Long, Membership> members = new HashMap<>();

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

	void save(long run) {
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
