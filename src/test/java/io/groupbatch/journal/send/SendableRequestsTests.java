package io.groupbatch.journal.send;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.PlannedRow;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroup.Trail;
import io.groupbatch.journal.plan.TrackedGroupState;
import io.groupbatch.journal.row.BlockReason;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.OmittedPerson;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.row.SettledRow;
import io.groupbatch.journal.row.StagedRow;
import io.groupbatch.journal.send.SendableRequest.WaitingRow;

import static org.assertj.core.api.Assertions.assertThat;

class SendableRequestsTests {

	private static final UUID ANNA = new UUID(0, 1);

	private static final UUID BEA = new UUID(0, 2);

	private static final Ties FREE = new Ties(null, null, null);

	@TempDir
	private Path folder;

	@TempDir
	private Path elsewhere;

	private TestJournal journal;

	private SendableRequests lanes;

	private long run;

	@BeforeEach
	void open() {
		this.journal = TestJournal.open(this.folder);
		this.lanes = this.journal.lanes;
		this.run = this.journal.run("a").number();
	}

	@AfterEach
	void close() {
		this.journal.close();
	}

	@Test
	void onlyTheHeadOfALaneIsReady() {
		plan(request(1, 1, FREE), request(2, 1, behind(1)), request(3, 2, FREE), request(4, 1, behind(2)));

		assertThat(heads()).containsExactly(1L, 3L);
	}

	@Test
	void headsAreReadPageByPage() {
		plan(request(1, 1, FREE), request(2, 2, FREE), request(3, 3, FREE));

		assertThat(ids(this.lanes.heads(this.run, 0, 2))).containsExactly(1L, 2L);
		assertThat(ids(this.lanes.heads(this.run, 2, 2))).containsExactly(3L);
		assertThat(ids(this.lanes.heads(this.run + 1, 0, 2))).isEmpty();
	}

	@Test
	void aMarkedRequestIsNotReadyAndNothingBehindIt() {
		plan(request(1, 1, FREE), request(2, 1, behind(1)));

		mark(1);

		assertThat(heads()).isEmpty();
		assertThat(next(1L)).isEmpty();
	}

	@ParameterizedTest(name = "behind {0}: {1}")
	@CsvSource({ "DONE, true", "REFUSED, true", "SKIPPED, true", "IN_DOUBT, false", "PLANNED, false" })
	void theNextOfALaneGoesOnlyBehindASettledOne(RequestState state, boolean goes) {
		plan(request(1, 1, FREE), request(2, 1, behind(1)));
		mark(1);

		this.journal.record(this.run, result(1, state));

		assertThat(next(1L).contains(2L)).isEqualTo(goes);
		assertThat(heads().contains(2L)).isEqualTo(goes);
	}

	@Test
	void whatThePortalDidNotDoIsReadyAgain() {
		plan(request(1, 1, FREE));
		mark(1);

		this.journal.record(this.run, result(1, RequestState.PLANNED));

		assertThat(heads()).containsExactly(1L);
		assertThat(this.journal.requests.countPlanned(this.run)).isEqualTo(1);
	}

	@Test
	void nothingSettledMakesNothingReady() {
		plan(request(1, 1, FREE));

		assertThat(this.lanes.next(this.run, List.of())).isEmpty();
	}

	@Test
	void twoOfOneLaneAreNeverReadyTogether() {
		List<PlannedRequest> requests = new ArrayList<>();
		for (long id = 1; id <= 12; id++) {
			requests.add(request(id, 1 + id % 3, (id > 3) ? behind(id - 3) : FREE));
		}
		plan(requests.toArray(PlannedRequest[]::new));
		List<Long> order = new ArrayList<>();

		for (List<SendableRequest> ready = this.lanes.heads(this.run, 0, 100); !ready.isEmpty(); ready = this.lanes
			.heads(this.run, 0, 100)) {
			assertThat(ready).extracting((one) -> one.request().groupRef()).doesNotHaveDuplicates();
			this.lanes.mark(ready);
			assertThat(heads()).isEmpty();
			ready.forEach((one) -> this.journal.record(this.run, result(one.request().id(), RequestState.DONE)));
			order.addAll(ids(ready));
		}

		assertThat(order).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
	}

	@Test
	void whoTakesANameWaitsUntilItIsGivenUp() {
		plan(request(1, 1, FREE), request(2, 2, new Ties(null, 1L, null)));
		assertThat(heads()).containsExactly(1L);
		mark(1);

		this.journal.record(this.run, result(1, RequestState.DONE));

		assertThat(next(1L)).containsExactly(2L);
		assertThat(ready(2).blocked()).isNull();
	}

	@Test
	void whoIsBehindOneAndTakesTheNameOfAnotherWaitsForBoth() {
		plan(request(1, 1, FREE), request(2, 2, FREE), request(3, 2, new Ties(2L, 1L, null)));
		mark(1, 2);

		this.journal.record(this.run, result(2, RequestState.DONE));
		assertThat(next(2L)).isEmpty();

		this.journal.record(this.run, result(1, RequestState.DONE));
		assertThat(next(1L)).containsExactly(3L);
		assertThat(next(1L, 2L)).containsExactly(3L);
	}

	@ParameterizedTest
	@EnumSource(value = RequestState.class, names = { "REFUSED", "SKIPPED" })
	void aNameThatWasNotGivenUpBlocks(RequestState state) {
		plan(request(1, 1, FREE), request(2, 2, new Ties(null, 1L, null)));
		mark(1);
		this.journal.record(this.run, result(1, state));

		assertThat(ready(2).blocked()).isEqualTo(BlockReason.of(BlockReason.Cause.NAME_IN_USE));
	}

	@Test
	void aRenameThatWasNotDoneBlocksWhoNeedsIt() {
		plan(request(1, 1, FREE), request(2, 1, new Ties(1L, null, 1L)), request(3, 1, behind(2)));
		mark(1);
		this.journal.record(this.run, result(1, RequestState.REFUSED));

		assertThat(ready(2).blocked()).isEqualTo(BlockReason.of(BlockReason.Cause.NAME_NOT_GIVEN));

		this.journal.record(this.run, result(2, RequestState.SKIPPED));
		assertThat(ready(3).blocked()).as("by its id it is still the same group").isNull();
	}

	@Test
	void aGroupThatWasNotMadeBlocksWhatFollows() {
		this.journal.groups.add(this.run, List.of(group(9, null)));
		this.journal.requests.add(this.run, List.of(create(1, 9), request(2, 9, behind(1))));
		assertThat(ready(1).blocked()).isNull();
		mark(1);

		this.journal.record(this.run, result(1, RequestState.REFUSED));

		assertThat(ready(2).blocked()).isEqualTo(BlockReason.of(BlockReason.Cause.GROUP_NOT_MADE));
	}

	@Test
	void whatAnAnswerShowedOfAGroupIsKnownToTheNextOfItsLane() {
		this.journal.groups.add(this.run, List.of(group(9, null)));
		this.journal.requests.add(this.run, List.of(create(1, 9), request(2, 9, behind(1))));
		mark(1);

		this.journal.record(this.run, new RequestResult(create(1, 9), RequestState.DONE, TestJournal.trace(200, 0),
				new GroupState(new UUID(7, 7), "Team", ANNA, List.of(ANNA, BEA)), List.of()));

		assertThat(ready(2).group()).isEqualTo(new GroupState(new UUID(7, 7), "Team", ANNA, List.of(ANNA, BEA)));
		assertThat(ready(2).blocked()).isNull();
	}

	/** H2 takes no array of more than 65,536 elements. */
	@Test
	void aGroupMayHaveAnyNumberOfMembers() {
		this.journal.groups.add(this.run, List.of(group(9, null)));
		this.journal.requests.add(this.run, List.of(create(1, 9), request(2, 9, behind(1))));
		mark(1);
		GroupState large = new GroupState(new UUID(7, 7), "Team", ANNA,
				LongStream.range(0, 70_000).mapToObj((person) -> new UUID(8, person)).toList());

		this.journal.record(this.run,
				new RequestResult(create(1, 9), RequestState.DONE, TestJournal.trace(200, 0), large, List.of()));

		assertThat(ready(2).group()).isEqualTo(large);
	}

	@Test
	void aRequestComesWithTheRowsThatItDecides() {
		plan(request(1, 1, FREE), request(2, 2, FREE));
		this.journal.stage(this.run, "add-members", "remove-members", "get");
		Wish wish = new Wish("New", ANNA, List.of(BEA, ANNA));
		this.journal.plannedRows.add(this.run,
				List.of(row(2, wish, 1, 3), row(3, Wish.NONE, 1, 1), row(4, Wish.NONE, 2, 1)));

		assertThat(ready(1).rows()).containsExactly(
				new WaitingRow(2, Operation.ADD_MEMBERS, "Team", wish, 3, null, List.of()),
				new WaitingRow(3, Operation.REMOVE_MEMBERS, "Team", Wish.NONE, 1, null, List.of()));
		assertThat(ready(2).rows()).extracting(WaitingRow::number).containsExactly(4L);
	}

	@Test
	void aRowComesWithThePeopleWhomItLeavesOut() {
		plan(request(1, 1, FREE));
		this.journal.stage(this.run, "add-members");
		List<OmittedPerson> leftOut = List.of(new OmittedPerson("Anna Muster <a@x>", false, OmittedPerson.Why.MISSING),
				new OmittedPerson("boss@x", true, OmittedPerson.Why.GUEST));
		this.journal.plannedRows.add(this.run, List.of(row(2, Wish.NONE, 1, 1).without(leftOut, RowResult.OPEN)));

		assertThat(ready(1).rows()).extracting(WaitingRow::leftOut).containsExactly(leftOut);
		assertThat(this.journal.reportRows.page(this.run, 0, 1).get(0).people().leftOut()).isEqualTo(leftOut);
	}

	@Test
	void aRowThatIsSettledIsNotDecidedAgain() {
		plan(request(1, 1, FREE));
		this.journal.stage(this.run, "get", "get");
		this.journal.plannedRows.add(this.run, List.of(row(2, Wish.NONE, 1, 1), row(3, Wish.NONE, 1, 1)));
		mark(1);

		this.journal.record(this.run, new RequestResult(request(1, 1, FREE), RequestState.PLANNED, null, null,
				List.of(new SettledRow(2, new RowResult(RowStatus.FAILED, Code.EARLIER_ROW, "No."), List.of()))));

		assertThat(ready(1).rows()).extracting(WaitingRow::number).containsExactly(3L);
	}

	@Test
	void outcomesAreRecordedRowByRow() {
		plan(request(1, 1, FREE));
		this.journal.stage(this.run, "add-members", "add-members", "get");
		this.journal.plannedRows.add(this.run, List.of(row(2, new Wish(null, null, List.of(ANNA, BEA)), 1, 1),
				row(3, Wish.NONE, 1, 1), row(4, Wish.NONE, 2, 1)));
		mark(1);
		RowResult partial = new RowResult(RowStatus.PARTIAL, Code.SKIPPED_BY_PORTAL, "Bea was skipped.");
		RowResult done = new RowResult(RowStatus.SUCCEEDED, Code.MEMBERS_ADDED, "Added.");

		this.journal.record(this.run,
				new RequestResult(request(1, 1, FREE), RequestState.DONE, TestJournal.trace(200, 0), null,
						List.of(new SettledRow(2, partial, List.of(BEA)), new SettledRow(3, done, List.of()))));

		assertThat(this.journal.rows.page(this.run, 0, 9)).extracting(StagedRow::outcome)
			.containsExactly(partial, done, RowResult.OPEN);
		assertThat(this.journal.reportRows.page(this.run, 0, 1).get(0).people().notApplied()).containsExactly(BEA);
	}

	@Test
	void doubtReachesTheRowsThatALaterRequestDecides() {
		this.journal.groups.add(this.run, List.of(group(1, new UUID(1, 1))));
		PlannedRequest first = new PlannedRequest(1, RequestType.UPDATE, 1, Change.NONE, FREE, 2);
		this.journal.requests.add(this.run, List.of(first, request(2, 1, behind(1)), request(3, 1, behind(2))));
		this.journal.stage(this.run, "add-members", "add-members");
		this.journal.plannedRows.add(this.run, List.of(row(2, Wish.NONE, 2, 2), row(3, Wish.NONE, 3, 1)));
		mark(1);

		this.journal.record(this.run, new RequestResult(first, RequestState.IN_DOUBT, null, null, List.of()));

		assertThat(this.journal.statuses(this.run)).containsExactly(RowStatus.UNKNOWN, RowStatus.NOT_SENT);
		assertThat(heads()).isEmpty();
	}

	@Test
	void doubtDoesNotOverturnWhatIsKnown() {
		plan(request(1, 1, FREE));
		this.journal.stage(this.run, "get", "get");
		this.journal.plannedRows.add(this.run, List.of(row(2, Wish.NONE, 1, 1), row(3, Wish.NONE, 1, 1)));

		this.journal.record(this.run, new RequestResult(request(1, 1, FREE), RequestState.IN_DOUBT, null, null,
				List.of(new SettledRow(3, new RowResult(RowStatus.SUCCEEDED, Code.READ, "Read."), List.of()))));

		assertThat(this.journal.statuses(this.run)).containsExactly(RowStatus.UNKNOWN, RowStatus.SUCCEEDED);
	}

	@Test
	void aMarkOutlivesTheProcessAndThenMeansDoubt() {
		plan(request(1, 1, FREE), request(2, 1, behind(1)), request(3, 2, FREE));
		this.journal.stage(this.run, "get", "get", "get");
		this.journal.plannedRows.add(this.run,
				List.of(row(2, Wish.NONE, 1, 1), row(3, Wish.NONE, 2, 1), row(4, Wish.NONE, 3, 1)));
		mark(1);

		try (TestJournal later = this.journal.afterACrash(this.folder, this.elsewhere.resolve("copy"))) {
			assertThat(later.statuses(this.run)).containsExactly(RowStatus.UNKNOWN, RowStatus.NOT_SENT,
					RowStatus.NOT_SENT);
			assertThat(ids(later.lanes.heads(this.run, 0, 9))).containsExactly(3L);
			assertThat(later.doubtMarked()).isZero();
		}
	}

	@Test
	void doubtIsFoundInEveryRun() {
		plan(request(1, 1, FREE));
		this.journal.stage(this.run, "get");
		this.journal.plannedRows.add(this.run, List.of(row(2, Wish.NONE, 1, 1)));
		mark(1);
		long other = this.journal.run("b").number();
		this.journal.stage(other, "get");
		this.journal.groups.add(other, List.of(group(2, new UUID(1, 2))));
		this.journal.requests.add(other, List.of(request(2, 2, FREE)));
		this.journal.plannedRows.add(other, List.of(row(2, Wish.NONE, 2, 1)));
		this.lanes.mark(this.lanes.heads(other, 0, 9));

		assertThat(this.journal.doubtMarked()).isEqualTo(2);

		assertThat(this.journal.statuses(this.run)).containsExactly(RowStatus.UNKNOWN);
		assertThat(this.journal.statuses(other)).containsExactly(RowStatus.UNKNOWN);
	}

	private void plan(PlannedRequest... requests) {
		Set<Long> refs = new HashSet<>();
		for (PlannedRequest request : requests) {
			if (refs.add(request.groupRef())) {
				this.journal.groups.add(this.run, List.of(group(request.groupRef(), new UUID(1, request.groupRef()))));
			}
		}
		this.journal.requests.add(this.run, Arrays.asList(requests));
	}

	private static TrackedGroup group(long ref, UUID portalId) {
		return new TrackedGroup(ref, portalId, "Team " + ref, null, false, TrackedGroupState.FOUND, Trail.NONE);
	}

	private static PlannedRequest request(long id, long groupRef, Ties ties) {
		return new PlannedRequest(id, RequestType.UPDATE, groupRef, Change.NONE, ties, id);
	}

	private static PlannedRequest create(long id, long groupRef) {
		return new PlannedRequest(id, RequestType.CREATE, groupRef, new Change("Team", null, List.of(), List.of()),
				FREE, id);
	}

	private static Ties behind(long id) {
		return new Ties(id, null, null);
	}

	private static PlannedRow row(long number, Wish wish, long lastRequest, int requests) {
		return new PlannedRow(number, RowResult.OPEN, new PlannedRow.Subject(1, "Team"), wish, lastRequest, requests);
	}

	private RequestResult result(long id, RequestState state) {
		PlannedRequest request = this.journal.requests.get(List.of(id)).get(0);
		return new RequestResult(request, state, TestJournal.trace(200, 0), null, List.of());
	}

	private void mark(long... ids) {
		this.lanes.mark(Arrays.stream(ids).mapToObj(this::ready).toList());
	}

	private SendableRequest ready(long id) {
		return this.lanes.heads(this.run, id - 1, 1)
			.stream()
			.filter((one) -> one.request().id() == id)
			.findFirst()
			.orElseThrow();
	}

	private List<Long> heads() {
		return ids(this.lanes.heads(this.run, 0, 100));
	}

	private List<Long> next(Long... settled) {
		return ids(this.lanes.next(this.run, Arrays.asList(settled)));
	}

	private static List<Long> ids(List<SendableRequest> ready) {
		return ready.stream().map((one) -> one.request().id()).toList();
	}

	@Test
	void aRequestWithoutAnswerWasStillSent() {
		plan(request(1, 1, FREE));
		this.journal.stage(this.run, "get");
		this.journal.plannedRows.add(this.run, List.of(row(2, Wish.NONE, 1, 1)));
		mark(1);

		this.journal.doubtMarked();

		assertThat(this.journal.reportRows.page(this.run, 0, 1).get(0).sending()).isNotNull();
		assertThat(this.journal.reportRows.page(this.run, 0, 1).get(0).sending().attempts()).isEqualTo(1);
	}

}
