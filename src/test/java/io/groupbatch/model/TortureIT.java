package io.groupbatch.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.RandomFaults;
import io.groupbatch.sandbox.protocol.ServerVersion;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything goes wrong at once: answers are lost, work is done late or by half, limits
 * are hit, and the process is killed again and again. In the end the report is compared
 * with what the portal really holds.
 * <p>
 * Each build runs the same seed; {@code -Dtorture.seed=N} runs another one, and the
 * profile {@code torture} many of longer files, by chance. The seed stands in the name of
 * each run.
 */
class TortureIT {

	private static final int RUNS = Integer.getInteger("torture.runs", 0);

	/** It has a move that the portal refuses in the middle, with a delete behind it. */
	private static final long EVERY_BUILD = 191_972;

	private static final int CHAINS = Integer.getInteger("torture.chains", 60);

	private static final int KILLS = Integer.getInteger("torture.kills", 3);

	/** The portal is late by up to 700 ms, and shows its own changes 200 ms late. */
	private static final String SETTLE = "1s";

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	static LongStream seeds() {
		Long one = Long.getLong("torture.seed");
		if (one != null) {
			return LongStream.of(one);
		}
		return (RUNS > 0) ? new Random().longs(RUNS, 0, 1_000_000) : LongStream.of(EVERY_BUILD);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void whateverBreaksTheReportIsTrue(long seed) throws IOException, InterruptedException {
		Random random = new Random(seed);
		try (Sandbox portal = Sandbox.start(SandboxOptions.standard()
			.withSeed(Seed.of(40, 0))
			.withLatency(Duration.ofMillis(2))
			.withWork(Duration.ofMillis(3))
			.withVersion(random.nextInt(4) == 0 ? ServerVersion.V3_6 : ServerVersion.V3_7))) {
			this.sandbox = portal;
			Set<UUID> seeded = portal.groups().stream().map(GroupView::id).collect(Collectors.toSet());
			Path file = new TortureFile(random, people()).write(this.folder.resolve("torture.csv"), CHAINS);
			RandomFaults faults = faults(seed);
			portal.setFaultPolicy(faults);
			Program program = new Program(this.folder, portal.url(), portal.apiKey());

			boolean ended = killed(program, file, random);
			Program.Result end = ended ? null : toTheEnd(program, file);
			portal.setFaultPolicy(FaultPolicy.none());
			portal.traffic().awaitQuiet();

			String what = "seed %d, after %d faults, %s".formatted(seed, faults.happened(), end);
			Report report = program.report();
			List<String> lies = new TortureTruth(portal, seeded).lies(Files.readAllLines(file), report.rows());
			System.out.printf("torture: seed %d, %d rows, %d faults, %s, %s, %d false, %d overlaps%n", seed,
					report.rows().size(), faults.happened(), report.counts(), codes(report), lies.size(),
					portal.traffic().overlappingTransactions());
			lies.forEach(System.out::println);
			assertThat(lies).as(what).isEmpty();
			assertThat(portal.traffic().overlappingTransactions()).as(what).isZero();
		}
	}

	private static Object codes(Report report) {
		return report.where((row) -> Set.of("ADOPTED", "REPEATED", "SENT_TWICE", "TWIN").contains(row.get("code")))
			.stream()
			.collect(Collectors.groupingBy((row) -> row.get("code"), Collectors.counting()));
	}

	/** Kills the import a few times, at any moment; true when it has ended before. */
	private boolean killed(Program program, Path file, Random random) throws InterruptedException {
		for (int kill = 0; kill < KILLS; kill++) {
			Program.Running running = program.start(file, "--settle", SETTLE, "--concurrency", "8");
			int millis = 1500 + random.nextInt(4000);
			boolean polite = random.nextInt(4) == 0;
			CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(() -> {
				if (polite) {
					running.process().destroy();
				}
				else {
					running.process().destroyForcibly();
				}
			});
			int exit = running.end().exit();
			if (exit < 4) {
				return true;
			}
		}
		return false;
	}

	private static Program.Result toTheEnd(Program program, Path file) {
		Program.Result result = program.importing(file, "--settle", SETTLE, "--concurrency", "8", "--wait");
		for (int start = 0; start < 10 && result.exit() > 1; start++) {
			result = program.run("resume", "1", "--settle", SETTLE, "--concurrency", "8", "--wait");
		}
		return result;
	}

	private List<String> people() {
		return this.sandbox.people()
			.stream()
			.filter((person) -> person.status() == Person.Status.ACTIVE && person.role() == Person.Role.USER)
			.map(Person::email)
			.limit(20)
			.toList();
	}

	private static RandomFaults faults(long seed) {
		Properties rates = new Properties();
		rates.put("seed", String.valueOf(seed));
		rates.put("late-from", "50ms");
		rates.put("late-to", "700ms");
		rates.put("lag", "200ms");
		rates.put("retry-after", "1s");
		for (String fault : List.of("cut-before", "cut-after", "cut-late", "502-before", "502-after", "502-late",
				"503-before", "504-after", "504-late", "500-before", "200-malformed", "200-empty", "429-minute",
				"429-at-once", "429-day", "read-cut", "read-502", "read-503", "read-429")) {
			rates.put(fault, "1%");
		}
		rates.put("500-halfway-create", "6%");
		rates.put("500-halfway-change", "4%");
		rates.put("403-halfway-remove", "4%");
		rates.put("read-old", "20%");
		return RandomFaults.of(rates);
	}

}
