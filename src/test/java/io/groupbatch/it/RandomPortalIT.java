package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Program;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A portal whose answers are drawn by chance from statuses, shapes, headers, delays and
 * lies: every command ends, with an exit code that is no error of the program, asks no
 * more than once a second for what was refused, and reports no row that is not so. It
 * goes on for fifteen seconds, or for as many as {@code -Drandom.seconds} says; a failure
 * names its seed, with which {@code -Drandom.seed} begins.
 */
class RandomPortalIT {

	private static final String MEMBER = "anna.muster@sandbox.example";

	private static final int ROWS = 8;

	/** All time-outs and waits of one command together, with the patience below. */
	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final String PATIENCE = "groupbatch.send.patience";

	@TempDir
	Path folder;

	@BeforeEach
	void loseLittleTime() {
		System.setProperty(PATIENCE, "2s");
	}

	@AfterEach
	void beAsPatientAsEver() {
		System.clearProperty(PATIENCE);
	}

	@Test
	void noCommandHangsHammersFailsOrTellsWhatIsNotSo() throws IOException {
		long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("random.seconds", 15)).toNanos();
		// Each build meets the same portals, the long form others every time.
		long seed = Long.getLong("random.seed", (Long.getLong("random.seconds") != null) ? System.nanoTime() : 1);
		do {
			try {
				meet(seed);
			}
			catch (AssertionError ex) {
				throw new AssertionError("Found with -Drandom.seed=" + seed, ex);
			}
			seed++;
		}
		while (System.nanoTime() < end);
	}

	private void meet(long seed) throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Program program = new Program(Files.createTempDirectory(this.folder, "seed"), sandbox.url(),
					sandbox.apiKey())
				.withJournal();
			RandomPortal portal = new RandomPortal(new Random(seed));
			sandbox.setFaultPolicy(portal);
			Path file = rows(program.folder().resolve("rows.csv"));
			run(program, portal, (one) -> one.importing(file, "--concurrency", "2"));
			checkRows(program, sandbox);
			run(program, portal, (one) -> one.run("verify", file.toString(), "--output",
					one.folder().resolve("verified").toString()));
			run(program, portal, (one) -> one.run("export", one.folder().resolve("groups.csv").toString()));
			run(program, portal, (one) -> one.run("people", one.folder().resolve("people.csv").toString()));
			run(program, portal, (one) -> one.run("resume", "1", "--settle", Program.SETTLE));
			checkRows(program, sandbox);
			assertThat(portal.hammered).as("sent again within a second of its refusal").isEmpty();
		}
	}

	private static void run(Program program, RandomPortal portal, Function<Program, Program.Result> command) {
		// Each command asks first who it is, however the one before has ended.
		portal.refused.clear();
		long begin = System.nanoTime();
		Program.Result result = command.apply(program);
		assertThat(result.exit()).as(result.err()).isNotEqualTo(70);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(result.err()).isLessThan(LONGEST);
	}

	private static Path rows(Path file) throws IOException {
		StringBuilder text = new StringBuilder("operation,groupName,members\n");
		IntStream.range(0, ROWS).forEach((i) -> text.append("create,New %d,%s\n".formatted(i, MEMBER)));
		text.append("add-members,Sales,frank.moore@sandbox.example\ndelete,Support,\n");
		return Files.writeString(file, text);
	}

	/**
	 * Nothing that is not so is said to be done, nothing that was done to have failed.
	 */
	private static void checkRows(Program program, Sandbox sandbox) {
		if (Files.notExists(program.output().resolve("report.csv"))) {
			return;
		}
		for (Map<String, String> row : program.report().rows()) {
			List<GroupView> groups = sandbox.groups(row.get("groupName"));
			boolean done = switch (row.get("operation")) {
				case "create" -> groups.stream().anyMatch((group) -> group.memberEmails().contains(MEMBER));
				case "add-members" -> groups.get(0).memberEmails().contains("frank.moore@sandbox.example");
				default -> groups.isEmpty();
			};
			switch (row.get("status")) {
				case "SUCCEEDED", "UNCHANGED" -> assertThat(done).as("%s", row).isTrue();
				case "FAILED", "INVALID" -> assertThat(done).as("%s", row).isFalse();
				default -> {
				}
			}
		}
	}

	/** Draws what becomes of each request. */
	private static final class RandomPortal implements FaultPolicy {

		private static final List<Integer> STATUSES = List.of(200, 201, 204, 302, 400, 401, 403, 404, 408, 413, 414,
				429, 429, 429, 500, 502, 503, 504, 520, 999);

		private static final List<String> TYPES = List.of("application/json; charset=utf-8", "application/json",
				"text/html", "text/plain", "");

		private static final List<String> BODIES = List.of("", "{}", "[]", "null", "{\"response\":null}",
				"{\"response\":{}}", "{\"response\":[],\"count\":0,\"total\":1000000}",
				"{\"response\":[],\"count\":0,\"total\":9000000000000000000}", "{\"response\":[{\"id\":1}]",
				"{\"error\":{\"message\":\"No\u001b[2J\",\"type\":\"System.ArgumentException\"},\"status\":1}",
				"<html><title>Bad gateway</title></html>", "x".repeat(100_000), "{\"response\":".repeat(500));

		private static final List<String> PAUSES = List.of("", "0", "-5", "1", "1e12", "x", "3600", "999999999",
				"Fri, 31 Dec 9999 23:59:59 GMT", "Fri, 31 Dec 1999 23:59:59 GMT");

		private static final long SECOND = Duration.ofMillis(900).toNanos();

		private final Random chance;

		private final Map<String, Long> refused = new ConcurrentHashMap<>();

		private final ConcurrentLinkedQueue<String> hammered = new ConcurrentLinkedQueue<>();

		RandomPortal(Random chance) {
			this.chance = chance;
		}

		@Override
		public synchronized Act onRequest(RecordedRequest request) {
			String key = request.method() + " " + request.path() + " " + request.body();
			Long last = this.refused.remove(key);
			if (last != null && System.nanoTime() - last < SECOND) {
				this.hammered.add(key);
			}
			if (this.chance.nextInt(100) >= 12) {
				return new Normal();
			}
			boolean works = this.chance.nextBoolean();
			return switch (this.chance.nextInt(10)) {
				case 0 -> new Cut(works);
				case 1 -> new Spoil(works);
				case 2 -> HoldFrom.isWrite(request) ? new Late(Duration.ofMillis(this.chance.nextInt(300)), null)
						: new Cut(false);
				default -> answer(key, works);
			};
		}

		private Act answer(String key, boolean works) {
			int status = pick(STATUSES);
			boolean empty = status == 204;
			if (status == 429) {
				this.refused.put(key, System.nanoTime());
			}
			Map<String, String> headers = this.chance.nextBoolean() ? Map.of()
					: Map.of("Retry-After", pick(PAUSES), "X-RateLimit-Limit", pick(List.of("0", "-1", "1500")));
			String body = empty ? "" : pick(BODIES);
			// Its answer to a delete that is done has no body, so nothing tells that of
			// another user on the
			// way from it.
			boolean deleted = empty && key.startsWith("DELETE");
			return new Answer(status, empty ? "" : pick(TYPES), body, headers,
					deleted || (works && !isPortalsWord(status, body)));
		}

		/** Refused for its limit, its key or its right: the portal has done nothing. */
		private static boolean isPortalsWord(int status, String body) {
			return status == 401 || status == 429 || (status == 403 && body.startsWith("{\"error\""));
		}

		private <T> T pick(List<T> several) {
			return several.get(this.chance.nextInt(several.size()));
		}

	}

}
