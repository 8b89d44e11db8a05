package io.groupbatch.cli;

import io.groupbatch.importjob.RunNumber;

import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;

/**
 * What Batch keeps of the jobs that were started for a run.
 */
final class BatchHistory {

	private final JobRepository jobs;

	BatchHistory(JobRepository jobs) {
		this.jobs = jobs;
	}

	/** Forgets the jobs of a run that will never go on. */
	void forget(long run) {
		for (String job : this.jobs.getJobNames()) {
			this.jobs.findJobInstances(job)
				.stream()
				.filter((instance) -> isAbout(instance, run))
				.forEach(this.jobs::deleteJobInstance);
		}
	}

	private boolean isAbout(JobInstance instance, long run) {
		return this.jobs.getJobExecutions(instance)
			.stream()
			.anyMatch(
					(execution) -> Long.valueOf(run).equals(execution.getJobParameters().getLong(RunNumber.PARAMETER)));
	}

}
