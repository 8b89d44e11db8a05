package io.groupbatch.importjob;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

import io.groupbatch.importjob.ExistingRunLookup.Selection;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExistingRunLookupTests {

	@Test
	void theOnlyRunThatWasBegunIsResumed() {
		Run begun = run(2, RunState.WAITING, "a.csv", "https://p", null);
		ExistingRunLookup runs = runs(null, run(3, RunState.PLANNED, "b.csv", "https://p", null), begun,
				run(1, RunState.FINISHED, "c.csv", "https://p", null));

		assertThat(runs.toResume(null)).isEqualTo(new Selection.Found(begun));
	}

	@Test
	void ofSeveralRunsTheUserHasToSayWhichOne() {
		ExistingRunLookup runs = runs(null, run(2, RunState.UNFINISHED, "a.csv", "https://p", null),
				run(1, RunState.STAGING, "b.csv", "https://p", null));

		assertThat(runs.toResume(null)).isEqualTo(new Selection.Several(List.of(1L, 2L)));
	}

	@Test
	void anAddressLeavesOutRunsForOtherPortals() {
		Run here = run(2, RunState.UNFINISHED, "a.csv", "https://p", null);
		Run elsewhere = run(1, RunState.UNFINISHED, "b.csv", "https://q", null);

		assertThat(runs("https://p", here, elsewhere).toResume(null)).isEqualTo(new Selection.Found(here));
		assertThat(runs("https://p", elsewhere).toResume(null)).isEqualTo(new Selection.None(elsewhere));
		assertThat(runs("https://p").toResume(null)).isEqualTo(new Selection.None(null));
	}

	@Test
	void aLaterPlanOfTheSameFileReplacesTheEarlierOnes() {
		Run later = run(2, RunState.PLANNED, "a.csv", "https://p", null);
		ExistingRunLookup runs = runs(null, later, run(1, RunState.PLANNED, "a.csv", "https://p", null));

		assertThat(runs.toApply(null)).isEqualTo(new Selection.Found(later));
	}

	@ParameterizedTest(name = "{0}: resume {1}, apply {2}, undo {3}")
	@CsvSource({ "STAGING, true, false, false", "PLANNED, true, true, false", "UNFINISHED, true, false, false",
			"WAITING, true, false, false", "REFUSED, false, false, true", "FINISHED, false, false, true",
			"CANCELLED, false, false, true" })
	void aNumberMeansARunOnlyInTheRightState(RunState state, boolean resume, boolean apply, boolean undo) {
		ExistingRunLookup runs = runs(null, run(1, state, "a.csv", "https://p", null));

		assertThat(runs.toResume(1L) instanceof Selection.Found).isEqualTo(resume);
		assertThat(runs.toApply(1L) instanceof Selection.Found).isEqualTo(apply);
		assertThat(runs.toUndo(1) instanceof Selection.Found).isEqualTo(undo);
		assertThat(runs.toUndo(2)).isEqualTo(new Selection.NotThere(2));
	}

	@Test
	void anUndoThatHasBegunToSendGoesOnAndOneThatIsOnlyPlannedDoesNot() {
		Run run = run(1, RunState.FINISHED, "a.csv", "https://p", null);
		Run begun = run(2, RunState.UNFINISHED, "u.csv", "https://p", 1L);
		Run planned = run(3, RunState.PLANNED, "v.csv", "https://p", 1L);

		assertThat(runs(null, planned, begun, run).brokenOffUndo(run)).contains(begun);
		assertThat(runs(null, planned, run).brokenOffUndo(run)).isEmpty();
	}

	private static ExistingRunLookup runs(String portal, Run... newestFirst) {
		return new ExistingRunLookup(List.of(newestFirst), portal);
	}

	private static Run run(long number, RunState state, String file, String portal, Long undoes) {
		return new Run(number, state, new Run.Source(Path.of(file), "ab".repeat(32), ""),
				new Run.Target(portal, false, "id", "Anna"), Path.of("/out"), null,
				new Run.Span(OffsetDateTime.parse("2026-11-21T10:00:00Z"), null, null), Run.Content.NONE,
				new Run.Remarks(null, null, null, undoes), Run.Plan.NONE);
	}

}
