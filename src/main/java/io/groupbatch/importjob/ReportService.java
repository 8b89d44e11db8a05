package io.groupbatch.importjob;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.groupbatch.audit.AuditRecord;
import io.groupbatch.batch.JobFailedException;
import io.groupbatch.batch.JobRunner;
import io.groupbatch.batch.RunParameter;
import io.groupbatch.importjob.options.SharePageParameters;
import io.groupbatch.journal.invite.Invitations;
import io.groupbatch.journal.history.UndoneChanges;
import io.groupbatch.journal.people.UnresolvedPeople;
import io.groupbatch.journal.report.ReportRow;
import io.groupbatch.journal.report.ReportRows;
import io.groupbatch.journal.report.RunStatistics;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.RowErrorGroup;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.run.PortalLimitStore;
import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Writes the reports of runs, and says what a run has come to. For one thread.
 */
@Component
public class ReportService {

	private final Runs runs;

	private final Rows rows;

	private final ReportRows reportRows;

	private final UnresolvedPeople peopleToFix;

	private final Invitations invitations;

	private final GroupCounter groups;

	private final UndoneChanges undone;

	private final AuditRecord audit;

	private final JobRunner jobs;

	private final RunStatistics statistics;

	private final PortalLimitStore limits;

	private final Job reportJob;

	private final Job shareJob;

	ReportService(Runs runs, Rows rows, ReportRows reportRows, UnresolvedPeople peopleToFix, Invitations invitations,
			GroupCounter groups, UndoneChanges undone, AuditRecord audit, RunStatistics statistics,
			PortalLimitStore limits, JobRunner jobs, Job reportJob, Job shareJob) {
		this.runs = runs;
		this.rows = rows;
		this.reportRows = reportRows;
		this.peopleToFix = peopleToFix;
		this.invitations = invitations;
		this.groups = groups;
		this.undone = undone;
		this.audit = audit;
		this.statistics = statistics;
		this.limits = limits;
		this.jobs = jobs;
		this.reportJob = reportJob;
		this.shareJob = shareJob;
	}

	/**
	 * Writes the reports of a run from the journal.
	 * @return why they cannot be written, nothing when they are: a disk that takes no
	 * report changes nothing in what was done
	 * @throws JobFailedException when the program is at fault
	 */
	public Optional<JobFailedException> write(long run) {
		try {
			this.jobs.repeat(this.reportJob, RunParameter.parameters(run));
			return Optional.empty();
		}
		catch (JobFailedException ex) {
			if (!StorageFailures.isOne(ex)) {
				throw ex;
			}
			return Optional.of(ex);
		}
	}

	/**
	 * Writes a page of a run, to hand on.
	 * @param hideEmails whether e-mail addresses are hidden in it
	 * @throws JobFailedException when it cannot be written
	 */
	public void share(long run, Path file, boolean hideEmails) {
		this.jobs.repeat(this.shareJob,
				new JobParametersBuilder(RunParameter.parameters(run))
					.addString(SharePageParameters.FILE, file.toString())
					.addString(SharePageParameters.HIDE_EMAILS, String.valueOf(hideEmails))
					.toJobParameters());
	}

	/** What a run has come to. */
	public RunResult result(long number) {
		Run run = this.runs.get(number);
		boolean sealed = run.state().isEnded() && !run.target().sandbox();
		return new RunResult(run, this.runs.counts(number), this.peopleToFix.count(number),
				this.invitations.counts(number), sealed ? this.audit.head().orElse(null) : null, groups(run),
				this.undone.countLeft(number));
	}

	/**
	 * What a run has come to that is not waited for any longer: it is not in the audit
	 * record.
	 */
	public RunResult unfinishedResult(Run run) {
		return new RunResult(run, this.runs.counts(run.number()), this.peopleToFix.count(run.number()),
				this.invitations.counts(run.number()), null, null, 0);
	}

	private RunResult.@Nullable Groups groups(Run run) {
		if (!run.state().hasComeToSending() || run.isPurged()) {
			return null;
		}
		return this.groups.count(run);
	}

	/** Whether a row of a run is in doubt, so that a person may decide about it. */
	public boolean isInDoubt(long run, long row) {
		return this.rows.page(run, row - 1, 1)
			.stream()
			.anyMatch((found) -> found.number() == row && found.outcome().status() == RowStatus.UNKNOWN);
	}

	/**
	 * What is wrong with the file of a run.
	 * @param most when there are more, only their causes are told, and so many at most
	 */
	public Mistakes mistakes(long run, int most) {
		long all = this.rows.countMistakes(run);
		return (all <= most) ? new Mistakes(this.rows.mistakes(run, most), List.of(), all)
				: new Mistakes(List.of(), this.rows.mistakesByCause(run, most), all);
	}

	/** The first rows of a run, as its report has them. */
	public List<ReportRow> firstRows(long run, int most) {
		return this.reportRows.page(run, 0, most);
	}

	/**
	 * What is wrong with a file.
	 *
	 * @param each all of it, when that is little; else nothing
	 * @param causes some of the causes, when it is much; else nothing
	 * @param all how much there is
	 */
	public record Mistakes(List<RowError> each, List<RowErrorGroup> causes, long all) {

		public Mistakes {
			each = List.copyOf(each);
			causes = List.copyOf(causes);
		}

	}

	/** How many requests a run has sent to change something. */
	public long requests(long run) {
		return this.statistics.sent(run);
	}

	/** Until when the portal of a run wants no requests; null when that is not known. */
	public @Nullable Instant pausedUntil(long run) {
		PortalLimits.Pause pause = this.limits.of(run).pause();
		return (pause != null) ? pause.until() : null;
	}

}
