package io.groupbatch.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.ProcessStatusFile;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.importjob.PurgeService;
import io.groupbatch.journal.StateFolder;
import io.groupbatch.journal.run.Run;
import io.groupbatch.text.ProgramName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command {@code runs purge --keep N}: deletes the rows of old ended runs. Needs no
 * portal.
 */
@Command(mixinStandardHelpOptions = true, name = "purge",
		description = "Deletes the rows of old runs that have ended, and makes the journal smaller."
				+ " The runs stay in the list, and the reports in their folders.",
		footer = { "", "Example:", "  " + ProgramName.IN_HELP + " runs purge --keep 10" })
public class PurgeCommand implements Callable<Integer> {

	private static final double MEGABYTE = 1_000_000;

	private final ApplicationStarter starter;

	@Option(names = "--keep", paramLabel = "N", required = true,
			description = "How many of the runs that have ended keep their rows: the newest N.")
	int keep;

	@Option(names = "--sandbox", description = "The runs of the simulated portal.")
	boolean sandbox;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	public PurgeCommand(ApplicationStarter starter) {
		this.starter = starter;
	}

	@Override
	public Integer call() {
		Path state = this.global.state(this.sandbox);
		ProcessStatusFile now = new ProcessStatusFile(state, "runs purge");
		Terminal terminal = this.global.terminal();
		try (ApplicationSession session = ApplicationSession.open(state, now, this.global.settings(), this.starter)) {
			long before = size(state);
			List<Run> purged = purge(session.purge(), terminal);
			session.shrink();
			if (!terminal.isQuiet()) {
				terminal.result(told(purged, before, size(state)));
			}
			return ExitCode.OK.code();
		}
	}

	/**
	 * Purges, and tells of each run.
	 * @return the runs that still had rows
	 */
	private List<Run> purge(PurgeService purge, Terminal terminal) {
		purge.seal();
		List<Run> purged = purge.old(this.keep).stream().filter((run) -> drop(run, purge, terminal)).toList();
		purge.finish(purged.stream().map(Run::number).collect(Collectors.toSet()));
		return purged.stream().filter((run) -> !run.isPurged()).toList();
	}

	private static boolean drop(Run run, PurgeService purge, Terminal terminal) {
		if (!run.isPurged()) {
			terminal.say("Purging run " + run.number() + ".");
		}
		boolean dropped = purge.drop(run);
		if (!dropped) {
			terminal
				.warn("Run " + run.number() + " is kept: one of its requests is in doubt. The next import of the same"
						+ " groups finds out what became of it.");
		}
		return dropped;
	}

	private static String told(List<Run> purged, long before, long after) {
		String what = purged.isEmpty() ? "No run was purged."
				: TerminalText.count(purged.size(), "run was", "runs were")
						+ " purged: their rows are deleted, their reports are kept.";
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
