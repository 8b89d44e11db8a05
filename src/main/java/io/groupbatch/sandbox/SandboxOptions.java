package io.groupbatch.sandbox;

import java.time.Duration;

/**
 * How a pretend portal is to be.
 *
 * @param port the loopback port; 0 takes any free one
 * @param seed who and what is there at the start
 * @param latency how much later every answer comes; other requests are not kept waiting
 * @param limits the rate limiters
 * @param memory how much of the past can be looked at
 * @param groupsPerMember how many of a member's own groups are told inside the answer
 * about a group. The real portal tells all, so that answers grow with every group made;
 * the people endpoints here tell all as well
 * @param server which server it pretends to be
 */
public record SandboxOptions(int port, Seed seed, Duration latency, Limits limits, Memory memory, int groupsPerMember,
		Server server) {

	/** The servers whose ways differ (portal contract 12). */
	public enum Version {

		/** Version 3.6.1 and older. */
		V3_6("3.6.1"),
		/** Version 3.7.1 and newer. */
		V3_7("3.7.2");

		private final String text;

		Version(String text) {
			this.text = text;
		}

		/** What the server says of itself. */
		String text() {
			return this.text;
		}

	}

	/**
	 * The numbers of the rate limiters, each of which 0 turns off (portal contract 4).
	 *
	 * @param perMinute requests of one user in any 60 seconds
	 * @param readsAtOnce GET requests of one user under way
	 * @param writesAtOnce other requests of one user under way
	 * @param writesPerDay POST and PUT requests of one user in one day
	 * @param day how long a day is, from the first of these requests on
	 */
	public record Limits(int perMinute, int readsAtOnce, int writesAtOnce, int writesPerDay, Duration day) {

		/** With a day of 24 hours. */
		public Limits(int perMinute, int readsAtOnce, int writesAtOnce, int writesPerDay) {
			this(perMinute, readsAtOnce, writesAtOnce, writesPerDay, Duration.ofHours(24));
		}

		/** A portal as shipped for self-hosting: no limiter. */
		public static Limits off() {
			return new Limits(0, 0, 0, 0);
		}

		/** The portal's default numbers. */
		public static Limits standard() {
			return new Limits(1500, 50, 15, 10_000);
		}

		public Limits withDay(Duration other) {
			return new Limits(this.perMinute, this.readsAtOnce, this.writesAtOnce, this.writesPerDay, other);
		}

	}

	/**
	 * How much is kept in full; the counts are kept whatever this says. The largest
	 * number keeps everything.
	 *
	 * @param requests how many of the latest requests {@link Traffic} keeps
	 * @param deeds how many of the latest deeds {@link Sandbox#deeds()} tells
	 */
	public record Memory(int requests, int deeds) {

	}

	/**
	 * The server behind the portal.
	 *
	 * @param version whose ways it has
	 * @param narrowNames whether a name with an emoji breaks it, as with MySQL (contract
	 * 9.8)
	 * @param work how long it works at one write, whose steps are spread over that time
	 * @param fold how it lower-cases what it searches for
	 */
	public record Server(Version version, boolean narrowNames, Duration work, Fold fold) {

	}

	/**
	 * The seeded portal of the first run: no latency, no limits, the latest server, 1000
	 * requests and deeds kept.
	 */
	public static SandboxOptions standard() {
		return new SandboxOptions(0, Seed.demo(), Duration.ZERO, Limits.off(), new Memory(1000, 1000), 20,
				new Server(Version.V3_7, false, Duration.ZERO, Fold.ALIKE));
	}

	public SandboxOptions withPort(int other) {
		return new SandboxOptions(other, this.seed, this.latency, this.limits, this.memory, this.groupsPerMember,
				this.server);
	}

	public SandboxOptions withSeed(Seed other) {
		return new SandboxOptions(this.port, other, this.latency, this.limits, this.memory, this.groupsPerMember,
				this.server);
	}

	public SandboxOptions withLatency(Duration other) {
		return new SandboxOptions(this.port, this.seed, other, this.limits, this.memory, this.groupsPerMember,
				this.server);
	}

	public SandboxOptions withLimits(Limits other) {
		return new SandboxOptions(this.port, this.seed, this.latency, other, this.memory, this.groupsPerMember,
				this.server);
	}

	public SandboxOptions withRememberedRequests(int other) {
		return with(new Memory(other, this.memory.deeds()));
	}

	public SandboxOptions withRememberedDeeds(int other) {
		return with(new Memory(this.memory.requests(), other));
	}

	public SandboxOptions withVersion(Version other) {
		return with(new Server(other, this.server.narrowNames(), this.server.work(), this.server.fold()));
	}

	public SandboxOptions withNarrowNames(boolean other) {
		return with(new Server(this.server.version(), other, this.server.work(), this.server.fold()));
	}

	public SandboxOptions withWork(Duration other) {
		return with(new Server(this.server.version(), this.server.narrowNames(), other, this.server.fold()));
	}

	public SandboxOptions withFold(Fold other) {
		return with(new Server(this.server.version(), this.server.narrowNames(), this.server.work(), other));
	}

	private SandboxOptions with(Memory other) {
		return new SandboxOptions(this.port, this.seed, this.latency, this.limits, other, this.groupsPerMember,
				this.server);
	}

	private SandboxOptions with(Server other) {
		return new SandboxOptions(this.port, this.seed, this.latency, this.limits, this.memory, this.groupsPerMember,
				other);
	}

}
