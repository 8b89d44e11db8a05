package io.groupbatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.groupbatch.audit.AuditRecord;
import io.groupbatch.importjob.RunNumber;
import io.groupbatch.journal.Purge;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;

/**
 * {@code runs purge --keep N}.
 */
@Command(mixinStandardHelpOptions = true, name = "purge",
		description = "Drops the rows of old runs that have ended, and makes the journal smaller."
				+ " The runs stay in the list, and the reports where they are.",
		footer = { "", "Example:", "  ./run.sh runs purge --keep 10" })
class PurgeCommand implements Callable<Integer> {

	private static final double MEGABYTE = 1_000_000;

	private final Groupbatch.Starter starter;

	@Option(names = "--keep", paramLabel = "N", required = true,
			description = "How many of the runs that have ended keep their rows: the newest N.")
	int keep;

	@Option(names = "--sandbox", description = "The runs of the pretend portal.")
	boolean sandbox;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	PurgeCommand(Groupbatch.Starter starter) {
		this.starter = starter;
	}

	@Override
	public Integer call() {
		Path state = this.global.state(this.sandbox);
		NowFile now = new NowFile(state, "runs purge");
		Terminal terminal = this.global.terminal();
		try (Session session = Session.open(state, now, this.global.settings(), this.starter)) {
			long before = size(state);
			List<Run> purged = purge(session, terminal);
			session.shrink();
			if (!terminal.isQuiet()) {
				terminal.result(told(purged, before, size(state)));
			}
			return ExitCode.OK.code();
		}
	}

	/**
	 * Those purged before are tried as well, for that may have been broken off.
	 * @return the runs that still had rows
	 */
	private List<Run> purge(Session session, Terminal terminal) {
		Runs runs = session.get(Runs.class);
		Purge purge = session.get(Purge.class);
		session.get(AuditRecord.class).seal();
		List<Run> old = runs.all()
			.stream()
			.filter((run) -> run.state().isEnded())
			.skip(this.keep)
			.sorted(Comparator.comparing(Run::number))
			.toList();
		List<Run> purged = old.stream().filter((run) -> drop(run, purge, terminal)).toList();
		forgetJobs(purged.stream().map(Run::number).collect(Collectors.toSet()), session.get(JobRepository.class));
		purge.dropUserMaps();
		return purged.stream().filter((run) -> !run.isPurged()).toList();
	}

	/** What Batch keeps of runs that will never go on. */
	private static void forgetJobs(Set<Long> runs, JobRepository jobs) {
		for (String job : jobs.getJobNames()) {
			jobs.findJobInstances(job)
				.stream()
				.filter((instance) -> isAbout(instance, runs, jobs))
				.forEach(jobs::deleteJobInstance);
		}
	}

	private static boolean isAbout(JobInstance instance, Set<Long> runs, JobRepository jobs) {
		return jobs.getJobExecutions(instance)
			.stream()
			.map((execution) -> execution.getJobParameters().getLong(RunNumber.PARAMETER))
			.anyMatch((run) -> run != null && runs.contains(run));
	}

	private static boolean drop(Run run, Purge purge, Terminal terminal) {
		if (!run.isPurged()) {
			terminal.say("Purging run " + run.number() + ".");
		}
		boolean dropped = purge.drop(run.number());
		if (!dropped) {
			terminal.warn("Run " + run.number() + " is kept: a request of it is in doubt. The next import of the same"
					+ " groups finds out what became of it.");
		}
		return dropped;
	}

	private static String told(List<Run> purged, long before, long after) {
		String what = purged.isEmpty() ? "No run was purged." : Texts.count(purged.size(), "run was", "runs were")
				+ " purged: their rows are gone, their reports are where they were.";
		return String.format(Locale.ROOT, "%s The journal takes %.1f MB; it took %.1f MB.", what, after / MEGABYTE,
				before / MEGABYTE);
	}

	private static long size(Path state) {
		try {
			return Files.size(StateFolder.journal(state));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
