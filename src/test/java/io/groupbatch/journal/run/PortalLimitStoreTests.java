package io.groupbatch.journal.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class PortalLimitStoreTests {

	private final Instant now = TestJournal.CLOCK.instant();

	private final PortalLimits.Pause pause = new PortalLimits.Pause(this.now.minus(Duration.ofHours(1)),
			Duration.ofHours(20));

	private final PortalLimits learned = new PortalLimits(1500, 15, false, this.pause);

	private static final PortalFingerprint SIGNS = PortalFingerprint.of(null, null, List.of(new UUID(7, 7)));

	private TestJournal journal;

	/** What a process knows whose clock is five hours ahead. */
	private PortalLimitStore ahead;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.ahead = this.journal.limits(Clock.offset(TestJournal.CLOCK, Duration.ofHours(5)));
	}

	@Test
	void nothingIsKnownAtFirst() {
		assertThat(this.journal.limits.of(this.journal.run("a").number())).isEqualTo(PortalLimits.UNKNOWN);
	}

	@Test
	void whatARunHasLearnedTheNextOneOfThatAccountKnows() {
		this.journal.limits.keep(this.journal.run("a").number(), this.learned, new long[] { 30_000, 29_999 });
		long next = this.journal.run("b").number();

		assertThat(this.journal.limits.of(next)).isEqualTo(this.learned);
		assertThat(this.journal.limits.recent(next)).containsExactly(30_000, 29_999);
	}

	@Test
	void anotherAccountHasLimitsOfItsOwn() {
		this.journal.limits.keep(this.journal.run("a").number(), this.learned, new long[0]);
		Run other = this.journal.runs.create(TestJournal.source("x.csv", "c", ""), TestJournal.target("bea"),
				(number) -> Path.of("/out"));

		assertThat(this.journal.limits.of(other.number())).isEqualTo(PortalLimits.UNKNOWN);
	}

	@Test
	void whatIsKeptAgainReplacesWhatWasKept() {
		long run = this.journal.run("a").number();
		this.journal.limits.keep(run, this.learned, new long[0]);
		this.journal.limits.keep(run, new PortalLimits(null, null, true, null), new long[0]);

		assertThat(this.journal.limits.of(run)).isEqualTo(new PortalLimits(null, null, true, null));
	}

	@Test
	void anotherAddressOfThePortalHasTheSameLimits() {
		Run first = this.journal.run("a");
		Run second = this.journal.runs.create(TestJournal.source("x.csv", "c", ""),
				new Run.Target("https://q", false, "anna", "anna"), (number) -> Path.of("/out"));
		this.journal.limits.keep(second.number(), new PortalLimits(60, null, false, null), new long[0]);
		this.journal.limits.keep(first.number(), this.learned, new long[] { 30_000 });

		this.journal.portals.learn(second, SIGNS);
		this.journal.portals.learn(first, SIGNS);

		assertThat(this.journal.limits.of(second.number())).isEqualTo(this.journal.limits.of(first.number()));
		this.journal.limits.keep(second.number(), this.learned, new long[] { 30_000 });
		assertThat(this.journal.limits.of(first.number())).isEqualTo(this.learned);
		assertThat(this.journal.limits.recent(first.number())).containsExactly(30_000);
	}

	@Test
	void whoSendsHasLimitsNotWhoPlanned() {
		Run run = this.journal.run("a");
		this.journal.limits.keep(run.number(), this.learned, new long[0]);
		this.journal.runs.sender(run.number(), new Run.Account("bea", "Bea"));

		assertThat(this.journal.limits.of(run.number())).isEqualTo(PortalLimits.UNKNOWN);
	}

	@Test
	void aPauseThatIsOverIsNotKnown() {
		long run = this.journal.run("a").number();
		keep(run, new PortalLimits.Pause(this.now.minus(Duration.ofHours(2)), Duration.ofHours(2)));

		assertThat(this.journal.limits.of(run)).isEqualTo(PortalLimits.UNKNOWN);
	}

	@Test
	void aPauseFromTheFutureLastsNoLongerThanWasSaid() {
		long run = this.journal.run("a").number();
		keep(run, new PortalLimits.Pause(this.now.plus(Duration.ofHours(5)), Duration.ofMinutes(10)));

		PortalLimits.Pause pause = Objects.requireNonNull(this.journal.limits.of(run).pause());
		assertThat(pause.left(this.now)).isEqualTo(Duration.ofMinutes(10));
	}

	/** An earlier version kept whatever the portal said. */
	@Test
	void aPauseLastsADayAtMost() {
		long run = this.journal.run("a").number();
		keep(run, new PortalLimits.Pause(this.now, Duration.ofDays(365)));

		PortalLimits.Pause pause = Objects.requireNonNull(this.journal.limits.of(run).pause());
		assertThat(pause.left(this.now)).isEqualTo(Duration.ofDays(1));
	}

	@Test
	void whatWasLearnedInTheFutureIsForgottenButForAPause() {
		long run = this.journal.run("a").number();
		this.ahead.keep(run, this.learned, new long[0]);

		assertThat(this.journal.limits.of(run)).isEqualTo(PortalLimits.UNKNOWN.paused(this.pause));
	}

	@Test
	void requestsFromTheFutureAreTakenToBeTheLatest() {
		long run = this.journal.run("a").number();
		this.ahead.keep(run, this.learned, new long[] { 40_000, 30_000 });

		assertThat(this.journal.limits.recent(run)).containsExactly(10_000, 0);
	}

	private void keep(long run, PortalLimits.Pause pause) {
		this.journal.limits.keep(run, PortalLimits.UNKNOWN.paused(pause), new long[0]);
	}

}
