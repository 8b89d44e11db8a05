package io.groupbatch.cli.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.ProcessStatusFile;
import io.groupbatch.cli.file.StandardInput;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.launch.Settings;
import io.groupbatch.cli.option.FileInputOptions;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.importjob.options.UserMapFile;
import io.groupbatch.importjob.row.FileHeadings;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.run.Run;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.text.Sha256;

/**
 * Opens what a command about a file needs (the state folder, the portal, the file), and
 * runs the command.
 *
 * @param command what the user gave, for {@code now.json}
 * @param file the CSV file; {@code -} is standard input (docs/input-files.md says what
 * else is copied before it is read)
 * @param options what the user says of the file; asked for before the portal is
 * @param starter brings Spring up
 */
public record FileCommandContext(String command, Path file, Supplier<FileInputOptions> options,
		ApplicationStarter starter) {

	/**
	 * Carries the command out.
	 * @param of the command
	 * @param connections how many requests may be under way at once
	 */
	public ExitCode with(PortalCommand of, int connections, BiFunction<ApplicationSession, Given, ExitCode> work) {
		if (!StandardInput.isMeant(this.file)) {
			Input input = new Input(this.file, this.file, sha256(this.file));
			return with(of, connections, input, work);
		}
		Terminal terminal = of.global.terminal();
		boolean dash = this.file.toString().equals("-");
		if (dash && terminal.isInteractive()) {
			terminal.say("The file is read from standard input, up to Ctrl-D.");
		}
		StandardInput standard = new StandardInput(state(of));
		Path copy = standard.receive(StandardInput.open(this.file), dash ? "Standard input" : this.file.toString());
		try {
			Input input = new Input(copy, standard.file(), sha256(copy));
			return with(of, connections, input, work);
		}
		finally {
			StandardInput.discard(copy);
		}
	}

	private ExitCode with(PortalCommand of, int connections, Input input,
			BiFunction<ApplicationSession, Given, ExitCode> work) {
		FileInputOptions said = this.options.get();
		refuseHeadings(input.copy(), said, of.global.terminal());
		return of.withPortal(connections, (to) -> with(of, to, said, input, work));
	}

	private ExitCode with(PortalCommand of, PortalSettings to, FileInputOptions said, Input input,
			BiFunction<ApplicationSession, Given, ExitCode> work) {
		Settings settings = of.global.settings().with(said.reading(), to).with(said.further().toArray(Record[]::new));
		Path state = state(of);
		try (ApplicationSession session = ApplicationSession.open(state, new ProcessStatusFile(state, this.command),
				settings, this.starter)) {
			UserMapFile userMap = said.userMap();
			if (userMap != null) {
				session.userMaps().keep(userMap.sha256(), userMap.people());
			}
			Terminal terminal = of.global.terminal();
			Run.Source source = new Run.Source(input.file().toAbsolutePath().normalize(), input.sha256(),
					said.reading().line());
			Identity identity = session.portals().identify(to.url().toString(), of.portal.sandbox);
			terminal.say(Summary.portalLine(identity.target()));
			return with(input, state, session, new Given(source, identity, terminal), work);
		}
	}

	/**
	 * A file that is no CSV, or whose headings are not understood, needs no portal and no
	 * key, and gets no run.
	 */
	private static void refuseHeadings(Path file, FileInputOptions said, Terminal terminal) {
		if (!Files.isRegularFile(file)) {
			return;
		}
		try {
			List<RowError> mistakes = FileHeadings.mistakes(file, said.reading().reading(), said.reading().operation());
			if (!mistakes.isEmpty()) {
				Summary.tellMistakes(mistakes, mistakes.size(), terminal);
				throw new CommandException(ExitCode.BAD_INPUT, "The file cannot be read. Fix it; nothing was sent.");
			}
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeRead(file, ex);
		}
	}

	private static ExitCode with(Input input, Path state, ApplicationSession session, Given given,
			BiFunction<ApplicationSession, Given, ExitCode> work) {
		if (input.copy().equals(input.file())) {
			return work.apply(session, given);
		}
		StandardInput standard = new StandardInput(state);
		standard.keep(input.copy());
		try {
			ExitCode code = work.apply(session, given);
			standard.tidy(session.runs());
			return code;
		}
		catch (CommandException ex) {
			standard.tidy(session.runs());
			throw ex;
		}
	}

	/**
	 * The file's SHA-256, 64 hex digits.
	 * @throws CommandException when it cannot be read
	 */
	static String sha256(Path file) {
		if (!Files.exists(file)) {
			throw new CommandException(ExitCode.BAD_INPUT,
					"There is no file " + file + ". Check its name and its folder.");
		}
		if (Files.isDirectory(file)) {
			throw new CommandException(ExitCode.BAD_INPUT, file + " is a folder, not a CSV file. Name a file in it.");
		}
		try (InputStream in = Files.newInputStream(file);
				DigestInputStream bytes = new DigestInputStream(in, Sha256.digest())) {
			bytes.transferTo(OutputStream.nullOutputStream());
			return Sha256.hex(bytes.getMessageDigest());
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeRead(file, ex);
		}
	}

	private static Path state(PortalCommand of) {
		return of.global.state(of.portal.sandbox);
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
	public record Given(Run.Source source, Identity identity, Terminal terminal) {
	}

}
