package io.groupbatch.journal;

import io.groupbatch.journal.report.ReportRows;
import io.groupbatch.journal.report.RunStatistics.Cause;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class CausesTests {

	private static final RowResult DONE = new RowResult(RowStatus.SUCCEEDED, Code.CREATED, "Created.");

	private static final RowResult SAME = new RowResult(RowStatus.UNCHANGED, Code.ALREADY_SO, "So already.");

	private static final RowResult REFUSED = new RowResult(RowStatus.FAILED, Code.REFUSED_BY_PORTAL, "No.");

	private static final RowResult PART = new RowResult(RowStatus.PARTIAL, Code.REFUSED_BY_PORTAL, "Not all.");

	private TestJournal journal;

	private long run;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.run = this.journal.run("a").number();
		this.journal.stage(this.run, "create", "create", "create", "create", "create", "create", "create");
		this.journal.settle(this.run, DONE, REFUSED, SAME, PART, REFUSED, RowResult.OPEN);
	}

	@Test
	void countsRowsByStatusAndReasonAndThoseThatWait() {
		assertThat(this.journal.statistics.causes(this.run)).containsExactlyInAnyOrder(
				new Cause(RowStatus.FAILED, Code.REFUSED_BY_PORTAL, 2),
				new Cause(RowStatus.PARTIAL, Code.REFUSED_BY_PORTAL, 1), new Cause(RowStatus.NOT_SENT, null, 2));
	}

	@Test
	void anotherRunDoesNotCount() {
		assertThat(this.journal.statistics.causes(this.journal.run("b").number())).isEmpty();
	}

	@Test
	void rowsThatNeedAttentionAndOthersAreReadApart() {
		ReportRows rows = this.journal.reportRows;

		assertThat(rows.page(this.run, true, 0, 9)).extracting((row) -> row.row().number())
			.containsExactly(3L, 5L, 6L, 7L, 8L);
		assertThat(rows.page(this.run, true, 5, 2)).extracting((row) -> row.row().number()).containsExactly(6L, 7L);
		assertThat(rows.page(this.run, false, 0, 9)).extracting((row) -> row.row().number()).containsExactly(2L, 4L);
	}

	@Test
	void theFirstRowsOfAReasonAreFound() {
		ReportRows rows = this.journal.reportRows;

		assertThat(rows.first(this.run, Code.REFUSED_BY_PORTAL, 2)).extracting((row) -> row.row().number())
			.containsExactly(3L, 5L);
		assertThat(rows.first(this.run, null, 9)).extracting((row) -> row.row().number()).containsExactly(7L, 8L);
	}

}
