package io.groupbatch.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import io.groupbatch.exportjob.Exporter;
import io.groupbatch.exportjob.Halted;
import io.groupbatch.importjob.RunChoice;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Export;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.text.Invisible;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * {@code export [FILE]}.
 */
@Command(mixinStandardHelpOptions = true, name = "export",
		description = "Writes the portal's groups as CSV, in the form that import reads.",
		footer = { "", "Broken off, the same command goes on for an hour.", "", "Examples:",
				"  ./run.sh export groups.csv --portal https://docspace.example.com",
				"  ./run.sh export for-the-other-portal.csv --portable --twins number" })
class ExportCommand implements Callable<Integer> {

	private final Session.Starter starter;

	private final Map<String, String> environment;

	@Parameters(index = "0", arity = "0..1", paramLabel = "FILE",
			description = "Where to write it; a file of that name is replaced. Default: standard output")
	@Nullable Path file;

	@Option(names = "--filter", paramLabel = "TEXT",
			description = "Only groups whose name contains this, without regard to case.")
	@Nullable String filter;

	@Option(names = "--managed-by", paramLabel = "USER",
			description = "Only groups with this manager: an e-mail address or an id.")
	@Nullable String managedBy;

	@Mixin
	ExportForm form = new ExportForm();

	@Option(names = "--json", description = "Print the summary as JSON.")
	boolean json;

	@Mixin
	PortalOptions portal = new PortalOptions();

	@Mixin
	GlobalOptions global = new GlobalOptions();

	ExportCommand(Session.Starter starter, Map<String, String> environment) {
		this.starter = starter;
		this.environment = environment;
	}

	@Override
	public Integer call() {
		if (this.json && this.file == null) {
			throw new Stop(ExitCode.USAGE, "--json needs a FILE: standard output cannot hold both.");
		}
		this.form.check();
		Terminal terminal = this.global.terminal();
		Path state = this.global.state(this.portal.sandbox);
		ExportTarget target = ExportTarget.of(this.file, state);
		if (this.portal.sandbox) {
			try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
				return export(Access.of(sandbox), target, terminal).code();
			}
		}
		return export(this.portal.access(this.environment, terminal), target, terminal).code();
	}

	private ExitCode export(Access portal, ExportTarget target, Terminal terminal) {
		Map<String, Object> settings = new HashMap<>(this.global.settings());
		settings.putAll(this.form.settings());
		settings.putAll(portal.settings());
		settings.put("groupbatch.export.file", target.file().toString());
		Path state = this.global.state(this.portal.sandbox);
		try (Session session = Session.open(state, new NowFile(state, "export"), settings, this.starter)) {
			target.check();
			return new ExportFlow(session, terminal, target, this.json).go(identity(session, portal.url(), terminal),
					this::wanted);
		}
		catch (Halted ex) {
			throw new Stop(Verdict.of(ex.halt()), ex.halt().sentence());
		}
		catch (Exporter.UnknownManager ex) {
			throw new Stop(ExitCode.USAGE, "--managed-by: " + ex.getMessage());
		}
	}

	private Identity identity(Session session, URI url, Terminal terminal) {
		Identity identity = session.get(RunChoice.class).identify(url.toString(), this.portal.sandbox);
		if (identity.trouble() != null) {
			throw new Stop(Verdict.of(identity.trouble()), identity.trouble().sentence());
		}
		terminal.say(Summary.portalLine(identity.target()));
		return identity;
	}

	private Export.Wanted wanted(Identity identity) {
		return new Export.Wanted(identity.target().portal(), identity.target().account(), notBlank(this.filter),
				notBlank(this.managedBy));
	}

	private static @Nullable String notBlank(@Nullable String text) {
		return (text == null || Invisible.isBlank(text)) ? null : text.strip();
	}

}
