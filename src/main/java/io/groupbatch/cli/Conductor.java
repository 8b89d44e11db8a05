package io.groupbatch.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import io.groupbatch.exportjob.Exporter;
import io.groupbatch.importjob.PageToShare;
import io.groupbatch.importjob.RunNumber;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Starts the jobs of a run, and starts them again after whatever ended them.
 */
final class Conductor {

	private final JobOperator operator;

	private final JobRepository jobs;

	private final Session session;

	Conductor(Session session) {
		this.operator = session.get(JobOperator.class);
		this.jobs = session.get(JobRepository.class);
		this.session = session;
	}

	/**
	 * Takes the run as far as it can go now.
	 * @return whether its report is written
	 */
	boolean run(long run) {
		return goOn("importJob", new JobParametersBuilder().addLong(RunNumber.PARAMETER, run).toJobParameters());
	}

	/**
	 * Writes the run's reports from the journal.
	 */
	void report(long run) {
		launch(this.session.get("reportJob", Job.class),
				new JobParametersBuilder().addLong(RunNumber.PARAMETER, run)
					.addLong("at", this.session.get(Clock.class).millis())
					.toJobParameters());
	}

	/**
	 * Writes a page of the run, to hand on.
	 * @param hideEmails whether e-mail addresses are hidden in it
	 */
	void share(long run, Path file, boolean hideEmails) {
		launch(this.session.get("shareJob", Job.class),
				new JobParametersBuilder().addLong(RunNumber.PARAMETER, run)
					.addLong("at", this.session.get(Clock.class).millis())
					.addString(PageToShare.FILE, file.toString())
					.addString(PageToShare.HIDE_EMAILS, String.valueOf(hideEmails))
					.toJobParameters());
	}

	/**
	 * Takes an export as far as it can go now.
	 * @return whether its file is written
	 */
	boolean export(long number) {
		return goOn("exportJob", new JobParametersBuilder().addLong(Exporter.PARAMETER, number).toJobParameters());
	}

	/**
	 * Compares the file of a run with the portal.
	 * @param portal the export that reads it
	 * @return whether the list of differences is written
	 */
	boolean verify(long run, long portal) {
		return goOn("verifyJob",
				new JobParametersBuilder().addLong(RunNumber.PARAMETER, run)
					.addLong(Exporter.PARAMETER, portal)
					.toJobParameters());
	}

	/** Forgets all that Batch keeps of comparisons, also of one that was broken off. */
	void forgetVerify() {
		this.jobs.findJobInstances("verify").forEach(this.jobs::deleteJobInstance);
	}

	private boolean goOn(String name, JobParameters parameters) {
		Job job = this.session.get(name, Job.class);
		new Recovery(this.operator, this.jobs).recover(job, parameters);
		return launch(job, parameters) == BatchStatus.COMPLETED;
	}

	private BatchStatus launch(Job job, JobParameters parameters) {
		try {
			JobExecution execution = this.operator.start(job, parameters);
			boolean failed = execution.getStatus() == BatchStatus.FAILED
					|| execution.getStatus() == BatchStatus.UNKNOWN;
			if (failed && !(job.getName().equals("import") && isReportOnly(execution))) {
				throw new JobFailed(job.getName(), execution.getAllFailureExceptions());
			}
			return execution.getStatus();
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException("The job " + job.getName() + " could not be started", ex);
		}
	}

	/** The report is tried once more by itself, and what fails then is told. */
	private static boolean isReportOnly(JobExecution execution) {
		return execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getStatus().isUnsuccessful())
			.map(StepExecution::getStepName)
			.toList()
			.equals(List.of("report"));
	}

	/** A job ended in a way that no row and no portal explains. */
	static final class JobFailed extends RuntimeException {

		JobFailed(String job, List<Throwable> causes) {
			super("The job " + job + " failed", causes.isEmpty() ? null : causes.get(0));
		}

	}

}
