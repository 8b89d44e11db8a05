package io.groupbatch.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.support.Folders;
import io.groupbatch.support.HoldAndCut;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalCopy;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;
import io.groupbatch.support.Report;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two files and what happens to their runs, all of it chosen by a seed.
 */
final class ModelScenario implements AutoCloseable {

	private static final List<String> GUARDS = List.of("--max-removals", "100%", "--max-deletes", "100%");

	private static final Pattern RUN = Pattern.compile("(?m)^Run (\\d+)[:,]");

	private static final int KILLED = 137;

	private final long seed;

	private final Random random;

	private final Path folder;

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withSeed(new Seed(1, 20, 0, true)));

	private final boolean wrong;

	private final ModelRun.Options options;

	private final List<String> given = new ArrayList<>(GUARDS);

	private final StringBuilder story = new StringBuilder();

	/** Where the journal is; a killed run is gone on with in a copy. */
	private Path home;

	ModelScenario(Path folder, long seed) {
		this.folder = folder;
		this.seed = seed;
		this.random = new Random(seed);
		this.home = folder.resolve("home");
		this.wrong = this.random.nextInt(2) == 0;
		boolean leaveOut = this.wrong && this.random.nextInt(3) == 0;
		String existing = List.of("update", "update", "update", "skip", "stop").get(this.random.nextInt(5));
		this.options = new ModelRun.Options(existing, leaveOut, Boolean.getBoolean("model.hidden"));
		this.given.addAll(List.of("--existing", existing));
		if (this.wrong) {
			this.given.addAll(List.of("--on-invalid", "skip"));
		}
		if (leaveOut) {
			this.given.addAll(List.of("--on-unknown-user", "leave-out"));
		}
	}

	void play() throws IOException, InterruptedException {
		boolean between = this.random.nextInt(2) == 0;
		ModelFile rows = new ModelFile(this.random, this.options, this.wrong);
		int count = 20 + this.random.nextInt(16);
		ModelPortal start = ModelPortal.of(this.sandbox);
		Half first = new Half("first", start, rows.rows(start, List.of(), count));
		tell("seed %d, %s, between %s".formatted(this.seed, this.given, between));
		first.tell();
		first.plan();
		Stop stop = Stop.values()[this.random.nextInt(Stop.values().length)];
		first.begin(stop);
		if (between && first.isOpen()) {
			playBetween(rows, first, count);
		}
		else {
			first.goOn(Set.of(0, 1));
			first.check();
			first.verify();
			ModelPortal middle = ModelPortal.of(this.sandbox);
			Half second = new Half("second", middle, rows.rows(middle, List.of(), count));
			second.tell();
			second.plan();
			second.begin(Stop.values()[this.random.nextInt(Stop.values().length)]);
			second.goOn(Set.of(0, 1));
			second.check();
			second.verify();
			second.undo();
			first.undo();
		}
	}

	private void playBetween(ModelFile rows, Half first, int count) throws IOException, InterruptedException {
		ModelPortal middle = ModelPortal.of(this.sandbox);
		List<ModelRow> more = rows.rows(middle, rows.sure(middle, overlap(first)), count / 2);
		Half second = new Half("second", middle, more);
		second.tell();
		second.begin(Stop.NONE);
		second.check();
		ModelPortal after = ModelPortal.of(this.sandbox);
		boolean killed = first.exit == KILLED;
		first.goOn(killed ? Set.of(0, 1, 3) : Set.of(0, 1));
		first.tellReport();
		new ModelTruth(first.rows, first.played, middle, after, ModelPortal.of(this.sandbox), first.atStop,
				first.report())
			.check(this.story);
	}

	private List<ModelRow> overlap(Half first) {
		List<ModelRow> end = first.rows.subList(first.rows.size() / 2, first.rows.size());
		return end.stream().filter((row) -> this.random.nextInt(3) == 0).toList();
	}

	private Path state() {
		return this.home.resolve("state");
	}

	private void tell(String text) {
		this.story.append(text).append('\n');
	}

	private Result run(String key, String... arguments) {
		String[] all = Stream.concat(Stream.of(arguments), Stream.of("--settle", Program.SETTLE))
			.toArray(String[]::new);
		Result result = new Program(this.home, this.sandbox.url(), key)
			.run(Set.of("verify", "report").contains(arguments[0]) ? arguments : all);
		tell("-- %s%nexit %d%n%s%s".formatted(String.join(" ", arguments), result.exit(), result.out(), result.err()));
		return result;
	}

	private String key() {
		return this.sandbox.addKey("owner@sandbox.example");
	}

	@Override
	public void close() {
		this.sandbox.close();
	}

	/** How a run is stopped. */
	private enum Stop {

		NONE, KEY, KILL

	}

	/** One file and its run. */
	private final class Half {

		private final String name;

		private final ModelPortal start;

		private final List<ModelRow> rows;

		private final ModelRun.Played played;

		private final Path file;

		private Report atStop = new Report(List.of(), List.of());

		private int exit;

		private String number = "";

		private boolean finished;

		Half(String name, ModelPortal start, List<ModelRow> rows) throws IOException {
			this.name = name;
			this.start = start;
			this.rows = rows;
			this.played = ModelRun.play(start, rows, ModelScenario.this.options);
			this.file = ModelRow.write(ModelScenario.this.folder.resolve(name + ".csv"), rows);
		}

		void tell() throws IOException {
			ModelScenario.this
				.tell("start:%n%s".formatted(String.join("\n", this.start.groups().map(Object::toString).toList())));
			ModelScenario.this.tell("%s:".formatted(this.name));
			for (int i = 0; i < this.rows.size(); i++) {
				ModelScenario.this.tell(
						"%4d %s   => %s".formatted(i + 2, this.rows.get(i), this.played.verdicts().get(i).statuses()));
			}
		}

		private String[] command(String command) {
			return Stream
				.of(Stream.of(command, this.file.toString(), "--output", output().toString()),
						ModelScenario.this.given.stream())
				.flatMap((part) -> part)
				.toArray(String[]::new);
		}

		private Path output() {
			return ModelScenario.this.folder.resolve("output of " + this.name);
		}

		private Report report() {
			return Report.read(output().resolve("report.csv"));
		}

		void plan() {
			boolean stops = this.played.verdicts().stream().anyMatch(ModelRun.Verdict::isWrong);
			String[] command = Stream.concat(Stream.of(command("plan")), Stream.of("--detailed-exitcode"))
				.toArray(String[]::new);
			Result planned = run(ModelScenario.this.sandbox.apiKey(), command);
			boolean changes = this.played.verdicts().stream().anyMatch(ModelRun.Verdict::changes);
			assertThat(planned.exit()).as(story().toString()).isEqualTo(changes ? 2 : stops ? 1 : 0);
			ModelPlan plan = new ModelPlan(Report.read(output().resolve("plan.csv")));
			plan.check(this.rows, this.played, story());
		}

		void begin(Stop stop) throws IOException, InterruptedException {
			int nth = 1 + ModelScenario.this.random.nextInt(12);
			int atOnce = 1 + ModelScenario.this.random.nextInt(4);
			ModelScenario.this.tell("stop %s at write %d".formatted(stop, nth));
			Result result = switch (stop) {
				case NONE -> run(ModelScenario.this.sandbox.apiKey(), command("import"));
				case KEY -> untilTheKeyIsRevoked(nth, atOnce);
				case KILL -> isProcess() ? untilTheProcessIsKilled(nth, 1 + atOnce) : untilItIsKilled(nth, 1 + atOnce);
			};
			ended(result);
		}

		private Result untilTheKeyIsRevoked(int nth, int atOnce) {
			String key = key();
			AtomicInteger writes = new AtomicInteger();
			ModelScenario.this.sandbox.setFaultPolicy((request) -> {
				if (HoldFrom.isWrite(request) && writes.incrementAndGet() == nth) {
					ModelScenario.this.sandbox.revoke(key);
				}
				return new FaultPolicy.Normal();
			});
			Result result = run(key, with("import", "--concurrency", String.valueOf(atOnce)));
			ModelScenario.this.sandbox.setFaultPolicy(FaultPolicy.none());
			return result;
		}

		private String[] with(String command, String... more) {
			return Stream.concat(Arrays.stream(command(command)), Arrays.stream(more)).toArray(String[]::new);
		}

		/** What a process finds that starts after this one is killed. */
		private Result untilItIsKilled(int nth, int atOnce) throws IOException, InterruptedException {
			String key = key();
			HoldAndCut hold = new HoldAndCut(nth, ModelScenario.this.random.nextBoolean());
			ModelScenario.this.sandbox.setFaultPolicy(hold);
			CountDownLatch ended = new CountDownLatch(1);
			List<Result> results = new ArrayList<>();
			Thread killed = new Thread(() -> {
				results.add(run(key, with("import", "--concurrency", String.valueOf(atOnce))));
				ended.countDown();
			}, "killed");
			killed.start();
			boolean held = hold.awaitHeld(() -> ended.getCount() == 0);
			Path next = ModelScenario.this.folder.resolve("after " + this.name);
			if (held) {
				Folders.copy(state(), next.resolve("state"));
				ModelScenario.this.sandbox.revoke(key);
			}
			hold.release();
			killed.join();
			ModelScenario.this.sandbox.setFaultPolicy(FaultPolicy.none());
			if (held) {
				ModelScenario.this.sandbox.traffic().awaitQuiet();
				ModelScenario.this.home = next;
				return new Result(KILLED, results.get(0).out(), "");
			}
			return results.get(0);
		}

		/** Processes take seconds to start: only a few of the kills are real ones. */
		private boolean isProcess() {
			long every = Long.getLong("model.process.every", 0);
			return every > 0 && ModelScenario.this.seed % every == 0;
		}

		private Result untilTheProcessIsKilled(int nth, int atOnce) throws InterruptedException {
			HoldAndCut hold = new HoldAndCut(nth, ModelScenario.this.random.nextBoolean());
			ModelScenario.this.sandbox.setFaultPolicy(hold);
			String key = key();
			Program.Running running = new Program(ModelScenario.this.home, ModelScenario.this.sandbox.url(), key)
				.start(List.of(), with("import", "--concurrency", String.valueOf(atOnce), "--settle", Program.SETTLE));
			boolean held = hold.awaitHeld(() -> !running.process().isAlive());
			if (held) {
				ModelScenario.this.sandbox.revoke(key);
				running.kill();
			}
			hold.release();
			Result ended = running.end();
			ModelScenario.this.sandbox.traffic().awaitQuiet();
			ModelScenario.this.sandbox.setFaultPolicy(FaultPolicy.none());
			this.number = JournalCopy.query(state(), "SELECT MAX(number) FROM run").get(0);
			ModelScenario.this.tell("process killed %s, exit %d".formatted(held, ended.exit()));
			return held ? new Result(KILLED, "", "") : ended;
		}

		private void ended(Result result) {
			this.exit = result.exit();
			Matcher run = RUN.matcher(result.out());
			this.number = run.find() ? run.group(1) : this.number;
			if (this.exit == KILLED) {
				// What the next process knows.
				run(ModelScenario.this.sandbox.apiKey(), "report", this.number);
			}
			this.atStop = report();
			assertThat(this.exit).as(story().toString()).isIn(0, 1, 77, KILLED);
		}

		boolean isOpen() {
			return this.exit > 1;
		}

		void goOn(Set<Integer> exits) {
			if (isOpen()) {
				Result result = run(ModelScenario.this.sandbox.apiKey(), "resume", this.number);
				this.exit = result.exit();
				assertThat(exits).as(story().toString()).contains(this.exit);
			}
		}

		/** What was told of each row, before it went on and in the end. */
		void tellReport() {
			List<Map<String, String>> told = report().rows();
			for (int i = 0; i < told.size(); i++) {
				Map<String, String> row = told.get(i);
				Map<String, String> stopped = this.atStop.rows().get(i);
				ModelScenario.this.tell(
						"%4s %s %s %s <- %s %s | %s".formatted(row.get("row"), row.get("operation"), row.get("status"),
								row.get("code"), stopped.get("status"), stopped.get("code"), row.get("message")));
			}
		}

		/** Row by row and group by group. */
		void check() {
			tellReport();
			List<Map<String, String>> report = report().rows();
			assertThat(report).as(story().toString()).hasSize(this.rows.size());
			List<String> wrong = IntStream.range(0, this.rows.size())
				.filter((i) -> !this.played.verdicts().get(i).statuses().contains(report.get(i).get("status")))
				.mapToObj((i) -> "row %d: %s, but the model says %s: %s".formatted(i + 2, report.get(i).get("status"),
						this.played.verdicts().get(i).statuses(), report.get(i)))
				.toList();
			assertThat(wrong).as(story().toString()).isEmpty();
			ModelPortal end = ModelPortal.of(ModelScenario.this.sandbox);
			assertThat(end.lines(this.start)).as(story().toString()).isEqualTo(this.played.end().lines(this.start));
			boolean clean = report.stream()
				.allMatch((row) -> Set.of("SUCCEEDED", "UNCHANGED").contains(row.get("status")));
			assertThat(this.exit).as(story().toString()).isEqualTo(clean ? 0 : 1);
			this.finished = clean;
		}

		/**
		 * A group that was deleted by its id has no name any more: rows that called it by
		 * name are taken for rows about a new one of that name.
		 */
		private boolean deletesById() {
			return this.rows.stream().anyMatch((row) -> row.is("delete") && !row.id().isEmpty());
		}

		/** Rows that were not done, or left groups alone on purpose, cannot hold. */
		void verify() {
			if (this.finished && !deletesById() && ModelScenario.this.options.existing().equals("update")) {
				Result verified = run(ModelScenario.this.sandbox.apiKey(), "verify", this.file.toString(), "--output",
						ModelScenario.this.folder.resolve("verified").toString());
				assertThat(verified.exit()).as(story().toString()).isZero();
			}
		}

		/** As before, but for groups that were deleted, and disabled people taken out. */
		void undo() {
			ModelPortal before = ModelPortal.of(ModelScenario.this.sandbox);
			Result undone = run(ModelScenario.this.sandbox.apiKey(),
					Stream
						.concat(Stream.of("undo", this.number, "--yes", "--include-adopted", "--output",
								ModelScenario.this.folder.resolve("undone " + this.name).toString()), GUARDS.stream())
						.toArray(String[]::new));
			// What cannot be undone, such as a deletion, is told by the exit code.
			assertThat(undone.exit()).as(story().toString())
				.isEqualTo(undone.out().contains(" not undone: see") ? 1 : 0);
			ModelPortal end = ModelPortal.of(ModelScenario.this.sandbox);
			List<String> wanted = this.start.groups()
				.filter((group) -> before.withId(group.id) != null)
				.map((group) -> visible(group))
				.sorted()
				.toList();
			assertThat(end.groups().map(this::visible).sorted().toList()).as(story().toString()).isEqualTo(wanted);
		}

		private String visible(ModelGroup group) {
			return group.id + " " + group.name + " | " + group.manager + " | " + group.members;
		}

	}

	private StringBuilder story() {
		return this.story;
	}

}
