package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * {@code apply [RUN]}.
 */
@Command(mixinStandardHelpOptions = true, name = "apply",
		description = "Sends what plan has planned, unless the portal has changed since.",
		footer = { "", "Example:", "  ./run.sh apply 7" })
class ApplyCommand implements Callable<Integer> {

	private final Session.Starter starter;

	private final Map<String, String> environment;

	@Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
			description = "The run's number. Default: the only planned one")
	@Nullable Long number;

	@Mixin
	PortalOptions portal = new PortalOptions();

	@Mixin
	SendOptions sending = new SendOptions();

	@Mixin
	GlobalOptions global = new GlobalOptions();

	ApplyCommand(Session.Starter starter, Map<String, String> environment) {
		this.starter = starter;
		this.environment = environment;
	}

	@Override
	public Integer call() {
		if (this.portal.sandbox) {
			throw new Stop(ExitCode.USAGE,
					"A sandbox lasts as long as one command. To try plan and apply, start one apart: ./run.sh sandbox --port 8099");
		}
		Terminal terminal = this.global.terminal();
		Run run = new OpenRuns(this.global.state(false), this.portal.urlIfGiven(this.environment),
				this.sending.portalMoved)
			.toApply(this.number);
		OutputFolder.prepare(run);
		RunStart start = new RunStart(this.portal, this.sending, this.global);
		Map<String, Object> settings = start.settings(run, this.environment, terminal);
		settings.putAll(RunOptions.settings(run.source().options()));
		Path state = this.global.state(false);
		try (Session session = Session.open(state, new NowFile(state, "apply"), settings, this.starter)) {
			Identity now = new Admission(session, this.sending).admit(run, start.url(run, this.environment).toString());
			terminal.say(Summary.portalLine(session.get(Runs.class).get(run.number()).target().sentBy(now.account())));
			return start.flow(session, terminal, now)
				.go(run.number(), terminal.isInteractive() && !this.sending.yes)
				.code();
		}
	}

}
