package io.groupbatch.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

import io.groupbatch.portal.ApiKey;
import io.groupbatch.portal.PortalSettings;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import picocli.CommandLine.Mixin;

/**
 * A command that talks to a portal, be it a real one or a sandbox.
 */
abstract class PortalCommand implements Callable<Integer> {

	/** How many requests may be under way at once when nothing else is said. */
	static final int CONNECTIONS = 15;

	final Map<String, String> environment;

	@Mixin
	PortalOptions portal = new PortalOptions();

	@Mixin
	GlobalOptions global = new GlobalOptions();

	/**
	 * For a process.
	 * @param environment its variables
	 */
	PortalCommand(Map<String, String> environment) {
		this.environment = environment;
	}

	@Override
	public final Integer call() {
		return carryOut().code();
	}

	/** Does what the command is for. */
	abstract ExitCode carryOut();

	/**
	 * Does some work with the portal that the command line means. A sandbox ends with it.
	 * @param connections how many requests may be under way at once
	 */
	ExitCode withPortal(int connections, Function<PortalSettings, ExitCode> work) {
		if (this.portal.sandbox) {
			try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
				return work.apply(new PortalSettings(sandbox.url(), ApiKey.of(sandbox.apiKey()), connections));
			}
		}
		return work.apply(this.portal.portal(this.portal.url(this.environment), connections, this.environment,
				this.global.terminal()));
	}

	/** Takes a run as far as it goes. */
	RunFlow flow(SendOptions sending, Session session, Terminal terminal) {
		NextCommand next = new NextCommand(this.global, this.portal);
		return new RunFlow(session, new Closing(session.reports(), terminal, sending.json, next), terminal, next);
	}

}
