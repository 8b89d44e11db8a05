package io.groupbatch.portal.http;

import java.time.Duration;
import java.util.Random;

import io.groupbatch.portal.http.Answer.Pause;
import io.groupbatch.portal.http.Answer.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestedPauseTests {

	private final Random chance = new Random(7);

	@ParameterizedTest(name = "retry after {0} s, {1} refusals before: {2} to {3} ms")
	@CsvSource({ ", 0, 1000, 1500, false, false", ", 1, 2000, 3000, false, false", ", 3, 8000, 12000, false, false",
			", 4, 15000, 22500, false, false", ", 2000000000, 15000, 22500, false, false",
			"0, 0, 1000, 1500, true, false", "0, 3, 8000, 12000, true, false", "1, 0, 1000, 1500, true, false",
			"7, 0, 7000, 7000, true, false", "7, 9, 15000, 22500, true, false", "120, 9, 120000, 120000, true, false",
			"86400, 0, 86400000, 86400000, true, false", "86401, 0, 86400000, 86400000, true, true",
			"999999999, 9, 86400000, 86400000, true, true", "251000000000, 0, 86400000, 86400000, true, true" })
	void isAtLeastASecondGrowsAndIsADayAtMost(Long said, int before, long least, long most, boolean told, boolean odd) {
		RequestedPause pause = RequestedPause.of(answer(said), before, this.chance);

		assertThat(pause.length()).isBetween(Duration.ofMillis(least), Duration.ofMillis(most));
		assertThat(pause.told()).isEqualTo(told);
		assertThat(pause.odd()).isEqualTo(odd);
		assertThat(pause.remark().isEmpty()).isEqualTo(!odd);
	}

	@ParameterizedTest
	@ValueSource(strings = { "no pause at all", "no time", "a limit of 0" })
	void anAnswerThatDoesNotSayIsGivenTime(String kind) {
		Pause pause = switch (kind) {
			case "no pause at all" -> null;
			case "no time" -> new Pause(null, null);
			default -> new Pause(null, 0);
		};
		Answer answer = new Answer(429, Shape.EMPTY, null, "", null, pause, null);

		assertThat(RequestedPause.of(answer, 0, this.chance).length()).isBetween(Duration.ofSeconds(1),
				Duration.ofMillis(1500));
	}

	@ParameterizedTest
	@CsvSource({ ", 900", "0, 900", "120, 900", "121, 121", "3600, 3600", "999999999, 86400" })
	void afterAllThereIsATimeToComeBack(Long said, long seconds) {
		assertThat(RequestedPause.afterAll(answer(said), this.chance).length()).isEqualTo(Duration.ofSeconds(seconds));
	}

	private static Answer answer(Long retryAfter) {
		Pause pause = new Pause((retryAfter != null) ? Duration.ofSeconds(retryAfter) : null, null);
		return new Answer(429, Shape.EMPTY, null, "", null, pause, null);
	}

}
