package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Program;
import io.groupbatch.support.SlowFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ctrl-C and SIGTERM, at every stage of a run.
 */
@DisabledOnOs(OS.WINDOWS)
class SignalIT {

	private static final int ROWS = 60;

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	private HoldFrom hold;

	@BeforeEach
	void startPortal() {
		this.sandbox = Sandbox.start(SandboxOptions.standard().withSeed(Seed.of(20, 0)).withRememberedRequests(10_000));
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey()).withJournal();
		hold(30, "/group");
	}

	@AfterEach
	void stopPortal() {
		this.hold.release();
		this.sandbox.close();
	}

	@ParameterizedTest
	@CsvSource({ "INT, 130, INTERRUPTED", "TERM, 143, TERMINATED" })
	void theFirstSignalLetsOpenRequestsEndAndTheNextStartGoesOn(String signal, int exit, String reason)
			throws Exception {
		Path file = creates();
		Program.Running running = startAndHold(file);
		running.signal(signal);
		running.awaitSaid("Stopping");
		this.hold.release();

		Program.Result stopped = running.end();

		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(exit);
		assertThat(stopped.err()).contains("Stopped by a signal (SIG" + signal + ")").doesNotContain("Exception");
		assertThat(stopped.out()).contains("Report: ", "Continue with: ./run.sh resume 1");
		assertThat(summary().path("exitCode").asInt()).isEqualTo(exit);
		assertThat(summary().path("stopReason").asString()).isEqualTo(reason);
		assertThat(summary().path("state").asString()).isEqualTo("UNFINISHED");
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED", "NOT_SENT");
		assertGoesOnToTheEnd(file);
	}

	@Test
	void aSecondSignalEndsAtOnceAndTheNextStartGoesOn() throws Exception {
		Path file = creates();
		Program.Running running = startAndHold(file);
		running.signal("INT");
		running.awaitSaid("Stopping");
		long since = System.nanoTime();
		do {
			running.signal("INT");
		}
		while (!running.process().waitFor(200, TimeUnit.MILLISECONDS));

		assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(6));
		assertThat(running.end().exit()).isEqualTo(130);
		assertThat(this.program.output().resolve("report.csv")).doesNotExist();
		this.hold.release();
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertThat(this.program.importing(file).err()).contains("Continuing run 1");
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
		assertThat(this.sandbox.groups()).extracting(GroupView::name).doesNotHaveDuplicates();
	}

	/** That is how timeout sends them. */
	@Test
	void aSignalThatComesTwiceInARowCountsOnce() throws Exception {
		Program.Running running = startAndHold(creates());
		running.signal("TERM", "TERM");
		running.awaitSaid("Stopping");
		this.hold.release();

		assertThat(running.end().exit()).isEqualTo(143);
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED", "NOT_SENT");
	}

	@Test
	void aSignalThatIsIgnoredStaysIgnored() throws Exception {
		Path file = creates();
		Program.Running running = this.program.startIn(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh"), List.of(),
				this.program.arguments(file, "--concurrency", "4"));
		this.hold.awaitHeld();
		running.signal("INT");
		this.hold.release();

		Program.Result end = running.end();
		assertThat(end.exit()).as(end.err()).isZero();
	}

	@Test
	void whileThePortalIsReadNothingIsSent() throws Exception {
		hold(1, "/people");
		Path file = creates();
		Program.Running running = startAndHold(file);
		running.signal("INT");
		running.awaitSaid("Stopping");
		this.hold.release();

		Program.Result stopped = running.end();

		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(130);
		assertThat(summary().path("state").asString()).isEqualTo("PLANNING");
		assertThat(this.program.report().counts()).containsOnlyKeys("NOT_SENT");
		assertThat(this.sandbox.traffic().sent("POST")).isZero();
		assertGoesOnToTheEnd(file);
	}

	@Test
	void aPortalThatDoesNotAnswerIsNotWaitedForWhileItIsRead() throws Exception {
		hold(1, "/people");
		Path file = creates();
		Program.Running running = startAndHold(file, "-Dgroupbatch.stop.open-requests=200ms");
		running.signal("TERM");

		Program.Result stopped = running.end();

		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(143);
		assertThat(stopped.err()).contains("Stopped by a signal (SIGTERM)");
		assertThat(stopped.out()).contains("Report: not written. Write it with: ./run.sh report 1",
				"Continue with: ./run.sh resume 1");
		assertThat(summary().path("exitCode").asInt()).isEqualTo(143);
		assertThat(summary().path("reportCommand").asString()).startsWith("./run.sh report 1");
		assertThat(this.program.run("report", "1").exit()).isZero();
		assertThat(this.program.report().counts()).containsOnlyKeys("NOT_SENT");
		this.hold.release();
		assertGoesOnToTheEnd(file);
	}

	/** The report goes into a pipe that nobody reads. */
	@Test
	void aReportThatTakesTooLongIsNotWaitedFor() throws Exception {
		Path file = creates();
		SlowFile.pipe(Files.createDirectories(this.program.output()).resolve("report.csv.unfinished"));
		Program.Running running = startAndHold(file, "-Dgroupbatch.stop.in-all=200ms");
		running.signal("INT");
		running.awaitSaid("Stopping");
		this.hold.release();

		Program.Result stopped = running.end();

		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(130);
		assertThat(stopped.out()).contains("SUCCEEDED", "NOT_SENT (unfinished)", "./run.sh report 1");
		Files.delete(this.program.output().resolve("report.csv.unfinished"));
		assertThat(this.program.run("report", "1").exit()).isZero();
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED", "NOT_SENT");
		assertGoesOnToTheEnd(file);
	}

	@Test
	void whileTheFileIsReadNothingIsSent() throws Exception {
		Path file = this.folder.resolve("groups.csv");
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		String content = content(3000, " of a company whose groups bear names that take room".repeat(2));
		try (SlowFile slow = SlowFile.at(file, content, this.program.state())) {
			Program.Running running = this.program.start(file);
			slow.awaitMostlyRead();
			running.signal("TERM");
			running.awaitSaid("Stopping");
			slow.letGo();

			Program.Result stopped = running.end();
			assertThat(stopped.exit()).as(stopped.err() + stopped.out()).isEqualTo(143);
		}
		assertThat(summary().path("state").asString()).isEqualTo("STAGING");
		Files.delete(file);
		Files.writeString(file, content);

		Program.Result next = this.program.importing(file);
		assertThat(next.exit()).as(next.err()).isZero();
		assertThat(next.err()).contains("Continuing run 1");
		assertThat(this.sandbox.groups()).hasSize(3000).extracting(GroupView::name).doesNotHaveDuplicates();
	}

	/** A terminal is made by the program "script". */
	@Test
	@EnabledOnOs(OS.LINUX)
	void atTheQuestionItIsANo() throws Exception {
		Path file = creates();
		Program.Running running = this.program.startOnTerminal(this.program.arguments(file));
		running.awaitSaid("[y/N]");
		running.signalChild("INT");

		Program.Result stopped = running.end();

		assertThat(stopped.exit()).as(stopped.out()).isEqualTo(130);
		assertThat(stopped.out()).doesNotContain("under way", "Another signal").contains("apply 1");
		assertThat(summary().path("state").asString()).isEqualTo("PLANNED");
		assertThat(summary().path("stopReason").asString()).isEqualTo("INTERRUPTED");
		assertThat(this.sandbox.traffic().sent("POST")).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "INT, 130", "TERM, 143" })
	void aSandboxThatWaitsEndsAtOnce(String signal, int exit) throws Exception {
		Program.Running running = this.program.start(List.of(), "sandbox", "--port", "0");
		running.awaitSaid("Press Ctrl-C to end it");
		running.signal(signal);

		assertThat(running.end().exit()).isEqualTo(exit);
	}

	private void assertGoesOnToTheEnd(Path file) {
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		Program.Result next = this.program.importing(file);
		assertThat(next.exit()).as(next.err()).isZero();
		assertThat(next.err()).contains("Continuing run 1");
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
		assertThat(this.sandbox.groups()).hasSize(ROWS);
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(ROWS);
	}

	private void hold(int nth, String path) {
		boolean writes = path.equals("/group");
		this.hold = new HoldFrom(nth,
				(request) -> request.path().contains(path) && (!writes || HoldFrom.isWrite(request)), true);
		this.sandbox.setFaultPolicy(this.hold);
	}

	private Program.Running startAndHold(Path file, String... jvm) throws InterruptedException {
		Program.Running running = this.program.start(List.of(jvm), this.program.arguments(file, "--concurrency", "4"));
		this.hold.awaitHeld();
		return running;
	}

	private JsonNode summary() throws IOException {
		return JsonMapper.shared().readTree(Files.readString(this.program.output().resolve("summary.json")));
	}

	private Path creates() throws IOException {
		return Files.writeString(this.folder.resolve("groups.csv"), content(ROWS, ""));
	}

	private static String content(int rows, String end) {
		List<String> lines = new ArrayList<>(List.of("operation,groupName"));
		IntStream.range(0, rows).forEach((row) -> lines.add("create,Team " + row + end));
		return String.join("\n", lines) + "\n";
	}

}
