package io.groupbatch.importjob.send.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.groupbatch.importjob.options.SendProperties;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.journal.send.InDoubtState;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.Answer.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CircuitBreakerTests {

	private final CircuitBreaker health = new CircuitBreaker(3, List.of());

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
	void oneBadAnswerIsEnoughToMarkNothingAhead() {
		assertThat(this.health.isWell()).isTrue();

		saw(NextStep.DOUBT, 503, 1);
		assertThat(this.health.isWell()).isFalse();

		saw(NextStep.COMPARE, 200, 1);
		assertThat(this.health.isWell()).isTrue();
	}

	@Test
	void whileItTriesAgainNothingIsMarkedAhead() {
		saw(NextStep.DOUBT, 0, 3);
		this.health.readable();
		assertThat(this.health.isWell()).isFalse();
	}

	@Test
	void afterTroubleOneRequestGoesFirst() {
		saw(NextStep.DOUBT, 0, 3);
		this.health.readable();
		assertThat(this.health.places()).isEqualTo(1);

		saw(NextStep.GONE, 204, 1);
		assertThat(this.health.places()).isEqualTo(3);
	}

	@Test
	void goodReadsDoNotReopenWriting() {
		saw(NextStep.DOUBT, 503, 3);
		this.health.saw(RequestType.GET, NextStep.COMPARE, answer(200));
		assertThat(this.health.isInTrouble()).isTrue();

		this.health.readable();
		assertThat(this.health.places()).isEqualTo(1);
		this.health.saw(RequestType.GET, NextStep.COMPARE, answer(200));
		assertThat(this.health.places()).isEqualTo(1);

		saw(NextStep.DOUBT, 503, 1);
		assertThat(this.health.isInTrouble()).isTrue();
	}

	@Test
	void badReadsAreNoReasonToPutWritesOnTrial() {
		for (int i = 0; i < 3; i++) {
			this.health.saw(RequestType.GET, NextStep.DOUBT, answer(502));
		}
		assertThat(this.health.isInTrouble()).isTrue();

		this.health.readable();
		this.health.saw(RequestType.GET, NextStep.COMPARE, answer(200));
		assertThat(this.health.places()).isEqualTo(3);
	}

	@Test
	void triesGoOnWithTheNextPauseUntilAWriteIsGood() {
		CircuitBreaker patient = new CircuitBreaker(1, List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)));
		patient.saw(RequestType.UPDATE, NextStep.DOUBT, answer(503));
		assertThat(patient.nextPause()).contains(Duration.ofSeconds(1));
		patient.readable();
		patient.saw(RequestType.UPDATE, NextStep.DOUBT, answer(503));
		assertThat(patient.nextPause()).contains(Duration.ofSeconds(2));
		patient.readable();
		patient.saw(RequestType.UPDATE, NextStep.DOUBT, answer(503));
		assertThat(patient.nextPause()).isEmpty();
		assertThat(patient.lastBadWrite()).isEqualTo(answer(503));

		patient.readable();
		patient.saw(RequestType.UPDATE, NextStep.COMPARE, answer(200));
		assertThat(patient.nextPause()).contains(Duration.ofSeconds(1));
	}

	@Test
	void aRequestThatBreaksOffInThePortalItselfLetsTheNextOneTry() {
		saw(NextStep.DOUBT, 503, 3);
		this.health.readable();

		this.health.saw(RequestType.CREATE, NextStep.DOUBT, new Answer(500, Shape.ERROR, null, "", null, null, null));
		assertThat(this.health.places()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "302, PORTAL", "403, PORTAL", "407, PORTAL", "400, GUARD", "406, GUARD", "409, GUARD", "451, GUARD" })
	void asManyRefusalsInARowAsTenStopTheRun(int status, StopReason reason) {
		this.health.saw(RequestType.CREATE, NextStep.DOUBT, answer(status));
		for (int row = 2; row < 11; row++) {
			assertThat(refused(row, status)).isEmpty();
		}

		assertThat(refused(11, status)).map(StopCause::reason).contains(reason);
		assertThat(refused(11, status)).map(StopCause::sentence)
			.get()
			.asString()
			.contains("row 11", String.valueOf(status));
	}

	@Test
	void oneRequestThatIsTakenInBetweenKeepsTheRunGoing() {
		for (int row = 2; row < 40; row++) {
			assertThat(refused(row, 403)).isEmpty();
			if (row % 9 == 0) {
				this.health.accepted();
			}
		}
	}

	private Optional<StopCause> refused(int row, int status) {
		return this.health.refused(row, new InDoubtState.Refusal(status, "Blocked", false),
				(answer) -> new StopCause(StopReason.PORTAL, "Check the address."));
	}

	@Test
	void triesGrowApartAndEndWithThePatience() {
		assertThat(new SendProperties(15, Duration.ofSeconds(10), Duration.ZERO, Map.of(), null, false, false, null)
			.pauses()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 3L);
		assertThat(new SendProperties(15, Duration.ofMinutes(2), Duration.ZERO, Map.of(), null, false, false, null)
			.pauses()).allMatch((pause) -> pause.compareTo(Duration.ofMinutes(1)) <= 0);
	}

	private void saw(NextStep step, int status, int times) {
		for (int i = 0; i < times; i++) {
			this.health.saw(RequestType.CREATE, step, answer(status));
		}
	}

	private static Answer answer(int status) {
		return new Answer(status, Shape.EMPTY, null, "", null, null, null);
	}

}
