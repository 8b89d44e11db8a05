package io.groupbatch.importjob.send;

import java.time.OffsetDateTime;
import java.util.List;

import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.RequestResult.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LingerTests {

	private static final int MILLI = 1_000_000;

	private final Linger linger = new Linger();

	@Test
	void nobodyWaitsBeforeAnythingIsKnown() {
		this.linger.turned(100 * MILLI);

		assertThat(this.linger.nanos(false)).isZero();
	}

	@Test
	void nobodyWaitsForASlowPortal() {
		turnsTake(3);
		answersTake(20);

		assertThat(this.linger.nanos(false)).isZero();
	}

	@Test
	void whereTurnsAreSlowerNobodyWaitsLongerThanForOne() {
		turnsTake(3);
		answersTake(1);

		assertThat(this.linger.nanos(false)).isBetween(2L * MILLI, 3L * MILLI);
	}

	@Test
	void whileTheWorkersHaveEnoughATurnTakesAFifthOfTheTime() {
		turnsTake(3);
		answersTake(20);

		assertThat(this.linger.nanos(true)).isBetween(11L * MILLI, 12L * MILLI);
	}

	private void turnsTake(int millis) {
		for (int i = 0; i < 50; i++) {
			this.linger.turned((long) millis * MILLI);
		}
	}

	private void answersTake(int millis) {
		PlannedRequest.Change nothing = new PlannedRequest.Change(null, null, List.of(), List.of());
		PlannedRequest request = new PlannedRequest(1, RequestType.CREATE, 1, nothing, nothing,
				new PlannedRequest.Ties(null, null, null), 1);
		for (int i = 0; i < 50; i++) {
			this.linger.answered(new RequestResult(request, RequestState.DONE,
					new Trace(200, 0, OffsetDateTime.MIN, millis), null, List.of()));
		}
	}

}
