package io.groupbatch.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.ExportTarget;
import io.groupbatch.cli.file.OutputFile;
import io.groupbatch.cli.file.ProcessStatusFile;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.launch.Settings;
import io.groupbatch.cli.option.ExportFormatOptions;
import io.groupbatch.cli.run.ExportRunner;
import io.groupbatch.cli.run.PortalCommand;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.exportjob.Exporter;
import io.groupbatch.exportjob.read.PortalUnavailableException;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.journal.export.Export;
import io.groupbatch.journal.run.Run;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.text.Invisible;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code export [FILE]}: writes the groups of the portal as CSV.
 */
@Command(mixinStandardHelpOptions = true, name = "export",
		description = "Writes the portal's groups as CSV, in the form that import reads.",
		footer = { "", "If interrupted, the same command continues within an hour.", "", "Examples:",
				"  " + ProgramName.IN_HELP + " export groups.csv --portal https://docspace.example.com",
				"  " + ProgramName.IN_HELP + " export for-the-other-portal.csv --portable --twins number" })
public class ExportCommand extends PortalCommand {

	/** As long as the portal lets a name be. */
	private static final int MAX_FILTER = 128;

	private final ApplicationStarter starter;

	@Parameters(index = "0", arity = "0..1", paramLabel = "FILE",
			description = "Where to write it. Default, and -: standard output")
	@Nullable Path file;

	@Option(names = "--filter", paramLabel = "TEXT",
			description = "Only groups whose name contains this, without regard to case.")
	@Nullable String filter;

	@Option(names = "--managed-by", paramLabel = "USER",
			description = "Only groups with this manager: an e-mail address or an id.")
	@Nullable String managedBy;

	@Option(names = "--force", description = "Replace a file of that name without asking.")
	boolean force;

	@Mixin
	ExportFormatOptions form = new ExportFormatOptions();

	@Option(names = "--json", description = "Print the summary as JSON.")
	boolean json;

	public ExportCommand(ApplicationStarter starter, Map<String, String> environment) {
		super(environment);
		this.starter = starter;
	}

	@Override
	protected ExitCode carryOut() {
		if (this.json && OutputFile.isStandardOutput(this.file)) {
			throw new CommandException(ExitCode.USAGE, "--json needs a FILE: standard output cannot hold both.");
		}
		if (this.filter != null && this.filter.length() > MAX_FILTER) {
			throw new CommandException(ExitCode.USAGE,
					"--filter is longer than any name of a group: %d characters, and 128 are the most."
						.formatted(this.filter.length()));
		}
		this.form.check();
		Terminal terminal = this.global.terminal();
		OutputFile.check(this.file, this.force, terminal);
		ExportTarget target = ExportTarget.of(this.file, this.global.state(this.portal.sandbox));
		return withPortal(CONNECTIONS, (to) -> export(to, target, terminal));
	}

	private ExitCode export(PortalSettings to, ExportTarget target, Terminal terminal) {
		Settings settings = this.global.settings().with(this.form.options(target.file()), to);
		Path state = this.global.state(this.portal.sandbox);
		try (ApplicationSession session = ApplicationSession.open(state, new ProcessStatusFile(state, "export"),
				settings, this.starter)) {
			target.check();
			Run.Target portal = portal(session, to.url(), terminal);
			return new ExportRunner(session, terminal, target, this.json).go(portal, new Export.Wanted(portal.portal(),
					portal.account(), notBlank(this.filter), notBlank(this.managedBy)));
		}
		catch (PortalUnavailableException ex) {
			throw CommandException.because(ex.halt());
		}
		catch (Exporter.UnknownManager ex) {
			throw new CommandException(ExitCode.USAGE, "--managed-by: " + ex.getMessage());
		}
	}

	private Run.Target portal(ApplicationSession session, URI url, Terminal terminal) {
		Identity identity = session.portals().identify(url.toString(), this.portal.sandbox);
		if (identity.trouble() != null) {
			throw CommandException.because(identity.trouble());
		}
		terminal.say(Summary.portalLine(identity.target()));
		return identity.target();
	}

	private static @Nullable String notBlank(@Nullable String text) {
		return (text == null || Invisible.isBlank(text)) ? null : text.strip();
	}

}
