package io.groupbatch.importjob.report;

import io.groupbatch.importjob.RunNumber;
import io.groupbatch.importjob.StepEnd;

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

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		return StepEnd.finish(step, () -> this.report.write(RunNumber.of(step)));
	}

}
