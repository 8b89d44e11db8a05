package io.groupbatch.importjob.plan.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestType;

import org.jspecify.annotations.Nullable;

/**
 * Who is in a group at the point of the file that the plan has reached, and through which
 * request. What no request touches is as the portal showed it. For one thread.
 */
public final class Membership {

	private final InitialMembers found;

	private final Map<UUID, Touch> touched = new HashMap<>();

	private @Nullable Long madeBy;

	private @Nullable Long managedBy;

	private @Nullable Long movedBy;

	/**
	 * Before any request.
	 * @param found who the portal showed
	 */
	Membership(InitialMembers found) {
		this.found = found;
	}

	/** Finds out about people whom it will be asked for, all at once. */
	public void ask(Collection<UUID> people) {
		this.found.ask(people);
	}

	/**
	 * What a request does; the last one counts, and the same one may be told again.
	 * @param taking whether it moves people into this group
	 */
	void apply(PlannedRequest request, boolean taking) {
		if (request.verb().isMove()) {
			move(request, taking);
		}
		else {
			apply(request.id(), request);
		}
	}

	/** Whom a move will find is only foretold. */
	private void move(PlannedRequest request, boolean taking) {
		if (request.verb() != RequestType.MOVE_SOME) {
			this.movedBy = later(this.movedBy, request.id());
		}
		List<UUID> people = taking ? request.change().adds() : request.change().removes();
		people.forEach((person) -> touch(person, new Touch(taking, request.id(), true)));
	}

	private void apply(long id, PlannedRequest request) {
		Change change = request.change();
		if (request.verb() == RequestType.CREATE) {
			this.madeBy = id;
		}
		if (change.manager() != null) {
			this.managedBy = later(this.managedBy, id);
			touch(change.manager(), true, id);
		}
		change.adds().forEach((person) -> touch(person, true, id));
		change.removes().forEach((person) -> touch(person, false, id));
	}

	/** Whether the person is in the group at this point of the file. */
	public boolean has(UUID person) {
		Touch touch = this.touched.get(person);
		return (touch != null) ? touch.present() : this.found.has(person);
	}

	/**
	 * Whether it is not certain that a person is in it or not, because people were moved.
	 */
	public boolean isUnsure(UUID person) {
		Touch touch = this.touched.get(person);
		return (touch != null && touch.moved())
				|| (this.movedBy != null && (touch == null || touch.by() <= this.movedBy));
	}

	/** Whether no request has touched it. */
	public boolean isAsFound() {
		return this.touched.isEmpty() && this.madeBy == null && this.movedBy == null;
	}

	/** Whoever is in it, or was before a request took them out. */
	public Set<UUID> everybody() {
		Set<UUID> everybody = new HashSet<>(this.found.all());
		everybody.addAll(this.touched.keySet());
		return everybody;
	}

	/** Whoever is in it. */
	public Set<UUID> members() {
		Set<UUID> members = new HashSet<>(this.found.all());
		this.touched.forEach((person, touch) -> {
			if (touch.present()) {
				members.add(person);
			}
			else {
				members.remove(person);
			}
		});
		return members;
	}

	/**
	 * The request through which a person is in it or not; null: as the portal showed it.
	 */
	public @Nullable Long by(UUID person) {
		Touch touch = this.touched.get(person);
		return (touch != null) ? (Long) touch.by() : this.madeBy;
	}

	/** The request that made the group; null when the portal showed it. */
	@Nullable Long madeBy() {
		return this.madeBy;
	}

	/**
	 * The request through which it has its manager; null: as the portal showed it.
	 */
	@Nullable Long managedBy() {
		return (this.managedBy != null) ? this.managedBy : this.madeBy;
	}

	private void touch(UUID person, boolean present, long by) {
		touch(person, new Touch(present, by, false));
	}

	private void touch(UUID person, Touch touch) {
		Touch before = this.touched.get(person);
		if (before == null || before.by() <= touch.by()) {
			this.touched.put(person, touch);
		}
	}

	private static Long later(@Nullable Long one, long other) {
		return (one != null && one > other) ? one : (Long) other;
	}

	private record Touch(boolean present, long by, boolean moved) {
	}

}
