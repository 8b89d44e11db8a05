package io.groupbatch.importjob.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.plan.state.InvitationPolicy;
import io.groupbatch.importjob.plan.state.PersonResolver;
import io.groupbatch.importjob.plan.state.PlanState;
import io.groupbatch.importjob.plan.state.PlanStores;
import io.groupbatch.importjob.plan.state.RowFindings;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.importjob.row.RowParser;
import io.groupbatch.importjob.row.RowRequest;
import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.run.Run;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

import org.jspecify.annotations.Nullable;

/**
 * Plans a chunk of rows in the order of the file and writes what was decided.
 */
class PlanWriter implements ItemWriter<StagedRow> {

	private final PlanStores stores;

	private final ImportOptions options;

	private final long run;

	private final long mostPeople;

	private final boolean again;

	private @Nullable PlanContext known;

	private Set<RowError> lastMistakes = Set.of();

	/**
	 * A writer for one run.
	 * @param mostPeople how many people the groups of a chunk may have together to be
	 * read at once, and the requests in memory may name together before the plan writes
	 * what it has; what one row needs is kept in any case
	 * @param again whether the rows are planned once more, after people were invited:
	 * rows go on without those who could not be, and invalid rows stay as they are
	 */
	PlanWriter(PlanStores stores, ImportOptions options, long run, long mostPeople, boolean again) {
		this.stores = stores;
		this.options = options;
		this.run = run;
		this.mostPeople = mostPeople;
		this.again = again;
	}

	@Override
	public void write(Chunk<? extends StagedRow> chunk) {
		PlanContext now = known();
		List<RowRequest> rest = chunk.getItems().stream().map((row) -> now.rows().parse(row)).toList();
		while (!rest.isEmpty()) {
			boolean leaving = LeaverPlanner.isOpen(rest.get(0));
			int count = 1;
			while (count < rest.size() && LeaverPlanner.isOpen(rest.get(count)) == leaving) {
				count++;
			}
			List<RowRequest> alike = rest.subList(0, count);
			planAll(leaving ? leavers(now).rows(alike) : alike, now);
			rest = rest.subList(count, rest.size());
		}
	}

	private LeaverPlanner leavers(PlanContext now) {
		return new LeaverPlanner(this.stores, now, leavesOut(), this.run);
	}

	private boolean leavesOut() {
		return this.again || this.options.people().leaveOut();
	}

	private void planAll(List<RowRequest> requests, PlanContext now) {
		List<RowRequest> rest = requests;
		while (!rest.isEmpty()) {
			rest = rest.subList(planFirst(rest, now), rest.size());
		}
	}

	/**
	 * Plans rows as long as there is room in memory, and writes what was decided.
	 * @return how many it has planned, at least one
	 */
	private int planFirst(List<RowRequest> requests, PlanContext now) {
		PlanState plan = new PlanState(this.run, this.stores.groups(), this.stores.requests(), requests,
				this.mostPeople);
		DeletePlanner deletes = new DeletePlanner(this.run, this.stores.requests().deletes(), now.lastDelete(),
				plan.refs());
		RowPlanner planner = new RowPlanner(plan, this.stores.sets(), deletes, now, this.options);
		List<PlannedRow> planned = new ArrayList<>(requests.size());
		List<RowFindings> told = new ArrayList<>(requests.size());
		for (RowRequest request : requests) {
			if (!told.isEmpty() && !plan.mayHold(request)) {
				break;
			}
			StagedRow row = request.row();
			RowFindings notes = new RowFindings(row, now.columns(), leavesOut());
			told.add(notes);
			Set<UUID> named = deletes.matters(row.number()) ? now.people().named(request) : Set.of();
			if (request.isSound()) {
				PlannedRow decided = plan(planner, request, notes);
				planned.add(decided);
				deletes.planned(request.operation(), decided,
						(decided.group() != null) ? Set.of(decided.group().ref()) : plan.meant(request), named);
			}
			else {
				planner.spoil(request);
				if (!this.again) {
					planned.addAll(alsoWrong(now, request, notes));
				}
				deletes.planned(Operation.of(row.operation()).orElse(null),
						PlannedRow.settled(row.number(), row.outcome()), plan.meant(request), named);
			}
		}
		planner.save();
		deletes.save();
		this.stores.plannedRows().add(this.run, planned);
		invite(requests, planned, told, now);
		addMistakes(told.stream().flatMap((notes) -> notes.mistakes().stream()).distinct().toList());
		this.stores.peopleToFix().add(this.run, told.stream().flatMap((notes) -> notes.toFix().stream()).toList());
		return told.size();
	}

	/** What is wrong with a row may be found in each of its parts. */
	private void addMistakes(List<RowError> mistakes) {
		this.stores.rows()
			.addMistakes(this.run,
					mistakes.stream().filter((mistake) -> !this.lastMistakes.contains(mistake)).toList());
		this.lastMistakes = Set.copyOf(mistakes);
	}

	private static PlannedRow plan(RowPlanner planner, RowRequest asked, RowFindings notes) {
		PlannedRow decided = planner.plan(asked, notes);
		PlannedRow planned = (notes.isEmpty() && decided.lastRequest() == null) ? withoutInvited(decided, notes)
				: decided;
		return notes.isEmpty()
				? planned.without(notes.leftOut(), RowMessages.without(notes.leftOut(), planned.outcome()))
				: PlannedRow.settled(asked.row().number(), notes.outcome());
	}

	/** Nobody is invited for a row for which nothing is sent. */
	private static PlannedRow withoutInvited(PlannedRow planned, RowFindings notes) {
		Set<UUID> invited = notes.invited().stream().map(Invitation::person).collect(Collectors.toSet());
		notes.leaveOutInvited();
		return invited.isEmpty() ? planned : planned.withoutPeople(invited);
	}

	/** Notes who is invited, and for which rows. */
	private void invite(List<RowRequest> requests, List<PlannedRow> planned, List<RowFindings> told, PlanContext now) {
		List<Invitation> fresh = now.invitations().takeFresh();
		this.stores.invitations().add(this.run, fresh);
		this.stores.people().add(this.run, fresh.stream().map(PlanWriter::invitedPerson).toList());
		Set<Long> sent = planned.stream()
			.filter((row) -> row.lastRequest() != null)
			.map(PlannedRow::number)
			.collect(Collectors.toSet());
		for (int i = 0; i < told.size(); i++) {
			long row = requests.get(i).row().number();
			if (sent.contains(row)) {
				this.stores.invitations().plan(this.run, row, told.get(i).invited());
			}
		}
	}

	private static PersonEntry invitedPerson(Invitation invitation) {
		return new PersonEntry(invitation.person(), invitation.email(), invitation.email(), PersonEntry.Kind.USER,
				PersonEntry.Status.INVITED);
	}

	/**
	 * A row that is wrong by itself may also name people who are not there: all is told
	 * at once.
	 */
	private static List<PlannedRow> alsoWrong(PlanContext known, RowRequest request, RowFindings notes) {
		RowResult outcome = request.row().outcome();
		if (outcome.status() != RowStatus.INVALID || outcome.code() == Code.RAGGED_ROW) {
			return List.of();
		}
		known.people().wish(request, notes);
		if (notes.isEmpty()) {
			return List.of();
		}
		return List.of(PlannedRow.settled(request.row().number(),
				new RowResult(RowStatus.INVALID, outcome.code(), outcome.message() + " " + notes.outcome().message())));
	}

	private PlanContext known() {
		if (this.known == null) {
			Run.Header header = this.stores.runs().get(this.run).content().header();
			InvitationPolicy invitations = new InvitationPolicy(this.run, this.options.people().invite(),
					this.stores.invitations().all(this.run), this.again);
			PersonResolver people = new PersonResolver(this.stores.people().all(this.run), invitations);
			this.known = new PlanContext(
					RowParser.of(header, this.options, this.stores.userMaps()).knowing(people::isName), people,
					invitations, this.stores.requests().deletes().lastDelete(this.run));
		}
		return this.known;
	}

}
