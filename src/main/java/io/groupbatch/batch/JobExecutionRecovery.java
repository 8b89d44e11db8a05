package io.groupbatch.batch;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Marks executions that a crashed process left running as failed, so that Spring Batch
 * allows a restart.
 * <p>
 * We hold the lock of the state folder, so nothing that seems to run is alive. And no
 * state is too doubtful to go on from: what was done stands in the journal, and a step
 * begins with what it finds there.
 */
final class JobExecutionRecovery {

	private final JobOperator operator;

	private final JobRepository jobs;

	JobExecutionRecovery(JobOperator operator, JobRepository jobs) {
		this.operator = operator;
		this.jobs = jobs;
	}

	/** Lets the job be started again with these parameters. */
	void recover(Job job, JobParameters parameters) {
		JobInstance instance = this.jobs.getJobInstance(job.getName(), parameters);
		if (instance != null) {
			this.jobs.getJobExecutions(instance).forEach(this::recover);
		}
	}

	private void recover(JobExecution execution) {
		execution.getStepExecutions().forEach(this::settle);
		if (execution.getStatus() == BatchStatus.UNKNOWN) {
			execution.setStatus(BatchStatus.FAILED);
			this.jobs.update(execution);
		}
		// A job may look stopped while a step of it does not.
		if (execution.isRunning() || execution.getStatus().isRunning()
				|| execution.getStepExecutions().stream().anyMatch((step) -> step.getStatus().isRunning())) {
			this.operator.recover(execution);
		}
	}

	/** Batch itself never goes on from an unknown status. */
	private void settle(StepExecution step) {
		if (step.getStatus() == BatchStatus.UNKNOWN) {
			step.setStatus(BatchStatus.FAILED);
			this.jobs.update(step);
		}
	}

}
