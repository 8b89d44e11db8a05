package io.groupbatch.cli.run;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

import io.groupbatch.cli.connection.PortalOptions;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.cli.option.SendOptions;
import io.groupbatch.cli.summary.FollowUpCommands;
import io.groupbatch.portal.http.ApiKey;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import picocli.CommandLine.Mixin;

/**
 * A command that connects to a portal, a real one or a sandbox.
 */
public abstract class PortalCommand implements Callable<Integer> {

	/** How many requests may be under way at once when nothing else is said. */
	public static final int CONNECTIONS = 15;

	public final Map<String, String> environment;

	@Mixin
	public PortalOptions portal = new PortalOptions();

	@Mixin
	public GlobalOptions global = new GlobalOptions();

	/**
	 * For a process.
	 * @param environment its variables
	 */
	protected PortalCommand(Map<String, String> environment) {
		this.environment = environment;
	}

	@Override
	public final Integer call() {
		return carryOut().code();
	}

	/** Does what the command is for. */
	protected abstract ExitCode carryOut();

	/**
	 * Does some work with the portal that the command line means. A sandbox ends with it.
	 * @param connections how many requests may be under way at once
	 */
	public ExitCode withPortal(int connections, Function<PortalSettings, ExitCode> work) {
		if (this.portal.sandbox) {
			this.portal.refuseOtherThanSandbox();
			try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
				return work.apply(new PortalSettings(sandbox.url(), ApiKey.of(sandbox.apiKey()), connections));
			}
		}
		return work.apply(this.portal.portal(this.portal.url(this.environment), connections, this.environment,
				this.global.terminal()));
	}

	/** Takes a run as far as it goes. */
	public RunExecutor flow(SendOptions sending, ApplicationSession session, Terminal terminal) {
		FollowUpCommands next = new FollowUpCommands(this.global, this.portal);
		return new RunExecutor(session,
				new RunCompletion(session.reports(), terminal, sending.json, next, this.global.metrics()), terminal,
				next, this.global.isVerbose());
	}

}
