package io.groupbatch.importjob.send.doubt;

import java.util.Objects;
import java.util.Optional;

import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.importjob.send.write.RequestDecision;
import io.groupbatch.importjob.send.write.RequestResultFactory;
import io.groupbatch.importjob.send.write.RowByRowRetry;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.send.InDoubtRequests;
import io.groupbatch.journal.send.InDoubtState;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.http.Answer;

import org.jspecify.annotations.Nullable;

/**
 * Decides what two looks that agree mean for a request that was refused by an answer
 * which need not be the portal's, such as a firewall's page: what was not done has
 * failed, and is not sent again, because it would meet the same refusal. What was done
 * all the same is left to the {@link io.groupbatch.importjob.send.doubt.DoubtResolver}.
 * For the one thread of the step.
 */
public final class IntermediaryRefusalResolver {

	private final RequestResultFactory findings;

	private final InDoubtRequests doubts;

	public IntermediaryRefusalResolver(RequestResultFactory findings, InDoubtRequests doubts) {
		this.findings = findings;
		this.doubts = doubts;
	}

	/**
	 * What becomes of the request now.
	 * @return nothing when its last answer was no such refusal, or it was done all the
	 * same
	 */
	public Optional<RequestDecision> settle(SendableRequest ready, Observation look) {
		InDoubtState.Refusal refusal = Objects.requireNonNull(ready.doubt()).refusal();
		if (look.answer() != null) {
			return unclear(ready, look.answer(), refusal);
		}
		if (refusal == null) {
			return Optional.empty();
		}
		return switch (ready.request().verb()) {
			case GET -> Optional.empty();
			case CREATE -> create(ready, look, refusal);
			case UPDATE -> look.isEmpty() ? Optional.empty() : update(ready, look, refusal);
			case MOVE, CARRY, MOVE_SOME -> look.isEmpty() ? Optional.empty() : move(ready, look);
			case DELETE -> look.isEmpty() ? Optional.empty() : nothingDone(ready, refusal);
		};
	}

	private Optional<RequestDecision> unclear(SendableRequest ready, Answer look,
			InDoubtState.@Nullable Refusal refusal) {
		if (look.meaning().isUnreadableGroup() || look.status() == 0) {
			return Optional.empty();
		}
		if (ready.request().verb() == RequestType.GET && refusal != null) {
			return nothingDone(ready, refusal);
		}
		String words = look.words().isEmpty() ? "" : ": " + look.words();
		return settled(this.findings.open(ready,
				"The portal could not be looked at (%d%s). Try resume later.".formatted(look.status(), words)));
	}

	private Optional<RequestDecision> create(SendableRequest ready, Observation look, InDoubtState.Refusal refusal) {
		Observation since = look.without(this.doubts.foundByPlan(ready.request(), look.ids()));
		Observation found = since.without(this.doubts.madeByOthers(ready.request(), since.ids()));
		if (found.isEmpty()) {
			return nothingDone(ready, refusal);
		}
		Change wanted = ready.request().change();
		boolean made = found.groups().size() == 1 && found.only().isWithin(wanted);
		boolean filled = Objects.requireNonNull(ready.doubt()).losses() > 1;
		return (made && filled && !found.only().missing(wanted).isNothing()) ? partly(ready, found.only())
				: Optional.empty();
	}

	private Optional<RequestDecision> update(SendableRequest ready, Observation look, InDoubtState.Refusal refusal) {
		Change missing = look.only().missing(ready.request().change());
		if (missing.isNothing()) {
			return Optional.empty();
		}
		if (RowByRowRetry.isNext(ready)) {
			return Optional
				.of(new RequestDecision.Send(ready.in(Objects.requireNonNull(ready.doubt()).telling(Code.REPEATED))));
		}
		return missing.equals(ready.request().change()) ? nothingDone(ready, refusal) : partly(ready, look.only());
	}

	private Optional<RequestDecision> move(SendableRequest ready, Observation look) {
		return look.isMoved(ready.moving()) ? Optional.empty() : settled(this.findings.moved(ready,
				RequestResultFactory.refusal(ready), look.only().group(), look.groups().get(1).group(), true));
	}

	private Optional<RequestDecision> partly(SendableRequest ready, Observation.Shown shown) {
		return settled(this.findings.compare(ready, null, shown, RequestResultFactory.refusal(ready).answer()));
	}

	private Optional<RequestDecision> nothingDone(SendableRequest ready, InDoubtState.Refusal refusal) {
		return settled(this.findings.refusedOnTheWay(ready, refusal));
	}

	private static Optional<RequestDecision> settled(RequestResult result) {
		return Optional.of(new RequestDecision.Settled(result));
	}

}
