package io.groupbatch.cli;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.importjob.RunResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunExitCodeTests {

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "SUCCEEDED UNCHANGED, OK", "SUCCEEDED PARTIAL, SOME_NOT_DONE", "FAILED, SOME_NOT_DONE",
			"INVALID UNCHANGED, SOME_NOT_DONE", "UNKNOWN, SOME_UNKNOWN", "UNKNOWN FAILED, SOME_UNKNOWN" })
	void theExitCodeOfAFinishedRunFollowsFromItsRows(String statuses, ExitCode code) {
		assertThat(ExitCode.of(result(RunState.FINISHED, null, statuses))).isEqualTo(code);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "BAD_INPUT, BAD_INPUT", "CHANGED_INPUT, STOPPED", "GUARD, STOPPED", "NOT_APPROVED, STOPPED",
			"PAUSED, PAUSED", "PORTAL, PORTAL_NOT_REACHABLE", "KEY, KEY_OR_RIGHTS", "INTERRUPTED, INTERRUPTED",
			"TERMINATED, TERMINATED" })
	void whyARunStoppedGoesBeforeItsRows(StopReason reason, ExitCode code) {
		assertThat(ExitCode.of(result(RunState.UNFINISHED, reason, "UNKNOWN FAILED NOT_SENT"))).isEqualTo(code);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "STAGING, true", "PLANNING, true", "PLANNED, true", "UNFINISHED, true", "WAITING, true",
			"REFUSED, false", "FINISHED, false", "CANCELLED, false" })
	void onlySomeRunsCanGoOn(RunState state, boolean open) {
		assertThat(result(state, null, "NOT_SENT").goesOn()).isEqualTo(open);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "FAILED FAILED UNKNOWN, 3", "'', 0" })
	void everyRowCounts(String statuses, long total) {
		assertThat(result(RunState.FINISHED, null, statuses).total()).isEqualTo(total);
	}

	private static RunResult result(RunState state, StopReason reason, String statuses) {
		Map<RowStatus, Long> counts = new EnumMap<>(RowStatus.class);
		Arrays.stream(statuses.split(" "))
			.filter((status) -> !status.isEmpty())
			.forEach((status) -> counts.merge(RowStatus.valueOf(status), 1L, Long::sum));
		Run run = new Run(7, state, new Run.Source(Path.of("/in/groups.csv"), "ab".repeat(32), ""),
				new Run.Target("https://p", false, "id", "Anna"), Path.of("/out"),
				(reason != null) ? new StopCause(reason, "Why it stopped.") : null,
				new Run.Span(OffsetDateTime.parse("2026-11-21T10:00:00Z"), null, null), Run.Content.NONE,
				Run.Remarks.NONE, Run.Plan.NONE);
		return new RunResult(run, counts, 0, Map.of(), null, null, 0);
	}

	@Test
	void rowsThatWereNotSentAreNeverASuccess() {
		assertThat(ExitCode.of(result(RunState.UNFINISHED, null, "SUCCEEDED NOT_SENT"))).isNotEqualTo(ExitCode.OK);
	}

}
