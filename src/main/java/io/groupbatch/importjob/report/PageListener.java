package io.groupbatch.importjob.report;

import java.io.IOException;

import io.groupbatch.importjob.RunNumber;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

import org.jspecify.annotations.Nullable;

/**
 * Writes {@code report.html} when {@code report.csv} is written, so that a page that
 * cannot be had costs no other report.
 */
class PageListener implements StepExecutionListener {

	private final HtmlReport report;

	PageListener(HtmlReport report) {
		this.report = report;
	}

	/**
	 * A failure must be put into the step: Batch only logs what a listener throws.
	 */
	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		if (step.getStatus() != BatchStatus.COMPLETED) {
			return null;
		}
		try {
			this.report.write(RunNumber.of(step));
			return null;
		}
		catch (IOException | RuntimeException ex) {
			step.addFailureException(ex);
			step.setStatus(BatchStatus.FAILED);
			return ExitStatus.FAILED;
		}
	}

}
