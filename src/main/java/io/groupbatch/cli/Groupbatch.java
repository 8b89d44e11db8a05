package io.groupbatch.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.groupbatch.cli.command.ApplyCommand;
import io.groupbatch.cli.command.AuditCommand;
import io.groupbatch.cli.command.CancelCommand;
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
import io.groupbatch.cli.doctor.DoctorCommand;
import io.groupbatch.cli.exit.ExceptionReporter;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.InstallationFolder;
import io.groupbatch.cli.launch.ApplicationStarter;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The command line. Help and usage mistakes are answered before Spring starts.
 */
@Command(name = "groupbatch", mixinStandardHelpOptions = true, versionProvider = Groupbatch.Version.class,
		description = "Imports the groups of an ONLYOFFICE DocSpace portal in bulk from CSV, and exports them.",
		footer = { "", "Without arguments it imports input/groups.csv into a pretend portal." },
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { " 0:all is well", " 1:some rows were not done",
				" 2:there is something to change (--detailed-exitcode), or the portal differs (verify)",
				" 3:some rows are in doubt", " 4:stopped by a guard, or nobody said yes",
				"64:the command line is wrong", "65:the file is wrong; nothing was sent",
				"69:the portal is not reachable", "70:a mistake of Groupbatch", "73:a file cannot be written",
				"75:come back later", "77:the key, or its rights", "78:a setting is wrong", "130, 143:interrupted" })
public final class Groupbatch {

	private final ApplicationStarter starter;

	private final Map<String, String> environment;

	private Groupbatch(ApplicationStarter starter, Map<String, String> environment) {
		this.starter = starter;
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
		return new Groupbatch(starter, environment).run(args);
	}

	private int run(String[] args) {
		CommandLine line = new CommandLine(this);
		for (Object command : List.of(new ImportCommand(this.starter, this.environment),
				new PlanCommand(this.starter, this.environment), new ApplyCommand(this.starter, this.environment),
				new ResumeCommand(this.starter, this.environment), new CancelCommand(),
				new CommandLine(new RunsCommand()).addSubcommand(new PurgeCommand(this.starter)),
				new ReportCommand(this.starter), new ExportCommand(this.starter, this.environment),
				new VerifyCommand(this.starter, this.environment), new PeopleCommand(this.environment),
				new TemplateCommand(), new AuditCommand(this.starter), new DoctorCommand(this.environment),
				new UndoCommand(this.starter, this.environment), new SandboxCommand())) {
			line.addSubcommand(command);
		}
		line.addSubcommand(new CommandLine.HelpCommand());
		UsageErrorHandler.prepare(line);
		line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
		line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
		line.setParameterExceptionHandler(UsageErrorHandler::tell);
		line.setExecutionExceptionHandler(
				(ex, command, parsed) -> ExceptionReporter.tell(ex, parsed, command.getErr()));
		line.setExitCodeExceptionMapper((ex) -> ExitCode.INTERNAL_ERROR.code());
		return line.execute((args.length == 0) ? firstTry() : args);
	}

	private static String[] firstTry() {
		return new String[] { "import", InstallationFolder.path().resolve("input/groups.csv").toString(), "--sandbox" };
	}

	/** The version of the jar. */
	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() {
			String version = Groupbatch.class.getPackage().getImplementationVersion();
			return new String[] { "groupbatch " + ((version != null) ? version : "(not packaged)") };
		}

	}

}
