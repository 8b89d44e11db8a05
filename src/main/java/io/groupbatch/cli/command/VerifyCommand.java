package io.groupbatch.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.InstallationFolder;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.option.FileInputOptions;
import io.groupbatch.cli.option.ReadingOptions;
import io.groupbatch.cli.option.UserOptions;
import io.groupbatch.cli.run.FileCommandContext;
import io.groupbatch.cli.run.PortalCommand;
import io.groupbatch.cli.run.VerifyRunner;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.ImportOptions.Allow;
import io.groupbatch.importjob.options.ImportOptions.Existing;
import io.groupbatch.importjob.options.ImportOptions.Groups;
import io.groupbatch.importjob.options.ImportOptions.People;
import io.groupbatch.importjob.options.UserMapFile;
import io.groupbatch.text.ProgramName;
import io.groupbatch.verify.VerifyOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code verify FILE}: compares the portal with a file. Leaves no run behind.
 */
@Command(mixinStandardHelpOptions = true, name = "verify",
		description = "Compares the portal with a file, and lists the differences. Changes nothing.",
		footer = { "", "Ends with 2 when there are differences.", "", "Example:",
				"  " + ProgramName.IN_HELP + " verify groups.csv --portal https://docspace.example.com" })
public class VerifyCommand extends PortalCommand {

	private final ApplicationStarter starter;

	@Parameters(index = "0", paramLabel = "FILE", description = "The CSV file; - is standard input.")
	Path file = Path.of("");

	@Option(names = "--exact", negatable = true,
			description = "Also list members, managers and groups that the file does not have. Default: for files"
					+ " that export wrote; --no-exact switches it off")
	@Nullable Boolean exact;

	@Mixin
	ReadingOptions reading = new ReadingOptions();

	@Option(names = "--user-map", paramLabel = "FILE",
			description = "A CSV file from,to: who is meant by a text of the file, by e-mail address or id.")
	@Nullable Path userMap;

	@Option(names = "--output", paramLabel = "DIR",
			description = "Where the list goes. Default: output/verify-NNNN beside run.sh; when installed, in your own folder")
	@Nullable Path output;

	@Option(names = "--json", description = "Print the summary as JSON.")
	boolean json;

	public VerifyCommand(ApplicationStarter starter, Map<String, String> environment) {
		super(environment);
		this.starter = starter;
	}

	@Override
	protected ExitCode carryOut() {
		Path folder = output();
		return new FileCommandContext("verify", this.file, () -> options(folder), this.starter).with(this, CONNECTIONS,
				(session, given) -> new VerifyRunner(session, given, folder, this.json).go());
	}

	/** The folder of the list. */
	private Path output() {
		if (this.output != null) {
			return this.output.toAbsolutePath();
		}
		Path parent = InstallationFolder.data().resolve(this.portal.sandbox ? "output/sandbox" : "output");
		int number = 1;
		while (Files.exists(parent.resolve("verify-%04d".formatted(number)))) {
			number++;
		}
		return parent.resolve("verify-%04d".formatted(number));
	}

	private FileInputOptions options(Path folder) {
		UserMapFile users = UserOptions.read(this.userMap, this.output, this.reading.charset);
		ImportOptions file = new ImportOptions(this.reading.reading(), this.reading.operation, false,
				new People(false, (users != null) ? users.sha256() : null), new Allow(false, false, true),
				new Groups(Existing.UPDATE, this.reading.trimNames), true);
		return new FileInputOptions(file, users, List.of(new VerifyOptions(folder, this.exact)));
	}

}
