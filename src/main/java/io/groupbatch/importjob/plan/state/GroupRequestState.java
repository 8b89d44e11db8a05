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
public final class GroupRequestState {

	private final Groups groups;

	private final Requests store;

	/** Who was in the groups when the portal was read; nothing when they are many. */
	private final Map<Long, Set<UUID>> found = new HashMap<>();

	/** How many people the requests name that were there before, by the group. */
	private final Map<Long, Long> sizes;

	private final Queue<Long> next;

	private final long mostPeople;

	private final ChangedEntries<Long, PlannedRequest> requests = new ChangedEntries<>();

	private final Map<Long, Membership> members = new HashMap<>();

	/** What rows want in addition that holds already, of the requests that were asked. */
	private final Map<Long, MembershipChanges> held = new HashMap<>();

	/** The requests that rows have made to hold more. */
	private final Set<Long> holding = new HashSet<>();

	private final Map<Long, MembershipChanges> partsBefore = new HashMap<>();

	private long nextId;

	/** How many people the requests name that were loaded. */
	private long loaded;

	/** How many people the rows planned so far have added to the requests. */
	private long added;

	/**
	 * Begins with no request loaded.
	 * @param refs the groups that rows are about, in the order of the rows
	 * @param mostPeople how many people the requests in memory may name together before
	 * only what a row needs is loaded; and how many people all groups together may have
	 * to be read at once
	 */
	GroupRequestState(Groups groups, Requests store, Set<Long> refs, long mostPeople) {
		this.groups = groups;
		this.store = store;
		if (!groups.haveMoreMembers(refs, mostPeople)) {
			refs.forEach((ref) -> this.found.put(ref, Set.of()));
			this.found.putAll(groups.members(refs));
		}
		this.sizes = store.sizes(refs);
		this.next = new ArrayDeque<>(refs);
		this.mostPeople = mostPeople;
		this.nextId = store.nextId();
	}

	/**
	 * Whether a row about these groups may be planned with what is in memory: the rows
	 * before it have not added too much, and its groups are loaded, or there is room for
	 * them.
	 */
	boolean mayHold(Collection<Long> refs) {
		return this.added < this.mostPeople && (room() > 0 || this.members.keySet().containsAll(refs));
	}

	/** Who is in the group after the rows planned so far; loaded when first asked for. */
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

	/** The request with this id, which must be {@link #isKnown known}. */
	public PlannedRequest request(long id) {
		return this.requests.get(id);
	}

	/** The next free id of a request; each is given once. */
	public long takeId() {
		return this.nextId++;
	}

	/**
	 * Adds a request, or replaces the one with its id, and applies its change to the
	 * members.
	 */
	public void put(PlannedRequest request) {
		if (request.verb() == RequestType.CREATE) {
			this.members.computeIfAbsent(request.groupRef(), (ref) -> new Membership(InitialMembers.NOBODY));
		}
		members(request.groupRef());
		PlannedRequest before = this.requests.find(request.id());
		this.added += request.people() - ((before != null) ? before.people() : 0);
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

	/** With as many of the next groups as there is room for. */
	private Membership load(long ref) {
		Set<Long> batch = new HashSet<>(Set.of(ref));
		long room = room() - size(ref);
		while (!this.next.isEmpty() && size(this.next.element()) < room) {
			long other = this.next.remove();
			if (!this.members.containsKey(other) && batch.add(other)) {
				room -= size(other);
			}
		}
		batch.forEach((group) -> this.members.put(group, new Membership(found(group))));
		for (PlannedRequest request : this.store.ofGroups(batch)) {
			if (!isKnown(request.id())) {
				this.requests.load(request.id(), request);
				this.loaded += request.people();
			}
			apply(request(request.id()));
		}
		return members(ref);
	}

	private InitialMembers found(long ref) {
		Set<UUID> people = this.found.get(ref);
		return (people != null) ? new InitialMembers.Known(people) : new InitialMembers.InJournal(this.groups, ref);
	}

	private long size(long ref) {
		return this.sizes.getOrDefault(ref, 0L);
	}

	/** How many people more the requests in memory may name. */
	private long room() {
		return this.mostPeople - this.loaded - this.added;
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

}
