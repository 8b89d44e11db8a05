package io.groupbatch.cli.option;

import java.time.Duration;

import io.groupbatch.sandbox.http.RateLimits;

import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;

/**
 * How many requests the sandbox takes.
 */
public class RateLimitOptions {

	@Option(names = "--limits",
			description = "Limit requests as the real portal does by default: 1500 a minute, 15 writes and 50 reads at once, 10000 writes a day.")
	boolean limits;

	@Option(names = "--limit-per-minute", paramLabel = "N", converter = WholeNumberConverter.class,
			description = "Take N requests in any 60 seconds; 0 is no limit, here and below.")
	@Nullable Integer perMinute;

	@Option(names = "--limit-at-once", paramLabel = "N", converter = WholeNumberConverter.class,
			description = "Take N writes at once.")
	@Nullable Integer atOnce;

	@Option(names = "--limit-per-day", paramLabel = "N", converter = WholeNumberConverter.class,
			description = "Take N writes a day, other than deletes.")
	@Nullable Integer perDay;

	@Option(names = "--day", paramLabel = "SECONDS", defaultValue = "86400", converter = WholeNumberConverter.class,
			description = "How long such a day is, from its first write on. Default: ${DEFAULT-VALUE}")
	int day;

	/** The limits that were asked for; those not named are as {@code --limits} says. */
	public RateLimits asked() {
		RateLimits base = this.limits ? RateLimits.standard() : RateLimits.off();
		return new RateLimits((this.perMinute != null) ? this.perMinute : base.perMinute(), base.readsAtOnce(),
				(this.atOnce != null) ? this.atOnce : base.writesAtOnce(),
				(this.perDay != null) ? this.perDay : base.writesPerDay(), Duration.ofSeconds(this.day));
	}

}
