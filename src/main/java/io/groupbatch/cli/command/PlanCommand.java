package io.groupbatch.cli.command;

import java.nio.file.Path;
import java.util.Map;

import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.run.FileCommand;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command {@code plan FILE}: plans a file as {@code import} does, and sends nothing.
 */
@Command(mixinStandardHelpOptions = true, name = "plan",
		description = "Shows what an import would change, and keeps the plan for apply. Sends nothing.",
		footer = { "", "Example:",
				"  " + ProgramName.IN_HELP + " plan input/onboarding.csv --portal https://docspace.example.com" })
public class PlanCommand extends FileCommand {

	@Parameters(index = "0", paramLabel = "FILE", description = "The CSV file; - is standard input.")
	Path file = Path.of("");

	@Option(names = "--detailed-exitcode", description = "End with 2 when there is something to change.")
	boolean detailed;

	public PlanCommand(ApplicationStarter starter, Map<String, String> environment) {
		super(starter, environment);
	}

	@Override
	protected ExitCode carryOut() {
		return with("plan", this.file, (session, given) -> plan(this.file, this.detailed, session, given));
	}

}
