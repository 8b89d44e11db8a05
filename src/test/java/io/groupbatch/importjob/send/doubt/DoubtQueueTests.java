package io.groupbatch.importjob.send.doubt;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.groupbatch.importjob.send.doubt.DoubtQueue.Verdict;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.journal.TestClock;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.send.InDoubtState;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.RequestResult.Trace;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.payload.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

class DoubtQueueTests {

	private static final Duration SETTLE = Duration.ofSeconds(90);

	private static final Duration GAP = Duration.ofSeconds(2);

	private final TestClock clock = new TestClock();

	private final DoubtQueue queue = new DoubtQueue(SETTLE, GAP, this.clock.monotonic(),
			this.clock.monotonic().instant(), List.of());

	@Test
	void aDoubtOfThisStartCountsFromWhenItsRequestLeft() {
		this.clock.pass(Duration.ofSeconds(30));
		Instant left = this.clock.monotonic().instant();
		this.clock.pass(Duration.ofSeconds(60));

		this.queue.add(inDoubt(RequestType.UPDATE, left, 1));

		assertThat(this.queue.untilNext()).isEqualTo(Duration.ofSeconds(30));
		assertDueAfter(Duration.ofSeconds(30));
	}

	@ParameterizedTest(name = "the request was marked {0} hours ago by the clock")
	@ValueSource(ints = { 0, 1, 24, -1 })
	void aDoubtOfAnEarlierStartCountsFromTheBeginningOfThisOne(int hours) {
		this.clock.set(Duration.ofHours(hours));
		this.clock.pass(Duration.ofSeconds(10));

		this.queue.add(inDoubt(RequestType.UPDATE, null, 1));

		assertThat(this.queue.untilNext()).isEqualTo(Duration.ofSeconds(80));
		assertDueAfter(Duration.ofSeconds(80));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, -1 })
	void aClockThatIsSetWhileALookIsWaitedForChangesNothing(int hours) {
		this.queue.add(inDoubt(RequestType.CREATE, this.clock.monotonic().instant(), 1));

		this.clock.set(Duration.ofHours(hours));

		assertThat(this.queue.untilNext()).isEqualTo(SETTLE);
		assertDueAfter(SETTLE);
	}

	@ParameterizedTest
	@EnumSource(value = RequestType.class, names = { "UPDATE", "DELETE" })
	void whatThePortalHasAnsweredItselfIsLookedAtSoon(RequestType verb) {
		this.queue.add(inDoubt(verb, null, 0));

		assertDueAfter(GAP);
	}

	@Test
	void createsInDoubtOfEarlierStartsLeftBeforeThisOneBegan() {
		Instant began = this.clock.monotonic().instant();
		this.clock.pass(Duration.ofMinutes(1));

		assertThat(this.queue.noCreateSince()).isEqualTo(began);
	}

	@Test
	void theLastSendingOfACreateThatWasInDoubtCounts() {
		this.clock.pass(Duration.ofMinutes(3));
		Instant left = this.clock.monotonic().instant();
		SendableRequest lost = inDoubt(RequestType.CREATE, left, 1);
		this.queue.sent(result(lost, RequestState.IN_DOUBT, null));
		assertThat(this.queue.noCreateSince()).isEqualTo(left);

		this.clock.pass(Duration.ofMinutes(2));
		this.queue.sent(result(lost, RequestState.DONE, 250));
		assertThat(this.queue.noCreateSince()).isEqualTo(this.clock.monotonic().instant().minusMillis(250));

		this.queue.sent(result(lost, RequestState.IN_DOUBT, null));
		assertThat(this.queue.noCreateSince()).as("of several, the last").isAfter(left);
	}

	@Test
	void otherRequestsDoNotCountForThat() {
		this.clock.pass(Duration.ofMinutes(3));
		Instant began = this.clock.monotonic().instant().minus(Duration.ofMinutes(3));

		this.queue.sent(result(inDoubt(RequestType.UPDATE, this.clock.monotonic().instant(), 1), RequestState.DONE, 1));

		assertThat(this.queue.noCreateSince()).isEqualTo(began);
	}

	@Test
	void twoLooksThatAgreeEndTheWaiting() {
		DoubtQueue.Entry first = due(inDoubt(RequestType.UPDATE, null, 0));
		assertThat(this.queue.looked(first, look("Old"))).isEqualTo(Verdict.LOOK_AGAIN);

		DoubtQueue.Entry second = due();
		assertThat(this.queue.looked(second, look("New"))).isEqualTo(Verdict.LOOK_AGAIN);

		assertThat(this.queue.looked(due(), look("New"))).isEqualTo(Verdict.AGREED);
		assertThat(this.queue.isEmpty()).isTrue();
	}

	@Test
	void aGroupThatChangesBetweenAllLooksIsGivenUp() {
		DoubtQueue.Entry entry = due(inDoubt(RequestType.UPDATE, null, 0));
		for (int i = 1; i < 8; i++) {
			assertThat(this.queue.looked(entry, look("Name " + i))).isEqualTo(Verdict.LOOK_AGAIN);
			entry = due();
		}

		assertThat(this.queue.looked(entry, look("Name 8"))).isEqualTo(Verdict.UNSTABLE);
	}

	/** A blind look agrees with nothing, unless the group itself cannot be read. */
	@Test
	void whatCannotBeSeenIsLookedAtToTheEnd() {
		DoubtQueue.Entry entry = due(inDoubt(RequestType.UPDATE, null, 0));
		for (int i = 1; i < 8; i++) {
			assertThat(this.queue.looked(entry, Observation.blind(Answer.none()))).isEqualTo(Verdict.LOOK_AGAIN);
			entry = due();
		}
		assertThat(this.queue.looked(entry, Observation.blind(Answer.none()))).isEqualTo(Verdict.AGREED);

		Observation damaged = Observation.blind(new Answer(403, Answer.Shape.ERROR, null, "", null, null, null));
		assertThat(this.queue.looked(due(inDoubt(RequestType.UPDATE, null, 0)), damaged)).isEqualTo(Verdict.LOOK_AGAIN);
		assertThat(this.queue.looked(due(), damaged)).isEqualTo(Verdict.AGREED);
	}

	@Test
	void whatTouchesTheGroupOfAnotherRunsDoubtWaitsForItsEnd() {
		UUID group = new UUID(1, 1);
		SendableRequest others = about(7, RequestType.UPDATE, group, "x");
		DoubtQueue waiting = new DoubtQueue(SETTLE, GAP, this.clock.monotonic(), this.clock.monotonic().instant(),
				List.of(others));
		SendableRequest first = about(1, RequestType.UPDATE, group, "y");
		SendableRequest second = about(2, RequestType.DELETE, group, "y");

		assertThat(waiting.holds(about(3, RequestType.UPDATE, new UUID(1, 2), "x"))).isFalse();
		assertThat(waiting.isEmpty()).as("nobody waits for it").isTrue();

		assertThat(waiting.holds(first)).isTrue();
		assertThat(waiting.holds(second)).isTrue();
		assertThat(waiting.size()).isEqualTo(1);

		this.clock.pass(SETTLE);
		DoubtQueue.Entry due = waiting.takeDue().orElseThrow();
		assertThat(due.ours()).isFalse();
		assertThat(waiting.release(due)).containsExactly(first, second);
		assertThat(waiting.holds(first)).isFalse();
	}

	/** Its group is not known by an id, so its name tells. */
	@Test
	void aCreateInDoubtOfAnotherRunIsInTheWayOfItsName() {
		DoubtQueue waiting = new DoubtQueue(SETTLE, GAP, this.clock.monotonic(), this.clock.monotonic().instant(),
				List.of(about(7, RequestType.CREATE, null, "x")));

		assertThat(waiting.holds(about(1, RequestType.UPDATE, new UUID(1, 1), "x"))).isTrue();
		assertThat(waiting.holds(about(2, RequestType.UPDATE, new UUID(1, 1), "y"))).isFalse();
	}

	private DoubtQueue.Entry due(SendableRequest added) {
		this.queue.add(added);
		return due();
	}

	private DoubtQueue.Entry due() {
		this.clock.pass(this.queue.untilNext());
		return this.queue.takeDue().orElseThrow();
	}

	private static Observation look(String name) {
		Group group = new Group(new UUID(1, 1), name, null, List.of(), false, false, null);
		return new Observation(List.of(new Observation.Shown(group, Set.of())), null);
	}

	private static SendableRequest about(long id, RequestType verb, @Nullable UUID group, String name) {
		return new SendableRequest(
				new PlannedRequest(id, verb, id, new Change(name, null, List.of(), List.of()),
						new Ties(null, null, null), id),
				new GroupState(group, name, null, null), null, List.of(), null,
				new InDoubtState(OffsetDateTime.MIN, null, 1, 1, null));
	}

	private void assertDueAfter(Duration time) {
		this.clock.pass(time.minusMillis(1));
		assertThat(this.queue.takeDue()).isEmpty();
		this.clock.pass(Duration.ofMillis(1));
		assertThat(this.queue.takeDue()).isPresent();
	}

	private static RequestResult result(SendableRequest ready, RequestState state, @Nullable Integer millis) {
		return new RequestResult(ready.request(), state, new Trace(null, 0, OffsetDateTime.MIN, millis), null,
				List.of())
			.in(ready.doubt());
	}

	private static SendableRequest inDoubt(RequestType verb, @Nullable Instant left, int unanswered) {
		return new SendableRequest(
				new PlannedRequest(1, verb, 1, new Change("x", null, List.of(), List.of()), new Ties(null, null, null),
						1),
				new GroupState(null, "x", null, null), null, List.of(), null,
				new InDoubtState(OffsetDateTime.MIN, left, 1, unanswered, null));
	}

}
