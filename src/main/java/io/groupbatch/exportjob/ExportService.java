package io.groupbatch.exportjob;

import java.util.Set;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.JobRunner;
import io.groupbatch.exportjob.read.ExportCounts;
import io.groupbatch.journal.export.Export;
import io.groupbatch.journal.run.StopCause;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Exports the groups of a portal, for every front end. For one thread.
 */
@Component
public class ExportService {

	private final Exporter exporter;

	private final ExportCounts tally;

	private final GracefulShutdown signal;

	private final JobRunner jobs;

	private final Job job;

	ExportService(Exporter exporter, ExportCounts tally, GracefulShutdown signal, JobRunner jobs, Job exportJob) {
		this.exporter = exporter;
		this.tally = tally;
		this.signal = signal;
		this.jobs = jobs;
		this.job = exportJob;
	}

	/**
	 * Goes on with an export that was broken off, or begins one.
	 * @throws Exporter.UnknownManager when nobody on the portal is meant by managedBy
	 * @throws io.groupbatch.exportjob.read.PortalUnavailableException when the portal
	 * cannot say
	 */
	public Exporter.Choice choose(Export.Wanted wanted) {
		return this.exporter.choose(wanted);
	}

	/** Takes an export as far as it can go now. */
	public Ended export(long number) {
		boolean written = this.jobs.goOn(this.job,
				new JobParametersBuilder().addLong(Exporter.PARAMETER, number).toJobParameters(), Set.of());
		return written ? new Ended(this.tally.result(), null) : new Ended(null, why());
	}

	private StopCause why() {
		StopCause halt = this.tally.halt();
		return (halt != null) ? halt : this.signal.why().orElse(StopCause.INTERRUPTED);
	}

	/**
	 * How an export has ended.
	 *
	 * @param result what is in the file; null when it is not written
	 * @param halt why it is not written; null when it is
	 */
	public record Ended(ExportCounts.@Nullable Result result, @Nullable StopCause halt) {
	}

}
