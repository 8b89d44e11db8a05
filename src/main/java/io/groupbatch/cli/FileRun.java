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
 * @param file the CSV file; {@code -} is standard input
 * @param portal where to
 * @param reading how to understand it
 * @param sending how to send it
 * @param global how to talk
 */
record FileRun(String command, Path file, PortalOptions portal, FileOptions reading, SendOptions sending,
		GlobalOptions global) {

	/** Carries the command out. */
	ExitCode with(Session.Starter starter, Map<String, String> environment, BiFunction<Session, Given, ExitCode> work) {
		if (!StandardInput.isMeant(this.file)) {
			return with(starter, environment, new Input(this.file, this.file, InputFile.sha256(this.file)), work);
		}
		Terminal terminal = this.global.terminal();
		if (terminal.isInteractive()) {
			terminal.say("The file is read from standard input, up to Ctrl-D.");
		}
		StandardInput standard = new StandardInput(this.global.state(this.portal.sandbox));
		Path copy = standard.receive(System.in);
		try {
			return with(starter, environment, new Input(copy, standard.file(), InputFile.sha256(copy)), work);
		}
		finally {
			StandardInput.discard(copy);
		}
	}

	private ExitCode with(Session.Starter starter, Map<String, String> environment, Input input,
			BiFunction<Session, Given, ExitCode> work) {
		if (this.portal.sandbox) {
			try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
				return with(starter, Access.of(sandbox), input, work);
			}
		}
		return with(starter, this.portal.access(environment, this.global.terminal()), input, work);
	}

	private ExitCode with(Session.Starter starter, Access to, Input input, BiFunction<Session, Given, ExitCode> work) {
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
			return with(session, to, input, work);
		}
	}

	private ExitCode with(Session session, Access to, Input input, BiFunction<Session, Given, ExitCode> work) {
		Terminal terminal = this.global.terminal();
		Run.Source source = new Run.Source(input.file().toAbsolutePath().normalize(), input.sha256(),
				session.get(ImportOptions.class).meaning());
		Identity identity = session.get(RunChoice.class).identify(to.url().toString(), this.portal.sandbox);
		terminal.say(Summary.portalLine(identity.target()));
		Given given = new Given(source, identity, terminal);
		if (input.copy().equals(input.file())) {
			return work.apply(session, given);
		}
		StandardInput standard = new StandardInput(this.global.state(this.portal.sandbox));
		standard.keep(input.copy());
		try {
			ExitCode code = work.apply(session, given);
			standard.tidy(session.get(Runs.class));
			return code;
		}
		catch (Stop ex) {
			standard.tidy(session.get(Runs.class));
			throw ex;
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
	RunFlow flow(Session session, Given given) {
		return new RunStart(this.portal, this.sending, this.global).flow(session, given.terminal(), given.identity());
	}

	/**
	 * The file's bytes.
	 *
	 * @param copy where they are before the run begins
	 * @param file where the run reads them
	 * @param sha256 of the bytes
	 */
	private record Input(Path copy, Path file, String sha256) {
	}

	/** What is known of the file and the portal before a run is chosen. */
	record Given(Run.Source source, Identity identity, Terminal terminal) {
	}

}
