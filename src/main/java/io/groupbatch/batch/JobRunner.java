package io.groupbatch.batch;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Starts jobs, starts them again after whatever ended them, and drops what Spring Batch
 * keeps of them. For one thread.
 */
@Component
public class JobRunner {

	private final JobOperator operator;

	private final JobRepository jobs;

	private final Clock clock;

	JobRunner(JobOperator operator, JobRepository jobs, Clock clock) {
		this.operator = operator;
		this.jobs = jobs;
		this.clock = clock;
	}

	/**
	 * Takes a job as far as it can go now, from where an earlier start has left it.
	 * @param parameters tell one piece of work from another
	 * @param optional steps that may fail, when nothing else does
	 * @return whether the job is complete
	 * @throws JobFailedException when it failed
	 */
	public boolean goOn(Job job, JobParameters parameters, Set<String> optional) {
		new JobExecutionRecovery(this.operator, this.jobs).recover(job, parameters);
		return launch(job, parameters, optional) == BatchStatus.COMPLETED;
	}

	/**
	 * Runs a job from its beginning, however often it has run before.
	 * @throws JobFailedException when it failed
	 */
	public void repeat(Job job, JobParameters parameters) {
		launch(job, new JobParametersBuilder(parameters).addLong("at", this.clock.millis()).toJobParameters(),
				Set.of());
	}

	/** Drops all that Spring Batch keeps of a job. */
	public void forget(String job) {
		forget(job, (instance) -> true);
	}

	/** Drops all that Spring Batch keeps of runs that will never go on. */
	public void forget(Set<Long> runs) {
		this.jobs.getJobNames().forEach((job) -> forget(job, (instance) -> isAbout(instance, runs)));
	}

	private void forget(String job, Predicate<JobInstance> unwanted) {
		this.jobs.findJobInstances(job).stream().filter(unwanted).forEach(this.jobs::deleteJobInstance);
	}

	private boolean isAbout(JobInstance instance, Set<Long> runs) {
		return this.jobs.getJobExecutions(instance)
			.stream()
			.map((execution) -> execution.getJobParameters().getLong(RunParameter.PARAMETER))
			.anyMatch((run) -> run != null && runs.contains(run));
	}

	private BatchStatus launch(Job job, JobParameters parameters, Set<String> optional) {
		try {
			JobExecution execution = this.operator.start(job, parameters);
			boolean failed = execution.getStatus() == BatchStatus.FAILED
					|| execution.getStatus() == BatchStatus.UNKNOWN;
			if (failed && !isOnlyOf(optional, execution)) {
				throw new JobFailedException(job.getName(), execution.getAllFailureExceptions());
			}
			return execution.getStatus();
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException("The job " + job.getName() + " could not be started", ex);
		}
	}

	private static boolean isOnlyOf(Set<String> optional, JobExecution execution) {
		List<String> failed = execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getStatus().isUnsuccessful())
			.map(StepExecution::getStepName)
			.toList();
		return !failed.isEmpty() && optional.containsAll(failed);
	}

}
