package io.groupbatch.batch;

import java.util.Objects;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;

/**
 * The run that a job is about: its only identifying parameter.
 */
public final class RunParameter {

	/** The name of the job parameter. */
	public static final String PARAMETER = "run";

	private RunParameter() {
	}

	/**
	 * The number of the run that a step works on.
	 */
	public static long of(StepExecution step) {
		return Objects.requireNonNull(step.getJobParameters().getLong(PARAMETER), "A job needs the number of its run");
	}

	/**
	 * The parameters of a job that is about a run.
	 */
	public static JobParameters parameters(long run) {
		return new JobParametersBuilder().addLong(PARAMETER, run).toJobParameters();
	}

}
