package io.groupbatch.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.groupbatch.batch.JobFailedException;
import io.groupbatch.cli.connection.PortalOptions;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExceptionReporter;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.OutputFile;
import io.groupbatch.cli.file.OutputFolder;
import io.groupbatch.cli.file.ProcessStatusFile;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.cli.run.RunArgument;
import io.groupbatch.cli.run.RunCompletion;
import io.groupbatch.cli.summary.FollowUpCommands;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.importjob.StorageFailures;
import io.groupbatch.journal.run.Run;
import io.groupbatch.text.ProgramName;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code report RUN}: writes the reports of a run again, or a page to share.
 * Needs no portal.
 */
@Command(mixinStandardHelpOptions = true, name = "report",
		description = "Writes the reports of a run again, or a page to share.",
		footer = { "", "Example:", "  " + ProgramName.IN_HELP + " report 7 --share run-7.html --hide-emails" })
public class ReportCommand implements Callable<Integer> {

	private final ApplicationStarter starter;

	@Parameters(index = "0", paramLabel = "RUN", description = "The run's number.")
	long number;

	@Option(names = "--sandbox", description = "A run of the simulated portal.")
	boolean sandbox;

	@Option(names = "--json", description = "Print the summary as JSON.")
	boolean json;

	@ArgGroup(exclusive = false)
	@Nullable ShareOptions share;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	public ReportCommand(ApplicationStarter starter) {
		this.starter = starter;
	}

	@Override
	public Integer call() {
		Path state = this.global.state(this.sandbox);
		try (ApplicationSession session = ApplicationSession.open(state, new ProcessStatusFile(state, "report"),
				this.global.settings(), this.starter)) {
			Run run = session.runs().find(this.number).orElseThrow(() -> RunArgument.noSuchRun(this.number));
			if (run.isPurged()) {
				throw new CommandException(ExitCode.USAGE, "The rows of run " + this.number
						+ " were deleted by \"runs purge\". Look at the earlier reports in " + run.output() + ".");
			}
			if (this.share != null) {
				return share(run.number(), this.share, session).code();
			}
			OutputFolder.prepare(run);
			this.global.terminal().say(Summary.portalLine(run.target()));
			FollowUpCommands next = new FollowUpCommands(this.global, new PortalOptions());
			RunCompletion closing = new RunCompletion(session.reports(), this.global.terminal(), this.json, next,
					this.global.metrics());
			return (closing.again(run).isReported() ? ExitCode.OK : ExitCode.CANNOT_WRITE).code();
		}
	}

	private ExitCode share(long run, ShareOptions wanted, ApplicationSession session) {
		Path page = wanted.page();
		OutputFile.check(page, wanted.force, this.global.terminal());
		try {
			session.reports().share(run, page, wanted.hideEmails);
		}
		catch (JobFailedException ex) {
			if (!StorageFailures.isOne(ex)) {
				throw ex;
			}
			throw new CommandException(ExitCode.CANNOT_WRITE, "The page cannot be written to " + page + ": "
					+ ExceptionReporter.reason(ex) + ". Check the folder, and whether there is room.");
		}
		Terminal terminal = this.global.terminal();
		if (this.json) {
			terminal.json(JsonMapper.shared()
				.writeValueAsString(JsonMapper.shared()
					.createObjectNode()
					.put("schemaVersion", Summary.SCHEMA_VERSION)
					.put("page", page.toString())));
		}
		else if (!terminal.isQuiet()) {
			terminal.result("Page: " + page);
		}
		return ExitCode.OK;
	}

	/**
	 * What makes a page to hand on. {@code --hide-emails} without {@code --share} is a
	 * error of the command line.
	 */
	static final class ShareOptions {

		@Option(names = "--share", paramLabel = "FILE.html", required = true,
				description = "Write a page to share, and nothing else. It contains no paths of this computer.")
		Path file = Path.of("");

		@Option(names = "--force", description = "Replace a page of that name without asking.")
		boolean force;

		@Option(names = "--hide-emails", description = "In that page, show e-mail addresses as a…@example.com.")
		boolean hideEmails;

		/**
		 * The file, when its name is one of a page: a slip must not cost a list of
		 * groups.
		 */
		Path page() {
			Path name = this.file.getFileName();
			if (name == null || !name.toString().matches("(?i).+\\.html?")) {
				throw new CommandException(ExitCode.USAGE,
						"--share writes a page: name a file that ends with .html, not " + this.file + ".");
			}
			try {
				return OutputFile.resolved(this.file);
			}
			catch (IOException ex) {
				throw FileErrors.cannotBeWritten("The page", this.file, ex);
			}
		}

	}

}
