package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.groupbatch.importjob.send.Settler.Settlement;
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

	/** What a look leads to. */
	Aftermath looked(Parked at, Look look) {
		return switch (this.parked.looked(at, look)) {
			case NOT_YET -> Aftermath.NONE;
			case AGREED -> at.ours() ? settled(settlement(at.request(), look)) : released(at);
			case RESTLESS -> at.ours() ? settled(this.settler.restless(at.request())) : released(at);
		};
	}

	private Settlement settlement(ReadyRequest ready, Look look) {
		return this.refused.settle(ready, look).orElseGet(() -> this.settler.settle(ready, look));
	}

	private static Aftermath settled(Settlement settlement) {
		if (settlement instanceof Settlement.Settled settled) {
			return new Aftermath(List.of(settled.result()), List.of(), List.of());
		}
		return new Aftermath(List.of(), List.of(((Settlement.Again) settlement).request()), List.of());
	}

	/** What that doubt has come to, a look at the groups of those who waited tells. */
	private Aftermath released(Parked at) {
		List<ReadyRequest> waited = this.elsewhere.release(at.request());
		waited.forEach(this.plan::distrust);
		return new Aftermath(List.of(), List.of(), waited);
	}

	/**
	 * What happens next.
	 *
	 * @param results to be recorded
	 * @param again to be marked and sent, as a part of what was planned
	 * @param released nothing is in their way any more
	 */
	record Aftermath(List<RequestResult> results, List<ReadyRequest> again, List<ReadyRequest> released) {

		static final Aftermath NONE = new Aftermath(List.of(), List.of(), List.of());

	}

}
