package io.groupbatch.cli;

import java.util.Set;

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

	/** Forgets the jobs of runs that will never go on. */
	void forget(Set<Long> runs) {
		for (String job : this.jobs.getJobNames()) {
			this.jobs.findJobInstances(job)
				.stream()
				.filter((instance) -> isAbout(instance, runs))
				.forEach(this.jobs::deleteJobInstance);
		}
	}

	private boolean isAbout(JobInstance instance, Set<Long> runs) {
		return this.jobs.getJobExecutions(instance)
			.stream()
			.map((execution) -> execution.getJobParameters().getLong(RunNumber.PARAMETER))
			.anyMatch((run) -> run != null && runs.contains(run));
	}

}
