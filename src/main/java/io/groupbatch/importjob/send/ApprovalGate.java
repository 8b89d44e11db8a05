package io.groupbatch.importjob.send;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.plan.Groups;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.review.PlanReview;

import org.springframework.stereotype.Component;

/**
 * Decides whether the plan of a run may be sent: wrong rows refuse it, and so does much
 * that it would take away; a plan that is not approved waits.
 * <p>
 * It stands before sending, not after planning: Batch notes a step as completed before it
 * asks the step's listeners, so a process that dies in between would go on unasked.
 */
@Component
class ApprovalGate {

	private final Runs runs;

	private final Groups groups;

	private final Invitations invitations;

	private final PlanReview review;

	private final ImportOptions options;

	ApprovalGate(Runs runs, Groups groups, Invitations invitations, PlanReview review, ImportOptions options) {
		this.runs = runs;
		this.groups = groups;
		this.invitations = invitations;
		this.review = review;
		this.options = options;
	}

	/**
	 * Why the run must not be sent, or nothing when it may; then it is unfinished from
	 * now on.
	 */
	Optional<StopCause> check(long run) {
		this.runs.halt(run, null);
		Run now = this.runs.get(run);
		RunState state = now.state();
		if (state == RunState.UNFINISHED || state == RunState.WAITING) {
			return Optional.empty();
		}
		if (!this.invitations.isAny(run)) {
			// Else the rows are planned once more.
			this.groups.forgetUntouched(run);
		}
		Map<RowStatus, Long> counts = this.runs.counts(run);
		long invalid = counts.getOrDefault(RowStatus.INVALID, 0L);
		if (invalid > 0 && !this.options.skipInvalid()) {
			return stop(run, RunState.REFUSED, new StopCause(StopReason.BAD_INPUT,
					invalid + ((invalid == 1) ? " row is" : " rows are") + " invalid; nothing was sent."));
		}
		if (!now.plan().approved()) {
			return stop(run, RunState.PLANNED, StopCause.NOT_APPROVED);
		}
		List<String> risks = now.plan().risksAccepted() ? List.of() : this.review.risks(run);
		if (!risks.isEmpty()) {
			return stop(run, RunState.REFUSED,
					new StopCause(StopReason.GUARD, "Nothing was sent. " + String.join(" ", risks)));
		}
		this.runs.move(run, RunState.UNFINISHED);
		return Optional.empty();
	}

	private Optional<StopCause> stop(long run, RunState state, StopCause halt) {
		this.runs.halt(run, halt);
		if (state == RunState.REFUSED) {
			this.runs.refuse(run);
		}
		else {
			this.runs.move(run, state);
		}
		return Optional.of(halt);
	}

}
