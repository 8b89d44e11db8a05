package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.groupbatch.csv.Column;
import io.groupbatch.csv.Columns;
import io.groupbatch.csv.UserMap;
import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.journal.Code;
import io.groupbatch.journal.Groups;
import io.groupbatch.journal.Operation;
import io.groupbatch.journal.Outcome;
import io.groupbatch.journal.People;
import io.groupbatch.journal.PeopleToFix;
import io.groupbatch.journal.PlannedRow;
import io.groupbatch.journal.Requests;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.SetWishes;
import io.groupbatch.journal.StagedRow;
import io.groupbatch.journal.UserMaps;

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
			.map((row) -> Asked.of(row, now.columns(), now.users()))
			.toList();
		PlanSoFar plan = new PlanSoFar(this.run, this.stores.groups(), this.stores.requests(),
				Stream.concat(both(asked).stream(), unsound(chunk).stream()).toList());
		SetsSoFar sets = new SetsSoFar(this.run, this.stores.sets(), plan.refs());
		DeletePlanner deletes = new DeletePlanner(this.run, this.stores.requests().deletes(), now.lastDelete(),
				plan.refs());
		RowPlanner planner = new RowPlanner(plan, sets, deletes, now, this.options);
		List<PlannedRow> planned = new ArrayList<>(chunk.size());
		List<Notes> told = new ArrayList<>(chunk.size());
		Iterator<Asked> sound = asked.iterator();
		for (StagedRow row : chunk) {
			Notes notes = new Notes(row, now.columns(), this.options.people().leaveOut());
			told.add(notes);
			if (row.outcome().status() == RowStatus.NOT_SENT) {
				Asked next = sound.next();
				PlannedRow decided = plan(planner, next, notes);
				planned.add(decided);
				deletes.planned(next.operation(), decided,
						(decided.group() != null) ? Set.of(decided.group().ref()) : plan.meant(next),
						deletes.matters(row.number()) ? now.people().named(next) : Set.of());
			}
			else {
				Operation.of(row.operation())
					.ifPresent(
							(operation) -> planner.spoil(operation, now.columns().cell(Column.GROUP_NAME, row.cells()),
									now.columns().cell(Column.NEW_GROUP_NAME, row.cells()), row.number()));
				planned.addAll(alsoWrong(now, row, notes));
				deletes.planned(Operation.of(row.operation()).orElse(null),
						PlannedRow.settled(row.number(), row.outcome()), plan.meant(unsound(row)),
						deletes.matters(row.number())
								? now.people().named(Asked.ofPeople(row, now.columns(), now.users())) : Set.of());
			}
		}
		plan.save();
		sets.save();
		deletes.save();
		this.stores.rows().plan(this.run, planned);
		this.stores.rows().addMistakes(this.run, told.stream().flatMap((notes) -> notes.mistakes().stream()).toList());
		this.stores.peopleToFix().add(this.run, told.stream().flatMap((notes) -> notes.toFix().stream()).toList());
	}

	/** With the groups that take the people of moves. */
	private List<Asked> both(List<Asked> asked) {
		Stream<Asked> targets = asked.stream()
			.filter((row) -> row.operation() == Operation.MOVE_MEMBERS)
			.map((row) -> Asked.intoTarget(row.row(), known().columns()));
		return Stream.concat(asked.stream(), targets).toList();
	}

	/** What rows that are wrong by themselves may be about. */
	private List<Asked> unsound(Chunk<? extends StagedRow> chunk) {
		return chunk.getItems()
			.stream()
			.filter((row) -> row.outcome().status() != RowStatus.NOT_SENT)
			.map((row) -> unsound(row))
			.toList();
	}

	private Asked unsound(StagedRow row) {
		String id = known().columns().cell(Column.GROUP_ID, row.cells());
		String name = known().columns().cell(Column.GROUP_NAME, row.cells());
		return new Asked(row, Operation.GET, Asked.GUID.matcher(id).matches() ? UUID.fromString(id) : null,
				name.isEmpty() ? null : name, null, null, List.of());
	}

	private static PlannedRow plan(RowPlanner planner, Asked asked, Notes notes) {
		PlannedRow planned = planner.plan(asked, notes);
		return notes.isEmpty() ? planned.without(notes.leftOut())
				: PlannedRow.settled(asked.row().number(), notes.outcome());
	}

	/**
	 * A row that is wrong by itself may also name people who are not there: all is told
	 * at once.
	 */
	private static List<PlannedRow> alsoWrong(Known known, StagedRow row, Notes notes) {
		Outcome outcome = row.outcome();
		if (outcome.status() != RowStatus.INVALID || outcome.code() == Code.RAGGED_ROW) {
			return List.of();
		}
		known.people().wish(Asked.ofPeople(row, known.columns(), known.users()), notes);
		if (notes.isEmpty()) {
			return List.of();
		}
		return List.of(PlannedRow.settled(row.number(),
				new Outcome(RowStatus.INVALID, outcome.code(), outcome.message() + " " + notes.outcome().message())));
	}

	private Known known() {
		if (this.known == null) {
			Run.Header header = this.stores.runs().get(this.run).content().header();
			this.known = new Known(
					Columns.again(header.headings(), header.fields()).trimmingNames(this.options.groups().trimNames()),
					new PeopleIndex(this.stores.people().all(this.run)), users(),
					this.stores.requests().deletes().lastDelete(this.run));
		}
		return this.known;
	}

	private UserMap users() {
		String name = this.options.people().userMap();
		return (name != null) ? UserMap.of(this.stores.userMaps().get(name)) : UserMap.NONE;
	}

	/** The parts of the journal that a plan reads and writes. */
	record Stores(Runs runs, Rows rows, Groups groups, Requests requests, SetWishes sets, People people,
			PeopleLists lists) {

		PeopleToFix peopleToFix() {
			return this.lists.toFix();
		}

		UserMaps userMaps() {
			return this.lists.userMaps();
		}

	}

	/** What the journal knows of people whom the portal does not. */
	record PeopleLists(PeopleToFix toFix, UserMaps userMaps) {
	}

}
