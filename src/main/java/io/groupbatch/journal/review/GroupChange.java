package io.groupbatch.journal.review;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.RequestType;

import org.jspecify.annotations.Nullable;

/**
 * What all planned requests of one group come to.
 *
 * @param before the group as the portal showed it; null when the run makes it
 * @param name what it is called then
 * @param manager who manages it then, null: nobody
 * @param gone whether it is deleted then
 * @param added who is in it then, and was not before
 * @param removed who was in it before, and is not then; nobody of a group that is deleted
 * @param requests what is sent for it, in order; moves into it are not counted
 */
public record GroupChange(@Nullable Before before, String name, @Nullable UUID manager, boolean gone, Set<UUID> added,
		Set<UUID> removed, List<PlannedRequest> requests) {

	public GroupChange {
		added = Set.copyOf(added);
		removed = Set.copyOf(removed);
		requests = List.copyOf(requests);
	}

	/**
	 * A group as the portal showed it before the run.
	 *
	 * @param portalId its id
	 * @param name its name
	 * @param manager its manager, null: nobody
	 * @param members how many people were in it, disabled ones among them
	 */
	public record Before(UUID portalId, String name, @Nullable UUID manager, int members) {
	}

	/**
	 * Goes through requests, moves into the group among them.
	 * @param before null when the first of them makes the group
	 * @param present those of the people in the requests who were in the group
	 */
	static GroupChange of(long ref, @Nullable Before before, Set<UUID> present, List<PlannedRequest> requests) {
		String name = (before != null) ? before.name() : "";
		UUID manager = (before != null) ? before.manager() : null;
		boolean gone = false;
		Set<UUID> members = new HashSet<>(present);
		for (PlannedRequest request : requests) {
			PlannedRequest.Change change = part(ref, request);
			name = (change.name() != null) ? change.name() : name;
			manager = (change.manager() != null) ? change.manager() : manager;
			boolean leaves = manager != null && change.removes().contains(manager);
			manager = leaves ? null : manager;
			change.removes().forEach(members::remove);
			members.addAll(joining(change));
			gone = gone || request.verb() == RequestType.DELETE;
		}
		List<PlannedRequest> own = requests.stream().filter((request) -> request.groupRef() == ref).toList();
		return new GroupChange(before, name, manager, gone, minus(members, present),
				gone ? Set.of() : minus(present, members), own);
	}

	/** Whether the run makes the group. */
	public boolean isCreate() {
		return this.before == null;
	}

	/** Whether a group that was there is deleted. */
	public boolean isDelete() {
		return this.before != null && this.gone;
	}

	/** Whether a group that was there and stays gets another name. */
	public boolean isRename() {
		return this.before != null && !this.gone && !this.before.name().equals(this.name);
	}

	/** Whether a group that was there and stays gets another manager. */
	public boolean isNewManager() {
		return this.before != null && !this.gone && !Objects.equals(this.before.manager(), this.manager);
	}

	/** Whether a group that was there and stays is another one then. */
	public boolean isChange() {
		return this.before != null && !this.gone
				&& (isRename() || isNewManager() || !this.added.isEmpty() || !this.removed.isEmpty());
	}

	/** Everybody whom a request names: a manager joins the group as well. */
	static Set<UUID> people(List<PlannedRequest> requests) {
		Set<UUID> people = new HashSet<>();
		for (PlannedRequest request : requests) {
			people.addAll(joining(request.change()));
			people.addAll(request.change().removes());
		}
		return people;
	}

	/** What a request does to one of its groups. */
	private static PlannedRequest.Change part(long ref, PlannedRequest request) {
		PlannedRequest.Change change = request.change();
		if (!request.verb().isMove()) {
			return change;
		}
		return (request.groupRef() == ref) ? new PlannedRequest.Change(null, null, List.of(), change.removes())
				: new PlannedRequest.Change(null, null, change.adds(), List.of());
	}

	private static Set<UUID> joining(PlannedRequest.Change change) {
		Set<UUID> people = new HashSet<>(change.adds());
		if (change.manager() != null) {
			people.add(change.manager());
		}
		return people;
	}

	private static Set<UUID> minus(Set<UUID> people, Set<UUID> others) {
		return people.stream().filter((person) -> !others.contains(person)).collect(Collectors.toSet());
	}

}
