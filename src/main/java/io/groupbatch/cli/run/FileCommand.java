package io.groupbatch.cli.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;

import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.OutputFolder;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.option.FileOptions;
import io.groupbatch.cli.option.SendOptions;
import io.groupbatch.importjob.ImportService;
import io.groupbatch.journal.run.Run;
import picocli.CommandLine.Mixin;

/**
 * A command that makes a run of a file.
 */
public abstract class FileCommand extends PortalCommand {

	private final ApplicationStarter starter;

	@Mixin
	FileOptions reading = new FileOptions();

	@Mixin
	public SendOptions sending = new SendOptions();

	/**
	 * For a process.
	 * @param environment its variables
	 */
	protected FileCommand(ApplicationStarter starter, Map<String, String> environment) {
		super(environment);
		this.starter = starter;
	}

	/**
	 * Does some work with a file.
	 * @param command what the user gave, for {@code now.json}
	 */
	public ExitCode with(String command, Path file,
			BiFunction<ApplicationSession, FileCommandContext.Given, ExitCode> work) {
		return new FileCommandContext(command, file, () -> this.reading.options(this.sending), this.starter).with(this,
				this.sending.concurrency(), work);
	}

	/** What the command line says of a file to be imported. */
	public ImportService.Request request(Path file, FileCommandContext.Given given) {
		return new ImportService.Request(given.source(), given.identity(), this.sending.allowed(), this.reading.rerun,
				this.reading.note, this.reading.userMap(),
				(number) -> this.reading.output(number, file, this.portal.sandbox));
	}

	/**
	 * Plans a file, in a new run always: it says what the portal, as it is now, lacks.
	 * @param detailed whether the shell is told that there is something to change
	 */
	public ExitCode plan(Path file, boolean detailed, ApplicationSession session, FileCommandContext.Given given) {
		Run run = session.imports().anew(request(file, given));
		session.runs().sendingOptions(run.number(), this.sending.kept());
		OutputFolder.prepare(run);
		return flow(this.sending, session, given.terminal()).plan(run.number(), detailed, this.sending.json);
	}

}
