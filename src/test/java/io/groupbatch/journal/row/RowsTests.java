package io.groupbatch.journal.row;

import java.util.List;

import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class RowsTests {

	private TestJournal journal;

	private Rows rows;

	private long run;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.rows = this.journal.rows;
		this.run = this.journal.run("a").number();
	}

	@Test
	void rowsComeBackAsTheyWereStaged() {
		StagedRow plain = new StagedRow(2, 2, List.of("Team, \"A\"", "", "a@x\nb@x"), "create", RowResult.OPEN);
		StagedRow wrong = new StagedRow(5, 9, List.of("🙂"), "", RowResult.invalid(Code.RAGGED_ROW, "Ragged."));
		StagedRow unknown = new StagedRow(7, 12, List.of(), "creat",
				RowResult.invalid(Code.UNKNOWN_OPERATION, "What?"));

		this.rows.stage(this.run, List.of(plain, wrong, unknown));

		assertThat(this.rows.page(this.run, 0, 10)).containsExactly(plain, wrong, unknown);
	}

	@Test
	void rowsAreReadPageByPage() {
		this.journal.stage(this.run, "get", "get", "get", "get");
		this.journal.stage(this.journal.run("b").number(), "get", "get", "get", "get", "get");

		assertThat(this.rows.page(this.run, 0, 3)).extracting(StagedRow::number).containsExactly(2L, 3L, 4L);
		assertThat(this.rows.page(this.run, 4, 3)).extracting(StagedRow::number).containsExactly(5L);
		assertThat(this.rows.page(this.run, 5, 3)).isEmpty();
	}

	@Test
	void nothingToStageOrToPlanIsNoMistake() {
		this.rows.stage(this.run, List.of());
		this.journal.plannedRows.add(this.run, List.of());
		this.rows.addMistakes(this.run, List.of());

		assertThat(this.rows.page(this.run, 0, 10)).isEmpty();
	}

	@Test
	void mistakesComeBackInTheOrderOfTheFile() {
		RowError first = new RowError(3, 4, "members", "=boss", Code.BAD_CELL, "Bad.", "Fix it.");
		RowError second = new RowError(3, 4, null, null, Code.BAD_NAME, "Also bad.", "Fix it too.");
		RowError later = new RowError(9, 9, "groupName", "", Code.MISSING_CELL, "Empty.", "Fill it.");

		this.rows.addMistakes(this.run, List.of(later));
		this.rows.addMistakes(this.run, List.of(first, second));

		assertThat(this.rows.mistakes(this.run, 10)).containsExactly(first, second, later);
		assertThat(this.rows.mistakes(this.run, 1)).containsExactly(first);
		assertThat(this.rows.countMistakes(this.run)).isEqualTo(3);
		assertThat(this.rows.countMistakes(this.run + 1)).isZero();
	}

	@Test
	void thePlanDecidesARow() {
		this.journal.stage(this.run, "get", "get");

		this.journal.settle(this.run, new RowResult(RowStatus.UNCHANGED, Code.ALREADY_SO, "So it is."), RowResult.OPEN);

		assertThat(this.rows.page(this.run, 0, 10)).extracting(StagedRow::outcome)
			.containsExactly(new RowResult(RowStatus.UNCHANGED, Code.ALREADY_SO, "So it is."), RowResult.OPEN);
	}

}
