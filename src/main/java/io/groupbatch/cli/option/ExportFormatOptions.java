package io.groupbatch.cli.option;

import java.nio.file.Path;
import java.util.Locale;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.exportjob.ExportOptions;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;

/**
 * How an export is written.
 */
public class ExportFormatOptions {

	@Option(names = "--format", paramLabel = "groups|memberships|people",
			description = "A row for each group (groups, the default), for each member of a group (memberships), "
					+ "or for each person with all their groups (people).")
	Format format = Format.groups;

	@Option(names = "--portable",
			description = "For another portal: names and e-mail addresses, no ids. Leaves out groups of a directory.")
	boolean portable;

	@Option(names = "--twins", paramLabel = "number",
			description = "With --portable, when several groups have the same name: number them. Default: refuse")
	@Nullable Twins twins;

	@Option(names = "--raw",
			description = "Leave cells as they are. Default: cells that a spreadsheet would run get a ' in front")
	boolean raw;

	/**
	 * Refuses what does not go together.
	 */
	public void check() {
		if (this.twins != null && !this.portable) {
			throw new CommandException(ExitCode.USAGE,
					"--twins needs --portable: in other exports, ids distinguish groups of one name.");
		}
	}

	/** What the options mean, for an export to a file. */
	public ExportOptions options(Path file) {
		return new ExportOptions(file, ExportOptions.Format.valueOf(this.format.name().toUpperCase(Locale.ROOT)),
				this.portable, this.twins != null, this.raw);
	}

	/** Spelled as on the command line. */
	enum Format {

		groups, memberships, people

	}

	/** Spelled as on the command line. */
	enum Twins {

		number

	}

}
