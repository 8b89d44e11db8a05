package io.groupbatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.cli.Groupbatch.Starter;
import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.ImportOptions.Allow;
import io.groupbatch.importjob.ImportOptions.Existing;
import io.groupbatch.importjob.ImportOptions.Groups;
import io.groupbatch.importjob.ImportOptions.People;
import io.groupbatch.importjob.ImportOptions.Reading;
import io.groupbatch.importjob.PortalMatch;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;
import io.groupbatch.undo.Undo;
import io.groupbatch.undo.UndoLine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * {@code undo RUN}.
 */
@Command(mixinStandardHelpOptions = true, name = "undo",
		description = "Takes a run back, as far as the portal is still as the run has left it: plans that, asks, and sends it.",
		footer = { "", "Example:", "  ./run.sh undo 7" })
class UndoCommand extends SendCommand {

	@Parameters(index = "0", paramLabel = "RUN", description = "The run's number.")
	long number;

	@Option(names = "--include-adopted", description = "Also delete groups that were found after a lost answer.")
	boolean includeAdopted;

	@Option(names = "--dry-run", description = "Send nothing; apply sends the plan.")
	boolean dryRun;

	@Option(names = "--note", paramLabel = "TEXT", description = "What to find the run by, such as a ticket.")
	@Nullable String note;

	@Option(names = "--output", paramLabel = "DIR",
			description = "Where the reports go. Default: output/run-NNNN beside run.sh")
	@Nullable Path output;

	UndoCommand(Starter starter, Map<String, String> environment) {
		super(starter, environment);
	}

	@Override
	ExitCode carryOut() {
		refuseSandbox("undo");
		Run run = runs().toUndo(this.number);
		Terminal terminal = this.global.terminal();
		Run begun = begun(run);
		try (Session session = (begun != null)
				? open("undo", begun, ImportOptions.ofLine(begun.source().options()), Map.of(), terminal)
				: open("undo", run, options(run), Map.of(), terminal)) {
			Identity now = new Admission(session, this.sending).admit((begun != null) ? begun : run,
					url(run).toString());
			if (now.trouble() != null) {
				throw new Stop(Verdict.of(now.trouble()), now.trouble().sentence());
			}
			terminal.say(Summary.portalLine(now.target()));
			if (begun != null) {
				return goOn(begun, session, terminal, now);
			}
			refuseOlder(run, session.get(Undo.class));
			return undo(run, session, terminal, now);
		}
		catch (Undo.Halted ex) {
			throw new Stop(Verdict.of(ex.halt()), ex.halt().sentence());
		}
		catch (IOException ex) {
			throw new Stop(ExitCode.CANNOT_WRITE, "The plan cannot be written: " + FileTrouble.reason(ex)
					+ ". Make room, then give the same command again.");
		}
	}

	/** The run that takes the run back and was broken off, after it had begun to send. */
	private @Nullable Run begun(Run run) {
		Run begun = RunsCommand.read(this.global.state(false), (runs) -> runs.undoing(run.number()))
			.stream()
			.filter((undoing) -> undoing.state() == RunState.UNFINISHED || undoing.state() == RunState.WAITING)
			.findFirst()
			.orElse(null);
		if (begun != null && this.dryRun) {
			throw new Stop(ExitCode.STOPPED,
					"Run %d, which takes run %d back, is not finished.".formatted(begun.number(), run.number())
							+ " Finish it, or give it up: ./run.sh resume %d, ./run.sh cancel %d"
								.formatted(begun.number(), begun.number()));
		}
		return begun;
	}

	private ExitCode goOn(Run begun, Session session, Terminal terminal, Identity now) {
		terminal.say("Going on with run %d.".formatted(begun.number()));
		OutputFolder.prepare(begun);
		return flow(this.sending, session, terminal, now).go(begun.number(), false);
	}

	/**
	 * What cannot be done any more is left out; the rest goes on. Names are given back as
	 * they were, also where groups had the same or a similar one.
	 */
	private static ImportOptions options(Run run) {
		boolean ldap = ImportOptions.ofLine(run.source().options()).allow().ldap();
		return new ImportOptions(Reading.FOUND_OUT, null, true, new People(true, null), new Allow(true, ldap, true),
				new Groups(Existing.UPDATE, false), false);
	}

	private void refuseOlder(Run run, Undo undo) {
		Set<Long> later = undo.laterRuns(run);
		if (!later.isEmpty()) {
			throw new Stop(ExitCode.STOPPED,
					"Nothing was sent. Later runs have changed the same groups: %s. Take those back first, the newest one first."
						.formatted(later.stream().map(String::valueOf).collect(Collectors.joining(", "))));
		}
	}

	private ExitCode undo(Run run, Session session, Terminal terminal, Identity now) throws IOException {
		Path folder = OwnerOnly.folder(this.global.state(false).resolve("undo"));
		discardUnused(folder, session.get(Runs.class));
		Path rows = Files.createTempFile(folder, "run-%04d-".formatted(run.number()), ".csv");
		ImportOptions options = options(run);
		Undo.Result result = session.get(Undo.class).write(run, this.includeAdopted, options.allow().ldap(), rows);
		tell(result, terminal);
		if (result.rows() == 0) {
			Files.delete(rows);
			terminal.result("Nothing of run " + run.number() + " can be taken back. Nothing was sent.");
			return ExitCode.OK;
		}
		Run undoing = begin(run, new Run.Source(rows, FileRun.sha256(rows), options.line()), session, now);
		RunFlow flow = flow(this.sending, session, terminal, now);
		return this.dryRun ? flow.plan(undoing.number(), false)
				: flow.go(undoing.number(), terminal.isInteractive() && !this.sending.yes);
	}

	/** Files of a process that died before its run was made. */
	private static void discardUnused(Path folder, Runs runs) throws IOException {
		Set<Path> used = runs.all().stream().map((run) -> absolute(run.source().file())).collect(Collectors.toSet());
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((path) -> !used.contains(absolute(path))).toList()) {
				Files.delete(file);
			}
		}
	}

	private static Path absolute(Path file) {
		return file.toAbsolutePath().normalize();
	}

	private Run begin(Run run, Run.Source source, Session session, Identity now) {
		Undo.Begun begun = session.get(Undo.class)
			.begin(run, source, now.target(),
					(number) -> OutputFolder.prepareNew(OutputFolder.forRun(number, this.output, false), source.file()),
					this.note);
		session.get(PortalMatch.class).learn(begun.run(), now);
		begun.givenUp()
			.forEach((other) -> this.global.terminal()
				.say("Run %d was given up for this one.".formatted(other.number())));
		return begun.run();
	}

	private static void tell(Undo.Result result, Terminal terminal) {
		terminal.say("Taken back: %d. Kept, for it is not any more as the run left it: %d. Impossible: %d.".formatted(
				result.count(UndoLine.Kind.REVERSED), result.count(UndoLine.Kind.KEPT),
				result.count(UndoLine.Kind.IMPOSSIBLE)));
		for (UndoLine line : result.first()) {
			terminal.say(Texts.printable("  " + word(line.kind()) + " " + line.sentence()));
		}
		long all = result.counts().values().stream().mapToLong(Long::longValue).sum();
		if (all > result.first().size()) {
			terminal.say("  … and %d more; undo.csv has them all.".formatted(all - result.first().size()));
		}
	}

	private static String word(UndoLine.Kind kind) {
		return switch (kind) {
			case REVERSED -> "back      ";
			case KEPT -> "kept      ";
			case IMPOSSIBLE -> "impossible";
		};
	}

}
