package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.Application;
import io.groupbatch.cli.Groupbatch;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.support.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A portal that answers nothing good for a while costs few rows, and a portal that
 * refuses everything is not asked for ever.
 */
class PortalInTroubleIT {

	private static final int WORKERS = 4;

	@TempDir
	Path folder;

	@Test
	void aMaintenancePageCostsFewRowsHoweverLongTheFileIs() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			AtomicBoolean down = new AtomicBoolean();
			AtomicInteger probes = new AtomicInteger();
			sandbox.setFaultPolicy((request) -> {
				boolean write = request.method().equals("POST");
				down.compareAndSet(false, write && probes.get() == 0);
				boolean back = !write && down.get() && probes.incrementAndGet() > 1;
				down.compareAndSet(true, !back);
				return down.get() ? FaultPolicy.Answer.fromProxy(503, false) : new FaultPolicy.Normal();
			});

			assertThat(run(sandbox, creates(60))).isZero();

			assertThat(probes).hasValueGreaterThan(1);
			assertThat(statuses().get("SUCCEEDED,SENT_TWICE")).isBetween((long) WORKERS, 2L * WORKERS - 1);
			assertThat(statuses().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(60);
			assertThat(statuses()).containsOnlyKeys("SUCCEEDED,SENT_TWICE", "SUCCEEDED,CREATED");
			assertThat(sandbox.groups().stream().filter((group) -> group.name().startsWith("Team "))).hasSize(60);
		}
	}

	@Test
	void aKeyThatIsRefusedEndsTheWaitForAPortalInTrouble() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			String key = sandbox.addKey("owner@sandbox.example");
			AtomicBoolean lost = new AtomicBoolean();
			AtomicInteger after = new AtomicInteger();
			sandbox.setFaultPolicy((request) -> {
				if (lost.get()) {
					sandbox.revoke(key);
					after.incrementAndGet();
				}
				return (request.method().equals("POST") && lost.compareAndSet(false, true)) ? new FaultPolicy.Cut(true)
						: new FaultPolicy.Normal();
			});

			Program.Result result = new Program(this.folder, sandbox.url(), key).importing(creates(5), "--concurrency",
					"1");

			assertThat(result.exit()).as(result.err()).isEqualTo(77);
			assertThat(after).hasValue(1);
		}
	}

	@Test
	void tenRefusalsInARowStopTheRunAndKeepTheOtherRows() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			sandbox.setFaultPolicy((request) -> request.method().equals("POST")
					? new FaultPolicy.Answer(409, "text/plain", "no", Map.of(), false) : new FaultPolicy.Normal());

			assertThat(run(sandbox, creates(60))).isEqualTo(4);

			assertThat(statuses().get("NOT_SENT,NOT_REACHED")).isGreaterThanOrEqualTo(60 - 10 - WORKERS);
			assertThat(sandbox.traffic().sent("POST")).isBetween(10L, 10L + WORKERS);
		}
	}

	private int run(Sandbox sandbox, Path file) {
		String[] args = { "import", file.toString(), "--yes", "--state", this.folder.resolve("state").toString(),
				"--output", this.folder.resolve("output").toString(), "--concurrency", String.valueOf(WORKERS),
				"--settle", Program.SETTLE };
		return Groupbatch.run(args, Application::start,
				Map.of("DOCSPACE_PORTAL_URL", sandbox.url().toString(), "DOCSPACE_API_KEY", sandbox.apiKey()));
	}

	private Path creates(int rows) throws IOException {
		List<String> lines = IntStream.range(0, rows).mapToObj((i) -> "create,Team " + i).toList();
		return Files.writeString(this.folder.resolve("teams.csv"),
				"operation,groupName\n" + String.join("\n", lines) + "\n");
	}

	private Map<String, Long> statuses() throws IOException {
		return Files.readAllLines(this.folder.resolve("output/report.csv"))
			.stream()
			.skip(1)
			.map((line) -> line.split(",", -1))
			.map((cells) -> cells[5] + "," + cells[6])
			.collect(Collectors.groupingBy((status) -> status, Collectors.counting()));
	}

}
