package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;
import io.groupbatch.support.Program.Running;
import io.groupbatch.support.Report;
import io.groupbatch.support.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An export that is broken off goes on without reading again what it has read, and one
 * during which the portal changes tells of it.
 */
class ExportRestartIT {

	private static final int PAGES_AT_ONCE = 20;

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	@BeforeEach
	void startPortal() {
		this.sandbox = Sandbox.start(SandboxOptions.standard().withSeed(Seed.of(1_000, 4_000)));
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey()).withJournal();
	}

	@AfterEach
	void stopPortal() {
		this.sandbox.close();
	}

	@Test
	void killedHalfWayItDoesNotReadAgainWhatItHasRead() throws IOException, InterruptedException {
		HoldFrom hold = hold(31, ExportRestartIT::isGroups);
		Running running = start();
		hold.awaitHeld();
		running.kill();
		letGo(hold);
		assertThat(file()).doesNotExist();
		long before = this.sandbox.traffic().arrived();

		Result resumed = export();

		assertThat(resumed.exit()).as(resumed.err()).isZero();
		assertThat(resumed.err()).contains("An export or verify that was begun at",
				"What it has read is not read again.");
		assertThat(readTwice()).hasSizeLessThanOrEqualTo(PAGES_AT_ONCE);
		assertThat(this.sandbox.traffic().arrived() - before).as("whose key it is, 19 pages of groups, all of people")
			.isLessThanOrEqualTo(1 + 19 + 11);
		assertIsWhole();
	}

	@Test
	void stoppedBySignalItGoesOn() throws IOException, InterruptedException {
		HoldFrom hold = hold(5, ExportRestartIT::isPeople);
		Running running = start();
		hold.awaitHeld();
		running.signal("INT");
		letGo(hold);
		Result stopped = running.end();
		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(130);
		assertThat(stopped.err()).contains("the same command continues");
		this.sandbox.traffic().awaitQuiet();
		long before = this.sandbox.traffic().arrived();

		assertThat(export().exit()).isZero();

		assertThat(this.sandbox.traffic().arrived() - before).as("no groups").isLessThanOrEqualTo(1 + 11);
		assertIsWhole();
	}

	@Test
	void aPortalInTroubleStopsItAndItGoesOn() throws IOException {
		this.sandbox.setFaultPolicy((request) -> isPeople(request) && request.path().endsWith("startIndex=300")
				? new FaultPolicy.Answer(429, "", "", Map.of("Retry-After", "3600"), false) : new FaultPolicy.Normal());
		Result stopped = export();
		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(75);
		assertThat(stopped.err()).contains("the same command continues");
		this.sandbox.setFaultPolicy(FaultPolicy.none());

		assertThat(export().exit()).isZero();

		assertThat(readTwice()).noneMatch((path) -> path.contains("/group"));
		assertIsWhole();
	}

	/** A time in the future is an unknown time. */
	@ParameterizedTest
	@ValueSource(strings = { "- 3700000", "+ 3700000" })
	void whatWasReadLongAgoOrInTheFutureIsReadAnew(String age) throws IOException, InterruptedException {
		HoldFrom hold = hold(31, ExportRestartIT::isGroups);
		Running running = start();
		hold.awaitHeld();
		running.kill();
		letGo(hold);
		JournalEdit.change(this.program.state(), "UPDATE export SET number = number " + age);

		Result anew = export();

		assertThat(anew.exit()).as(anew.err()).isZero();
		assertThat(anew.err()).contains("is too old to continue. Everything is read again");
		assertIsWhole();
	}

	@Test
	void anotherExportDoesNotGoOnWithIt() throws IOException, InterruptedException {
		HoldFrom hold = hold(31, ExportRestartIT::isGroups);
		Running running = start();
		hold.awaitHeld();
		running.kill();
		letGo(hold);

		Result other = export("--filter", "Group 0001");

		assertThat(other.exit()).as(other.err()).isZero();
		assertThat(other.err()).doesNotContain("Going on");
		assertThat(Files.readAllLines(file())).hasSize(11);
	}

	@Test
	void groupsThatChangeMeanwhileAreReadOnceMoreAndNamed() throws IOException, InterruptedException {
		Person joins = this.sandbox.people().stream().filter(Scene::mayJoin).skip(50).findFirst().orElseThrow();
		GroupView grown = group(7, joins);
		GroupView shrunk = group(8, joins);
		GroupView deleted = group(9, joins);
		HoldFrom hold = new HoldFrom(1, ExportRestartIT::isPeople, false);
		this.sandbox.setFaultPolicy(hold);
		Running running = start();
		hold.awaitHeld();
		Scene.add(this.sandbox, grown.id(), joins);
		Scene.remove(this.sandbox, shrunk.id(), shrunk.members().get(1));
		Scene.delete(this.sandbox, deleted.id());
		UUID made = Scene.group(this.sandbox, "Just made", null, List.of(joins));
		letGo(hold);
		Result exported = running.end();

		assertThat(exported.exit()).as(exported.err()).isZero();
		assertThat(exported.err()).contains(
				"Changed meanwhile, and read once more: 3 groups: \"" + grown.name() + "\", \"" + shrunk.name()
						+ "\", \"Just made\"",
				"Deleted meanwhile, and not in the file: 1 group: \"" + deleted.name() + "\"");
		assertThat(Files.readString(file())).contains(made.toString());
		assertIsWhole();
	}

	/** The file says of every group what the sandbox says. */
	private void assertIsWhole() {
		Map<String, String> members = Report.read(file())
			.rows()
			.stream()
			.collect(Collectors.toMap((row) -> row.get("groupId"), (row) -> row.get("members")));
		assertThat(members).isEqualTo(this.sandbox.groups()
			.stream()
			.collect(Collectors.toMap((group) -> group.id().toString(),
					(group) -> group.memberEmails().stream().sorted().collect(Collectors.joining(";")))));
	}

	private GroupView group(int number, Person without) {
		return this.sandbox.groups("Group %05d".formatted(number))
			.stream()
			.filter((group) -> !group.members().contains(without))
			.findFirst()
			.orElseThrow();
	}

	private List<String> readTwice() {
		return this.sandbox.traffic()
			.requests()
			.stream()
			.map(RecordedRequest::path)
			.filter((path) -> path.contains("startIndex"))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 1)
			.map(Map.Entry::getKey)
			.toList();
	}

	private HoldFrom hold(int nth, Predicate<RecordedRequest> kind) {
		HoldFrom hold = new HoldFrom(nth, kind, true);
		this.sandbox.setFaultPolicy(hold);
		return hold;
	}

	private void letGo(HoldFrom hold) throws InterruptedException {
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		hold.release();
	}

	private Running start() {
		return this.program.start(List.of(), "export", file().toString());
	}

	private Result export(String... options) {
		return this.program.run(List.of(List.of("export", file().toString(), "--force"), List.of(options))
			.stream()
			.flatMap(List::stream)
			.toArray(String[]::new));
	}

	private Path file() {
		return this.folder.resolve("groups.csv");
	}

	private static boolean isGroups(RecordedRequest request) {
		return request.path().contains("/group?");
	}

	private static boolean isPeople(RecordedRequest request) {
		return request.path().contains("/people/filter");
	}

}
