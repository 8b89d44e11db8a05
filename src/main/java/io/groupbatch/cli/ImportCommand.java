package io.groupbatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;

import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.RunChoice;
import io.groupbatch.importjob.RunChoice.Choice;
import io.groupbatch.importjob.RunChoice.Kind;
import io.groupbatch.journal.Run;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

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
		String sha256 = digest();
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
		Map<String, Object> settings = new HashMap<>(this.reading.settings());
		settings.putAll(this.sending.settings());
		settings.put("groupbatch.portal.url", url.toString());
		settings.put("groupbatch.portal.key", key);
		settings.put("groupbatch.log", this.global.logLevel());
		try (Session session = Session.open(this.global.state(this.portal.sandbox), settings, this.starter)) {
			Choice choice = choose(session, sha256, url);
			terminal.say(Summary.portalLine(choice.run().target()));
			return carryOut(session, choice, terminal);
		}
	}

	private Choice choose(Session session, String sha256, URI url) {
		RunChoice choice = session.get(RunChoice.class);
		Run.Source source = new Run.Source(this.file.toAbsolutePath().normalize(), sha256,
				session.get(ImportOptions.class).meaning());
		Run.Target target = choice.target(url.toString(), this.portal.sandbox);
		return this.portal.sandbox ? choice.anew(source, target, this::output)
				: choice.choose(source, target, this.sending.rerun, this::output);
	}

	private ExitCode carryOut(Session session, Choice choice, Terminal terminal) {
		Run run = choice.run();
		RunFlow flow = new RunFlow(session, terminal, this.sending.json);
		if (choice.closed() != null) {
			terminal.say("Run %d was given up for this one.".formatted(choice.closed().number()));
		}
		if (choice.kind() == Kind.BLOCKED) {
			throw new Stop(ExitCode.STOPPED,
					"Run %d of %s is not finished, and the file or the options are others now. Nothing was sent. Finish it first: %s"
						.formatted(run.number(), run.source().file(), resume(run)));
		}
		if (choice.kind() == Kind.DONE_BEFORE) {
			terminal.say("Run %d has imported this very file on %s. Nothing was sent. To import it once more: --rerun"
				.formatted(run.number(), run.span().created().toLocalDate()));
			return flow.report(new Conductor(session), run.number(), resume(run));
		}
		if (choice.kind() == Kind.GOES_ON) {
			terminal.say("Going on with run %d.".formatted(run.number()));
		}
		boolean ask = terminal.isInteractive() && !this.sending.yes && !this.portal.sandbox;
		return flow.go(run.number(), ask, resume(run));
	}

	private String resume(Run run) {
		return "./run.sh resume " + run.number() + " --portal " + run.target().portal();
	}

	private Path output(long number) {
		if (this.sending.output != null) {
			return this.sending.output.toAbsolutePath();
		}
		Path output = GlobalOptions.home().resolve("output");
		return (this.portal.sandbox ? output.resolve("sandbox") : output).resolve("run-%04d".formatted(number));
	}

	private String digest() {
		if (!Files.exists(this.file)) {
			throw new Stop(ExitCode.BAD_INPUT, "There is no file " + this.file + ".");
		}
		if (Files.isDirectory(this.file)) {
			throw new Stop(ExitCode.BAD_INPUT, this.file + " is a folder, not a CSV file.");
		}
		try (InputStream in = Files.newInputStream(this.file);
				DigestInputStream bytes = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
			bytes.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
		}
		catch (IOException ex) {
			throw new Stop(ExitCode.BAD_INPUT, "The file cannot be read: " + ex.getMessage());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/** How the file is to be understood. */
	static class FileOptions {

		@Option(names = "--charset", paramLabel = "NAME",
				description = "The file's encoding, such as windows-1252. Default: UTF-8, or what its BOM says")
		@Nullable Charset charset;

		@Option(names = "--delimiter", paramLabel = "CHAR",
				description = "What separates cells: , ; | or tab. Default: found from the headings")
		@Nullable String delimiter;

		@Option(names = "--operation", paramLabel = "OP", description = "What rows ask for that do not say.")
		@Nullable String operation;

		@Option(names = "--on-invalid", paramLabel = "stop|skip",
				description = "When rows are wrong: send nothing (stop, the default), or the others (skip).")
		OnInvalid onInvalid = OnInvalid.stop;

		@Option(names = "--allow-same-name", description = "Also make groups whose name another group bears.")
		boolean allowSameName;

		@Option(names = "--allow-ldap", description = "Also change groups that a directory owns.")
		boolean allowLdap;

		Map<String, Object> settings() {
			Map<String, Object> settings = new HashMap<>();
			if (this.charset != null) {
				settings.put("groupbatch.import.charset", this.charset.name());
			}
			if (this.delimiter != null) {
				settings.put("groupbatch.import.delimiter", Delimiters.parse(this.delimiter));
			}
			if (this.operation != null) {
				settings.put("groupbatch.import.operation", this.operation);
			}
			settings.put("groupbatch.import.skip-invalid", this.onInvalid == OnInvalid.skip);
			settings.put("groupbatch.import.allow-same-name", this.allowSameName);
			settings.put("groupbatch.import.allow-ldap", this.allowLdap);
			return settings;
		}

		/** Spelled as on the command line. */
		enum OnInvalid {

			stop, skip

		}

	}

}
