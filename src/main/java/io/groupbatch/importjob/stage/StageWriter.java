package io.groupbatch.importjob.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.Columns;
import io.groupbatch.csv.CsvRow;
import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.journal.MistakeNote;
import io.groupbatch.journal.Operation;
import io.groupbatch.journal.Outcome;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StagedRow;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

import org.jspecify.annotations.Nullable;

/**
 * Copies rows into the journal, and what is wrong with them.
 */
class StageWriter implements ItemWriter<CsvRow> {

	private final Runs runs;

	private final Rows rows;

	private final ImportOptions options;

	private final long run;

	private @Nullable Columns columns;

	StageWriter(Runs runs, Rows rows, ImportOptions options, long run) {
		this.runs = runs;
		this.rows = rows;
		this.options = options;
		this.run = run;
	}

	@Override
	public void write(Chunk<? extends CsvRow> chunk) {
		List<StagedRow> staged = new ArrayList<>(chunk.size());
		List<MistakeNote> mistakes = new ArrayList<>();
		for (CsvRow row : chunk) {
			staged.add(stage(row, mistakes));
		}
		this.rows.stage(this.run, staged);
		this.rows.addMistakes(this.run, mistakes);
	}

	private StagedRow stage(CsvRow row, List<MistakeNote> mistakes) {
		Columns known = columns();
		String asked = operation(known, known.cell(Column.OPERATION, row.cells()));
		List<MistakeNote> wrong = RowCheck.mistakes(known, row, asked);
		mistakes.addAll(wrong);
		return new StagedRow(row.row(), row.line(), row.cells(), spelled(asked), outcome(wrong));
	}

	/** In a file that says what to do, a row that does not is a slip. */
	private String operation(Columns known, String cell) {
		if (!cell.isBlank()) {
			return cell;
		}
		String otherwise = known.has(Column.OPERATION) ? "" : Operation.UPSERT.text();
		return (this.options.operation() != null) ? this.options.operation() : otherwise;
	}

	private Columns columns() {
		if (this.columns == null) {
			Run.Header header = this.runs.header(this.run);
			this.columns = Columns.again(header.headings(), header.fields());
		}
		return this.columns;
	}

	private static Outcome outcome(List<MistakeNote> wrong) {
		if (wrong.isEmpty()) {
			return Outcome.OPEN;
		}
		return Outcome.invalid(wrong.get(0).code(),
				wrong.stream().map(MistakeNote::message).collect(Collectors.joining(" ")));
	}

	private static String spelled(String operation) {
		return Operation.of(operation)
			.map(Operation::text)
			.orElse((operation.length() <= 100) ? operation : operation.substring(0, 100));
	}

}
