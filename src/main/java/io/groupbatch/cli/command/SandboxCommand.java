package io.groupbatch.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.cli.option.RateLimitOptions;
import io.groupbatch.cli.option.WholeNumberConverter;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.RandomFaults;
import io.groupbatch.sandbox.protocol.ServerVersion;
import io.groupbatch.sandbox.state.CaseFolding;
import io.groupbatch.sandbox.state.InvitationRules;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code sandbox}: runs a simulated portal until the process is ended.
 */
@Command(mixinStandardHelpOptions = true, name = "sandbox",
		description = "Starts a simulated portal on this computer, until you press Ctrl-C.")
public class SandboxCommand implements Callable<Integer> {

	@Option(names = "--port", paramLabel = "N", defaultValue = "8099",
			description = "Its port, on 127.0.0.1. Default: ${DEFAULT-VALUE}; 0 takes a free one")
	int port;

	@Option(names = "--latency", paramLabel = "MS", defaultValue = "0", converter = WholeNumberConverter.class,
			description = "Delay of every answer, in milliseconds. Default: ${DEFAULT-VALUE}")
	int latency;

	@Option(names = "--work", paramLabel = "MS", defaultValue = "0", converter = WholeNumberConverter.class,
			description = "Duration of every change, in milliseconds. Default: ${DEFAULT-VALUE}")
	int work;

	@Mixin
	RateLimitOptions limits = new RateLimitOptions();

	@Option(names = "--faults", paramLabel = "FILE",
			description = "Simulate random faults, as the file says. Example: input/faults.properties")
	@Nullable Path faults;

	@Option(names = "--old-server", description = "Behave as DocSpace servers up to 3.6.1.")
	boolean oldServer;

	@Option(names = "--no-emoji", description = "Fail for names with an emoji, as a portal on MySQL does.")
	boolean noEmoji;

	@Option(names = "--fold", paramLabel = "turkish|c",
			description = "Miss names when searching: turkish misses a search with a capital I, as for a Turkish owner of the key; "
					+ "c a search with a capital letter other than A to Z, as with a database of locale C.")
	@Nullable SearchFold fold;

	@Option(names = "--no-invitations", description = "Forbid invitations, as a portal's settings can.")
	boolean noInvitations;

	@Option(names = "--paid-seats", paramLabel = "N", converter = WholeNumberConverter.class,
			description = "How many room admins and DocSpace admins there may be. Default: any number")
	int paidSeats = Integer.MAX_VALUE;

	@Option(names = "--invitations-per-day", paramLabel = "N", defaultValue = "0",
			converter = WholeNumberConverter.class,
			description = "How many people may be invited a day. Default: any number")
	int invitationsPerDay;

	@Mixin
	GlobalOptions global = new GlobalOptions();

	@Override
	public Integer call() throws InterruptedException {
		RandomFaults asked = (this.faults != null) ? read(this.faults) : null;
		Terminal terminal = this.global.terminal();
		try (Sandbox sandbox = start(options())) {
			terminal.result("The sandbox listens. In another window:");
			terminal.result("  export DOCSPACE_PORTAL_URL=" + sandbox.url());
			terminal.result("  export DOCSPACE_API_KEY=" + sandbox.apiKey());
			terminal.result("  " + ProgramName.command("import input/groups.csv"));
			if (asked != null) {
				sandbox.setFaultPolicy(asked);
				terminal.result("It goes wrong as " + this.faults + " says, with seed " + asked.seed() + ".");
			}
			terminal.result(
					"It forgets everything when it ends; Groupbatch does not, so after a new start add --rerun. Press Ctrl-C to end it.");
			new CountDownLatch(1).await();
			return ExitCode.OK.code();
		}
	}

	private SandboxOptions options() {
		return SandboxOptions.standard()
			.withPort(this.port)
			.withLatency(Duration.ofMillis(this.latency))
			.withLimits(this.limits.asked())
			.withVersion(this.oldServer ? ServerVersion.V3_6 : ServerVersion.V3_7)
			.withNarrowNames(this.noEmoji)
			.withFold((this.fold != null) ? this.fold.server : CaseFolding.ALIKE)
			.withInvitations(new InvitationRules(!this.noInvitations, this.paidSeats, this.invitationsPerDay))
			.withWork(Duration.ofMillis(this.work));
	}

	private static RandomFaults read(Path file) {
		try {
			return RandomFaults.read(file);
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeRead(file, ex);
		}
		catch (IllegalArgumentException ex) {
			throw new CommandException(ExitCode.BAD_INPUT, file + ": " + ex.getMessage());
		}
	}

	private static Sandbox start(SandboxOptions options) {
		try {
			return Sandbox.start(options);
		}
		catch (UncheckedIOException ex) {
			throw new CommandException(ExitCode.CONFIGURATION, ex.getMessage() + ". Try another one with --port.");
		}
	}

	/** Spelled as on the command line. */
	enum SearchFold {

		turkish(CaseFolding.TURKISH), c(CaseFolding.C);

		private final CaseFolding server;

		SearchFold(CaseFolding server) {
			this.server = server;
		}

	}

}
