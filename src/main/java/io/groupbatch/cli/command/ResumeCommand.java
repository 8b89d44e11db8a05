package io.groupbatch.cli.command;

import java.util.Map;
import java.util.regex.Matcher;
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
import io.groupbatch.importjob.row.FileHeadings;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.run.Run;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code resume [RUN]}: continues a run that an earlier command has begun.
 */
@Command(mixinStandardHelpOptions = true, name = "resume", description = "Continues a run that is not finished.",
		footer = { "", "Example:", "  " + ProgramName.IN_HELP + " resume 7" })
public class ResumeCommand extends SendCommand {

	private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	/** A row, and which of its groups. */
	private static final Pattern ROW = Pattern.compile("(\\d{1,7})(?:\\.([1-9]\\d{0,3}))?");

	@Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
			description = "The run's number. Default: the only unfinished one")
	@Nullable Long number;

	@Option(names = "--decide", paramLabel = "ROW=ID|none",
			description = "What you found out about a row in doubt: the id of the group that it has made, or none. "
					+ "Where a row is about several groups: 5.2 is the second group of row 5.")
	Map<String, String> decide = Map.of();

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
		Map<Long, String> decisions = decisions(run);
		try (ApplicationSession session = open("resume", run, options, decisions, terminal)) {
			terminal.say(Summary.resuming(run, session.runs().counts(run.number())));
			Identity now = admit(run, session, terminal);
			checkDecisions(run, decisions, session.reports());
			ExitCode code = flow(this.sending, session, terminal).go(run.number(), now, this.sending.yes);
			new StandardInput(this.global.state(false)).tidy(session.runs());
			return code;
		}
	}

	private Map<Long, String> decisions(Run run) {
		boolean byPerson = FileHeadings.isByPerson(run.content().header());
		return this.decide.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> row(entry.getKey(), byPerson),
					(entry) -> decision(entry.getKey(), entry.getValue())));
	}

	private static long row(String text, boolean byPerson) {
		Matcher row = ROW.matcher(text.strip());
		if (!row.matches() || (row.group(2) != null && !byPerson)) {
			throw new CommandException(ExitCode.USAGE,
					"--decide %s: give the number of a row, as report.csv has it.".formatted(text));
		}
		int part = (row.group(2) != null) ? Integer.parseInt(row.group(2)) - 1 : 0;
		return byPerson ? RowNumber.of(Long.parseLong(row.group(1)), part) : Long.parseLong(row.group(1));
	}

	private void checkDecisions(Run run, Map<Long, String> decisions, ReportService reports) {
		for (long row : decisions.keySet()) {
			if (!reports.isInDoubt(run.number(), row)) {
				String shown = RowNumber.hasPart(row) ? RowNumber.row(row) + "." + (RowNumber.part(row) + 1)
						: String.valueOf(row);
				throw new CommandException(ExitCode.USAGE, "--decide " + shown + ": row " + shown + " of run "
						+ run.number() + " is not UNKNOWN, so there is nothing to decide. Leave that out.");
			}
		}
	}

	private static String decision(String row, String what) {
		String decided = what.strip();
		if (!decided.equals("none") && !GUID.matcher(decided).matches()) {
			throw new CommandException(ExitCode.USAGE,
					"--decide %s=%s: give the id of a group, or none.".formatted(row, what));
		}
		return decided;
	}

}
