package io.groupbatch.sandbox;

import java.time.Duration;

import io.groupbatch.sandbox.http.RateLimits;
import io.groupbatch.sandbox.protocol.ServerVersion;
import io.groupbatch.sandbox.state.CaseFolding;
import io.groupbatch.sandbox.state.InvitationRules;

/**
 * The settings of a simulated portal; unless set otherwise they are those of the first
 * run: the demo people and groups, no latency, no limits, the latest server. Each
 * {@code with} method changes the settings that it is called on.
 */
public final class SandboxOptions {

	int port;

	Seed seed = Seed.demo();

	Duration latency = Duration.ZERO;

	RateLimits limits = RateLimits.off();

	int rememberedRequests = 1000;

	int rememberedWrites = 1000;

	ServerVersion version = ServerVersion.V3_7;

	boolean narrowNames;

	Duration work = Duration.ZERO;

	CaseFolding fold = CaseFolding.ALIKE;

	InvitationRules invitations = InvitationRules.open();

	private SandboxOptions() {
	}

	/** The settings of the first run. */
	public static SandboxOptions standard() {
		return new SandboxOptions();
	}

	/** Sets the loopback port; 0, as it is at first, takes any free one. */
	public SandboxOptions withPort(int other) {
		this.port = other;
		return this;
	}

	/** Sets who and what is there at the start. */
	public SandboxOptions withSeed(Seed other) {
		this.seed = other;
		return this;
	}

	/** Sets how much later every answer comes; other requests are not kept waiting. */
	public SandboxOptions withLatency(Duration other) {
		this.latency = other;
		return this;
	}

	/** Sets the rate limiters. */
	public SandboxOptions withLimits(RateLimits other) {
		this.limits = other;
		return this;
	}

	/**
	 * Sets how many of the latest requests {@link io.groupbatch.sandbox.log.RequestLog}
	 * keeps in full; counted are all.
	 */
	public SandboxOptions withRememberedRequests(int other) {
		this.rememberedRequests = other;
		return this;
	}

	/**
	 * Sets how many of the latest writes {@link io.groupbatch.sandbox.log.RequestLog}
	 * keeps.
	 */
	public SandboxOptions withRememberedWrites(int other) {
		this.rememberedWrites = other;
		return this;
	}

	/** Sets whose ways the server has. */
	public SandboxOptions withVersion(ServerVersion other) {
		this.version = other;
		return this;
	}

	/** Sets whether a name with an emoji breaks it, as with MySQL (contract 9.8). */
	public SandboxOptions withNarrowNames(boolean other) {
		this.narrowNames = other;
		return this;
	}

	/** Sets how long it works at one write, whose steps are spread over that time. */
	public SandboxOptions withWork(Duration other) {
		this.work = other;
		return this;
	}

	/** Sets how it lower-cases what it searches for. */
	public SandboxOptions withFold(CaseFolding other) {
		this.fold = other;
		return this;
	}

	/** Sets what it says about invitations by mail. */
	public SandboxOptions withInvitations(InvitationRules other) {
		this.invitations = other;
		return this;
	}

}
