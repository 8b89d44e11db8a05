package io.groupbatch.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.jspecify.annotations.Nullable;

/**
 * How a run is sent and told.
 */
class SendOptions {

	@Spec(Spec.Target.MIXEE)
	@Nullable CommandSpec spec;

	@Option(names = { "-y", "--yes" }, description = "Do not ask before sending.")
	boolean yes;

	@Option(names = "--json", description = "Print the summary as JSON.")
	boolean json;

	private int concurrency = 15;

	@Option(names = "--concurrency", paramLabel = "N", defaultValue = "15",
			description = "How many requests at once, 1 to 50. Default: ${DEFAULT-VALUE}")
	void setConcurrency(int requests) {
		if (requests < 1 || requests > 50) {
			throw new ParameterException(Objects.requireNonNull(this.spec).commandLine(),
					"--concurrency must be between 1 and 50, not " + requests);
		}
		this.concurrency = requests;
	}

	@Option(names = "--settle", paramLabel = "DURATION", defaultValue = "90s", converter = DurationText.class,
			description = "How long the portal may still be at a request whose answer was lost, such as 90s or 5m."
					+ " Default: ${DEFAULT-VALUE}")
	Duration settle = Duration.ofSeconds(90);

	Map<String, Object> settings() {
		return Map.of("groupbatch.import.concurrency", this.concurrency, "groupbatch.send.settle",
				this.settle.toString());
	}

}
