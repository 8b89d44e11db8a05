package io.groupbatch.cli;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * {@code resume [RUN]}.
 */
@Command(mixinStandardHelpOptions = true, name = "resume", description = "Goes on with a run that is not finished.",
		footer = { "", "Example:", "  ./run.sh resume 7 --portal https://docspace.example.com" })
class ResumeCommand implements Callable<Integer> {

	private final Session.Starter starter;

	private final Map<String, String> environment;

	@Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
			description = "The run's number. Default: the only unfinished one")
	@Nullable Long number;

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
		URI url = this.portal.url(this.environment);
		Map<String, Object> settings = new HashMap<>(this.sending.settings());
		settings.put("groupbatch.portal.url", url.toString());
		settings.put("groupbatch.portal.key", this.portal.key(this.environment, terminal));
		settings.put("groupbatch.log", this.global.logLevel());
		Run run = chosen(url);
		settings.putAll(RunOptions.settings(run.source().options()));
		try (Session session = Session.open(this.global.state(false), settings, this.starter)) {
			terminal.say(Summary.portalLine(run.target()));
			boolean ask = terminal.isInteractive() && !this.sending.yes && run.state().isBeforeSending();
			return new RunFlow(session, terminal, this.sending.json)
				.go(run.number(), ask, "./run.sh resume " + run.number() + " --portal " + url)
				.code();
		}
	}

	private Run chosen(URI url) {
		List<Run> open = RunsCommand.read(this.global.state(false), Runs::all)
			.stream()
			.filter((run) -> run.target().portal().equals(url.toString()))
			.filter((run) -> (this.number != null) ? run.number() == this.number : isOpen(run))
			.toList();
		if (open.size() == 1 && isOpen(open.get(0))) {
			return open.get(0);
		}
		throw new Stop(ExitCode.USAGE, switch (open.size()) {
			case 0 -> (this.number != null) ? "There is no run " + this.number + " of " + url + "."
					: "No run of " + url + " is unfinished.";
			case 1 -> "Run " + open.get(0).number() + " is " + RunsCommand.word(open.get(0).state())
					+ "; there is nothing to go on with.";
			default -> "Several runs are unfinished: say which one. ./run.sh runs lists them.";
		});
	}

	private static boolean isOpen(Run run) {
		return new Verdict(run, Map.of()).isOpen();
	}

}
