package io.groupbatch.importjob.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

import io.groupbatch.importjob.PageToShare;
import io.groupbatch.importjob.RunNumber;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Writes the page that {@link PageToShare} asks for.
 */
class SharePage implements Tasklet {

	private final HtmlReport report;

	SharePage(HtmlReport report) {
		this.report = report;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
		StepExecution step = contribution.getStepExecution();
		JobParameters parameters = step.getJobParameters();
		this.report.share(RunNumber.of(step), Path.of(Objects.requireNonNull(parameters.getString(PageToShare.FILE))),
				Boolean.parseBoolean(parameters.getString(PageToShare.HIDE_EMAILS)));
		return RepeatStatus.FINISHED;
	}

}
