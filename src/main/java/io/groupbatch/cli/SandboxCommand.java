package io.groupbatch.cli;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code sandbox}.
 */
@Command(mixinStandardHelpOptions = true, name = "sandbox",
		description = "Starts a pretend portal on this computer, until you press Ctrl-C.")
class SandboxCommand implements Callable<Integer> {

	@Option(names = "--port", paramLabel = "N", defaultValue = "8099",
			description = "Its port, on 127.0.0.1. Default: ${DEFAULT-VALUE}; 0 takes a free one")
	int port;

	@Option(names = "--latency", paramLabel = "MS", defaultValue = "0",
			description = "How long every answer takes, in milliseconds. Default: ${DEFAULT-VALUE}")
	long latency;

	@Option(names = "--limits", description = "Limit requests as the real portal does by default.")
	boolean limits;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	@Override
	public Integer call() throws InterruptedException {
		SandboxOptions options = SandboxOptions.standard()
			.withPort(this.port)
			.withLatency(Duration.ofMillis(this.latency));
		if (this.limits) {
			options = options.withLimits(SandboxOptions.Limits.standard());
		}
		Terminal terminal = this.global.terminal();
		try (Sandbox sandbox = start(options)) {
			terminal.result("The sandbox listens. In another window:");
			terminal.result("  export DOCSPACE_PORTAL_URL=" + sandbox.url());
			terminal.result("  export DOCSPACE_API_KEY=" + sandbox.apiKey());
			terminal.result("  ./run.sh import input/groups.csv");
			terminal.result(
					"It forgets everything when it ends; Groupbatch does not, so after a new start add --rerun. Press Ctrl-C to end it.");
			new CountDownLatch(1).await();
			return ExitCode.OK.code();
		}
	}

	private static Sandbox start(SandboxOptions options) {
		try {
			return Sandbox.start(options);
		}
		catch (UncheckedIOException ex) {
			throw new Stop(ExitCode.CONFIGURATION, ex.getMessage() + " Try another one with --port.");
		}
	}

}
