package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.groupbatch.journal.Halt;
import io.groupbatch.journal.StopReason;
import io.groupbatch.portal.Answer;
import io.groupbatch.portal.Answer.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PortalHealthTests {

	private final PortalHealth health = new PortalHealth(3, List.of());

	@Test
	void asManyBadAnswersInARowAsThereAreWorkersAreTrouble() {
		saw(NextStep.DOUBT, 503, 2);
		assertThat(this.health.places()).isEqualTo(3);

		saw(NextStep.DOUBT, 503, 1);
		assertThat(this.health.isInTrouble()).isTrue();
		assertThat(this.health.places()).isZero();
	}

	@Test
	void aGoodAnswerInBetweenMakesAllWell() {
		saw(NextStep.DOUBT, 503, 2);
		saw(NextStep.COMPARE, 200, 1);
		saw(NextStep.DOUBT, 503, 2);

		assertThat(this.health.isInTrouble()).isFalse();
	}

	@Test
	void afterTroubleOneRequestGoesFirst() {
		saw(NextStep.DOUBT, 0, 3);
		this.health.recovered();
		assertThat(this.health.places()).isEqualTo(1);

		saw(NextStep.GONE, 204, 1);
		assertThat(this.health.places()).isEqualTo(3);
	}

	@Test
	void tenOddRefusalsInARowStopTheRun() {
		saw(NextStep.REFUSED, 409, 9);

		assertThat(this.health.saw(NextStep.REFUSED, answer(409))).map(Halt::reason).contains(StopReason.GUARD);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 415 })
	void refusalsThatARowCanExplainStopNothing(int status) {
		saw(NextStep.REFUSED, status, 20);

		assertThat(this.health.saw(NextStep.REFUSED, answer(status))).isEmpty();
	}

	@Test
	void triesGrowApartAndEndWithThePatience() {
		assertThat(
				new SendProperties(Duration.ofSeconds(10), Duration.ZERO, Map.of(), null, false, false, null).pauses())
			.extracting(Duration::toSeconds)
			.containsExactly(1L, 2L, 4L, 3L);
		assertThat(
				new SendProperties(Duration.ofMinutes(2), Duration.ZERO, Map.of(), null, false, false, null).pauses())
			.allMatch((pause) -> pause.compareTo(Duration.ofMinutes(1)) <= 0);
	}

	private void saw(NextStep step, int status, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(this.health.saw(step, answer(status))).isEmpty();
		}
	}

	private static Answer answer(int status) {
		return new Answer(status, Shape.EMPTY, null, "", null, null, null);
	}

}
