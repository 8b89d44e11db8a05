package io.groupbatch.review;

import java.time.Duration;
import java.time.Instant;

import io.groupbatch.review.PlanSummary.Load;
import org.junit.jupiter.api.Test;
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
		Forecast forecast = Forecast.of(new Load(creates, 0, deletes, 0, 1),
				new Forecast.Speed(perMinute, true, 15, null, used, null), NOW);

		assertThat(forecast.days()).isEqualTo(days);
		assertThat(Duration.between(NOW, forecast.ends())).isEqualTo(length);
	}

	@ParameterizedTest(name = "{0} requests, {1} of them of one group, {2} for an answer: {3}")
	@CsvSource({ "13, 13, PT3S, PT39S", "300, 2, PT3S, PT1M", "3000, 2, PT0.1S, PT2M", "13, 13, PT0.3S, PT0.52S",
			"0, 0, PT3S, PT0S" })
	void aSlowPortalDecides(long requests, long longest, Duration answer, Duration length) {
		Forecast forecast = Forecast.of(new Load(0, requests, 0, 0, longest),
				new Forecast.Speed(1500, false, 15, answer, 0, null), NOW);

		assertThat(forecast.sending()).isEqualTo(length);
		assertThat(Duration.between(NOW, forecast.ends())).isEqualTo(length);
		assertThat(forecast.answer()).isEqualTo((length.toSeconds() == 39 || length.toSeconds() == 60) ? answer : null);
	}

	@Test
	void aPauseOfThePortalComesFirst() {
		Forecast forecast = Forecast.of(new Load(1500, 0, 0, 0, 1),
				new Forecast.Speed(1500, true, 15, null, 0, NOW.plusSeconds(600)), NOW);

		assertThat(forecast.begins()).isEqualTo(NOW.plusSeconds(600));
		assertThat(forecast.ends()).isEqualTo(NOW.plusSeconds(660));
	}

}
