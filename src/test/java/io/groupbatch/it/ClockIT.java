package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Poll;
import io.groupbatch.support.Program;
import io.groupbatch.support.Scene;
import io.groupbatch.support.StandardPortal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the clock of the computer says, and however long a request waited after it was
 * marked: nothing is sent again while the portal may still be at it, and nothing is
 * waited for longer than that takes.
 */
@Timeout(120)
class ClockIT extends StandardPortal {

	private static final Duration SETTLE = Duration.ofSeconds(1);

	private static final String BEN = "ben.okafor@sandbox.example";

	private final ComputerClock clock = new ComputerClock();

	private GroupView alpha;

	@BeforeEach
	void makeReady() {
		this.alpha = this.sandbox.group(Scene.group(this.sandbox, "Alpha", null,
				List.of(this.sandbox.person("anna.muster@sandbox.example").orElseThrow())))
			.orElseThrow();
	}

	/**
	 * Between its mark and its first byte the request waits for longer than the portal
	 * works.
	 */
	@ParameterizedTest(name = "the clock is set by {0} hours before the resume")
	@ValueSource(ints = { 0, 1, -1 })
	void aChangeOfAKilledProcessIsLookedAtWhenThePortalCannotBeAtItAnyMore(int hours) throws Exception {
		HoldAfterRejection hold = new HoldAfterRejection(SETTLE.plusSeconds(1));
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = this.program.start(file("add-members,Alpha,," + BEN, "remove-members,Alpha,," + BEN),
				"--settle", seconds(), "--yes");
		hold.awaitHeld();
		running.kill();

		Looks looks = new Looks(hold, this.alpha.id().toString());
		this.sandbox.setFaultPolicy(looks);
		this.clock.set(Duration.ofHours(hours));
		Program.Result resumed = resume();

		assertThat(resumed.exit()).as(resumed.err()).isZero();
		looks.assertNotBefore(SETTLE);
		assertToldNoLongerThan(resumed, SETTLE);
		assertThat(this.sandbox.group(this.alpha.id()).orElseThrow().memberEmails()).doesNotContain(BEN);
		assertThat(this.sandbox.traffic().overlappingWrites()).isZero();
	}

	@ParameterizedTest(name = "the clock is set by {0} hours before the resume")
	@ValueSource(ints = { 1, -1 })
	void aCreateOfAKilledProcessIsNotDoubled(int hours) throws Exception {
		HoldAfterRejection hold = new HoldAfterRejection(SETTLE.plusSeconds(1));
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = this.program.start(file("create,Beta,," + BEN), "--settle", seconds(), "--yes");
		hold.awaitHeld();
		running.kill();

		Looks looks = new Looks(hold, "filterValue");
		this.sandbox.setFaultPolicy(looks);
		this.clock.set(Duration.ofHours(hours));
		Program.Result resumed = resume();

		assertThat(resumed.exit()).as(resumed.err()).isZero();
		looks.assertNotBefore(SETTLE);
		assertToldNoLongerThan(resumed, SETTLE);
		assertThat(this.sandbox.groups("Beta")).hasSize(1);
	}

	@ParameterizedTest(name = "the clock is set by {0} hours before the other import")
	@ValueSource(ints = { 1, -1 })
	void anotherRunWaitsAsLong(int hours) throws Exception {
		HoldAfterRejection hold = new HoldAfterRejection(SETTLE.plusSeconds(1));
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = this.program.start(file("add-members,Alpha,," + BEN), "--settle", seconds(), "--yes");
		hold.awaitHeld();
		running.kill();

		hold.release();
		this.sandbox.traffic().awaitQuiet();
		this.clock.set(Duration.ofHours(hours));
		Writes writes = new Writes();
		this.sandbox.setFaultPolicy(writes);
		Program.Result other = this.program.at(this.clock,
				this.program.arguments(file("remove-members,Alpha,," + BEN), "--settle", seconds(), "--yes"));

		assertThat(other.exit()).as(other.err()).isZero();
		writes.assertFirstNotBefore(SETTLE);
		assertToldNoLongerThan(other, SETTLE);
		assertThat(this.sandbox.group(this.alpha.id()).orElseThrow().memberEmails()).doesNotContain(BEN);
	}

	@ParameterizedTest(name = "the clock is set by {0} hours when the answer is lost")
	@ValueSource(ints = { 1, -1 })
	void aClockThatIsSetDuringARunChangesNoWaitAndIsTold(int hours) throws Exception {
		AtomicLong lost = new AtomicLong();
		AtomicLong looked = new AtomicLong();
		this.sandbox.setFaultPolicy((request) -> {
			if (request.method().equals("PUT") && lost.compareAndSet(0, System.nanoTime())) {
				this.clock.set(Duration.ofHours(hours));
				return new Cut(false);
			}
			if (lost.get() != 0 && isAbout(request, this.alpha.id().toString())) {
				looked.compareAndSet(0, System.nanoTime());
			}
			return new Normal();
		});

		Program.Result result = this.program.at(this.clock,
				this.program.arguments(file("add-members,Alpha,," + BEN), "--settle", seconds(), "--yes"));

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(Duration.ofNanos(looked.get() - lost.get())).isGreaterThanOrEqualTo(SETTLE);
		assertToldNoLongerThan(result, SETTLE);
		assertThat(result.err()).contains((hours < 0) ? "was set back by 1 h 0 min" : "or its clock was set forward");
		assertThat(this.program.report().rows().get(0)).containsEntry("code", "REPEATED");
	}

	/** The two groups of the same name were both reported as made. */
	@Test
	void aPlanFromTheFutureIsOld() throws Exception {
		this.sandbox.setFaultPolicy(
				(request) -> HoldFrom.isWrite(request) ? new Answer(401, "", "", Map.of(), false) : new Normal());
		this.clock.set(Duration.ofHours(1));
		Program.Result stopped = this.program.at(this.clock, this.program.arguments(file("create,Beta,,"), "--yes"));
		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(77);
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		Scene.group(this.sandbox, "Beta", null, List.of());

		this.clock.set(Duration.ofHours(-1));
		Program.Result resumed = resume();

		assertThat(resumed.exit()).as(resumed.err()).isEqualTo(1);
		assertThat(this.program.report().rows().get(0)).containsEntry("code", "NAME_TAKEN");
		assertThat(this.sandbox.groups("Beta")).hasSize(1);
	}

	@ParameterizedTest(name = "the clock was {0} hours wrong when the portal asked for a pause")
	@CsvSource({ "0", "5" })
	void aPauseLastsNoLongerThanThePortalSaidAndCanBeIgnored(int hours) throws Exception {
		this.sandbox.setFaultPolicy((request) -> HoldFrom.isWrite(request)
				? new Answer(429, "", "", Map.of("Retry-After", "600"), false) : new Normal());
		this.clock.set(Duration.ofHours(hours));
		String[] importing = this.program.arguments(file("create,Beta,,"), "--yes");
		assertThat(this.program.at(this.clock, importing).exit()).isEqualTo(75);
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		this.clock.set(Duration.ofHours(-hours));

		Program.Result early = this.program.at(this.clock, importing);
		assertThat(early.exit()).isEqualTo(75);
		assertThat(early.err()).contains("The portal said at", "--ignore-pause");
		assertThat(early.err().contains("was set back since")).isEqualTo(hours > 0);
		assertThat(this.sandbox.groups("Beta")).isEmpty();

		assertThat(this.program.at(this.clock, "resume", "--ignore-pause").exit()).isZero();
		assertThat(this.sandbox.groups("Beta")).hasSize(1);
	}

	@Test
	void aPauseThatTheClockMadeLongerIsOverWhenItHasLasted() throws Exception {
		this.sandbox.setFaultPolicy((request) -> HoldFrom.isWrite(request)
				? new Answer(429, "", "", Map.of("Retry-After", "600"), false) : new Normal());
		this.clock.set(Duration.ofHours(5));
		String[] importing = this.program.arguments(file("create,Beta,,"), "--yes");
		assertThat(this.program.at(this.clock, importing).exit()).isEqualTo(75);
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		this.clock.set(Duration.ofHours(-5));
		assertThat(this.program.at(this.clock, importing).exit()).isEqualTo(75);

		this.clock.set(Duration.ofMinutes(10));

		Program.Result last = this.program.at(this.clock, importing);
		assertThat(last.exit()).as(last.err()).isZero();
	}

	private void assertToldNoLongerThan(Program.Result result, Duration most) {
		Matcher told = Pattern.compile("asked about \\w+ in (\\d+) s|was lost\\. In (\\d+) s").matcher(result.err());
		while (told.find()) {
			String seconds = (told.group(1) != null) ? told.group(1) : told.group(2);
			assertThat(Long.parseLong(seconds)).isLessThanOrEqualTo(most.toSeconds());
		}
	}

	private static boolean isAbout(RecordedRequest request, String path) {
		return request.method().equals("GET") && request.path().contains(path);
	}

	private Program.Result resume() {
		return this.program.at(this.clock, "resume", "1", "--settle", seconds());
	}

	private static String seconds() {
		return SETTLE.toSeconds() + "s";
	}

	private Path file(String... rows) throws IOException {
		return Files.writeString(this.folder.resolve("rows-" + rows[0].hashCode() + ".csv"),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

	/** Rejects the first write with a pause, and holds the second one. */
	private static final class HoldAfterRejection implements FaultPolicy {

		private final HoldFrom hold = new HoldFrom(1, HoldFrom::isWrite, false);

		private final AtomicInteger writes = new AtomicInteger();

		private final Duration pause;

		private HoldAfterRejection(Duration pause) {
			this.pause = pause;
		}

		@Override
		public Act onRequest(RecordedRequest request) {
			if (HoldFrom.isWrite(request) && this.writes.incrementAndGet() == 1) {
				return new Answer(429, "", "", Map.of("Retry-After", String.valueOf(this.pause.toSeconds())), false);
			}
			return this.hold.onRequest(request);
		}

		private void awaitHeld() throws InterruptedException {
			this.hold.awaitHeld();
		}

		private void release() {
			this.hold.release();
		}

	}

	/** At the first look at something the portal ends its late work, and answers then. */
	private final class Looks implements FaultPolicy {

		private final HoldAfterRejection held;

		private final String path;

		private final long began = System.nanoTime();

		private final AtomicLong first = new AtomicLong();

		private final int deeds = ClockIT.this.sandbox.traffic().writes().size();

		private Looks(HoldAfterRejection held, String path) {
			this.held = held;
			this.path = path;
		}

		@Override
		public Act onRequest(RecordedRequest request) {
			if (isAbout(request, this.path) && this.first.compareAndSet(0, System.nanoTime())) {
				this.held.release();
				Poll.until(() -> ClockIT.this.sandbox.traffic().writes().size() != this.deeds);
			}
			return new Normal();
		}

		private void assertNotBefore(Duration time) {
			assertThat(this.first.get()).as("somebody looked").isNotZero();
			assertThat(Duration.ofNanos(this.first.get() - this.began)).isGreaterThanOrEqualTo(time);
		}

	}

	/** Notes when the first write comes. */
	private static final class Writes implements FaultPolicy {

		private final long began = System.nanoTime();

		private final AtomicLong first = new AtomicLong();

		@Override
		public Act onRequest(RecordedRequest request) {
			if (HoldFrom.isWrite(request)) {
				this.first.compareAndSet(0, System.nanoTime());
			}
			return new Normal();
		}

		private void assertFirstNotBefore(Duration time) {
			assertThat(Duration.ofNanos(this.first.get() - this.began)).isGreaterThanOrEqualTo(time);
		}

	}

	/** The clock of this computer, as far as nobody sets it. */
	private static final class ComputerClock extends Clock {

		private volatile Duration offset = Duration.ZERO;

		void set(Duration forward) {
			this.offset = this.offset.plus(forward);
		}

		@Override
		public Instant instant() {
			return Instant.now().plus(this.offset);
		}

		@Override
		public ZoneId getZone() {
			return ZoneId.systemDefault();
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
