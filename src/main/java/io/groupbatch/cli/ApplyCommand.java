package io.groupbatch.cli;

import java.util.Map;

import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Run;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * {@code apply [RUN]}.
 */
@Command(mixinStandardHelpOptions = true, name = "apply",
		description = "Sends what plan has planned, unless the portal has changed since.",
		footer = { "", "Example:", "  ./run.sh apply 7" })
class ApplyCommand extends SendCommand {

	@Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
			description = "The run's number. Default: the only planned one")
	@Nullable Long number;

	ApplyCommand(Starter starter, Map<String, String> environment) {
		super(starter, environment);
	}

	@Override
	ExitCode carryOut() {
		refuseSandbox("plan and apply");
		Terminal terminal = this.global.terminal();
		Run run = runs().toApply(this.number);
		OutputFolder.prepare(run);
		ImportOptions options = ImportOptions.ofLine(run.source().options());
		try (Session session = open("apply", run, options, Map.of(), terminal)) {
			Identity now = admit(run, session, terminal);
			return flow(this.sending, session, terminal).go(run.number(), now,
					terminal.isInteractive() && !this.sending.yes);
		}
	}

}
