package io.groupbatch.cli;

import java.util.concurrent.Callable;

import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StateFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code cancel RUN}.
 */
@Command(mixinStandardHelpOptions = true, name = "cancel",
		description = "Gives a run up: its rows that wait are never sent. What was done stays done.")
class CancelCommand implements Callable<Integer> {

	@Parameters(index = "0", paramLabel = "RUN", description = "The run's number.")
	long number;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	@Override
	public Integer call() {
		Terminal terminal = this.global.terminal();
		try (StateFolder folder = Session.open(this.global.state(false))) {
			Runs runs = folder.runs();
			Run run = runs.find(this.number).orElseThrow(() -> RunArgument.noSuchRun(this.number));
			if (run.state() == RunState.FINISHED || run.state() == RunState.CANCELLED) {
				throw new Stop(ExitCode.USAGE, "Run " + this.number + " is " + RunArgument.word(run.state())
						+ "; there is nothing to give up. ./run.sh runs lists all.");
			}
			runs.cancel(this.number);
			terminal.say("Run " + this.number + " is given up.");
			return ExitCode.OK.code();
		}
	}

}
