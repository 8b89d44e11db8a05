package io.groupbatch.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.RandomFaults;
import io.groupbatch.sandbox.log.SentMail;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Folders;
import io.groupbatch.support.HoldAndCut;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 400 new hires come into 40 groups, 380 of them unknown to the portal, while answers are
 * lost, the process is killed, and the portal does not take some of the addresses. The
 * truth is the sandbox's own record of mails, and its groups.
 * <p>
 * The seed stands in the name of each run; {@code -Dhires.seed=N} repeats one, and
 * {@code -Dhires.seeds=N} tries so many.
 */
class NewHiresIT {

	private static final int GROUPS = 40;

	private static final int PEOPLE = 400;

	private static final int KNOWN = 20;

	private static final int BAD = 3;

	private static final int KILLS = 2;

	/** The portal is late by up to 150 ms. */
	private static final String SETTLE = "400ms";

	@TempDir
	private Path folder;

	/** Where the journal is; a killed run goes on in a copy. */
	private Path home;

	private Sandbox sandbox;

	static LongStream seeds() {
		Long one = Long.getLong("hires.seed");
		return (one != null) ? LongStream.of(one) : LongStream.rangeClosed(1, Integer.getInteger("hires.seeds", 2));
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void everybodyIsInvitedOnceAndInTheRightGroups(long seed) throws IOException, InterruptedException {
		Random random = new Random(seed);
		try (Sandbox portal = Sandbox
			.start(SandboxOptions.standard().withSeed(Seed.of(60, 0)).withRememberedRequests(10_000))) {
			this.sandbox = portal;
			this.home = this.folder;
			Map<String, Person.Role> roles = roles();
			List<String> people = people(random);
			Map<String, Set<String>> groups = groups(people, random);
			Path file = file(groups);

			kill(file, random);
			Program.Result end = toTheEnd(file, seed);
			portal.setFaultPolicy(FaultPolicy.none());
			portal.traffic().awaitQuiet();

			String what = "seed %d: %s".formatted(seed, end);
			Set<String> expected = people.stream()
				.filter((email) -> isNew(email) && !isBad(email))
				.collect(Collectors.toSet());
			assertThat(mails()).as(what).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
			groups.forEach((name, members) -> assertThat(this.sandbox.groups(name)).as(what)
				.singleElement()
				.satisfies((group) -> assertThat(new TreeSet<>(group.memberEmails())).as(what)
					.isEqualTo(members.stream()
						.filter((email) -> !isBad(email))
						.collect(Collectors.toCollection(TreeSet::new)))));
			assertThat(roles()).as(what).containsAllEntriesOf(roles);
			assertThat(portal.traffic().overlappingTransactions()).as(what).isZero();
			assertReportsAreTrue(expected, groups, what);
			assertTheSameFileSendsNothing(groups, what);
		}
	}

	private void assertReportsAreTrue(Set<String> invited, Map<String, Set<String>> groups, String what) {
		Report told = Report.read(this.folder.resolve("output").resolve("people-invited.csv"));
		assertThat(told.with("INVITED")).as(what)
			.extracting((line) -> line.get("email"))
			.containsExactlyInAnyOrderElementsOf(invited);
		assertThat(told.with("NOT_INVITED")).as(what).hasSize(BAD).allSatisfy((line) -> {
			assertThat(isBad(line.get("email"))).isTrue();
			assertThat(line.get("message")).contains("not correct");
		});
		Report rows = Report.read(this.folder.resolve("output").resolve("report.csv"));
		assertThat(rows.rows()).as(what).hasSize(GROUPS).allSatisfy((row) -> {
			List<String> bad = groups.getOrDefault(row.get("groupName"), Set.of())
				.stream()
				.filter(NewHiresIT::isBad)
				.toList();
			assertThat(row.get("status")).isEqualTo(bad.isEmpty() ? "SUCCEEDED" : "PARTIAL");
			bad.forEach((email) -> assertThat(row.get("message")).contains(email));
		});
	}

	/** Without those whom the portal does not take. */
	private void assertTheSameFileSendsNothing(Map<String, Set<String>> groups, String what) throws IOException {
		groups.values().forEach((members) -> members.removeIf(NewHiresIT::isBad));
		long writes = writes();

		Program.Result again = importing(program(this.sandbox.apiKey()), file(groups));

		assertThat(again.exit()).as(what + again).isZero();
		assertThat(writes()).as(what).isEqualTo(writes);
	}

	/** What a process finds that starts after another one was killed, a few times. */
	private void kill(Path file, Random random) throws IOException, InterruptedException {
		for (int kill = 1; kill <= KILLS; kill++) {
			int nth = 1 + random.nextInt(10);
			HoldAndCut hold = new HoldAndCut(nth, random.nextBoolean());
			this.sandbox.setFaultPolicy(hold);
			String key = this.sandbox.addKey("owner@sandbox.example");
			Program program = program(key);
			CountDownLatch ended = new CountDownLatch(1);
			Thread killed = new Thread(() -> {
				importing(program, file);
				ended.countDown();
			}, "killed");
			killed.start();
			boolean held = hold.awaitHeld(() -> ended.getCount() == 0);
			Path next = this.folder.resolve("after kill " + kill);
			if (held) {
				Folders.copy(program.state(), next.resolve("state"));
				this.home = next;
			}
			this.sandbox.revoke(key);
			hold.release();
			killed.join();
			this.sandbox.traffic().awaitQuiet();
		}
	}

	private Program.Result toTheEnd(Path file, long seed) {
		this.sandbox.setFaultPolicy(faults(seed));
		Program program = program(this.sandbox.apiKey());
		Program.Result result = importing(program, file);
		for (int start = 0; start < 10 && result.exit() > 1; start++) {
			result = program.run("resume", "1", "--settle", SETTLE, "--wait");
		}
		return result;
	}

	private Program.Result importing(Program program, Path file) {
		return program.run("import", file.toString(), "--output", this.folder.resolve("output").toString(), "--settle",
				SETTLE, "--wait", "--on-unknown-user", "invite", "--invite-domain", "new.example", "--max-invites",
				"400");
	}

	private Program program(String key) {
		return new Program(this.home, this.sandbox.url(), key).withJournal();
	}

	private static RandomFaults faults(long seed) {
		Properties rates = new Properties();
		rates.put("seed", String.valueOf(seed));
		rates.put("most-faults", "12");
		rates.put("late-from", "50ms");
		rates.put("late-to", "150ms");
		rates.put("retry-after", "1s");
		for (String fault : List.of("cut-before", "cut-after", "cut-late", "502-before", "502-after", "502-late",
				"500-before", "500-halfway-change", "200-malformed", "200-empty")) {
			rates.put(fault, "4%");
		}
		for (String fault : List.of("read-cut", "read-502")) {
			rates.put(fault, "1%");
		}
		return RandomFaults.of(rates);
	}

	private Map<String, Person.Role> roles() {
		return this.sandbox.people().stream().collect(Collectors.toMap(Person::email, Person::role));
	}

	private List<String> people(Random random) {
		List<String> people = this.sandbox.people()
			.stream()
			.filter((person) -> person.status() == Person.Status.ACTIVE && person.role() == Person.Role.USER)
			.map(Person::email)
			.limit(KNOWN)
			.collect(Collectors.toCollection(ArrayList::new));
		assertThat(people).hasSize(KNOWN);
		Set<Integer> bad = random.ints(0, PEOPLE - KNOWN).distinct().limit(BAD).boxed().collect(Collectors.toSet());
		IntStream.range(0, PEOPLE - KNOWN)
			.mapToObj((i) -> "hire%03d%s@new.example".formatted(i, bad.contains(i) ? "..bad" : ""))
			.forEach(people::add);
		return people;
	}

	private static Map<String, Set<String>> groups(List<String> people, Random random) {
		Map<String, Set<String>> groups = new TreeMap<>();
		for (int i = 0; i < people.size(); i++) {
			String person = people.get(i);
			Stream.of(i % GROUPS, random.nextInt(GROUPS))
				.forEach((group) -> groups.computeIfAbsent("Team %02d".formatted(group), (name) -> new TreeSet<>())
					.add(person));
		}
		return groups;
	}

	private Path file(Map<String, Set<String>> groups) throws IOException {
		return Files.writeString(this.folder.resolve("new-hires.csv"),
				groups.entrySet()
					.stream()
					.map((group) -> group.getKey() + "," + String.join(";", group.getValue()) + "\n")
					.collect(Collectors.joining("", "groupName,members\n", "")));
	}

	private List<String> mails() {
		return this.sandbox.traffic().mails().stream().map(SentMail::address).toList();
	}

	private long writes() {
		return Stream.of("POST", "PUT", "DELETE").mapToLong(this.sandbox.traffic()::sent).sum();
	}

	private static boolean isNew(String email) {
		return email.endsWith("@new.example");
	}

	private static boolean isBad(String email) {
		return email.contains("..");
	}

}
