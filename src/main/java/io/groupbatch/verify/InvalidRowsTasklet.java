package io.groupbatch.verify;

import io.groupbatch.batch.RunParameter;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Stops before the portal is read, when rows of the file are wrong, or when it has none:
 * only an export of an empty portal means that.
 */
class InvalidRowsTasklet implements Tasklet {

	private final Runs runs;

	private final Rows rows;

	private final ImportOptions reading;

	private final VerifyOptions options;

	InvalidRowsTasklet(Runs runs, Rows rows, ImportOptions reading, VerifyOptions options) {
		this.runs = runs;
		this.rows = rows;
		this.reading = reading;
		this.options = options;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		long run = RunParameter.of(contribution.getStepExecution());
		boolean wrong = this.rows.countMistakes(run) > 0;
		Run.Content content = this.runs.get(run).content();
		boolean empty = content.rows() == 0 && !this.options.isExact(content.header(), this.reading);
		if (!wrong && !empty) {
			return RepeatStatus.FINISHED;
		}
		this.runs.halt(run,
				new StopCause(StopReason.BAD_INPUT, wrong ? "The file has errors; nothing was compared."
						: "The file has headings but no rows; nothing was compared. To see that the portal has no"
								+ " groups: --exact."));
		contribution.getStepExecution().setTerminateOnly();
		return RepeatStatus.CONTINUABLE;
	}

}
