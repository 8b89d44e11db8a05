package io.groupbatch.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.OutputFolder;
import io.groupbatch.cli.file.PrivateFiles;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.run.RunArgument;
import io.groupbatch.cli.run.RunExecutor;
import io.groupbatch.cli.run.SendCommand;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.text.ProgramName;
import io.groupbatch.undo.Undo;
import io.groupbatch.undo.UndoLine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code undo RUN}: makes a run that reverts an earlier one, and continues
 * with it as an import does.
 */
@Command(mixinStandardHelpOptions = true, name = "undo",
		description = "Reverts a run, as far as the portal is still as the run left it: plans the changes, asks, and sends them.",
		footer = { "", "Example:", "  " + ProgramName.IN_HELP + " undo 7" })
public class UndoCommand extends SendCommand {

	@Parameters(index = "0", paramLabel = "RUN", description = "The run's number.")
	long number;

	@Option(names = "--include-adopted", description = "Also delete groups that were found after a lost answer.")
	boolean includeAdopted;

	@Option(names = "--dry-run", description = "Send nothing; apply sends the plan.")
	boolean dryRun;

	@Option(names = "--note", paramLabel = "TEXT", description = "A note to find the run by, such as a ticket.")
	@Nullable String note;

	@Option(names = "--output", paramLabel = "DIR",
			description = "Where the reports go. Default: output/run-NNNN beside run.sh; when installed, in your own folder")
	@Nullable Path output;

	public UndoCommand(ApplicationStarter starter, Map<String, String> environment) {
		super(starter, environment);
	}

	@Override
	protected ExitCode carryOut() {
		refuseSandbox("undo");
		RunArgument runs = runs();
		Run run = runs.toUndo(this.number);
		Terminal terminal = this.global.terminal();
		Run begun = runs.brokenOffUndo(run).orElse(null);
		if (begun != null && this.dryRun) {
			throw new CommandException(ExitCode.STOPPED,
					"Run %d, which undoes run %d, is not finished.".formatted(begun.number(), run.number())
							+ " Finish it or cancel it: %s, %s".formatted(
									ProgramName.command("resume " + begun.number()),
									ProgramName.command("cancel " + begun.number())));
		}
		Run meant = (begun != null) ? begun : run;
		if (begun != null) {
			this.sending.goOnAs(runs.sendingOptions(begun));
		}
		ImportOptions options = (begun != null) ? ImportOptions.ofLine(begun.source().options()) : Undo.options(run);
		try (ApplicationSession session = open("undo", meant, options, Map.of(), terminal)) {
			Identity now = admit(meant, session);
			if (now.trouble() != null) {
				throw CommandException.because(now.trouble());
			}
			terminal.say(Summary.portalLine(now.target()));
			return (begun != null) ? goOn(begun, session, terminal, now) : undo(run, session, terminal, now);
		}
		catch (Undo.Halted ex) {
			throw CommandException.because(ex.halt());
		}
		catch (IOException ex) {
			throw new CommandException(ExitCode.CANNOT_WRITE, "The plan cannot be written: " + FileErrors.reason(ex)
					+ ". Make room, then give the same command again.");
		}
	}

	private ExitCode goOn(Run begun, ApplicationSession session, Terminal terminal, Identity now) {
		terminal.say(Summary.resuming(begun, session.runs().counts(begun.number())));
		OutputFolder.prepare(begun);
		return flow(this.sending, session, terminal).go(begun.number(), now, this.sending.yes);
	}

	private ExitCode undo(Run run, ApplicationSession session, Terminal terminal, Identity now) throws IOException {
		Undo undo = session.undo();
		Set<Long> later = undo.laterRuns(run);
		if (!later.isEmpty()) {
			throw new CommandException(ExitCode.STOPPED,
					"Nothing was sent. Later runs have changed the same groups: %s. Undo those first, starting with the newest."
						.formatted(later.stream().map(String::valueOf).collect(Collectors.joining(", "))));
		}
		Undo.Result result = undo.write(run, this.includeAdopted,
				PrivateFiles.folder(this.global.state(false).resolve("undo")));
		tell(result, terminal);
		if (result.rows() == 0) {
			terminal.result(nothing(run, session));
			return (result.count(UndoLine.Kind.KEPT) + result.count(UndoLine.Kind.IMPOSSIBLE) > 0)
					? ExitCode.SOME_NOT_DONE : ExitCode.OK;
		}
		Undo.Begun begun = undo.begin(run, result.file(), now,
				(number) -> OutputFolder.prepareNew(OutputFolder.forRun(number, this.output, false), result.file()),
				this.note);
		begun.givenUp()
			.forEach((other) -> terminal.say("Run %d was cancelled in favour of this one.".formatted(other.number())));
		session.runs().sendingOptions(begun.run().number(), this.sending.kept());
		RunExecutor flow = flow(this.sending, session, terminal);
		return this.dryRun ? flow.plan(begun.run().number(), false, this.sending.json)
				: flow.go(begun.run().number(), now, this.sending.yes);
	}

	private static String nothing(Run run, ApplicationSession session) {
		return session.runs()
			.undoing(run.number())
			.stream()
			.filter((undoing) -> undoing.state() == RunState.FINISHED)
			.findFirst()
			.map((undoing) -> "Run %d was already undone by run %d. Nothing was sent.".formatted(run.number(),
					undoing.number()))
			.orElse("Nothing of run " + run.number() + " can be undone. Nothing was sent.");
	}

	private static void tell(Undo.Result result, Terminal terminal) {
		terminal.say("Will be undone: %d. Will be left as it is: %d. Cannot be undone: %d.".formatted(
				result.count(UndoLine.Kind.REVERSED), result.count(UndoLine.Kind.KEPT),
				result.count(UndoLine.Kind.IMPOSSIBLE)));
		for (UndoLine line : result.first()) {
			terminal.say("  " + word(line.kind()) + " " + line.sentence());
		}
		long all = result.counts().values().stream().mapToLong(Long::longValue).sum();
		if (all > result.first().size()) {
			terminal.say("  … and %d more; undo.csv has them all.".formatted(all - result.first().size()));
		}
	}

	private static String word(UndoLine.Kind kind) {
		return switch (kind) {
			case REVERSED -> "undo      ";
			case KEPT -> "leave     ";
			case IMPOSSIBLE -> "impossible";
		};
	}

}
