package io.groupbatch.verify;

import io.groupbatch.importjob.RunNumber;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StopReason;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Stops before the portal is read, when rows of the file are wrong: nobody knows what
 * they want.
 */
class MistakeStop implements Tasklet {

	private final Runs runs;

	private final Rows rows;

	MistakeStop(Runs runs, Rows rows) {
		this.runs = runs;
		this.rows = rows;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		long run = RunNumber.of(contribution.getStepExecution());
		if (this.rows.countMistakes(run) == 0) {
			return RepeatStatus.FINISHED;
		}
		this.runs.halt(run, new Halt(StopReason.BAD_INPUT, "The file has mistakes; nothing was compared."));
		contribution.getStepExecution().setTerminateOnly();
		return RepeatStatus.CONTINUABLE;
	}

}
