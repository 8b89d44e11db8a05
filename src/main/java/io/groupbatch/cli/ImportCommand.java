package io.groupbatch.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.RunChoice;
import io.groupbatch.importjob.RunChoice.Choice;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.importjob.RunChoice.Kind;
import io.groupbatch.journal.Run;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code import FILE}.
 */
@Command(mixinStandardHelpOptions = true, name = "import",
		description = "Imports the groups of a CSV file into the portal.",
		footer = { "", "Example:", "  ./run.sh import input/onboarding.csv --portal https://docspace.example.com" })
class ImportCommand implements Callable<Integer> {

	private final Session.Starter starter;

	private final Map<String, String> environment;

	@Parameters(index = "0", paramLabel = "FILE", description = "The CSV file.")
	Path file = Path.of("");

	@Mixin
	PortalOptions portal = new PortalOptions();

	@Mixin
	FileOptions reading = new FileOptions();

	@Mixin
	SendOptions sending = new SendOptions();

	@Mixin
	GlobalOptions global = new GlobalOptions();

	ImportCommand(Session.Starter starter, Map<String, String> environment) {
		this.starter = starter;
		this.environment = environment;
	}

	@Override
	public Integer call() {
		String sha256 = InputFile.sha256(this.file);
		Terminal terminal = this.global.terminal();
		if (this.portal.sandbox) {
			try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
				return run(sha256, sandbox.url(), sandbox.apiKey(), terminal).code();
			}
		}
		return run(sha256, this.portal.url(this.environment), this.portal.key(this.environment, terminal), terminal)
			.code();
	}

	private ExitCode run(String sha256, URI url, String key, Terminal terminal) {
		Map<String, Object> settings = new HashMap<>(this.global.settings());
		settings.putAll(this.reading.settings());
		settings.putAll(this.sending.settings());
		settings.put("groupbatch.portal.url", url.toString());
		settings.put("groupbatch.portal.key", key);
		Path state = this.global.state(this.portal.sandbox);
		try (Session session = Session.open(state, new NowFile(state, "import"), settings, this.starter)) {
			RunChoice runs = session.get(RunChoice.class);
			Run.Source source = new Run.Source(this.file.toAbsolutePath().normalize(), sha256,
					session.get(ImportOptions.class).meaning());
			Identity identity = runs.identify(url.toString(), this.portal.sandbox);
			terminal.say(Summary.portalLine(identity.target()));
			Choice choice = this.portal.sandbox ? runs.anew(source, identity.target(), this::output)
					: runs.choose(source, identity.target(), this.reading.rerun, this::output);
			return carryOut(session, choice, identity, terminal);
		}
	}

	private ExitCode carryOut(Session session, Choice choice, Identity identity, Terminal terminal) {
		Run run = choice.run();
		NextCommand next = new NextCommand(this.global, this.portal);
		if (choice.closed() != null) {
			terminal.say("Run %d was given up for this one.".formatted(choice.closed().number()));
		}
		if (choice.kind() == Kind.BLOCKED) {
			throw new Stop(ExitCode.STOPPED,
					("Run %d of %s is not finished, and the file or the options are others now. Nothing was sent."
							+ " Finish it: %s, or give it up: %s")
						.formatted(run.number(), run.source().file(), next.resume(run), next.cancel(run)));
		}
		if (choice.kind() == Kind.DONE_BEFORE && identity.trouble() != null) {
			throw new Stop(Verdict.of(identity.trouble()), identity.trouble().sentence());
		}
		if (!run.isPurged()) {
			OutputFolder.prepare(run);
		}
		RunFlow flow = new RunFlow(session, terminal, this.sending.json, next);
		if (choice.kind() == Kind.DONE_BEFORE) {
			terminal.say("Run %d has imported this very file on %s. Nothing was sent. To import it once more: --rerun"
				.formatted(run.number(), run.span().created().toLocalDate()));
			return flow.again(run.number()).exitCode();
		}
		if (choice.kind() == Kind.GOES_ON) {
			terminal.say("Going on with run %d.".formatted(run.number()));
		}
		return flow.go(run.number(), terminal.isInteractive() && !this.sending.yes && !this.portal.sandbox);
	}

	private Path output(long number) {
		return OutputFolder.prepareNew(OutputFolder.forRun(number, this.reading.output, this.portal.sandbox));
	}

}
