package io.groupbatch.importjob.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.csv.groups.GroupList;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.row.RowParser;
import io.groupbatch.journal.plan.MembershipTarget.Mention;
import io.groupbatch.journal.plan.MembershipTargets;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.RowNumber;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.Rows;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

import org.jspecify.annotations.Nullable;

/**
 * Copies rows into the journal, and what is wrong with them.
 */
class StageWriter implements ItemWriter<CsvRow> {

	private final Journal journal;

	private final ImportOptions options;

	private final long run;

	private @Nullable Columns columns;

	private @Nullable SetMembersIndexer sets;

	StageWriter(Journal journal, ImportOptions options, long run) {
		this.journal = journal;
		this.options = options;
		this.run = run;
	}

	@Override
	public void write(Chunk<? extends CsvRow> chunk) {
		List<StagedRow> staged = new ArrayList<>(chunk.size());
		List<RowError> mistakes = new ArrayList<>();
		List<Mention> mentions = new ArrayList<>();
		for (CsvRow row : chunk) {
			StagedRow copy = stage(row, mistakes);
			staged.addAll(parts(copy));
			mentions.addAll(sets().of(row, Operation.of(copy.operation()).orElse(null),
					copy.outcome().status() == RowStatus.NOT_SENT));
		}
		this.journal.rows().stage(this.run, staged);
		this.journal.rows().addMistakes(this.run, mistakes);
		this.journal.sets().mention(this.run, mentions);
	}

	private SetMembersIndexer sets() {
		if (this.sets == null) {
			this.sets = new SetMembersIndexer(columns(), this.journal.sets().hasMentions(this.run));
		}
		return this.sets;
	}

	private StagedRow stage(CsvRow row, List<RowError> mistakes) {
		Columns known = columns();
		String asked = operation(known, known.cell(Column.OPERATION, row.cells()));
		List<RowError> wrong = RowValidator.mistakes(known, row, asked, this.options.allow().lookAlikes());
		mistakes.addAll(wrong);
		long number = known.isByPerson() ? RowNumber.of(row.row(), 0) : row.row();
		return new StagedRow(number, row.line(), row.cells(), spelled(asked), outcome(wrong));
	}

	/** A row that is about several groups becomes a row for each of them. */
	private List<StagedRow> parts(StagedRow row) {
		List<String> groups = (row.outcome().status() == RowStatus.NOT_SENT)
				? GroupList.split(columns().cell(Column.GROUPS, row.cells())) : List.of();
		if (groups.size() < 2) {
			return List.of(row);
		}
		List<StagedRow> parts = new ArrayList<>(groups.size());
		for (String group : groups) {
			parts.add(new StagedRow(RowNumber.of(row.shownNumber(), parts.size()), row.line(),
					columns().with(Column.GROUPS, GroupList.join(List.of(group)), row.cells()), row.operation(),
					row.outcome()));
		}
		return parts;
	}

	/** In a file that says what to do, a row that does not is a slip. */
	private String operation(Columns known, String cell) {
		if (!cell.isEmpty()) {
			return cell;
		}
		String otherwise = known.has(Column.OPERATION) ? "" : Operation.UPSERT.text();
		return (this.options.operation() != null) ? this.options.operation().text() : otherwise;
	}

	private Columns columns() {
		if (this.columns == null) {
			Run.Header header = this.journal.runs().get(this.run).content().header();
			this.columns = RowParser.columns(header, this.options);
		}
		return this.columns;
	}

	private static RowResult outcome(List<RowError> wrong) {
		if (wrong.isEmpty()) {
			return RowResult.OPEN;
		}
		return RowResult.invalid(wrong.get(0).code(),
				wrong.stream().map(RowError::message).collect(Collectors.joining(" ")));
	}

	private static String spelled(String operation) {
		return Operation.of(operation)
			.map(Operation::text)
			.orElse((operation.length() <= 100) ? operation : operation.substring(0, 100));
	}

	/** The parts of the journal that are written. */
	record Journal(Runs runs, Rows rows, MembershipTargets sets) {
	}

}
