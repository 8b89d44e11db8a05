package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * {@code resume [RUN]}.
 */
@Command(mixinStandardHelpOptions = true, name = "resume", description = "Goes on with a run that is not finished.",
		footer = { "", "Example:", "  ./run.sh resume 7" })
class ResumeCommand implements Callable<Integer> {

	private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

	private final Session.Starter starter;

	private final Map<String, String> environment;

	@Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
			description = "The run's number. Default: the only unfinished one")
	@Nullable Long number;

	@Option(names = "--decide", paramLabel = "ROW=ID|none",
			description = "What you found out about a row in doubt: the id of the group that it has made, or none.")
	Map<Long, String> decide = Map.of();

	@Mixin
	PortalOptions portal = new PortalOptions();

	@Mixin
	SendOptions sending = new SendOptions();

	@Mixin
	GlobalOptions global = new GlobalOptions();

	ResumeCommand(Session.Starter starter, Map<String, String> environment) {
		this.starter = starter;
		this.environment = environment;
	}

	@Override
	public Integer call() {
		if (this.portal.sandbox) {
			throw new Stop(ExitCode.USAGE,
					"A sandbox lasts as long as one command. To try resume, start one apart: ./run.sh sandbox --port 8099");
		}
		Terminal terminal = this.global.terminal();
		Run run = new OpenRuns(this.global.state(false), this.portal.urlIfGiven(this.environment),
				this.sending.portalMoved)
			.toResume(this.number);
		OutputFolder.prepare(run);
		RunStart start = new RunStart(this.portal, this.sending, this.global);
		Map<String, Object> settings = start.settings(run, this.environment, terminal);
		this.decide.forEach((row, what) -> settings.put("groupbatch.send.decide." + row, decision(row, what)));
		settings.putAll(RunOptions.settings(run.source().options()));
		Path state = this.global.state(false);
		try (Session session = Session.open(state, new NowFile(state, "resume"), settings, this.starter)) {
			Identity now = new Admission(session, this.sending).admit(run, start.url(run, this.environment).toString());
			terminal.say(Summary.portalLine(session.get(Runs.class).get(run.number()).target().sentBy(now.account())));
			checkDecisions(run, session.get(Rows.class));
			boolean ask = terminal.isInteractive() && !this.sending.yes && run.state().isBeforeSending();
			ExitCode code = start.flow(session, terminal, now).go(run.number(), ask);
			new StandardInput(state).tidy(session.get(Runs.class));
			return code.code();
		}
	}

	private void checkDecisions(Run run, Rows rows) {
		for (long row : this.decide.keySet()) {
			boolean inDoubt = rows.page(run.number(), row - 1, 1)
				.stream()
				.anyMatch((found) -> found.number() == row && found.outcome().status() == RowStatus.UNKNOWN);
			if (!inDoubt) {
				throw new Stop(ExitCode.USAGE, "--decide " + row + ": row " + row + " of run " + run.number()
						+ " is not UNKNOWN, so there is nothing to decide. Leave that out.");
			}
		}
	}

	private static String decision(long row, String what) {
		String decided = what.strip();
		if (!decided.equals("none") && !GUID.matcher(decided).matches()) {
			throw new Stop(ExitCode.USAGE, "--decide %d=%s: give the id of a group, or none.".formatted(row, what));
		}
		return decided;
	}

}
