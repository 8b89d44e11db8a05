package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.Columns;
import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.journal.Code;
import io.groupbatch.journal.Groups;
import io.groupbatch.journal.MistakeNote;
import io.groupbatch.journal.Operation;
import io.groupbatch.journal.Outcome;
import io.groupbatch.journal.People;
import io.groupbatch.journal.PlannedRow;
import io.groupbatch.journal.Requests;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StagedRow;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

import org.jspecify.annotations.Nullable;

/**
 * Plans a chunk of rows in the order of the file and writes what was decided.
 */
class PlanWriter implements ItemWriter<StagedRow> {

	private final Stores stores;

	private final ImportOptions options;

	private final long run;

	private @Nullable Known known;

	PlanWriter(Stores stores, ImportOptions options, long run) {
		this.stores = stores;
		this.options = options;
		this.run = run;
	}

	@Override
	public void write(Chunk<? extends StagedRow> chunk) {
		Known now = known();
		List<Asked> asked = chunk.getItems()
			.stream()
			.filter((row) -> row.outcome().status() == RowStatus.NOT_SENT)
			.map((row) -> Asked.of(row, now.columns()))
			.toList();
		PlanSoFar plan = new PlanSoFar(this.run, this.stores.groups(), this.stores.requests(), asked);
		RowPlanner planner = new RowPlanner(plan, now.people(), this.options);
		List<PlannedRow> planned = new ArrayList<>(chunk.size());
		List<MistakeNote> mistakes = new ArrayList<>();
		Iterator<Asked> sound = asked.iterator();
		for (StagedRow row : chunk) {
			if (row.outcome().status() == RowStatus.NOT_SENT) {
				planned.add(plan(planner, sound.next(), mistakes));
			}
			else {
				Operation.of(row.operation()).ifPresent((operation) -> {
					planner.spoil(operation, now.columns().cell(Column.GROUP_NAME, row.cells()), row.number());
					planned.addAll(alsoWrong(now, row, mistakes));
				});
			}
		}
		plan.save();
		this.stores.rows().plan(this.run, planned);
		this.stores.rows().addMistakes(this.run, mistakes);
	}

	private static PlannedRow plan(RowPlanner planner, Asked asked, List<MistakeNote> mistakes) {
		Notes notes = new Notes(asked.row());
		PlannedRow planned = planner.plan(asked, notes);
		mistakes.addAll(notes.mistakes());
		return notes.isEmpty() ? planned : PlannedRow.settled(asked.row().number(), notes.outcome());
	}

	/**
	 * A row that is wrong by itself may also name people who are not there: all is told
	 * at once.
	 */
	private static List<PlannedRow> alsoWrong(Known known, StagedRow row, List<MistakeNote> mistakes) {
		Outcome outcome = row.outcome();
		if (outcome.status() != RowStatus.INVALID || outcome.code() == Code.RAGGED_ROW) {
			return List.of();
		}
		Notes notes = new Notes(row);
		known.people().wish(Asked.ofPeople(row, known.columns()), notes);
		if (notes.isEmpty()) {
			return List.of();
		}
		mistakes.addAll(notes.mistakes());
		return List.of(PlannedRow.settled(row.number(),
				new Outcome(RowStatus.INVALID, outcome.code(), outcome.message() + " " + notes.outcome().message())));
	}

	private Known known() {
		if (this.known == null) {
			this.known = new Known(Columns.of(this.stores.runs().headings(this.run)),
					new PeopleIndex(this.stores.people().all(this.run)));
		}
		return this.known;
	}

	private record Known(Columns columns, PeopleIndex people) {
	}

	/** The parts of the journal that a plan reads and writes. */
	record Stores(Runs runs, Rows rows, Groups groups, Requests requests, People people) {
	}

}
