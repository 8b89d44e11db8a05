package io.groupbatch.sandbox;

import java.time.Duration;

/**
 * The settings of a pretend portal; unless set otherwise they are those of the first run:
 * the demo people and groups, no latency, no limits, the latest server. Each {@code with}
 * method changes the settings that it is called on.
 */
public final class SandboxOptions {

	int port;

	Seed seed = Seed.demo();

	Duration latency = Duration.ZERO;

	Limits limits = Limits.off();

	int rememberedRequests = 1000;

	int rememberedDeeds = 1000;

	Version version = Version.V3_7;

	boolean narrowNames;

	Duration work = Duration.ZERO;

	Fold fold = Fold.ALIKE;

	private SandboxOptions() {
	}

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
	public SandboxOptions withLimits(Limits other) {
		this.limits = other;
		return this;
	}

	/**
	 * Sets how many of the latest requests {@link Traffic} keeps in full; counted are
	 * all.
	 */
	public SandboxOptions withRememberedRequests(int other) {
		this.rememberedRequests = other;
		return this;
	}

	/** Sets how many of the latest deeds {@link Traffic} keeps. */
	public SandboxOptions withRememberedDeeds(int other) {
		this.rememberedDeeds = other;
		return this;
	}

	/** Sets whose ways the server has. */
	public SandboxOptions withVersion(Version other) {
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
	public SandboxOptions withFold(Fold other) {
		this.fold = other;
		return this;
	}

}
