package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.regex.Pattern;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalCopy;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;
import io.groupbatch.support.SlowFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing can be written any more: what was done is kept, nothing more is sent, and with
 * room again the same command continues. A full disk is a limit on the size of files,
 * which a running process can be given too.
 */
@DisabledOnOs(OS.WINDOWS)
class FullDiskIT {

	private static final int CONCURRENCY = 4;

	/** More than the process says, and far less than a journal. */
	private static final int LIMIT = 64 << 10;

	/** What is said before anything breaks. */
	private static final Pattern PLAN = Pattern
		.compile("Portal:|File:|New:|Existing:|As it is:|Forecast:|Left out:|Nothing to do:|  ");

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	@BeforeEach
	void startPortal() {
		this.sandbox = Sandbox.start(SandboxOptions.standard().withSeed(Seed.of(20, 0)).withRememberedRequests(10_000));
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey());
	}

	@AfterEach
	void stopPortal() {
		this.sandbox.close();
	}

	@Test
	void aStateFolderThatCannotBeMadeStopsBeforeAnythingIsSent() throws IOException {
		Path file = creates(5);
		Program.Result full = this.program
			.startIn(List.of("sh", "-c", "ulimit -f 32; exec \"$@\"", "sh"), List.of(), this.program.arguments(file))
			.end();

		assertCannotWrite(full);
		assertThat(full.err()).contains("state folder", "nothing was sent", "Make room");
		assertThat(this.sandbox.traffic().arrived()).isZero();
		assertThat(this.program.importing(file).exit()).isZero();
	}

	@Test
	void aReadOnlyStateFolderStopsBeforeAnythingIsSent() throws IOException {
		Path file = creates(5);
		this.program.run("runs");
		Files.setPosixFilePermissions(this.program.state(), PosixFilePermissions.fromString("r-xr-xr-x"));
		Program.Result readOnly = this.program.startIn(asOneWhoMayNotWrite(), List.of(), this.program.arguments(file))
			.end();
		Files.setPosixFilePermissions(this.program.state(), PosixFilePermissions.fromString("rwx------"));

		assertCannotWrite(readOnly);
		assertThat(readOnly.err()).contains("it is read-only", "nothing was sent");
		assertThat(this.sandbox.traffic().arrived()).isZero();
		assertThat(this.program.importing(file).exit()).isZero();
	}

	/** And leaves no run behind that would go on looking for that folder. */
	@Test
	void anOutputFolderThatCannotBeWrittenStopsBeforeAnythingIsSent() throws IOException {
		Path file = creates(5);
		Files.writeString(this.program.output(), "no folder");
		Program.Result result = this.program.importing(file);

		assertCannotWrite(result);
		assertThat(result.err()).contains(this.program.output().toString(), "Nothing was sent", "--output");
		assertThat(this.program.run("runs").out()).contains("no runs yet");
		assertThat(this.sandbox.traffic().sent("POST")).isZero();
		assertThat(
				this.program.run("import", file.toString(), "--output", this.folder.resolve("other").toString()).exit())
			.isZero();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aDiskThatFillsUpWhileTheFileIsReadLosesNothing() throws Exception {
		Path file = this.folder.resolve("groups.csv");
		String content = content(3000, " of a company whose groups bear names that take room".repeat(2));
		Program.Result full;
		try (SlowFile slow = SlowFile.at(file, content, this.program.state())) {
			Program.Running running = start(file);
			slow.awaitMostlyRead();
			fillDisk(running);
			slow.letGo();
			full = running.end();
		}
		Files.delete(file);
		Files.writeString(file, content);

		assertCannotWrite(full);
		assertThat(this.sandbox.traffic().sent("POST")).isZero();
		assertGoesOnToTheEnd(file, 3000, 0);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aDiskThatFillsUpWhileThePortalIsReadLosesNothing() throws Exception {
		Path file = creates(100);
		HoldFrom hold = new HoldFrom(1, (request) -> request.path().contains("/people"), true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = start(file);
		hold.awaitHeld();
		fillDisk(running);
		hold.release();

		assertCannotWrite(running.end());
		assertThat(this.sandbox.traffic().sent("POST")).isZero();
		assertGoesOnToTheEnd(file, 100, 0);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aDiskThatFillsUpWhileSendingEndsTheSending() throws Exception {
		Path file = creates(100);
		HoldFrom hold = new HoldFrom(30, HoldFrom::isWrite, true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = start(file);
		hold.awaitHeld();
		fillDisk(running);
		hold.release();

		assertCannotWrite(running.end());
		assertThat(this.sandbox.traffic().sent("POST")).as("nothing is sent that is not marked")
			.isLessThan(30 + 2 * CONCURRENCY);
		assertThat(JournalCopy.open(this.program.state())).isBetween(1, 2 * CONCURRENCY);
		assertGoesOnToTheEnd(file, 100, 2 * CONCURRENCY);
	}

	/** A link to the device that is always full. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void aReportThatCannotBeWrittenChangesNothingInWhatWasDone() throws IOException {
		Path file = creates(5);
		Path unfinished = Files.createDirectories(this.program.output()).resolve("report.csv.unfinished");
		Files.createSymbolicLink(unfinished, Path.of("/dev/full"));

		Program.Result full = this.program.importing(file);

		assertThat(full.exit()).isEqualTo(73);
		assertThat(full.err()).contains("The report cannot be written", "No space left").doesNotContain("Exception");
		assertThat(full.out()).contains("5 SUCCEEDED (finished)", "./run.sh report 1");
		assertThat(this.program.run("report", "1").exit()).isEqualTo(73);
		assertThat(this.program.importing(file).exit()).isEqualTo(73);
		Files.delete(unfinished);
		assertThat(this.program.run("report", "1").exit()).isZero();
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(5);
	}

	/** It is only for people; nothing else waits for it. */
	@Test
	void aPageThatCannotBeWrittenIsToldAndCostsNoOtherReport() throws IOException {
		Path file = creates(5);
		Path unfinished = Files.createDirectories(this.program.output()).resolve("report.html.unfinished");
		Files.createSymbolicLink(unfinished, Path.of("/dev/full"));

		Program.Result full = this.program.importing(file);

		assertThat(full.exit()).isEqualTo(73);
		assertThat(full.err()).contains("The report cannot be written", "No space left").doesNotContain("Exception");
		assertThat(full.out()).contains("5 SUCCEEDED (finished)", "./run.sh report 1");
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
		assertThat(this.program.output().resolve("report.html")).doesNotExist();
		Files.delete(unfinished);
		assertThat(this.program.run("report", "1").exit()).isZero();
		assertThat(this.program.output().resolve("report.html")).content().contains("All 5 groups are complete.");
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(5);
	}

	@Test
	void aSummaryThatCannotBeWrittenIsToldToo() throws IOException {
		Path file = creates(5);
		Path unfinished = Files.createDirectories(this.program.output().resolve("summary.json.unfinished"));

		Program.Result full = this.program.importing(file);

		assertThat(full.exit()).isEqualTo(73);
		assertThat(full.err()).contains("The report cannot be written").doesNotContain("Exception");
		assertThat(full.out()).contains("./run.sh report 1");
		Files.delete(unfinished);
		assertThat(this.program.run("report", "1").exit()).isZero();
		assertThat(this.program.output().resolve("summary.json")).exists();
	}

	/** It is only talk. */
	@Test
	void aNowFileThatCannotBeWrittenIsNoMatter() throws IOException {
		Files.createDirectories(this.program.state().resolve("now.json.unfinished"));

		Program.Result result = this.program.importing(creates(5));

		assertThat(result.exit()).as(result.err()).isZero();
	}

	private void assertGoesOnToTheEnd(Path file, int rows, int mostUnknown) {
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		Program.Result next = this.program.importing(file, "--concurrency", "" + CONCURRENCY);
		assertThat(next.exit()).as(next.err()).isIn(0, (mostUnknown > 0) ? 3 : 0);
		assertThat(next.err()).contains("Continuing run 1");
		Report report = this.program.report();
		assertThat(report.rows()).hasSize(rows);
		assertThat(report.with("UNKNOWN")).hasSizeLessThanOrEqualTo(mostUnknown);
		assertThat(report.with("SUCCEEDED")).hasSizeGreaterThanOrEqualTo(rows - mostUnknown);
		assertThat(this.sandbox.groups()).hasSize(rows).extracting(GroupView::name).doesNotHaveDuplicates();
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(rows);
	}

	/** One sentence, and what to do. */
	private static void assertCannotWrite(Program.Result result) {
		assertThat(result.exit()).as(result.err()).isEqualTo(73);
		assertThat(result.err()).doesNotContain("Exception", "[", "\tat ");
		assertThat(result.err().lines().filter((line) -> !PLAN.matcher(line).lookingAt())).hasSize(1);
	}

	private static void fillDisk(Program.Running running) throws IOException, InterruptedException {
		assertThat(new ProcessBuilder("prlimit", "--pid", "" + running.process().pid(), "--fsize=" + LIMIT).inheritIO()
			.start()
			.waitFor()).isZero();
	}

	/** The administrator may write everywhere, unless that right is given up. */
	private List<String> asOneWhoMayNotWrite() {
		return Files.isWritable(this.program.state())
				? List.of("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override") : List.of();
	}

	private Program.Running start(Path file) {
		return this.program.start(file, "--concurrency", "" + CONCURRENCY);
	}

	private Path creates(int rows) throws IOException {
		return Files.writeString(this.folder.resolve("groups.csv"), content(rows, ""));
	}

	private static String content(int rows, String end) {
		List<String> lines = IntStream.range(0, rows).mapToObj((row) -> "create,Team " + row + end).toList();
		return "operation,groupName\n" + String.join("\n", lines) + "\n";
	}

}
