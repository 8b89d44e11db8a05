package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * {@code verify FILE}.
 */
@Command(mixinStandardHelpOptions = true, name = "verify",
		description = "Compares the portal with a file, and lists the differences. Changes nothing.",
		footer = { "", "Ends with 2 when there are differences.", "", "Example:",
				"  ./run.sh verify groups.csv --portal https://docspace.example.com" })
class VerifyCommand implements Callable<Integer> {

	private final Session.Starter starter;

	private final Map<String, String> environment;

	@Parameters(index = "0", paramLabel = "FILE", description = "The CSV file; - is standard input.")
	Path file = Path.of("");

	@Option(names = "--exact", negatable = true,
			description = "Also list members, managers and groups that the file lacks. Default: for files that our export"
					+ " wrote; --no-exact switches it off")
	@Nullable Boolean exact;

	@Mixin
	VerifyReading reading = new VerifyReading();

	@Option(names = "--json", description = "Print the summary as JSON.")
	boolean json;

	@Mixin
	PortalOptions portal = new PortalOptions();

	@Mixin
	GlobalOptions global = new GlobalOptions();

	VerifyCommand(Session.Starter starter, Map<String, String> environment) {
		this.starter = starter;
		this.environment = environment;
	}

	@Override
	public Integer call() {
		Path output = this.reading.output(this.portal.sandbox);
		FileRun run = new FileRun("verify", this.file, this.portal, this.reading.options(output, this.exact),
				new SendOptions(), this.global);
		return run
			.with(this.starter, this.environment,
					(session, given) -> new VerifyFlow(session, given, output, this.json).go())
			.code();
	}

}
