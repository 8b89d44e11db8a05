package io.groupbatch.cli.command;

import java.nio.file.Path;
import java.util.Map;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.RunTargetMessages;
import io.groupbatch.cli.file.OutputFolder;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.run.FileCommand;
import io.groupbatch.cli.run.FileCommandContext;
import io.groupbatch.cli.run.RunCompletion;
import io.groupbatch.cli.summary.FollowUpCommands;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.importjob.ImportService.ChosenRun;
import io.groupbatch.journal.run.Run;
import io.groupbatch.text.DateTimeText;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code import FILE}: plans a file, asks, sends the plan and reports; or
 * continues the run that the file has begun.
 */
@Command(mixinStandardHelpOptions = true, name = "import",
		description = "Imports the groups of a CSV file into the portal.", footer = { "", "Example:",
				"  " + ProgramName.IN_HELP + " import input/onboarding.csv --portal https://docspace.example.com" })
public class ImportCommand extends FileCommand {

	@Parameters(index = "0", paramLabel = "FILE", description = "The CSV file; - is standard input.")
	Path file = Path.of("");

	@Option(names = "--dry-run", description = "Send nothing: the same as the command plan.")
	boolean dryRun;

	@Option(names = "--detailed-exitcode",
			description = "With --dry-run: end with 2 when there is something to change.")
	boolean detailed;

	public ImportCommand(ApplicationStarter starter, Map<String, String> environment) {
		super(starter, environment);
	}

	@Override
	protected ExitCode carryOut() {
		return with("import", this.file, (session, given) -> this.dryRun
				? plan(this.file, this.detailed, session, given) : importing(session, given));
	}

	private ExitCode importing(ApplicationSession session, FileCommandContext.Given given) {
		ChosenRun chosen = session.imports().choose(request(this.file, given));
		Terminal terminal = given.terminal();
		if (chosen instanceof ChosenRun.New fresh) {
			tell(fresh, given);
			session.runs().sendingOptions(fresh.run().number(), this.sending.kept());
			OutputFolder.prepare(fresh.run());
			return go(fresh.run(), session, given);
		}
		if (chosen instanceof ChosenRun.Resumed resumed) {
			OutputFolder.prepare(resumed.run());
			terminal.say(Summary.resuming(resumed.run(), session.runs().counts(resumed.run().number())));
			return go(resumed.run(), session, given);
		}
		if (chosen instanceof ChosenRun.DoneBefore done) {
			Run run = done.run();
			if (!run.isPurged()) {
				OutputFolder.prepare(run);
			}
			terminal.say("Run %d imported this file at %s. Nothing was sent. To import it once more: --rerun"
				.formatted(run.number(), DateTimeText.minute(run.span().created().toInstant())));
			return new RunCompletion(session.reports(), terminal, this.sending.json, next(), this.global.metrics())
				.again(run)
				.exitCode();
		}
		throw stop(chosen);
	}

	/**
	 * Another address of the portal, and another person's key, make a new run of a file.
	 */
	private static void tell(ChosenRun.New fresh, FileCommandContext.Given given) {
		Run closed = fresh.givenUp();
		if (closed != null) {
			given.terminal().say("Run %d was cancelled in favour of this one.".formatted(closed.number()));
		}
		Run other = fresh.unfinished();
		if (other != null) {
			boolean samePortal = other.target().portal().equals(given.identity().target().portal());
			given.terminal()
				.say(TerminalText
					.printable("Run %d of this file is not finished. %s".formatted(other.number(), samePortal
							? "It was planned with the key of %s; --as-other-account continues it instead of a new run."
								.formatted(other.target().accountName())
							: ("It belongs to %s, which is the same portal or a copy of it. If it is the same one,"
									+ " --portal-moved continues it instead of a new run.")
								.formatted(other.target().portal()))));
		}
	}

	private ExitCode go(Run run, ApplicationSession session, FileCommandContext.Given given) {
		boolean yes = this.sending.yes || this.portal.sandbox;
		return flow(this.sending, session, given.terminal()).go(run.number(), given.identity(), yes);
	}

	/** Why nothing is done. */
	private CommandException stop(ChosenRun chosen) {
		if (chosen instanceof ChosenRun.Unavailable unavailable) {
			return CommandException.because(unavailable.why());
		}
		if (chosen instanceof ChosenRun.Refused refused) {
			return RunTargetMessages.stop(refused.refusal());
		}
		if (chosen instanceof ChosenRun.TakenBack takenBack) {
			return takenBack(takenBack.run(), takenBack.undoing());
		}
		Run run = ((ChosenRun.Conflict) chosen).run();
		return new CommandException(ExitCode.STOPPED,
				("Run %d of %s is not finished, and the file or the options have changed. Nothing was sent."
						+ " Finish it: %s, or cancel it: %s")
					.formatted(run.number(), run.source().file(), next().resume(run), next().cancel(run)));
	}

	/** The portal is not as the file says, and the user did not ask to make it so. */
	private CommandException takenBack(Run run, Run undoing) {
		String done = "Run %d imported this file at %s, and run %d %s. Nothing was sent.".formatted(run.number(),
				DateTimeText.minute(run.span().created().toInstant()), undoing.number(),
				undoing.state().isEnded() ? "undid it" : "is undoing it");
		String next = undoing.state().isEnded() ? " " : " Finish that run: " + next().resume(undoing) + ". ";
		return new CommandException(ExitCode.STOPPED, done + next + "To import the file once more: --rerun");
	}

	private FollowUpCommands next() {
		return new FollowUpCommands(this.global, this.portal);
	}

}
