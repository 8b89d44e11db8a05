package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Program;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever Batch believes of the last execution, nobody else is at work when we are: the
 * run goes on.
 */
class BrokenExecutionIT {

	private static final int ROWS = 40;

	@TempDir
	private Path folder;

	/**
	 * A kill leaves an execution that seems to run; a stop that died half-way, a stopped
	 * one whose step seems to run; a failed update of Batch's own tables, one of unknown
	 * status.
	 */
	@ParameterizedTest(name = "job {0}, step {2} {3}")
	@CsvSource({ "STARTED, false, send, STARTED", "STARTED, false, send, STOPPED", "STARTING, false, send, STOPPED",
			"STOPPING, false, send, STARTED", "STOPPING, false, send, STOPPING", "STOPPED, true, send, STARTED",
			"STOPPED, true, send, STOPPING", "STOPPED, true, send, UNKNOWN", "FAILED, true, send, UNKNOWN",
			"UNKNOWN, true, send, UNKNOWN", "UNKNOWN, false, send, UNKNOWN", "UNKNOWN, true, send, FAILED",
			"UNKNOWN, false, send, STARTED", "STARTED, false, send, UNKNOWN", "STARTED, false, plan, STARTED",
			"STOPPED, true, plan, UNKNOWN", "UNKNOWN, true, stage, STARTED" })
	void theRunGoesOn(String job, boolean ended, String step, String status) throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withRememberedRequests(10_000))) {
			Program program = new Program(this.folder, sandbox.url(), sandbox.apiKey());
			Path file = creates();
			stopHalfway(sandbox, program, file);
			JournalEdit.change(program.state(),
					"UPDATE BATCH_JOB_EXECUTION SET STATUS = '%s', END_TIME = %s WHERE JOB_INSTANCE_ID = 1"
						.formatted(job, ended ? "CURRENT_TIMESTAMP" : "NULL"),
					"UPDATE BATCH_STEP_EXECUTION SET STATUS = '%s' WHERE STEP_NAME = '%s'".formatted(status, step));

			Program.Result next = program.importing(file);

			assertThat(next.exit()).as(next.err()).isZero();
			assertThat(next.err()).contains("Continuing run 1");
			assertThat(program.report().rows()).hasSize(ROWS);
			assertThat(program.report().counts()).containsOnlyKeys("SUCCEEDED");
			assertThat(sandbox.groups().stream().map(GroupView::name).filter((name) -> name.startsWith("Broken")))
				.hasSize(ROWS)
				.doesNotHaveDuplicates();
		}
	}

	/** The key is refused from the twentieth write on. */
	private static void stopHalfway(Sandbox sandbox, Program program, Path file) {
		AtomicInteger writes = new AtomicInteger();
		sandbox.setFaultPolicy((request) -> (HoldFrom.isWrite(request) && writes.incrementAndGet() >= 20)
				? new FaultPolicy.Answer(401, "", "", Map.of(), false) : new FaultPolicy.Normal());
		Program.Result first = program.importing(file, "--concurrency", "4");
		assertThat(first.exit()).as(first.err()).isEqualTo(77);
		assertThat(program.report().counts()).containsOnlyKeys("SUCCEEDED", "NOT_SENT");
		sandbox.setFaultPolicy(FaultPolicy.none());
	}

	private Path creates() throws IOException {
		List<String> rows = IntStream.range(0, ROWS).mapToObj((row) -> "create,Broken " + row).toList();
		return Files.writeString(this.folder.resolve("groups.csv"),
				"operation,groupName\n" + String.join("\n", rows) + "\n");
	}

}
