package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.RunChoice;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.importjob.UserMapFile;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.UserMaps;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;

/**
 * Opens everything that a command about a file needs, and lets the command do its work.
 *
 * @param command what the user gave, for {@code now.json}
 * @param file the CSV file
 * @param portal where to
 * @param reading how to understand it
 * @param sending how to send it
 * @param global how to talk
 */
record FileRun(String command, Path file, PortalOptions portal, FileOptions reading, SendOptions sending,
		GlobalOptions global) {

	/** Carries the command out. */
	ExitCode with(Session.Starter starter, Map<String, String> environment, BiFunction<Session, Given, ExitCode> work) {
		String sha256 = InputFile.sha256(this.file);
		Terminal terminal = this.global.terminal();
		if (this.portal.sandbox) {
			try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
				return with(starter, Access.of(sandbox), sha256, work);
			}
		}
		return with(starter, this.portal.access(environment, terminal), sha256, work);
	}

	private ExitCode with(Session.Starter starter, Access to, String sha256,
			BiFunction<Session, Given, ExitCode> work) {
		Terminal terminal = this.global.terminal();
		Map<String, Object> settings = new HashMap<>(this.global.settings());
		UserMapFile userMap = this.reading.users.userMap(this.reading.output);
		settings.putAll(this.reading.settings(userMap));
		settings.putAll(this.sending.settings());
		settings.putAll(to.settings());
		Path state = this.global.state(this.portal.sandbox);
		try (Session session = Session.open(state, new NowFile(state, this.command), settings, starter)) {
			if (userMap != null) {
				session.get(UserMaps.class).keep(userMap.sha256(), userMap.people());
			}
			Run.Source source = new Run.Source(this.file.toAbsolutePath().normalize(), sha256,
					session.get(ImportOptions.class).meaning());
			Identity identity = session.get(RunChoice.class).identify(to.url().toString(), this.portal.sandbox);
			terminal.say(Summary.portalLine(identity.target()));
			return work.apply(session, new Given(source, identity, terminal));
		}
	}

	/** Where the reports of a new run go. */
	Path output(long number) {
		return OutputFolder.prepareNew(OutputFolder.forRun(number, this.reading.output, this.portal.sandbox),
				this.file);
	}

	/** Keeps what there is to say about a new run. */
	void remark(Runs runs, Run run) {
		Long mends = runs.all()
			.stream()
			.filter((earlier) -> Reports.of(earlier).failed().equals(run.source().file()))
			.map(Run::number)
			.findFirst()
			.orElse(null);
		Path userMap = this.reading.users.userMap;
		runs.remark(run.number(), new Run.Remarks(this.reading.note, mends,
				(userMap != null) ? userMap.toAbsolutePath().normalize() : null, null));
	}

	/** Takes the run as far as it goes. */
	RunFlow flow(Session session, Terminal terminal) {
		return new RunFlow(session, terminal, new NextCommand(this.global, this.portal),
				new RunFlow.Manner(this.sending.json, this.sending.rate()));
	}

	/** What is known of the file and the portal before a run is chosen. */
	record Given(Run.Source source, Identity identity, Terminal terminal) {
	}

}
