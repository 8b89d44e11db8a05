package io.groupbatch.importjob.send;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import io.groupbatch.journal.Doubt;
import io.groupbatch.journal.GroupState;
import io.groupbatch.journal.PlannedRequest;
import io.groupbatch.journal.PlannedRequest.Change;
import io.groupbatch.journal.PlannedRequest.Ties;
import io.groupbatch.journal.ReadyRequest;
import io.groupbatch.journal.RequestResult;
import io.groupbatch.journal.RequestResult.Trace;
import io.groupbatch.journal.RequestState;
import io.groupbatch.journal.TestClock;
import io.groupbatch.journal.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

class ParkedLanesTests {

	private static final Duration SETTLE = Duration.ofSeconds(90);

	private static final Duration GAP = Duration.ofSeconds(2);

	private final TestClock clock = new TestClock();

	private final ParkedLanes parked = new ParkedLanes(SETTLE, GAP, this.clock.monotonic(),
			this.clock.monotonic().instant());

	@Test
	void aDoubtOfThisStartCountsFromWhenItsRequestLeft() {
		this.clock.pass(Duration.ofSeconds(30));
		Instant left = this.clock.monotonic().instant();
		this.clock.pass(Duration.ofSeconds(60));

		this.parked.park(inDoubt(Verb.UPDATE, left, 1), true);

		assertThat(this.parked.untilNext()).isEqualTo(Duration.ofSeconds(30));
		assertDueAfter(Duration.ofSeconds(30));
	}

	@ParameterizedTest(name = "the request was marked {0} hours ago by the clock")
	@ValueSource(ints = { 0, 1, 24, -1 })
	void aDoubtOfAnEarlierStartCountsFromTheBeginningOfThisOne(int hours) {
		this.clock.set(Duration.ofHours(hours));
		this.clock.pass(Duration.ofSeconds(10));

		this.parked.park(inDoubt(Verb.UPDATE, null, 1), false);

		assertThat(this.parked.untilNext()).isEqualTo(Duration.ofSeconds(80));
		assertDueAfter(Duration.ofSeconds(80));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, -1 })
	void aClockThatIsSetWhileALookIsWaitedForChangesNothing(int hours) {
		this.parked.park(inDoubt(Verb.CREATE, this.clock.monotonic().instant(), 1), true);

		this.clock.set(Duration.ofHours(hours));

		assertThat(this.parked.untilNext()).isEqualTo(SETTLE);
		assertDueAfter(SETTLE);
	}

	@ParameterizedTest
	@EnumSource(value = Verb.class, names = { "UPDATE", "DELETE" })
	void whatThePortalHasAnsweredItselfIsLookedAtSoon(Verb verb) {
		this.parked.park(inDoubt(verb, null, 0), true);

		assertDueAfter(GAP);
	}

	@Test
	void createsInDoubtOfEarlierStartsLeftBeforeThisOneBegan() {
		Instant began = this.clock.monotonic().instant();
		this.clock.pass(Duration.ofMinutes(1));

		assertThat(this.parked.noCreateSince()).isEqualTo(began);
	}

	@Test
	void theLastSendingOfACreateThatWasInDoubtCounts() {
		this.clock.pass(Duration.ofMinutes(3));
		Instant left = this.clock.monotonic().instant();
		ReadyRequest lost = inDoubt(Verb.CREATE, left, 1);
		this.parked.sent(result(lost, RequestState.IN_DOUBT, null));
		assertThat(this.parked.noCreateSince()).isEqualTo(left);

		this.clock.pass(Duration.ofMinutes(2));
		this.parked.sent(result(lost, RequestState.DONE, 250));
		assertThat(this.parked.noCreateSince()).isEqualTo(this.clock.monotonic().instant().minusMillis(250));

		this.parked.sent(result(lost, RequestState.IN_DOUBT, null));
		assertThat(this.parked.noCreateSince()).as("of several, the last").isAfter(left);
	}

	@Test
	void otherRequestsDoNotCountForThat() {
		this.clock.pass(Duration.ofMinutes(3));
		Instant began = this.clock.monotonic().instant().minus(Duration.ofMinutes(3));

		this.parked.sent(result(inDoubt(Verb.UPDATE, this.clock.monotonic().instant(), 1), RequestState.DONE, 1));

		assertThat(this.parked.noCreateSince()).isEqualTo(began);
	}

	private void assertDueAfter(Duration time) {
		this.clock.pass(time.minusMillis(1));
		assertThat(this.parked.takeDue()).isEmpty();
		this.clock.pass(Duration.ofMillis(1));
		assertThat(this.parked.takeDue()).isPresent();
	}

	private static RequestResult result(ReadyRequest ready, RequestState state, @Nullable Integer millis) {
		return new RequestResult(ready.request(), state, new Trace(null, 0, OffsetDateTime.MIN, millis), null,
				List.of())
			.in(ready.doubt());
	}

	private static ReadyRequest inDoubt(Verb verb, @Nullable Instant left, int unanswered) {
		return new ReadyRequest(
				new PlannedRequest(1, verb, 1, new Change("x", null, List.of(), List.of()), new Ties(null, null, null),
						1),
				new GroupState(null, "x", null, null), null, List.of(), null,
				new Doubt(OffsetDateTime.MIN, left, 1, unanswered, null));
	}

}
