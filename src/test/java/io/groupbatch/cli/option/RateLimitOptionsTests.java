package io.groupbatch.cli.option;

import java.time.Duration;

import io.groupbatch.sandbox.http.RateLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitOptionsTests {

	@Command
	static final class Holder {

		@Mixin
		RateLimitOptions limits = new RateLimitOptions();

	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "'', 0, 0, 0, 0", "--limits, 1500, 50, 15, 10000", "--limit-per-minute 7, 7, 0, 0, 0",
			"--limit-at-once 7, 0, 0, 7, 0", "--limit-per-day 7, 0, 0, 0, 7",
			"--limits --limit-per-day 7, 1500, 50, 15, 7", "--limits --limit-per-minute 0, 0, 50, 15, 10000" })
	void whatIsNotNamedIsAsLimitsSays(String line, int perMinute, int readsAtOnce, int writesAtOnce, int perDay) {
		assertThat(asked(line)).isEqualTo(new RateLimits(perMinute, readsAtOnce, writesAtOnce, perDay));
	}

	@Test
	void aDayCanBeShort() {
		assertThat(asked("--limit-per-day 5 --day 30"))
			.isEqualTo(new RateLimits(0, 0, 0, 5).withDay(Duration.ofSeconds(30)));
	}

	private static RateLimits asked(String line) {
		Holder holder = new Holder();
		new CommandLine(holder).parseArgs(line.isEmpty() ? new String[0] : line.split(" "));
		return holder.limits.asked();
	}

}
