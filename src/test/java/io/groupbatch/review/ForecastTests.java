package io.groupbatch.review;

import java.time.Duration;
import java.time.Instant;

import io.groupbatch.review.PlanSummary.Load;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	@ParameterizedTest(name = "{0} POST, {1} DELETE at {2} a minute after {3} of the day: {4} days, ends in {5}")
	@CsvSource({ "0, 0, 1500, 0, 0, PT0S", "100, 0, 300, 0, 1, PT20S", "0, 3000, 1500, 0, 0, PT2M",
			"10000, 0, 1000, 0, 1, PT10M", "10001, 0, 1000, 0, 2, PT24H0.06S", "10, 0, 1000, 9995, 2, PT24H0.3S",
			"10, 0, 1000, 12000, 1, PT24H0.6S", "30000, 0, 1000, 5000, 4, PT72H5M" })
	void aDaysQuotaIsWaitedFor(long creates, long deletes, int perMinute, long used, long days, Duration length) {
		Forecast forecast = Forecast.of(new Load(creates, 0, deletes, 0), new Forecast.Speed(perMinute, true, used),
				NOW);

		assertThat(forecast.days()).isEqualTo(days);
		assertThat(Duration.between(NOW, forecast.ends())).isEqualTo(length);
	}

}
