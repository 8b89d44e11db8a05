package io.groupbatch.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.JobNames;
import io.groupbatch.batch.JobRunner;
import io.groupbatch.batch.RunParameter;
import io.groupbatch.exportjob.Exporter;
import io.groupbatch.exportjob.read.ExportCounts;
import io.groupbatch.journal.RunData;
import io.groupbatch.journal.export.Export;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Compares a file with a portal, for every front end. It leaves nothing in the journal,
 * however it ends. For one thread.
 */
@Component
public class VerifyService {

	private static final int MAX_MISTAKES = 100;

	private final Runs runs;

	private final Rows rows;

	private final RunData data;

	private final Exporter exporter;

	private final ExportCounts reading;

	private final CompareTasklet comparison;

	private final GracefulShutdown signal;

	private final JobRunner jobs;

	private final Job job;

	VerifyService(Runs runs, Rows rows, RunData data, Exporter exporter, ExportCounts reading,
			CompareTasklet comparison, GracefulShutdown signal, JobRunner jobs, Job verifyJob) {
		this.runs = runs;
		this.rows = rows;
		this.data = data;
		this.exporter = exporter;
		this.reading = reading;
		this.comparison = comparison;
		this.signal = signal;
		this.jobs = jobs;
		this.job = verifyJob;
	}

	/**
	 * Compares a file with the portal.
	 * @param output the folder of the list of differences
	 */
	public Ended verify(Run.Source source, Run.Target target, Path output) {
		Run run = this.runs.createVerify(source, target, output);
		try {
			Export portal = this.exporter.begin(new Export.Wanted(target.portal(), target.account(), null, null));
			boolean compared = this.jobs.goOn(this.job,
					new JobParametersBuilder().addLong(RunParameter.PARAMETER, run.number())
						.addLong(Exporter.PARAMETER, portal.number())
						.toJobParameters(),
					Set.of());
			return compared ? new Ended(run, this.comparison.result(), null, List.of(), 0) : stopped(run);
		}
		finally {
			this.data.deleteUnkept();
			this.exporter.forget();
			this.jobs.forget(JobNames.VERIFY);
		}
	}

	private Ended stopped(Run run) {
		StopCause file = this.runs.get(run.number()).halt();
		StopCause halt = (file != null) ? file : this.reading.halt();
		return new Ended(run, null, (halt != null) ? halt : this.signal.why().orElse(StopCause.INTERRUPTED),
				this.rows.mistakes(run.number(), MAX_MISTAKES), this.rows.countMistakes(run.number()));
	}

	/**
	 * How a comparison has ended.
	 *
	 * @param run what was compared
	 * @param result what was found; null when nothing was compared
	 * @param halt why nothing was compared; null when something was
	 * @param mistakes the first errors in the file
	 * @param allMistakes how many there are
	 */
	public record Ended(Run run, @Nullable VerifyResult result, @Nullable StopCause halt, List<RowError> mistakes,
			long allMistakes) {

		public Ended {
			mistakes = List.copyOf(mistakes);
		}

	}

}
