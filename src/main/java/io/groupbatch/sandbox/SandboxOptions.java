package io.groupbatch.sandbox;

import java.time.Duration;

/**
 * How a pretend portal is to be.
 *
 * @param port the loopback port; 0 takes any free one
 * @param seed who and what is there at the start
 * @param latency how much later every answer comes; other requests are not kept waiting
 * @param limits the rate limiters
 * @param rememberedRequests how many of the latest requests {@link Traffic} keeps in
 * full; the counts are kept whatever this says
 * @param groupsPerMember how many of a member's own groups are told inside the answer
 * about a group. The real portal tells all, so that answers grow with every group made;
 * the people endpoints here tell all as well
 */
public record SandboxOptions(int port, Seed seed, Duration latency, Limits limits, int rememberedRequests,
		int groupsPerMember) {

	/**
	 * The numbers of the rate limiters, each of which 0 turns off (portal contract 4).
	 *
	 * @param perMinute requests of one user in any 60 seconds
	 * @param readsAtOnce GET requests of one user under way
	 * @param writesAtOnce other requests of one user under way
	 * @param writesPerDay POST and PUT requests of one user in 24 hours
	 */
	public record Limits(int perMinute, int readsAtOnce, int writesAtOnce, int writesPerDay) {

		/** A portal as shipped for self-hosting: no limiter. */
		public static Limits off() {
			return new Limits(0, 0, 0, 0);
		}

		/** The portal's default numbers. */
		public static Limits standard() {
			return new Limits(1500, 50, 15, 10_000);
		}

	}

	/** The seeded portal of the first run: no latency, no limits, 1000 requests kept. */
	public static SandboxOptions standard() {
		return new SandboxOptions(0, Seed.demo(), Duration.ZERO, Limits.off(), 1000, 20);
	}

	public SandboxOptions withPort(int other) {
		return new SandboxOptions(other, this.seed, this.latency, this.limits, this.rememberedRequests,
				this.groupsPerMember);
	}

	public SandboxOptions withSeed(Seed other) {
		return new SandboxOptions(this.port, other, this.latency, this.limits, this.rememberedRequests,
				this.groupsPerMember);
	}

	public SandboxOptions withLatency(Duration other) {
		return new SandboxOptions(this.port, this.seed, other, this.limits, this.rememberedRequests,
				this.groupsPerMember);
	}

	public SandboxOptions withLimits(Limits other) {
		return new SandboxOptions(this.port, this.seed, this.latency, other, this.rememberedRequests,
				this.groupsPerMember);
	}

	public SandboxOptions withRememberedRequests(int other) {
		return new SandboxOptions(this.port, this.seed, this.latency, this.limits, other, this.groupsPerMember);
	}

}
