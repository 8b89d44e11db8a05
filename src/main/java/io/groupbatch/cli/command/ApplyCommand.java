package io.groupbatch.cli.command;

import java.util.Map;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.OutputFolder;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.run.RunArgument;
import io.groupbatch.cli.run.SendCommand;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.run.Run;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code apply [RUN]}: sends a planned run, after it has checked that the
 * portal is still as it was planned.
 */
@Command(mixinStandardHelpOptions = true, name = "apply",
		description = "Sends what plan has planned, unless the portal has changed since.",
		footer = { "", "Example:", "  " + ProgramName.IN_HELP + " apply 7" })
public class ApplyCommand extends SendCommand {

	@Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
			description = "The run's number. Default: the only planned one")
	@Nullable Long number;

	public ApplyCommand(ApplicationStarter starter, Map<String, String> environment) {
		super(starter, environment);
	}

	@Override
	protected ExitCode carryOut() {
		refuseSandbox("plan and apply");
		Terminal terminal = this.global.terminal();
		RunArgument runs = runs();
		Run run = runs.toApply(this.number);
		this.sending.goOnAs(runs.sendingOptions(run));
		OutputFolder.prepare(run);
		ImportOptions options = ImportOptions.ofLine(run.source().options());
		try (ApplicationSession session = open("apply", run, options, Map.of(), terminal)) {
			Identity now = admit(run, session, terminal);
			return flow(this.sending, session, terminal).go(run.number(), now, this.sending.yes);
		}
	}

}
