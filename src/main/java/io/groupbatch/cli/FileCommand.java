package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

import io.groupbatch.cli.Groupbatch.Starter;
import io.groupbatch.importjob.RunChoice;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;
import picocli.CommandLine.Mixin;

/**
 * A command that makes a run of a file.
 */
abstract class FileCommand extends PortalCommand {

	private final Starter starter;

	@Mixin
	FileOptions reading = new FileOptions();

	@Mixin
	SendOptions sending = new SendOptions();

	/**
	 * For a process.
	 * @param environment its variables
	 */
	FileCommand(Starter starter, Map<String, String> environment) {
		super(environment);
		this.starter = starter;
	}

	/**
	 * Does some work with a file.
	 * @param command what the user gave, for {@code now.json}
	 */
	ExitCode with(String command, Path file, BiFunction<Session, FileRun.Given, ExitCode> work) {
		return new FileRun(command, file, () -> this.reading.options(this.sending), this.starter).with(this,
				this.sending.concurrency(), work);
	}

	/** Where the reports of a new run go, by its number. */
	LongFunction<Path> output(Path file) {
		return (number) -> this.reading.output(number, file, this.portal.sandbox);
	}

	/**
	 * Plans a file, in a new run always: it says what the portal, as it is now, lacks.
	 * @param detailed whether the shell is told that there is something to change
	 */
	ExitCode plan(Path file, boolean detailed, Session session, FileRun.Given given) {
		Run run = session.get(RunChoice.class).anew(given.source(), given.identity().target(), output(file)).run();
		this.reading.remark(session.get(Runs.class), run);
		OutputFolder.prepare(run);
		return flow(session, given).plan(run.number(), detailed);
	}

	/** Takes the run as far as it goes. */
	RunFlow flow(Session session, FileRun.Given given) {
		return flow(this.sending, session, given.terminal(), given.identity());
	}

}
