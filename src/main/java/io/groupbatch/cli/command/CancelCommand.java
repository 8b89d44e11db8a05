package io.groupbatch.cli.command;

import java.util.List;
import java.util.concurrent.Callable;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.cli.run.RunArgument;
import io.groupbatch.journal.StateFolder;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * The command {@code cancel RUN...}: cancels runs that have not ended. Needs no portal.
 */
@Command(mixinStandardHelpOptions = true, name = "cancel",
		description = "Cancels runs: their waiting rows are never sent. What was done stays done.",
		footer = { "", "Example:", "  " + ProgramName.IN_HELP + " cancel 7 8" })
public class CancelCommand implements Callable<Integer> {

	@Parameters(arity = "1..*", paramLabel = "RUN", description = "The numbers of the runs.")
	List<Long> numbers = List.of();

	@Mixin
	GlobalOptions global = new GlobalOptions();

	/** All of them, or none when one of them has ended or is not there. */
	@Override
	public Integer call() {
		Terminal terminal = this.global.terminal();
		try (StateFolder folder = ApplicationSession.open(this.global.state(false))) {
			Runs runs = folder.runs();
			List<Long> open = this.numbers.stream().distinct().toList();
			open.forEach((number) -> refuseEnded(number, runs));
			for (Long number : open) {
				runs.cancel(number);
				terminal.say("Run " + number + " is cancelled.");
			}
			return ExitCode.OK.code();
		}
	}

	private static void refuseEnded(long number, Runs runs) {
		Run run = runs.find(number).orElseThrow(() -> RunArgument.noSuchRun(number));
		if (run.state() == RunState.FINISHED || run.state() == RunState.CANCELLED) {
			throw new CommandException(ExitCode.USAGE, "Run " + number + " is " + RunArgument.word(run.state())
					+ "; there is nothing to cancel. " + ProgramName.command("runs") + " lists all.");
		}
	}

}
