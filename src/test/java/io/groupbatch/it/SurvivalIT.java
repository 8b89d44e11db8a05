package io.groupbatch.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalCopy;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;
import io.groupbatch.support.SlowFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is left when the program ends before its work does, and how it goes on.
 */
class SurvivalIT {

	private static final int CONCURRENCY = 4;

	private static final int GROUPS = 100;

	private static final int KILLS = 6;

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	@BeforeEach
	void startPortal() {
		this.sandbox = Sandbox.start(SandboxOptions.standard()
			.withSeed(Seed.of(20, 0))
			.withLatency(Duration.ofMillis(5))
			.withRememberedRequests(100_000));
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey()).withJournal();
	}

	@AfterEach
	void stopPortal() {
		this.sandbox.close();
	}

	/**
	 * Kills at any moment after the first write: before a mark, after it, in flight,
	 * around a commit.
	 */
	@Test
	void killsAtAnyMomentNeverMakeTwinsOrSendWhatIsDone() throws IOException, InterruptedException {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		Path file = lanes();
		int inDoubt = 0;
		for (int kill = 0; kill < KILLS; kill++) {
			int most = inDoubt + 2 * CONCURRENCY;
			killSomewhere(file, random);
			inDoubt = JournalCopy.open(this.program.state());
			assertThat(inDoubt).as("requests in doubt after kill %d, seed %d", kill + 1, seed)
				.isLessThanOrEqualTo(most);
		}
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		Program.Result end = importing(file);
		assertThat(end.exit()).as("seed %d: %s", seed, end.err()).isZero();
		assertThat(this.sandbox.traffic().overlappingWrites()).as("seed %d", seed).isZero();
		assertEveryRowIsTrue(this.program.report(), "seed " + seed);
		assertNothingWasSentTwice("seed " + seed);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aKillWhileStagingLosesNoRow() throws IOException, InterruptedException {
		Path file = this.folder.resolve("groups.csv");
		String end = " of a company whose groups bear names that take room".repeat(2);
		String content = "operation,groupName\n"
				+ IntStream.range(0, 3000).mapToObj((row) -> "create,Team " + row + end + "\n").collect(joining());
		try (SlowFile slow = SlowFile.at(file, content, this.program.state())) {
			Program.Running running = start(file);
			slow.awaitMostlyRead();
			running.kill();
		}
		assertThat(JournalCopy.staged(this.program.state())).isBetween(1, 2999);
		Files.delete(file);
		Files.writeString(file, content);

		Program.Result next = importing(file);

		assertThat(next.exit()).as(next.err()).isZero();
		assertThat(next.err()).contains("Continuing run 1");
		assertThat(this.program.report().counts()).isEqualTo(Map.of("SUCCEEDED", 3000L));
		assertThat(this.sandbox.groups()).hasSize(3000).extracting(GroupView::name).doesNotHaveDuplicates();
	}

	/** The report goes into a pipe that nobody empties. */
	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aKillWhileReportingCostsOnlyTheReport() throws IOException {
		Path file = lanes();
		Path unfinished = Files.createDirectories(this.program.output()).resolve("report.csv.unfinished");
		SlowFile.pipe(unfinished);
		Program.Running running = start(file);
		try (InputStream reading = Files.newInputStream(unfinished)) {
			assertThat(reading).isNotNull();
			running.kill();
		}
		Files.delete(unfinished);
		long writes = this.sandbox.traffic().sent("PUT") + this.sandbox.traffic().sent("POST");

		Program.Result next = importing(file);

		assertThat(next.exit()).as(next.err()).isZero();
		assertThat(next.err()).contains("Run 1 imported this file");
		assertEveryRowIsTrue(this.program.report(), "");
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
		assertThat(this.sandbox.traffic().sent("PUT") + this.sandbox.traffic().sent("POST")).isEqualTo(writes);
	}

	@Test
	void aKillWhilePlanningPutsNothingInDoubt() throws IOException, InterruptedException {
		Path file = lanes();
		HoldFrom hold = new HoldFrom(1, (request) -> request.path().contains("/people"), true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = start(file);
		hold.awaitHeld();
		running.kill();
		hold.release();
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertThat(JournalCopy.marked(this.program.state())).isZero();

		assertThat(importing(file).exit()).isZero();
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
		assertEveryRowIsTrue(this.program.report(), "");
		assertNothingWasSentTwice("");
	}

	/**
	 * All are marked, all are told to wait, and so none is on its way. As many again are
	 * marked ahead, but not while a rate holds requests back.
	 */
	@ParameterizedTest
	@CsvSource({ ", " + 2 * CONCURRENCY, "6000/min, " + CONCURRENCY })
	void aKillBetweenMarkAndSendPutsOnlyTheMarkedRequestsInDoubt(String rate, int marked)
			throws IOException, InterruptedException {
		Path file = lanes();
		CountDownLatch refused = new CountDownLatch(CONCURRENCY);
		this.sandbox.setFaultPolicy((request) -> {
			if (!HoldFrom.isWrite(request)) {
				return new FaultPolicy.Normal();
			}
			// The first refusal holds back what has not left yet.
			refused.countDown();
			await(refused);
			return new FaultPolicy.Answer(429, "", "", Map.of("Retry-After", "60"), false);
		});
		Program.Running running = (rate == null) ? start(file)
				: this.program.start(file, "--concurrency", "" + CONCURRENCY, "--rate", rate);
		assertThat(refused.await(1, TimeUnit.MINUTES)).isTrue();
		running.kill();
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertThat(JournalCopy.marked(this.program.state())).isEqualTo(marked);
		assertThat(this.sandbox.groups()).isEmpty();

		assertThat(importing(file).exit()).isZero();
		assertEveryRowIsTrue(this.program.report(), "");
		assertThat(this.program.report().with("SUCCEEDED")).hasSize(3 * GROUPS);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** The portal did the work, or does it afterwards, and nobody heard of it. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aKillBetweenSendAndCommitDoesNotSendAgain(boolean worksFirst) throws IOException, InterruptedException {
		Path file = lanes();
		HoldFrom hold = new HoldFrom(10, HoldFrom::isWrite, worksFirst);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = start(file);
		hold.awaitHeld();
		running.kill();
		hold.release();
		this.sandbox.setFaultPolicy(FaultPolicy.none());

		assertThat(importing(file).exit()).isZero();
		assertEveryRowIsTrue(this.program.report(), "");
		assertNothingWasSentTwice("");
		assertThat(this.program.report().with("SUCCEEDED")).hasSize(3 * GROUPS)
			.extracting((row) -> row.get("code"))
			.contains("ADOPTED");
	}

	@Test
	void sigtermWaitsForOpenRequestsAndTheNextStartGoesOn() throws IOException, InterruptedException {
		Path file = lanes();
		HoldFrom hold = new HoldFrom(50, HoldFrom::isWrite, true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = start(file);
		hold.awaitHeld();
		running.process().destroy();
		hold.release();
		Program.Result stopped = running.end();
		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(143);
		assertThat(stopped.err()).contains("Stopped by a signal");
		assertThat(stopped.out()).contains("Report: ", "Continue with: ./run.sh resume 1");
		Report report = this.program.report();
		assertThat(report.counts()).containsOnlyKeys("SUCCEEDED", "NOT_SENT");
		assertThat(report.with("NOT_SENT")).extracting((row) -> row.get("code")).containsOnly("NOT_REACHED");
		assertThat(this.program.run("runs").out()).contains("unfinished");

		Program.Result next = importing(file);
		assertThat(next.exit()).as(next.err()).isZero();
		assertThat(next.err()).contains("Continuing run 1");
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
		assertEveryRowIsTrue(this.program.report(), "");
		assertNothingWasSentTwice("");
	}

	@Test
	void sigtermLeavesARequestWithoutAnswerInDoubt() throws IOException, InterruptedException {
		Path file = lanes();
		HoldFrom hold = new HoldFrom(50, HoldFrom::isWrite, true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = start(file);
		hold.awaitHeld();
		running.process().destroy();
		Program.Result stopped = running.end();
		hold.release();
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(143);
		Report report = this.program.report();
		assertThat(report.with("UNKNOWN")).extracting((row) -> row.get("code")).containsOnly("IN_DOUBT");
		assertThat(report.with("UNKNOWN").stream().map((row) -> row.get("groupName")).distinct())
			.as("requests, for the rows of a group are one")
			.hasSizeBetween(1, CONCURRENCY);
		assertEveryRowIsTrue(report, "");

		assertThat(importing(file).exit()).isZero();
		assertEveryRowIsTrue(this.program.report(), "");
		assertNothingWasSentTwice("");
	}

	@Test
	void aSecondProcessIsTurnedAwayFromTheStateFolder() throws IOException, InterruptedException {
		Path file = lanes();
		HoldFrom hold = new HoldFrom(1, HoldFrom::isWrite, true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running first = start(file);
		hold.awaitHeld();
		long before = this.sandbox.traffic().arrived();
		Program.Result second = importing(file);
		assertThat(second.exit()).isEqualTo(4);
		assertThat(second.err()).contains("Another Groupbatch is at work").contains("--state");
		assertThat(second.err().lines()).hasSize(1);
		String holder = "Process %d (import) is at work on run 1 since ".formatted(first.process().pid());
		assertThat(second.err()).startsWith(holder);
		Program.Result runs = this.program.run("runs");
		assertThat(runs.exit()).isZero();
		assertThat(runs.out()).startsWith(holder);
		assertThat(this.sandbox.traffic().arrived() - before).as("requests of the second")
			.isBetween(0L, (long) CONCURRENCY - 1);

		hold.release();
		Program.Result end = first.end();
		assertThat(end.exit()).as(end.err()).isZero();
		assertThat(this.program.report().counts()).containsOnlyKeys("SUCCEEDED");
	}

	private void killSomewhere(Path file, Random random) throws InterruptedException {
		int after = 1 + random.nextInt(40);
		int fate = random.nextInt(4);
		CountDownLatch reached = new CountDownLatch(after);
		AtomicInteger writes = new AtomicInteger();
		CountDownLatch never = new CountDownLatch(1);
		this.sandbox.setFaultPolicy((request) -> {
			if (!HoldFrom.isWrite(request)) {
				return new FaultPolicy.Normal();
			}
			reached.countDown();
			return (writes.incrementAndGet() < after) ? new FaultPolicy.Normal() : switch (fate) {
				case 0 -> new FaultPolicy.Hold(never, false);
				case 1 -> new FaultPolicy.Hold(never, true);
				default -> new FaultPolicy.Normal();
			};
		});
		Program.Running running = start(file);
		boolean sent = reached.await(30, TimeUnit.SECONDS);
		assertThat(sent || !running.process().isAlive()).as("it sends, or it has nothing left to send").isTrue();
		Executor later = CompletableFuture.delayedExecutor(random.nextInt(30_000), TimeUnit.MICROSECONDS);
		CompletableFuture.runAsync(running.process()::destroyForcibly, later).join();
		running.end();
		never.countDown();
	}

	/** What the report says is what the portal holds. */
	private void assertEveryRowIsTrue(Report report, String seed) {
		Map<String, List<GroupView>> groups = this.sandbox.groups()
			.stream()
			.collect(Collectors.groupingBy(GroupView::name));
		assertThat(groups.values()).as("twins, %s", seed).allSatisfy((bearers) -> assertThat(bearers).hasSize(1));
		assertThat(report.rows()).hasSize(3 * GROUPS);
		for (Map<String, String> row : report.with("SUCCEEDED")) {
			assertThat(groups).as(seed).containsKey(row.get("groupName"));
			GroupView group = groups.get(row.get("groupName")).get(0);
			assertThat(row.get("groupId")).isEqualTo(group.id().toString());
			if (row.get("operation").equals("add-members")) {
				assertThat(group.memberEmails()).as(seed).contains(row.get("membersRequested"));
			}
		}
		for (Map<String, String> row : report.with("NOT_SENT")) {
			if (row.get("operation").equals("create")) {
				assertThat(groups).as(seed).doesNotContainKey(row.get("groupName"));
			}
		}
	}

	/**
	 * Each row sends a body, or to a place, of its own; one that had to be sent twice
	 * says so.
	 */
	private void assertNothingWasSentTwice(String seed) {
		List<String> writes = this.sandbox.traffic()
			.requests()
			.stream()
			.filter(HoldFrom::isWrite)
			.filter((request) -> request.status() != 429)
			.map((request) -> request.method() + " " + request.path() + " " + request.body())
			.toList();
		long told = this.program.report()
			.where((row) -> Set.of("SENT_TWICE", "REPEATED").contains(row.get("code")))
			.size();
		assertThat(writes.size() - Set.copyOf(writes).size()).as(seed).isLessThanOrEqualTo((int) told);
	}

	private Program.Running start(Path file) {
		return this.program.start(file, "--concurrency", "" + CONCURRENCY);
	}

	private Program.Result importing(Path file) {
		return this.program.importing(file, "--concurrency", "" + CONCURRENCY);
	}

	/** Each group is made, then gets two people, in rows far apart. */
	private Path lanes() throws IOException {
		List<String> people = this.sandbox.people()
			.stream()
			.filter((person) -> person.status() == Person.Status.ACTIVE && person.role() == Person.Role.USER)
			.map(Person::email)
			.toList();
		List<String> rows = new ArrayList<>(List.of("operation,groupName,members"));
		rows.addAll(IntStream.range(0, GROUPS).mapToObj((group) -> "create,Lane %d,".formatted(group)).toList());
		for (String email : people.subList(0, 2)) {
			rows.addAll(IntStream.range(0, GROUPS)
				.mapToObj((group) -> "add-members,Lane %d,%s".formatted(group, email))
				.toList());
		}
		return Files.write(this.folder.resolve("lanes.csv"), rows);
	}

}
