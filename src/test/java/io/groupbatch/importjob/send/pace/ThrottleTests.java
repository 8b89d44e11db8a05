package io.groupbatch.importjob.send.pace;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.groupbatch.batch.Progress;
import io.groupbatch.journal.TestClock;
import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.Answer.Pause;
import io.groupbatch.portal.http.Answer.Shape;
import io.groupbatch.portal.http.RecentRequests;
import io.groupbatch.support.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class ThrottleTests {

	private final TestClock clock = new TestClock();

	private final RecentRequests recent = new RecentRequests(this.clock.nanoTime());

	private RateBudget allowance;

	private final Throttle pace = pace(null, PortalLimits.UNKNOWN);

	@Test
	void nothingHoldsTheFirstRequestBack() throws Exception {
		assertThat(this.pace.await()).isTrue();
	}

	@Test
	void aPauseHoldsBackUntilItIsOver() throws Exception {
		this.pace.pause(Duration.ofSeconds(10));

		this.clock.pass(Duration.ofSeconds(10));

		assertThat(this.pace.await()).isTrue();
	}

	@Test
	void stoppingLetsThoseWhoWaitGoWithNothingToSend() throws Exception {
		this.pace.pause(Duration.ofHours(1));

		assertHeldBack();

		assertThat(this.pace.await()).isFalse();
	}

	@Test
	void theLongerOfTwoPausesCounts() throws Exception {
		this.pace.pause(Duration.ofSeconds(10));
		this.pace.pause(Duration.ofSeconds(1));
		this.clock.pass(Duration.ofSeconds(9));

		assertHeldBack();
	}

	@Test
	void nothingIsMarkedAheadWhileSomethingHoldsRequestsBack() {
		assertThat(this.pace.isUnlimited()).isTrue();
		assertThat(pace(60, PortalLimits.UNKNOWN).isUnlimited()).as("a rate").isFalse();
		assertThat(pace(null, new PortalLimits(1500, null, false, null)).isUnlimited()).as("a minute").isFalse();
		assertThat(pace(null, new PortalLimits(null, 15, false, null)).isUnlimited()).as("at once").isFalse();

		this.pace.pause(Duration.ofSeconds(10));
		assertThat(this.pace.isUnlimited()).as("a pause").isFalse();
		this.clock.pass(Duration.ofSeconds(10));
		assertThat(this.pace.isUnlimited()).isTrue();
	}

	@Test
	void nothingIsMarkedAheadNearTheUsualLimitUntilMoreWasLetThrough() {
		sent(1471, 0);
		assertThat(this.pace.isUnlimited()).isFalse();
		assertThat(pace(null, new PortalLimits(null, null, true, null)).isUnlimited()).isTrue();
	}

	@ParameterizedTest(name = "retry after {0}, limit {1}, {2} times before: {3} to {4} ms")
	@CsvSource({ "7, 1500, 0, 7000, 7000", "120, , 0, 120000, 120000", ", , 0, 1000, 1500", "0, , 0, 1000, 1500",
			"0, , 3, 8000, 12000", ", , 3, 8000, 12000", ", , 4, 15000, 22500", ", , 9, 15000, 22500",
			", 15, 0, 1000, 1500", ", 0, 0, 1000, 1500" })
	void aRejectionPausesEverybody(Long retryAfter, Integer limit, int times, long least, long most) throws Exception {
		rejectedBefore(rejection(retryAfter, limit), times);

		Optional<StopCause> halt = rejected(this.pace, rejection(retryAfter, limit));
		assertThat(halt).isEmpty();

		this.clock.pass(Duration.ofMillis(most));
		assertThat(this.pace.await()).isTrue();

		this.clock.pass(Duration.ofMillis(-(most - least + 1)));
		assertHeldBack();
	}

	@Test
	void theLimitOfAMinuteIsKeptFromTheFirstRejectionOn() throws Exception {
		sent(500, 40);
		sent(1000, 20);

		assertThat(rejected(this.pace, rejection(null, 1500))).isEmpty();
		assertThat(this.pace.places(15, 0)).isZero();

		this.clock.pass(Duration.ofSeconds(21));
		assertThat(this.pace.places(1000, 0)).as("room for the first 500, but for a few").isEqualTo(500 - 15);
		assertThat(this.pace.await()).isTrue();
	}

	@Test
	void requestsOfOthersCountAsWell() {
		sent(100, 0);

		rejected(this.pace, rejection(null, 1500));

		assertThat(this.pace.places(15, 0)).isZero();
		this.clock.pass(Duration.ofSeconds(30));
		assertThat(this.pace.places(10_000, 0)).as("half of the others' are over").isBetween(650, 700);
		this.clock.pass(Duration.ofSeconds(31));
		assertThat(this.pace.places(10_000, 0)).isEqualTo(1485);
	}

	@Test
	void aRequestThatIsRejectedAgainWaitsLonger() {
		rejectedBefore(rejection(null, 1500), 3);
		rejected(this.pace, rejection(null, 1500));

		this.clock.pass(Duration.ofMillis(7900));
		assertThat(this.pace.places(15, 0)).isZero();
	}

	@Test
	void writesAtOnceStayBelowALearnedLimit() {
		assertThat(this.pace.places(15, 0)).isEqualTo(15);

		rejected(this.pace, rejection(null, 15));
		this.clock.pass(Duration.ofSeconds(2));

		assertThat(this.pace.places(15, 0)).isEqualTo(13);
		assertThat(this.pace.places(5, 10)).isEqualTo(3);
	}

	@Test
	void whatWasLearnedBeforeCountsFromTheStart() {
		Throttle again = pace(null, new PortalLimits(1500, 15, false, null));
		sent(1480, 0);

		assertThat(again.places(15, 0)).isEqualTo(5);
	}

	/** Around the usual limit all who are under way would be refused together. */
	@Test
	void fewAreUnderWayWhereALimitIsLikely() {
		sent(1490, 0);
		assertThat(this.pace.places(15, 0)).isEqualTo(3);

		sent(30, 0);
		assertThat(this.pace.places(15, 0)).isEqualTo(15);
		assertThat(this.allowance.limits().unlimited()).isTrue();
	}

	@Test
	void aRateOfOnesOwnIsKeptEvenly() throws Exception {
		Throttle slow = pace(60, PortalLimits.UNKNOWN);
		assertThat(slow.await()).isTrue();
		assertThat(slow.places(15, 0)).isZero();

		this.clock.pass(Duration.ofSeconds(1));
		assertThat(slow.places(15, 0)).isPositive();
		assertThat(slow.await()).isTrue();
	}

	@Test
	void aLongPauseIsRememberedForTheNextStart() {
		rejected(this.pace, rejection(3600L, 10_000));
		Throttle next = pace(null, this.allowance.limits());

		assertThat(next.stillPaused()).map(StopCause::reason).contains(StopReason.PAUSED);
		this.clock.pass(Duration.ofHours(1));
		assertThat(next.stillPaused()).isEmpty();
	}

	@Test
	void aLongPauseIsSleptThroughWhenThatIsWanted() throws Exception {
		Throttle patient = new Throttle(this.clock, this.clock.monotonic(), this.allowance,
				new Throttle.Manner(null, true), new Progress(this.clock));

		assertThat(rejected(patient, rejection(3600L, 10_000))).isEmpty();

		assertThat(patient.places(15, 0)).isZero();
		this.clock.pass(Duration.ofHours(1));
		assertThat(patient.await()).isTrue();
	}

	@ParameterizedTest(name = "the clock is set by {0} s")
	@ValueSource(longs = { 18_000, -18_000 })
	void aClockThatIsSetNeitherEndsAPauseNorMakesItLonger(long seconds) throws Exception {
		this.pace.pause(Duration.ofSeconds(60));

		this.clock.set(Duration.ofSeconds(seconds));
		assertThat(this.pace.places(15, 0)).isZero();

		this.clock.pass(Duration.ofSeconds(60));
		assertThat(this.pace.await()).isTrue();
	}

	@ParameterizedTest(name = "the clock is set by {0} s")
	@ValueSource(longs = { 18_000, -18_000 })
	void aClockThatIsSetDoesNotChangeARate(long seconds) throws Exception {
		Throttle slow = pace(60, PortalLimits.UNKNOWN);
		assertThat(slow.await()).isTrue();

		this.clock.set(Duration.ofSeconds(seconds));
		assertThat(slow.places(15, 0)).isZero();

		this.clock.pass(Duration.ofSeconds(1));
		assertThat(slow.places(15, 0)).isPositive();
	}

	@ParameterizedTest(name = "the clock is set by {0} s")
	@ValueSource(longs = { 18_000, -18_000 })
	void aClockThatIsSetDoesNotChangeTheLimitOfAMinute(long seconds) {
		sent(1500, 0);
		rejected(this.pace, rejection(null, 1500));

		this.clock.set(Duration.ofSeconds(seconds));
		assertThat(this.pace.places(15, 0)).isZero();

		this.clock.pass(Duration.ofSeconds(61));
		assertThat(this.pace.places(10_000, 0)).isEqualTo(1485);
	}

	@Test
	void noLongPauseIsSleptThroughForLongerThanThePortalAsked() throws Exception {
		Throttle patient = new Throttle(this.clock, this.clock.monotonic(), this.allowance,
				new Throttle.Manner(null, true), new Progress(this.clock));
		rejected(patient, rejection(3600L, 10_000));

		this.clock.set(Duration.ofHours(-5));
		this.clock.pass(Duration.ofSeconds(3599));
		assertThat(patient.places(15, 0)).isZero();
		this.clock.pass(Duration.ofSeconds(1));

		assertThat(patient.await()).isTrue();
		assertThat(this.allowance.limits().pause()).as("it is over").isNull();
	}

	/** What sleeps measures no time. */
	@Test
	void aComputerThatSleepsThroughALongPauseGoesOnWhenItWakes() throws Exception {
		Throttle patient = new Throttle(this.clock, this.clock.monotonic(), this.allowance,
				new Throttle.Manner(null, true), new Progress(this.clock));
		rejected(patient, rejection(3600L, 10_000));

		this.clock.set(Duration.ofHours(8));

		assertThat(patient.await()).isTrue();
	}

	@Test
	void aShorterPauseCountsWhileALongOneIsSleptThrough() throws Exception {
		Throttle patient = new Throttle(this.clock, this.clock.monotonic(), this.allowance,
				new Throttle.Manner(null, true), new Progress(this.clock));
		rejected(patient, rejection(121L, 10_000));
		patient.pause(Duration.ofSeconds(130));

		this.clock.pass(Duration.ofSeconds(121));
		assertThat(patient.places(15, 0)).isZero();
		this.clock.pass(Duration.ofSeconds(9));
		assertThat(patient.await()).isTrue();
	}

	@Test
	void aClockThatWasSetBackMakesNoPauseLonger() throws Exception {
		rejected(this.pace, rejection(600L, 10_000));
		this.clock.set(Duration.ofHours(-5));
		Throttle next = pace(null, this.allowance.limits());

		assertThat(next.stillPaused().map(StopCause::sentence).orElse("")).contains("was set back", "--ignore-pause");
		this.clock.pass(Duration.ofMinutes(10));

		assertThat(pace(null, this.allowance.limits()).stillPaused()).as("counted from the first start after that")
			.isEmpty();
	}

	@Test
	void anEarlierStartsPauseSaysWhenThePortalAskedForIt() throws Exception {
		rejected(this.pace, rejection(3600L, 10_000));
		this.clock.pass(Duration.ofMinutes(20));

		String sentence = pace(null, this.allowance.limits()).stillPaused().map(StopCause::sentence).orElse("");

		assertThat(sentence).contains("The portal said at", ":00:00", "--ignore-pause").doesNotContain("set back");
	}

	@Test
	void aRejectionWithoutAnyHeaderPausesToo() throws Exception {
		assertThat(rejected(this.pace, new Answer(429, Shape.EMPTY, null, "", null, null, null))).isEmpty();

		assertHeldBack();
	}

	@Test
	void aPauseThatIsTooLongStopsTheRunAndSaysWhenToComeBack() throws Exception {
		Optional<StopCause> halt = rejected(this.pace, rejection(121L, null));

		assertThat(halt).map(StopCause::reason).contains(StopReason.PAUSED);
		String minutes = this.clock.instant()
			.plusSeconds(121)
			.atZone(ZoneId.systemDefault())
			.toString()
			.substring(14, 16);
		assertThat(halt.orElseThrow().sentence()).contains(minutes + ":01");
		assertThat(this.pace.await()).as("who sends decides when to stop").isTrue();
	}

	@ParameterizedTest(name = "retry after {0}, limit {1}")
	@CsvSource({ "0, 1500", "0, ", ", ", ", 0", ", 15", ", 1500", "60, " })
	void whoIsRefusedAllTheTimeAsksSeldomAndComesToAnEnd(Long retryAfter, Integer limit) throws Exception {
		Answer answer = rejection(retryAfter, limit);
		int requests = 0;
		Optional<StopCause> end = Optional.empty();
		for (int second = 0; second < 900 && end.isEmpty(); second++) {
			while (this.pace.places(1, 0) > 0 && end.isEmpty()) {
				requests++;
				end = rejected(this.pace, answer);
				this.clock.pass(Duration.ofMillis(1));
			}
			this.clock.pass(Duration.ofSeconds(1));
		}

		assertThat(requests).isBetween(10, 12);
		assertThat(end).map(StopCause::reason).contains(StopReason.PAUSED);
		assertThat(end.orElseThrow().sentence()).contains("let none through", "again after", "--rate");
	}

	@Test
	void whoIsLetThroughNowAndThenGoesOn() {
		for (int i = 0; i < 100; i++) {
			assertThat(rejected(this.pace, rejection(null, 15))).isEmpty();
			this.clock.pass(Duration.ofSeconds(20));
			if (i % 8 == 0) {
				this.pace.letThrough(false);
			}
		}
	}

	@Test
	void readsThatAreLetThroughDoNotHideThatNoWriteIs() {
		Optional<StopCause> end = Optional.empty();
		for (int i = 0; i < 11; i++) {
			end = rejected(this.pace, rejection(null, 15));
			this.pace.letThrough(true);
			this.clock.pass(Duration.ofSeconds(20));
		}

		assertThat(end).isPresent();
	}

	@Test
	void refusalsThatWereUnderWayTogetherCountOnce() {
		for (int i = 0; i < 50; i++) {
			assertThat(rejected(this.pace, rejection(null, 15))).isEmpty();
		}
		this.clock.pass(Duration.ofMillis(1500));

		assertThat(this.pace.places(1, 0)).isOne();
	}

	@ParameterizedTest
	@ValueSource(longs = { 86_401, 999_999_999, 251_000_000_000L })
	void aPauseOfMoreThanADayIsOddAndTakenForADay(long seconds) {
		Optional<StopCause> halt = rejected(this.pace, rejection(seconds, null));

		assertThat(halt.orElseThrow().sentence()).contains("more than a day");
		assertThat(this.allowance.limits().pause().length()).isEqualTo(Duration.ofDays(1));
	}

	@Test
	void aPauseIsShownWhileItIsWaitedFor() {
		Progress progress = new Progress(this.clock);
		Throttle shown = new Throttle(this.clock, this.clock.monotonic(), this.allowance,
				new Throttle.Manner(null, false), progress);
		assertThat(progress.pausedUntil()).isNull();

		rejected(shown, rejection(30L, null));

		assertThat(progress.pausedUntil()).isEqualTo(this.clock.instant().plusSeconds(30));
		this.clock.pass(Duration.ofSeconds(30));
		assertThat(progress.pausedUntil()).isNull();
	}

	/** A request that leaves now is refused. */
	private Optional<StopCause> rejected(Throttle throttle, Answer answer) {
		return throttle.rejected(false, answer, this.clock.monotonic().instant());
	}

	private void rejectedBefore(Answer answer, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(rejected(this.pace, answer)).isEmpty();
			this.clock.pass(Duration.ofSeconds(121));
		}
	}

	private void sent(int requests, int secondsAgo) {
		this.recent.restore(LongStream.generate(() -> secondsAgo * 1000L).limit(requests).toArray());
	}

	private Throttle pace(Integer rate, PortalLimits known) {
		this.allowance = new RateBudget(this.recent, known);
		return new Throttle(this.clock, this.clock.monotonic(), this.allowance, new Throttle.Manner(rate, false),
				new Progress(this.clock));
	}

	/** A thread waits that is let go only by stopping. */
	private void assertHeldBack() throws Exception {
		CompletableFuture<Boolean> sent = new CompletableFuture<>();
		Thread sender = new Thread(() -> {
			try {
				sent.complete(this.pace.await());
			}
			catch (InterruptedException ex) {
				sent.completeExceptionally(ex);
			}
		});
		sender.start();
		Poll.until(() -> sender.getState() == Thread.State.TIMED_WAITING || !sender.isAlive());
		assertThat(sent).as("held back").isNotDone();
		this.pace.stop();
		assertThat(sent.get(10, TimeUnit.SECONDS)).isFalse();
	}

	private static Answer rejection(Long retryAfter, Integer limit) {
		Pause pause = new Pause((retryAfter != null) ? Duration.ofSeconds(retryAfter) : null, limit);
		return new Answer(429, Shape.EMPTY, null, "", null, pause, null);
	}

}
