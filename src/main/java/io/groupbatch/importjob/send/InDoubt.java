package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.RequestResult;

/**
 * Everything in doubt that this run has to do with: its own requests, which it settles,
 * and those of other runs, whose end it waits for where they are in its way. For the one
 * thread of the step.
 */
final class InDoubt {

	private final ParkedLanes parked;

	private final Elsewhere elsewhere;

	private final Settler settler;

	private final RefusedOnTheWay refused;

	private final OldPlan plan;

	/** As planned: what is sent after a doubt is only a part. */
	private final Map<Long, ReadyRequest> originals = new HashMap<>();

	private final List<ReadyRequest> released = new ArrayList<>();

	/**
	 * Begins with nothing in doubt.
	 * @param plan knows what a marked request became before it was sent first
	 */
	InDoubt(ParkedLanes parked, Elsewhere elsewhere, Settler settler, RefusedOnTheWay refused, OldPlan plan) {
		this.parked = parked;
		this.elsewhere = elsewhere;
		this.settler = settler;
		this.refused = refused;
		this.plan = plan;
	}

	/** Parks a request of this run. */
	void park(ReadyRequest sent, RequestResult result) {
		ReadyRequest original = this.plan.asSent(this.originals.getOrDefault(result.request().id(), sent));
		parkOurs(original.in(result.doubt()));
	}

	/** Parks a request of this run that an earlier start left in doubt. */
	void park(ReadyRequest ready) {
		this.settler.takeOver(ready);
		parkOurs(ready);
	}

	/** Takes into account how a request of this run was sent. */
	void sent(RequestResult result) {
		this.parked.sent(result);
	}

	private void parkOurs(ReadyRequest ready) {
		this.originals.put(ready.request().id(), ready);
		this.parked.park(ready, true);
	}

	/** Whether a request has to wait for the doubt of another run. */
	boolean holds(ReadyRequest ready) {
		Optional<ReadyRequest> inTheWay = this.elsewhere.inTheWayOf(ready);
		inTheWay.filter((doubt) -> this.elsewhere.hold(ready, doubt))
			.ifPresent((doubt) -> this.parked.park(doubt, false));
		return inTheWay.isPresent();
	}

	boolean isEmpty() {
		return this.parked.isEmpty();
	}

	int size() {
		return this.parked.size();
	}

	Optional<Parked> takeDue() {
		return this.parked.takeDue();
	}

	Duration untilNext() {
		return this.parked.untilNext();
	}

	/**
	 * What becomes of a request of this run after one more look; nothing while it takes
	 * another one, and where the request is of another run.
	 */
	Optional<RequestDecision> looked(Parked at, Look look) {
		ParkedLanes.Ending ending = this.parked.looked(at, look);
		if (ending == ParkedLanes.Ending.NOT_YET) {
			return Optional.empty();
		}
		if (!at.ours()) {
			// What it has come to, a look at the groups of those who waited tells.
			List<ReadyRequest> waited = this.elsewhere.release(at.request());
			waited.forEach(this.plan::distrust);
			this.released.addAll(waited);
			return Optional.empty();
		}
		return Optional.of((ending == ParkedLanes.Ending.RESTLESS) ? this.settler.restless(at.request())
				: decision(at.request(), look));
	}

	private RequestDecision decision(ReadyRequest ready, Look look) {
		return this.refused.settle(ready, look).orElseGet(() -> this.settler.settle(ready, look));
	}

	/** The requests that need not wait for another run any more, each once. */
	List<ReadyRequest> takeReleased() {
		List<ReadyRequest> taken = List.copyOf(this.released);
		this.released.clear();
		return taken;
	}

}
