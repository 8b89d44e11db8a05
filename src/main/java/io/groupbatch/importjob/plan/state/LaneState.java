package io.groupbatch.importjob.plan.state;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.Requests;

/**
 * The requests of some groups as the rows planned so far need them, and whom these leave
 * in the groups. A group is loaded when a row needs it, and with it those that the next
 * rows are about. For one thread.
 */
public final class LaneState {

	/** How many groups are loaded at once. */
	private static final int BATCH = 20;

	private final Groups groups;

	private final Requests store;

	/** The people whom the rows name, by the group. */
	private final Map<Long, Set<UUID>> named;

	private final Queue<Long> next;

	private final long mostPeople;

	private final ChangedEntries<Long, PlannedRequest> requests = new ChangedEntries<>();

	private final Map<Long, Membership> members = new HashMap<>();

	/** What rows want besides that holds already, of the requests that were asked. */
	private final Map<Long, MembershipChanges> held = new HashMap<>();

	/** The requests that rows have made to hold more. */
	private final Set<Long> holding = new HashSet<>();

	private final Map<Long, MembershipChanges> partsBefore = new HashMap<>();

	private long nextId;

	/**
	 * Begins with nothing loaded.
	 * @param named the people whom the rows name, by the group, in the order of the rows
	 * @param mostPeople when more people than that are in memory, only what a row needs
	 * is loaded
	 */
	LaneState(Groups groups, Requests store, Map<Long, Set<UUID>> named, long mostPeople) {
		this.groups = groups;
		this.store = store;
		this.named = named;
		this.next = new ArrayDeque<>(named.keySet());
		this.mostPeople = mostPeople;
		this.nextId = store.nextId();
	}

	/**
	 * Whether a row about these groups may be planned with what is in memory: they are
	 * loaded, or there is room for them.
	 */
	boolean mayHold(Collection<Long> refs) {
		return this.members.keySet().containsAll(refs) || !isFull();
	}

	public Membership members(long ref) {
		Membership known = this.members.get(ref);
		return (known != null) ? known : load(ref);
	}

	/** Whether rows may still join that request: it does not just read. */
	public boolean isKnown(long id) {
		return this.requests.find(id) != null;
	}

	/** The group that a request is about, if there is such a request. */
	List<Long> groupOf(long id) {
		return isKnown(id) ? List.of(request(id).groupRef())
				: this.store.get(List.of(id)).stream().map(PlannedRequest::groupRef).toList();
	}

	public PlannedRequest request(long id) {
		return this.requests.get(id);
	}

	public long takeId() {
		return this.nextId++;
	}

	public void put(PlannedRequest request) {
		if (request.verb() == RequestType.CREATE) {
			this.members.computeIfAbsent(request.groupRef(), (ref) -> new Membership(Membership.Found.NOBODY));
		}
		members(request.groupRef());
		this.requests.put(request.id(), request);
		apply(request);
	}

	/** A request decides a row of which this holds already: it must stay so. */
	public void hold(long id, Change wanted) {
		if (held(id).add(wanted)) {
			this.holding.add(id);
		}
	}

	/**
	 * Whether a change leaves alone what the rows of a request want: what it sends, what
	 * holds already, and what the requests before it send for the row that it ends.
	 */
	public boolean leavesAlone(long id, Change change) {
		MembershipChanges sent = new MembershipChanges();
		sent.add(request(id).change());
		return sent.allows(change) && held(id).allows(change)
				&& this.partsBefore.computeIfAbsent(id, this::partsBefore).allows(change);
	}

	private MembershipChanges held(long id) {
		return this.held.computeIfAbsent(id, (key) -> {
			MembershipChanges wants = new MembershipChanges();
			wants.add(request(key).held());
			return wants;
		});
	}

	/** The requests of one row have consecutive numbers. */
	private MembershipChanges partsBefore(long last) {
		MembershipChanges wants = new MembershipChanges();
		PlannedRequest part = this.requests.find(last - 1);
		while (part != null && part.judgedBy() == last) {
			wants.add(part.change());
			part = this.requests.find(part.id() - 1);
		}
		return wants;
	}

	void save(long run) {
		this.holding.forEach((id) -> this.requests.put(id, request(id).holding(held(id).all())));
		this.store.add(run, this.requests.added());
		this.store.update(this.requests.updated());
	}

	private Membership load(long ref) {
		Map<Long, Set<UUID>> batch = new HashMap<>();
		batch.put(ref, this.named.getOrDefault(ref, Set.of()));
		while (batch.size() < BATCH && !this.next.isEmpty() && !isFull()) {
			long other = this.next.remove();
			if (!this.members.containsKey(other)) {
				batch.put(other, this.named.getOrDefault(other, Set.of()));
			}
		}
		Map<Long, Set<UUID>> present = this.groups.present(batch);
		batch.forEach((group, people) -> {
			Membership membership = new Membership(new FoundInJournal(this.groups, group));
			membership.learn(people, present.getOrDefault(group, Set.of()));
			this.members.put(group, membership);
		});
		for (PlannedRequest request : this.store.ofGroups(batch.keySet())) {
			if (!isKnown(request.id())) {
				this.requests.load(request.id(), request);
			}
			apply(request(request.id()));
		}
		return members(ref);
	}

	private void apply(PlannedRequest request) {
		Membership own = this.members.get(request.groupRef());
		if (own != null) {
			own.apply(request, false);
		}
		Membership target = (request.targetRef() != null) ? this.members.get(request.targetRef()) : null;
		if (target != null) {
			target.apply(request, true);
		}
	}

	private boolean isFull() {
		return people() > this.mostPeople;
	}

	/** How many people are in memory, each as often as something is known of them. */
	private long people() {
		return this.members.values().stream().mapToLong(Membership::size).sum()
				+ this.requests.all().stream().mapToLong(LaneState::people).sum();
	}

	private static long people(PlannedRequest request) {
		List<UUID> exact = request.change().exact();
		return (long) request.change().people() + request.held().people() + ((exact != null) ? exact.size() : 0);
	}

	/** Who was in a group when the portal was read. */
	private record FoundInJournal(Groups groups, long ref) implements Membership.Found {

		@Override
		public Set<UUID> of(Collection<UUID> people) {
			return this.groups.present(Map.of(this.ref, people)).getOrDefault(this.ref, Set.of());
		}

		@Override
		public Set<UUID> all() {
			return this.groups.members(List.of(this.ref)).getOrDefault(this.ref, Set.of());
		}

	}

}
