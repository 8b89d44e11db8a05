package io.groupbatch.importjob.send.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.PortalException;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.AnswerMeaning;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.payload.Group;

import org.jspecify.annotations.Nullable;

/**
 * Reads a group, or the groups of a name, until two readings agree. Changes nothing.
 * Thread-safe.
 */
public final class GroupObserver {

	private static final int MOST_LOOKS = 5;

	/** More groups of one name than that are not read one by one: a person decides. */
	private static final int MOST_CANDIDATES = 10;

	private final RequestExecutor courier;

	private final PortalAccess portal;

	public GroupObserver(RequestExecutor courier, PortalAccess portal) {
		this.courier = courier;
		this.portal = portal;
	}

	/**
	 * Looks at what a request in doubt may have done.
	 * @return null when sending stops first
	 */
	public @Nullable Observation at(SendableRequest ready) throws InterruptedException {
		UUID group = ready.group().id();
		if (group != null && ready.target() != null) {
			return both(group, Objects.requireNonNull(ready.target().id()));
		}
		return (group != null) ? at(group, ready.request().change())
				: named(Objects.requireNonNull(ready.request().change().name()), ready.request().change());
	}

	/**
	 * Looks until two looks agree, because a portal of several servers shows changes a
	 * little late (portal contract 9.11): one look alone may show what was there before
	 * the request, or before the one ahead of it.
	 * @return null when sending stops first, or the portal does not come to rest
	 */
	public @Nullable Observation steadily(SendableRequest ready) throws InterruptedException {
		Observation before = null;
		for (int i = 0; i < MOST_LOOKS; i++) {
			Observation look = at(ready);
			if (look == null || !look.isClear() || look.agrees(before)) {
				return look;
			}
			before = look;
			if (!this.courier.rest()) {
				return null;
			}
		}
		return null;
	}

	/**
	 * Looks at one group until two looks agree.
	 * @param first what the last look showed
	 * @return null when sending stops first, or the portal does not come to rest
	 */
	public @Nullable Observation steadily(UUID group, Observation first) throws InterruptedException {
		Observation before = first;
		for (int i = 0; i < MOST_LOOKS && before.isClear(); i++) {
			Observation look = this.courier.rest() ? at(group, Change.NONE) : null;
			if (look == null || look.agrees(before)) {
				return look;
			}
			before = look;
		}
		return before.isClear() ? null : before;
	}

	/**
	 * Looks at one group.
	 * @param wanted what the request wants of it
	 * @return null when sending stops first
	 */
	public @Nullable Observation at(UUID group, Change wanted) throws InterruptedException {
		RequestExecutor.Reply reply = this.courier.send(RequestType.GET, GroupRequest.get(group));
		if (reply == null) {
			return null;
		}
		Answer answer = reply.answer();
		return switch (reply.step()) {
			case COMPARE -> shown(Objects.requireNonNull(answer.group()), wanted);
			case REFUSED ->
				(answer.meaning() == AnswerMeaning.NOT_FOUND) ? Observation.nothing() : Observation.blind(answer);
			default -> Observation.blind(answer);
		};
	}

	/** Looks at the groups of a move; nothing is there when one of them is not. */
	private @Nullable Observation both(UUID source, UUID target) throws InterruptedException {
		Observation left = at(source, Change.NONE);
		if (left == null || !left.isClear() || left.isEmpty()) {
			return left;
		}
		Observation taking = at(target, Change.NONE);
		if (taking == null || !taking.isClear() || taking.isEmpty()) {
			return taking;
		}
		return new Observation(List.of(left.only(), taking.only()), null);
	}

	/**
	 * Looks at all groups of a name.
	 * @return null when sending stops first
	 */
	public @Nullable Observation called(String name) throws InterruptedException {
		return named(name, Change.NONE);
	}

	private @Nullable Observation named(String name, Change wanted) throws InterruptedException {
		List<Observation.Shown> found = new ArrayList<>();
		List<Group> groups;
		if (!this.courier.pace().await()) {
			return null;
		}
		try {
			groups = this.portal.named(name);
		}
		catch (PortalException ex) {
			return this.courier.stops(ex) ? null : Observation.blind(Answer.none());
		}
		for (Group group : groups) {
			Observation look = (found.size() < MOST_CANDIDATES) ? at(group.id(), wanted)
					: new Observation(List.of(new Observation.Shown(group, Set.of())), null);
			if (look == null || !look.isClear()) {
				return look;
			}
			if (look.isEmpty() || !look.only().group().name().equals(name)) {
				// The list comes from the database, the group from a cache that may lag.
				return Observation.blind(Answer.none());
			}
			found.add(look.only());
		}
		return new Observation(found, null);
	}

	/**
	 * What a group that an answer showed says of a change: disabled people are asked for
	 * apart, because it hides them.
	 */
	public Observation shown(Group group, Change wanted) {
		Set<UUID> disabled = this.portal.disabledAmong(wanted.removes());
		if (disabled.isEmpty()) {
			return new Observation(List.of(new Observation.Shown(group, Set.of())), null);
		}
		return this.portal.hidden(group.id(), disabled)
			.map((hidden) -> new Observation(List.of(new Observation.Shown(group, hidden)), null))
			.orElseGet(() -> Observation.blind(Answer.none()));
	}

}
