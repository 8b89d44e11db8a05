package io.groupbatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.groupbatch.cli.command.ApplyCommand;
import io.groupbatch.cli.command.AuditCommand;
import io.groupbatch.cli.command.CancelCommand;
import io.groupbatch.cli.command.CompletionCommand;
import io.groupbatch.cli.command.ExportCommand;
import io.groupbatch.cli.command.ImportCommand;
import io.groupbatch.cli.command.PeopleCommand;
import io.groupbatch.cli.command.PlanCommand;
import io.groupbatch.cli.command.PurgeCommand;
import io.groupbatch.cli.command.ReportCommand;
import io.groupbatch.cli.command.ResumeCommand;
import io.groupbatch.cli.command.RunsCommand;
import io.groupbatch.cli.command.SandboxCommand;
import io.groupbatch.cli.command.TemplateCommand;
import io.groupbatch.cli.command.UndoCommand;
import io.groupbatch.cli.command.VerifyCommand;
import io.groupbatch.cli.config.DefaultsFile;
import io.groupbatch.cli.doctor.DoctorCommand;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExceptionReporter;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.InstallationFolder;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.launch.Settings;
import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.cli.record.LogFile;
import io.groupbatch.cli.record.MetricsFile;
import io.groupbatch.journal.StateFolder;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

import org.springframework.context.ConfigurableApplicationContext;

import org.jspecify.annotations.Nullable;

/**
 * The command line. Help and usage errors are answered before Spring starts.
 */
@Command(name = "groupbatch", mixinStandardHelpOptions = true, versionProvider = Groupbatch.Version.class,
		description = "Imports the groups of an ONLYOFFICE DocSpace portal in bulk from CSV, and exports them.",
		footer = { "", "Without arguments it imports input/groups.csv into a simulated portal." },
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { " 0:all is well", " 1:some rows were not done",
				" 2:there is something to change (--detailed-exitcode), or the portal differs (verify)",
				" 3:some rows are in doubt", " 4:stopped by a guard, or not approved", "64:the command line is wrong",
				"65:the file is wrong; nothing was sent", "69:the portal is not reachable", "70:an error in Groupbatch",
				"73:a file cannot be written", "75:come back later", "77:the key, or its rights",
				"78:a setting is wrong", "129, 130, 143:interrupted" })
public final class Groupbatch {

	private static final String VERSION = Objects
		.requireNonNullElse(Groupbatch.class.getPackage().getImplementationVersion(), "(not packaged)");

	private static final Set<String> REFUSING_SANDBOX = Set.of("apply", "resume", "undo");

	private final ApplicationStarter realStarter;

	private final ApplicationStarter starter;

	private final Map<String, String> environment;

	private @Nullable LogFile log;

	private @Nullable MetricsFile metrics;

	Groupbatch(ApplicationStarter starter, Map<String, String> environment) {
		this.realStarter = starter;
		this.starter = this::start;
		this.environment = environment;
	}

	/**
	 * Carries out one command.
	 * @param args the command line; none imports the example into a sandbox
	 * @param starter brings Spring up, when the command needs it
	 * @param environment the variables of the process
	 * @return what the shell is to be told
	 */
	public static int run(String[] args, ApplicationStarter starter, Map<String, String> environment) {
		// What is written and printed is the same on every computer.
		Locale.setDefault(Locale.ROOT);
		return new Groupbatch(starter, environment).run(args);
	}

	private int run(String[] args) {
		CommandLine line = line();
		line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
		line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
		line.setParameterExceptionHandler(UsageErrorHandler::tell);
		line.setExecutionStrategy(this::carryOut);
		line.setExecutionExceptionHandler((ex, command, parsed) -> {
			if (this.log != null) {
				this.log.failed(ex);
			}
			return ExceptionReporter.tell(ex, parsed, command.getErr());
		});
		line.setExitCodeExceptionMapper((ex) -> ExitCode.INTERNAL_ERROR.code());
		int code = withOutput(line.execute((args.length == 0) ? firstTry() : args));
		return end(code, line.getErr());
	}

	/** All commands. */
	CommandLine line() {
		CommandLine line = new CommandLine(this);
		for (Object command : List.of(new ImportCommand(this.starter, this.environment),
				new PlanCommand(this.starter, this.environment), new ApplyCommand(this.starter, this.environment),
				new ResumeCommand(this.starter, this.environment), new CancelCommand(),
				new CommandLine(new RunsCommand()).addSubcommand(new PurgeCommand(this.starter)),
				new ReportCommand(this.starter), new ExportCommand(this.starter, this.environment),
				new VerifyCommand(this.starter, this.environment), new PeopleCommand(this.environment),
				new TemplateCommand(), new AuditCommand(this.starter), new DoctorCommand(this.environment),
				new UndoCommand(this.starter, this.environment), new SandboxCommand(), new CompletionCommand())) {
			line.addSubcommand(command);
		}
		line.getSubcommands().forEach((name, command) -> {
			if (REFUSING_SANDBOX.contains(name)) {
				hide("--sandbox", command);
			}
		});
		line.addSubcommand(new CommandLine.HelpCommand());
		UsageErrorHandler.prepare(line);
		return line;
	}

	/** An option that is taken only to say that the command cannot have it. */
	private static void hide(String option, CommandLine command) {
		OptionSpec shown = command.getCommandSpec().findOption(option);
		command.getCommandSpec().remove(shown);
		command.getCommandSpec().addOption(OptionSpec.builder(shown).hidden(true).build());
	}

	/** With the user's defaults, under the eyes of those who watch over it. */
	private int carryOut(ParseResult given) {
		try {
			ParseResult complete = new DefaultsFile(this.environment).complete(given);
			ParseResult command = DefaultsFile.command(complete);
			if (!command.isUsageHelpRequested() && !command.isVersionHelpRequested()) {
				GlobalOptions.of(command.commandSpec()).ifPresent((global) -> begin(command, global));
			}
			return new RunLast().execute(complete);
		}
		catch (CommandException ex) {
			throw new ExecutionException(given.commandSpec().commandLine(), ex.getMessage(), ex);
		}
	}

	private void begin(ParseResult command, GlobalOptions global) {
		String name = command.commandSpec().qualifiedName().substring("groupbatch ".length());
		this.log = global.openLog();
		if (this.log != null) {
			this.log.begins(VERSION, name, command.matchedOptions().stream().map(OptionSpec::longestName).toList());
		}
		this.metrics = global.beginMetrics(name, Instant.now());
	}

	private int end(int code, PrintWriter err) {
		int told = code;
		MetricsFile begun = this.metrics;
		if (begun != null) {
			try {
				begun.write(VERSION, code, Instant.now());
			}
			catch (IOException ex) {
				err.println(FileErrors.cannotBeWritten("The metrics", begun.file(), ex).getMessage());
				told = (code == 0) ? ExitCode.CANNOT_WRITE.code() : code;
			}
		}
		if (this.log != null) {
			this.log.ends(told);
			this.log.close();
		}
		return told;
	}

	/** Spring sets the log up again. */
	private ConfigurableApplicationContext start(StateFolder folder, Settings settings) {
		ConfigurableApplicationContext context = this.realStarter.start(folder, settings);
		if (this.log != null) {
			this.log.attach();
		}
		return context;
	}

	/** What a command printed may not have arrived, whatever became of its work. */
	private static int withOutput(int code) {
		if (code == ExitCode.CANNOT_WRITE.code() || !System.out.checkError()) {
			return code;
		}
		System.err.println("Standard output is closed, so the printed output is not complete. What was done is kept.");
		return ExitCode.withUnprinted(code);
	}

	private static String[] firstTry() {
		return new String[] { "import", InstallationFolder.path().resolve("input/groups.csv").toString(), "--sandbox" };
	}

	/** The version of the jar. */
	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() {
			return new String[] { "groupbatch " + VERSION };
		}

	}

}
