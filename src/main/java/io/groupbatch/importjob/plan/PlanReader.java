package io.groupbatch.importjob.plan;

import io.groupbatch.importjob.JournalRowReader;
import io.groupbatch.importjob.RunNumber;
import io.groupbatch.importjob.Troubles;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StagedRow;
import io.groupbatch.portal.PortalTrouble;

import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.support.TransactionTemplate;

import org.jspecify.annotations.Nullable;

/**
 * Reads the rows to be planned, once the portal's directory stands in the journal. A
 * portal that cannot be read halts the run.
 */
class PlanReader extends JournalRowReader<StagedRow> {

	private final Snapshot snapshot;

	private final Runs runs;

	private final TransactionTemplate transaction;

	private final StepExecution step;

	PlanReader(Snapshot snapshot, PlanWriter.Stores stores, TransactionTemplate transaction, StepExecution step) {
		super((after, most) -> stores.rows().page(RunNumber.of(step), after, most), StagedRow::number, true);
		this.snapshot = snapshot;
		this.runs = stores.runs();
		this.transaction = transaction;
		this.step = step;
	}

	@Override
	public void open(ExecutionContext context) {
		super.open(context);
		long run = RunNumber.of(this.step);
		this.runs.halt(run, null);
		this.runs.move(run, RunState.PLANNING);
		try {
			this.snapshot.take(run, this.transaction);
		}
		catch (PortalTrouble ex) {
			halt(Troubles.halt(ex));
		}
		catch (Snapshot.Interrupted ex) {
			this.step.setTerminateOnly();
		}
	}

	private void halt(Halt why) {
		this.runs.halt(RunNumber.of(this.step), why);
		this.step.setTerminateOnly();
	}

	@Override
	public @Nullable StagedRow read() {
		return this.step.isTerminateOnly() ? null : super.read();
	}

}
