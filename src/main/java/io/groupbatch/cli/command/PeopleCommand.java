package io.groupbatch.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.file.OutputFile;
import io.groupbatch.cli.run.PortalCommand;
import io.groupbatch.exportjob.PeopleList;
import io.groupbatch.exportjob.read.PortalUnavailableException;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code people [FILE]}: lists the users of the portal as CSV. Needs no state
 * folder.
 */
@Command(mixinStandardHelpOptions = true, name = "people",
		description = "Lists the portal's users as CSV: e-mail address, id, name, type and status.", footer = { "",
				"Example:", "  " + ProgramName.IN_HELP + " people people.csv --portal https://docspace.example.com" })
public class PeopleCommand extends PortalCommand {

	@Parameters(index = "0", arity = "0..1", paramLabel = "FILE",
			description = "Where to write it. Default, and -: standard output")
	@Nullable Path file;

	@Option(names = "--force", description = "Replace a file of that name without asking.")
	boolean force;

	@Option(names = "--raw",
			description = "Leave cells as they are. Default: cells that a spreadsheet would run get a ' in front")
	boolean raw;

	public PeopleCommand(Map<String, String> environment) {
		super(environment);
	}

	@Override
	protected ExitCode carryOut() {
		OutputFile.check(this.file, this.force, this.global.terminal());
		return withPortal(1, (from) -> list(from, this.global.terminal()));
	}

	private ExitCode list(PortalSettings from, Terminal terminal) {
		try (PeopleList people = new PeopleList(from)) {
			long count = OutputFile.write(this.file, "The list", (out) -> people.write(out, this.raw));
			terminal.say("%s of %s%s.".formatted(TerminalText.count(count, "user", "users"),
					this.portal.sandbox ? "the sandbox" : from.url(),
					OutputFile.isStandardOutput(this.file) ? "" : ", in " + this.file));
			return ExitCode.OK;
		}
		catch (PortalUnavailableException ex) {
			throw CommandException.because(ex.halt());
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeWritten("The list", this.file, ex);
		}
	}

}
