package io.groupbatch.importjob.send.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.importjob.send.exchange.GroupObserver;
import io.groupbatch.importjob.send.exchange.NextStep;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.exchange.RequestExecutor;
import io.groupbatch.importjob.send.exchange.RequestExecutor.Reply;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.payload.Group;

import org.jspecify.annotations.Nullable;

/**
 * Moves the members of one group into another: adds them there, and removes from this
 * group only those whom the portal has shown in the other. The portal's own call for a
 * move is not used: it removes people whom it did not add, leaves nothing in the portal's
 * audit trail, and only copies on an old server (portal contract 1.7, 9.1, 12).
 * Thread-safe.
 */
final class MoveExecutor {

	/** How often it is begun again when the server breaks off. */
	private static final int MOST_TIMES = 3;

	private final RequestExecutor courier;

	private final GroupObserver looker;

	private final RequestResultFactory findings;

	MoveExecutor(RequestExecutor courier, GroupObserver looker, RequestResultFactory findings) {
		this.courier = courier;
		this.looker = looker;
		this.findings = findings;
	}

	/**
	 * Sends until it is clear what became of it. Goes by what is in both groups now, so
	 * it may begin with any part of the move done already.
	 */
	RequestResult send(SendableRequest ready) throws InterruptedException {
		Reply last = null;
		for (int i = 0; i < MOST_TIMES; i++) {
			Observation look = this.looker.at(ready);
			if (look == null) {
				return (last != null) ? this.findings.doubt(ready, last) : this.findings.unsent(ready);
			}
			if (!look.isClear()) {
				return unreadable(ready, last, Objects.requireNonNull(look.answer()));
			}
			if (look.isEmpty()) {
				return this.findings.groupGone(ready, (last != null) ? last.trace() : null);
			}
			Steps steps = new Steps(look, last);
			boolean whole = steps.join(ready) && steps.leave(ready);
			last = steps.last;
			if (last != null && last.step() == NextStep.DOUBT) {
				return this.findings.doubt(ready, last);
			}
			if (steps.stopped) {
				return (last != null) ? this.findings.doubt(ready, last) : this.findings.unsent(ready);
			}
			boolean again = last != null && last.step() == NextStep.COMPLETE && i < MOST_TIMES - 1;
			if (whole || !again) {
				return ended(ready, steps, whole);
			}
		}
		throw new IllegalStateException("The last time always ends it");
	}

	private RequestResult unreadable(SendableRequest ready, @Nullable Reply last, Answer look) {
		if (last != null) {
			return this.findings.unreadable(ready, last, look);
		}
		return look.meaning().isUnreadableGroup() ? this.findings.damaged(ready, null, look)
				: this.findings.doubt(ready);
	}

	/**
	 * Doubt sticks: after it, one more look must show what the answers did. And when a
	 * step was refused, a part of it may be done all the same.
	 */
	private RequestResult ended(SendableRequest ready, Steps steps, boolean whole) throws InterruptedException {
		Observation there = steps.look();
		Observation now = !whole ? this.looker.steadily(ready)
				: (ready.doubt() != null) ? this.looker.at(ready) : there;
		if (now == null || !now.isClear() || now.isEmpty() || (whole && !now.agrees(there))) {
			return (steps.last != null) ? this.findings.doubt(ready, steps.last) : this.findings.doubt(ready);
		}
		return this.findings.moved(ready, steps.last, now.only().group(), now.groups().get(1).group(), !whole);
	}

	private static List<List<UUID>> portions(List<UUID> people) {
		List<List<UUID>> portions = new ArrayList<>();
		for (int from = 0; from < people.size(); from += Change.MOST_MEMBERS) {
			portions.add(people.subList(from, Math.min(people.size(), from + Change.MOST_MEMBERS)));
		}
		return portions;
	}

	/** One pass, with the groups as the last answers showed them. */
	private final class Steps {

		private Group source;

		private Group target;

		private @Nullable Reply last;

		private boolean stopped;

		private Steps(Observation look, @Nullable Reply last) {
			this.source = look.only().group();
			this.target = look.groups().get(1).group();
			this.last = last;
		}

		/**
		 * Puts those into the target who are not there: whom the plan expected in the
		 * group, and whom an earlier row left in it. Those are not asked after once the
		 * portal may have let them out.
		 */
		private boolean join(SendableRequest ready) throws InterruptedException {
			Set<UUID> wanted = ready.moving();
			boolean begun = this.last != null || ready.doubt() != null;
			Set<UUID> present = new HashSet<>(this.target.people());
			List<UUID> missing = new ArrayList<>(this.source.people());
			missing.retainAll(wanted);
			if (begun) {
				wanted.removeAll(missing);
				missing.addAll(wanted);
			}
			missing.removeAll(present);
			for (List<UUID> portion : portions(missing)) {
				Group shown = send(GroupRequest.update(this.target.id(), null, null, portion, List.of()));
				if (shown == null) {
					return false;
				}
				this.target = shown;
			}
			return true;
		}

		/** Takes those out who are seen in the target. */
		private boolean leave(SendableRequest ready) throws InterruptedException {
			List<UUID> leaving = new ArrayList<>(this.source.people());
			leaving.retainAll(ready.moving());
			leaving.retainAll(new HashSet<>(this.target.people()));
			for (List<UUID> portion : portions(leaving)) {
				Group shown = send(GroupRequest.update(this.source.id(), null, null, List.of(), portion));
				if (shown == null) {
					return false;
				}
				this.source = shown;
			}
			return true;
		}

		private @Nullable Group send(GroupRequest request) throws InterruptedException {
			Reply reply = MoveExecutor.this.courier.send(RequestType.UPDATE, request);
			if (reply == null) {
				this.stopped = true;
				return null;
			}
			this.last = reply;
			return (reply.step() == NextStep.COMPARE) ? reply.answer().group() : null;
		}

		private Observation look() {
			return new Observation(
					List.of(new Observation.Shown(this.source, Set.of()), new Observation.Shown(this.target, Set.of())),
					null);
		}

	}

}
