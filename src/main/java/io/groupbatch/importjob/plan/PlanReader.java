package io.groupbatch.importjob.plan;

import java.util.ArrayDeque;
import java.util.Queue;

import io.groupbatch.batch.JobNames;
import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.batch.RunParameter;
import io.groupbatch.importjob.plan.snapshot.DirectorySnapshot;
import io.groupbatch.importjob.plan.state.PlanStores;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.portal.PortalException;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.support.TransactionTemplate;

import org.jspecify.annotations.Nullable;

/**
 * Reads the rows to be planned, once the portal's directory stands in the journal. A
 * portal that cannot be read halts the run. The rows are read page by page, so that
 * memory stays flat; a restarted step goes on after its last committed chunk.
 */
class PlanReader implements ItemStreamReader<StagedRow> {

	private static final int PAGE = 1000;

	private static final String AFTER = "after";

	private final DirectorySnapshot snapshot;

	private final Rows rows;

	private final Runs runs;

	private final Invitations invitations;

	private final TransactionTemplate transaction;

	private final StepExecution step;

	private final Queue<StagedRow> page = new ArrayDeque<>();

	/** The number of the row that was read last. */
	private long after;

	private boolean nothingToDo;

	PlanReader(DirectorySnapshot snapshot, PlanStores stores, TransactionTemplate transaction, StepExecution step) {
		this.snapshot = snapshot;
		this.rows = stores.rows();
		this.runs = stores.runs();
		this.invitations = stores.invitations();
		this.transaction = transaction;
		this.step = step;
	}

	@Override
	public void open(ExecutionContext context) {
		this.page.clear();
		this.after = context.getLong(AFTER, 0);
		long run = RunParameter.of(this.step);
		if (this.step.getStepName().equals(JobNames.REPLAN_STEP) && !this.invitations.isAny(run)) {
			this.nothingToDo = true;
			return;
		}
		this.runs.halt(run, null);
		if (this.runs.get(run).state() == RunState.STAGING) {
			this.runs.move(run, RunState.PLANNING);
		}
		try {
			this.snapshot.take(run, this.transaction);
		}
		catch (PortalException ex) {
			halt(PortalStopCauses.halt(ex));
		}
		catch (DirectorySnapshot.Interrupted ex) {
			this.step.setTerminateOnly();
		}
	}

	private void halt(StopCause why) {
		this.runs.halt(RunParameter.of(this.step), why);
		this.step.setTerminateOnly();
	}

	@Override
	public @Nullable StagedRow read() {
		if (this.nothingToDo || this.step.isTerminateOnly()) {
			return null;
		}
		if (this.page.isEmpty()) {
			this.page.addAll(this.rows.page(RunParameter.of(this.step), this.after, PAGE));
		}
		StagedRow row = this.page.poll();
		if (row == null) {
			return null;
		}
		this.after = row.number();
		return isPlanned(row) ? read() : row;
	}

	/** Whether the plan itself has added a row, after the one that it belongs to. */
	private static boolean isPlanned(StagedRow row) {
		return RowNumber.part(row.number()) > 0 && row.operation().equals(Operation.REMOVE_EVERYWHERE.text());
	}

	@Override
	public void update(ExecutionContext context) {
		context.putLong(AFTER, this.after);
	}

}
