package io.groupbatch.cli.command;

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

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code cancel RUN}.
 */
@Command(mixinStandardHelpOptions = true, name = "cancel",
		description = "Gives a run up: its rows that wait are never sent. What was done stays done.")
public class CancelCommand implements Callable<Integer> {

	@Parameters(index = "0", paramLabel = "RUN", description = "The run's number.")
	long number;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	@Override
	public Integer call() {
		Terminal terminal = this.global.terminal();
		try (StateFolder folder = ApplicationSession.open(this.global.state(false))) {
			Runs runs = folder.runs();
			Run run = runs.find(this.number).orElseThrow(() -> RunArgument.noSuchRun(this.number));
			if (run.state() == RunState.FINISHED || run.state() == RunState.CANCELLED) {
				throw new CommandException(ExitCode.USAGE, "Run " + this.number + " is " + RunArgument.word(run.state())
						+ "; there is nothing to give up. ./run.sh runs lists all.");
			}
			runs.cancel(this.number);
			terminal.say("Run " + this.number + " is given up.");
			return ExitCode.OK.code();
		}
	}

}
