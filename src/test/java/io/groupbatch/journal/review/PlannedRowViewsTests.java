package io.groupbatch.journal.review;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.row.RowResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PlannedRowViewsTests {

	@TempDir
	private Path folder;

	@Test
	void aPageTellsOfMorePeopleThanAnSqlArrayHolds() {
		try (TestJournal journal = TestJournal.open(this.folder)) {
			long run = journal.run("a").number();
			journal.stage(run, "add-members", "add-members");
			journal.groups.add(run, List.of(TrackedGroup.found(1, new UUID(1, 1), "Team", null, false)));
			journal.plannedRows.add(run, List.of(row(2, 0), row(3, 40_000)));

			List<PlannedRowView> page = journal.planLines.page(run, 0, 10);

			assertThat(page).hasSize(2).allSatisfy((line) -> assertThat(line.wish().members()).hasSize(40_000));
		}
	}

	private static PlannedRow row(long number, long firstPerson) {
		List<UUID> people = LongStream.range(firstPerson, firstPerson + 40_000)
			.mapToObj((person) -> new UUID(0, person))
			.toList();
		return new PlannedRow(number, RowResult.OPEN, new PlannedRow.Subject(1, "Team"), new Wish(null, null, people),
				1L, 1);
	}

}
