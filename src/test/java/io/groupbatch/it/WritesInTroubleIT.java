package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.fault.RandomFaults;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes that get no good answer, while reads do, cost few rows, and the same command
 * settles them later.
 */
class WritesInTroubleIT extends StandardPortal {

	private static final int WORKERS = 4;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void writesThatStayBadStopTheRunAndCostFewRows(boolean done) throws IOException {
		this.sandbox
			.setFaultPolicy((request) -> HoldFrom.isWrite(request) ? Answer.fromProxy(503, done) : new Normal());
		Path file = creates(100);

		Program.Result stopped = this.program
			.start(List.of("-Dgroupbatch.send.patience=3s"),
					this.program.arguments(file, "--concurrency", String.valueOf(WORKERS)))
			.end();

		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(69);
		assertThat(stopped.err()).contains("out of service (503)");
		assertThat(this.sandbox.traffic().sent("POST")).isBetween((long) WORKERS, 2L * WORKERS);
		Map<String, Long> counts = this.program.report().counts();
		assertThat(counts.get("NOT_SENT")).isGreaterThanOrEqualTo(100 - 2 * WORKERS);

		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertThat(this.program.importing(file).exit()).isZero();
		assertMade(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "seconds", "date" })
	void aPauseThatIsAskedForIsKept(String form) throws IOException {
		AtomicInteger writes = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> {
			boolean first = HoldFrom.isWrite(request) && writes.incrementAndGet() == 1;
			return first ? unavailable(form.equals("date") ? date(Instant.now().plusSeconds(3)) : "2") : new Normal();
		});

		assertThat(this.program.importing(creates(30), "--concurrency", "2").exit()).isZero();

		List<Instant> times = this.sandbox.traffic()
			.requests()
			.stream()
			.filter(HoldFrom::isWrite)
			.map(RecordedRequest::time)
			.sorted()
			.toList();
		// The other worker may have sent those that were marked already.
		assertThat(IntStream.range(0, 4).mapToObj((i) -> Duration.between(times.get(i), times.get(i + 1))))
			.anyMatch((gap) -> gap.compareTo(Duration.ofMillis(1500)) > 0);
		assertMade(30);
	}

	@ParameterizedTest
	@ValueSource(strings = { "3600", "date" })
	void aPauseThatIsTooLongEndsTheRun(String wait) throws IOException {
		this.sandbox.setFaultPolicy((request) -> HoldFrom.isWrite(request)
				? unavailable(wait.equals("date") ? date(Instant.now().plusSeconds(3600)) : wait) : new Normal());
		Path file = creates(30);

		Program.Result stopped = this.program.importing(file, "--concurrency", "2");

		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(75);
		assertThat(stopped.err()).contains("Give the same command again after");
		assertThat(this.program.report().counts().get("NOT_SENT")).isGreaterThanOrEqualTo(28);
		long before = this.sandbox.traffic().sent("POST");
		assertThat(this.program.importing(file).exit()).isEqualTo(75);
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(before);
	}

	@Test
	void writesThatComeBackAreTakenUpByOneThatTries() throws IOException {
		AtomicInteger bad = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> HoldFrom.isWrite(request) && bad.incrementAndGet() <= WORKERS + 1
				? Answer.fromProxy(503, false) : new Normal());

		assertThat(this.program.importing(creates(60), "--concurrency", String.valueOf(WORKERS)).exit()).isZero();

		assertMade(60);
		assertThat(this.program.report().rows().stream().filter((row) -> row.get("code").equals("SENT_TWICE")))
			.hasSizeBetween(WORKERS, WORKERS + 1);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whatWasLostInSixWaysIsSettledByTheSameCommand(String seed) throws IOException {
		Properties faults = new Properties();
		for (String way : List.of("cut-before", "cut-after", "cut-late", "503-before", "504-after", "502-late")) {
			faults.setProperty(way, "3%");
		}
		faults.setProperty("seed", seed);
		faults.setProperty("late-from", "50ms");
		faults.setProperty("late-to", "300ms");
		this.sandbox.setFaultPolicy(RandomFaults.of(faults));
		Path file = creates(400);

		List<Integer> exits = new ArrayList<>();
		do {
			exits.add(this.program.importing(file, "--settle", "2s").exit());
			this.sandbox.setFaultPolicy(FaultPolicy.none());
		}
		while (exits.get(exits.size() - 1) != 0 && exits.size() < 5);

		assertThat(exits).endsWith(0);
		assertMade(400);
	}

	private static Answer unavailable(String wait) {
		return new Answer(503, "text/html", "<html><title>Later</title></html>", Map.of("Retry-After", wait), false);
	}

	private static String date(Instant instant) {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC));
	}

	private void assertMade(int count) {
		assertThat(this.sandbox.groups().stream().map(GroupView::name).filter((name) -> name.startsWith("Team ")))
			.hasSize(count)
			.doesNotHaveDuplicates();
	}

	private Path creates(int rows) throws IOException {
		List<String> lines = IntStream.range(0, rows).mapToObj((i) -> "create,Team " + i).toList();
		return Files.writeString(this.folder.resolve("teams.csv"),
				"operation,groupName\n" + String.join("\n", lines) + "\n");
	}

	/** One of them in every build, more with the profile "long". */
	private static Stream<String> seeds() {
		return Stream.of(System.getProperty("writes.seeds", "7").split(",", -1));
	}

}
