package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code report RUN}.
 */
@Command(mixinStandardHelpOptions = true, name = "report", description = "Writes the reports of a run again.")
class ReportCommand implements Callable<Integer> {

	private final Session.Starter starter;

	@Parameters(index = "0", paramLabel = "RUN", description = "The run's number.")
	long number;

	@Option(names = "--sandbox", description = "A run of the pretend portal.")
	boolean sandbox;

	@Option(names = "--json", description = "Print the summary as JSON.")
	boolean json;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	ReportCommand(Session.Starter starter) {
		this.starter = starter;
	}

	@Override
	public Integer call() {
		Map<String, Object> settings = this.global.settings();
		Path state = this.global.state(this.sandbox);
		try (Session session = Session.open(state, new NowFile(state, "report"), settings, this.starter)) {
			Run run = session.get(Runs.class)
				.find(this.number)
				.orElseThrow(() -> new Stop(ExitCode.USAGE, "There is no run " + this.number + "."));
			if (run.isPurged()) {
				throw new Stop(ExitCode.USAGE, "The rows of run " + this.number
						+ " were dropped by \"runs purge\". What was reported before is in " + run.output() + ".");
			}
			RunFlow flow = new RunFlow(session, this.global.terminal(),
					new NextCommand(this.global, new PortalOptions()), new RunFlow.Manner(this.json, null));
			OutputFolder.prepare(run);
			return (flow.again(run.number()).isReported() ? ExitCode.OK : ExitCode.CANNOT_WRITE).code();
		}
	}

}
