package io.groupbatch.importjob.send.doubt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.write.RequestDecision;
import io.groupbatch.importjob.send.write.RequestResultFactory;
import io.groupbatch.importjob.send.write.StalePlanCheck;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.send.InDoubtRequests;
import io.groupbatch.journal.send.InDoubtState;
import io.groupbatch.journal.send.SendableRequest;

import org.jspecify.annotations.Nullable;

/**
 * Decides what two looks that agree mean for a request in doubt
 * (docs/operations-guide.md, "When an answer is lost"). For the one thread of the step.
 */
public final class DoubtResolver {

	/**
	 * How many sendings of one start may prove nothing before a request is left alone.
	 */
	private static final int MOST_LOSSES = 3;

	private final RequestResultFactory findings;

	private final InDoubtRequests doubts;

	private final OperatorDecisions decisions;

	private final StalePlanCheck plan;

	private final boolean sameNames;

	private final IntermediaryRefusalResolver refused;

	private final Map<Long, Integer> lossesBefore = new HashMap<>();

	/** As planned: what is sent after a doubt is only a part. */
	private final Map<Long, SendableRequest> originals = new HashMap<>();

	/** Creates that this start has sent again. */
	private final Set<Long> sentAgain = new HashSet<>();

	/**
	 * Begins with nothing settled.
	 * @param plan decides about a create whose name another group has by now
	 * @param sameNames whether the user allows several groups of one name
	 */
	public DoubtResolver(RequestResultFactory findings, InDoubtRequests doubts, OperatorDecisions decisions,
			StalePlanCheck plan, boolean sameNames) {
		this.findings = findings;
		this.doubts = doubts;
		this.decisions = decisions;
		this.plan = plan;
		this.sameNames = sameNames;
		this.refused = new IntermediaryRefusalResolver(findings, doubts);
	}

	/** A request that an earlier start left in doubt: a new start tries again. */
	public void takeOver(SendableRequest ready) {
		this.originals.put(ready.request().id(), ready);
		this.lossesBefore.put(ready.request().id(), Objects.requireNonNull(ready.doubt()).losses());
	}

	/**
	 * A request that this start has sent without a good answer, as it was planned:
	 * perhaps it has sent only what was missing after an earlier doubt.
	 */
	public SendableRequest asPlanned(SendableRequest sent, @Nullable InDoubtState doubt) {
		long id = sent.request().id();
		SendableRequest planned = this.plan.asSent(this.originals.getOrDefault(id, sent)).in(doubt);
		this.originals.put(id, planned);
		return planned;
	}

	/** What becomes of the request now. */
	public RequestDecision settle(SendableRequest ready, Observation look) {
		return this.refused.settle(ready, look).orElseGet(() -> settleLost(ready, look));
	}

	private RequestDecision settleLost(SendableRequest ready, Observation look) {
		if (look.answer() != null) {
			return look.answer().meaning().isUnreadableGroup()
					? new RequestDecision.Settled(this.findings.damaged(ready, null, look.answer()))
					: open(ready, "The portal could not be read. Try resume later.");
		}
		return (ready.request().verb() == RequestType.CREATE) ? create(ready, look) : change(ready, look);
	}

	/** Looks disagree again and again. */
	public RequestDecision unstable(SendableRequest ready) {
		return open(ready, "Sent, but the group changes each time it is looked at. Try resume later.");
	}

	private RequestDecision change(SendableRequest ready, Observation look) {
		InDoubtState doubt = Objects.requireNonNull(ready.doubt());
		SendableRequest told = telling(ready, (doubt.losses() > 1) ? Code.REPEATED : null);
		boolean delete = ready.request().verb() == RequestType.DELETE;
		if (look.isEmpty()) {
			return new RequestDecision.Settled(
					delete ? this.findings.gone(told, null) : this.findings.groupGone(told, null));
		}
		boolean others = this.plan.isChangedByOthers(ready, look);
		boolean move = ready.request().verb().isMove();
		Change missing = move ? ready.request().change() : look.only().missing(ready.request().change());
		if (move && look.isMoved(ready.moving())) {
			return new RequestDecision.Settled(
					this.findings.moved(told, null, look.only().group(), look.groups().get(1).group(), false));
		}
		if (!delete && !move && missing.isNothing()) {
			return new RequestDecision.Settled(this.findings.compare(told, null, look.only(), null));
		}
		if (others) {
			return move
					? new RequestDecision.Settled(
							this.findings.overtakenMove(told, look.only().group(), look.groups().get(1).group()))
					: this.plan.goOn(telling(ready, Code.REPEATED), look);
		}
		return sendAgain(ready, sending(telling(ready, Code.REPEATED), ready.request().verb(),
				delete ? Change.NONE : missing, ready.group()));
	}

	/** Sends what is missing, unless this start has lost too many answers already. */
	private RequestDecision sendAgain(SendableRequest ready, SendableRequest missing) {
		InDoubtState doubt = Objects.requireNonNull(ready.doubt());
		int losses = doubt.losses() - this.lossesBefore.getOrDefault(ready.request().id(), 0);
		return (losses < MOST_LOSSES) ? new RequestDecision.Send(missing)
				: open(ready, "Sent %d times, and each answer was lost. Try resume later.".formatted(doubt.losses()));
	}

	private RequestDecision create(SendableRequest ready, Observation look) {
		InDoubtState doubt = Objects.requireNonNull(ready.doubt());
		OperatorDecisions.Decision decision = this.decisions.of(ready);
		Set<UUID> foundByPlan = this.doubts.foundByPlan(ready.request(), look.ids());
		Observation since = look.without(foundByPlan);
		Set<UUID> madeByOthers = this.doubts.madeByOthers(ready.request(), since.ids());
		Observation found = since.without(madeByOthers);
		Observation others = new Observation(Stream
			.concat(since.groups().stream(),
					this.plan.strangers(look).stream().filter((shown) -> foundByPlan.contains(shown.group().id())))
			.toList(), null);
		if (decision != null && decision.group() != null) {
			List<Observation.Shown> meant = look.groups()
				.stream()
				.filter((shown) -> shown.group().id().equals(decision.group()))
				.toList();
			return meant.isEmpty()
					? open(ready,
							"There is no group " + decision.group() + " of that name. Choose another one, or none.")
					: adopt(ready, meant.get(0), doubt);
		}
		if (decision != null && !others.isEmpty()) {
			return open(ready, refused(ready, others));
		}
		if (found.isEmpty() && !others.isEmpty() && !this.sameNames) {
			// It has made nothing, and the name belongs to another row or run by now.
			return this.plan.taken(ready, others.groups());
		}
		if (found.isEmpty()) {
			return nothing(ready, doubt, decision != null);
		}
		if (found.groups().size() == 1 && found.only().isWithin(ready.request().change())) {
			return adopt(ready, found.only(), doubt);
		}
		return open(ready, candidates(found));
	}

	private static String refused(SendableRequest ready, Observation there) {
		return ("--decide none was not followed: there is a group \"%s\" now: %s. Continue without --decide, or with the id"
				+ " of the group that this row has made.")
			.formatted(ready.request().change().name(), there.told());
	}

	private RequestDecision adopt(SendableRequest ready, Observation.Shown shown, InDoubtState doubt) {
		SendableRequest told = telling(ready, (doubt.losses() > 1) ? Code.SENT_TWICE : Code.ADOPTED);
		Change missing = shown.missing(ready.request().change());
		return missing.isNothing() ? new RequestDecision.Settled(this.findings.compare(told, null, shown, null))
				: sendAgain(ready, sending(told, RequestType.UPDATE, missing, new GroupState(shown.group().id(),
						shown.group().name(), shown.group().manager(), ready.group().members())));
	}

	private RequestDecision nothing(SendableRequest ready, InDoubtState doubt, boolean decided) {
		if (doubt.unanswered() == 0 && doubt.losses() > 1 && !decided) {
			return new RequestDecision.Settled(this.findings.refused(ready, null,
					"The portal failed twice and created nothing. Check the name: the portal may not accept it."));
		}
		if (this.sentAgain.add(ready.request().id())) {
			return new RequestDecision.Send(telling(ready, Code.SENT_TWICE));
		}
		return open(ready,
				"Sent %d times, each answer was lost, and no such group is there. Try resume later: it looks again, and sends it once more."
					.formatted(doubt.losses()));
	}

	private static String candidates(Observation found) {
		return "Sent, and the answer was lost. It may have created one of these groups: " + found.told()
				+ ". Check them in the portal, then say which one it is with --decide ROW=ID.";
	}

	private RequestDecision open(SendableRequest ready, String why) {
		return new RequestDecision.Settled(this.findings.open(ready, why));
	}

	private static SendableRequest telling(SendableRequest ready, @Nullable Code code) {
		InDoubtState doubt = Objects.requireNonNull(ready.doubt()).telling(code);
		return ready.in(doubt);
	}

	/** Only what is missing is sent; the rows are still judged by all that they want. */
	private static SendableRequest sending(SendableRequest ready, RequestType verb, Change change, GroupState group) {
		return ready.planned(ready.request().as(verb).with(change).holding(Change.NONE), group);
	}

}
