package io.groupbatch.cli.command;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.OutputFolder;
import io.groupbatch.cli.file.StandardInput;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.run.RunArgument;
import io.groupbatch.cli.run.SendCommand;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.importjob.ReportService;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.run.Run;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * {@code resume [RUN]}.
 */
@Command(mixinStandardHelpOptions = true, name = "resume", description = "Goes on with a run that is not finished.",
		footer = { "", "Example:", "  " + ProgramName.IN_HELP + " resume 7" })
public class ResumeCommand extends SendCommand {

	private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	@Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
			description = "The run's number. Default: the only unfinished one")
	@Nullable Long number;

	@Option(names = "--decide", paramLabel = "ROW=ID|none",
			description = "What you found out about a row in doubt: the id of the group that it has made, or none.")
	Map<Long, String> decide = Map.of();

	public ResumeCommand(ApplicationStarter starter, Map<String, String> environment) {
		super(starter, environment);
	}

	@Override
	protected ExitCode carryOut() {
		refuseSandbox("resume");
		Terminal terminal = this.global.terminal();
		RunArgument runs = runs();
		Run run = runs.toResume(this.number);
		this.sending.goOnAs(runs.sendingOptions(run));
		OutputFolder.prepare(run);
		ImportOptions options = ImportOptions.ofLine(run.source().options());
		try (ApplicationSession session = open("resume", run, options, decisions(), terminal)) {
			terminal.say(Summary.resuming(run, session.runs().counts(run.number())));
			Identity now = admit(run, session, terminal);
			checkDecisions(run, session.reports());
			ExitCode code = flow(this.sending, session, terminal).go(run.number(), now, this.sending.yes);
			new StandardInput(this.global.state(false)).tidy(session.runs());
			return code;
		}
	}

	private Map<Long, String> decisions() {
		return this.decide.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> decision(entry.getKey(), entry.getValue())));
	}

	private void checkDecisions(Run run, ReportService reports) {
		for (long row : this.decide.keySet()) {
			if (!reports.isInDoubt(run.number(), row)) {
				throw new CommandException(ExitCode.USAGE, "--decide " + row + ": row " + row + " of run "
						+ run.number() + " is not UNKNOWN, so there is nothing to decide. Leave that out.");
			}
		}
	}

	private static String decision(long row, String what) {
		String decided = what.strip();
		if (!decided.equals("none") && !GUID.matcher(decided).matches()) {
			throw new CommandException(ExitCode.USAGE,
					"--decide %d=%s: give the id of a group, or none.".formatted(row, what));
		}
		return decided;
	}

}
