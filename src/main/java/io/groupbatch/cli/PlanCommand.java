package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import io.groupbatch.importjob.RunChoice;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code plan FILE}.
 */
@Command(mixinStandardHelpOptions = true, name = "plan",
		description = "Shows what an import would change, and keeps that to be sent by apply. Sends nothing.",
		footer = { "", "Example:", "  ./run.sh plan input/onboarding.csv --portal https://docspace.example.com" })
class PlanCommand implements Callable<Integer> {

	private final Session.Starter starter;

	private final Map<String, String> environment;

	@Parameters(index = "0", paramLabel = "FILE", description = "The CSV file; - is standard input.")
	Path file = Path.of("");

	@Option(names = "--detailed-exitcode", description = "End with 2 when there is something to change.")
	boolean detailed;

	@Mixin
	PortalOptions portal = new PortalOptions();

	@Mixin
	FileOptions reading = new FileOptions();

	@Mixin
	SendOptions sending = new SendOptions();

	@Mixin
	GlobalOptions global = new GlobalOptions();

	PlanCommand(Session.Starter starter, Map<String, String> environment) {
		this.starter = starter;
		this.environment = environment;
	}

	@Override
	public Integer call() {
		FileRun run = new FileRun("plan", this.file, this.portal, this.reading, this.sending, this.global);
		return run.with(this.starter, this.environment, (session, given) -> plan(run, this.detailed, session, given))
			.code();
	}

	/** Always a new run: it says what the portal, as it is now, lacks. */
	static ExitCode plan(FileRun file, boolean detailed, Session session, FileRun.Given given) {
		Run run = session.get(RunChoice.class).anew(given.source(), given.identity().target(), file::output).run();
		file.remark(session.get(Runs.class), run);
		OutputFolder.prepare(run);
		return file.flow(session, given).plan(run.number(), detailed);
	}

}
