package io.groupbatch.importjob.send;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroupState;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.review.GuardOptions;
import io.groupbatch.review.PlanReview;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class ApprovalGateTests {

	private static final RowResult WRONG = RowResult.invalid(Code.BAD_NAME, "Bad.");

	private TestJournal journal;

	private long run;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.run = this.journal.run("a").number();
		this.journal.runs.move(this.run, RunState.PLANNING);
		this.journal.stage(this.run, "get", "get", "get");
	}

	@ParameterizedTest(name = "{0} wrong rows")
	@CsvSource({ "1, 1 row is invalid; nothing was sent.", "2, 2 rows are invalid; nothing was sent." })
	void wrongRowsRefuseTheRun(int wrong, String sentence) {
		this.journal.settle(this.run, WRONG, (wrong > 1) ? WRONG : RowResult.OPEN, RowResult.OPEN);
		this.journal.runs.approve(this.run);

		Optional<StopCause> halt = check(false);

		assertThat(halt).contains(new StopCause(StopReason.BAD_INPUT, sentence));
		assertStands(RunState.REFUSED, halt.orElseThrow());
	}

	@Test
	void nothingOfARefusedRunHasFailed() {
		this.journal.settle(this.run, WRONG, new RowResult(RowStatus.FAILED, Code.EARLIER_ROW, "Fix row 2."),
				RowResult.OPEN);

		check(false);

		assertThat(this.journal.runs.counts(this.run)).isEqualTo(Map.of(RowStatus.INVALID, 1L, RowStatus.NOT_SENT, 2L));

		this.journal.runs.cancel(this.run);

		assertThat(this.journal.runs.counts(this.run))
			.isEqualTo(Map.of(RowStatus.INVALID, 1L, RowStatus.CANCELLED, 2L));
	}

	@Test
	void wrongRowsCanBeLeftOut() {
		this.journal.settle(this.run, WRONG);
		request();
		this.journal.runs.approve(this.run);

		assertThat(check(true)).isEmpty();
		assertStands(RunState.UNFINISHED, null);
	}

	@Test
	void aPlanThatNobodySaidYesToWaits() {
		request();

		Optional<StopCause> halt = check(false);

		assertThat(halt).map(StopCause::reason).contains(StopReason.NOT_APPROVED);
		assertStands(RunState.PLANNED, halt.orElseThrow());

		this.journal.runs.approve(this.run);

		assertThat(check(false)).isEmpty();
		assertStands(RunState.UNFINISHED, null);
	}

	@Test
	void aPlanThatSendsNothingWaitsToo() {
		assertThat(check(false)).map(StopCause::reason).contains(StopReason.NOT_APPROVED);
	}

	@Test
	void manyDeletesRefuseTheRun() {
		deletes(11);
		this.journal.runs.approve(this.run);

		Optional<StopCause> halt = check(false);

		assertThat(halt).map(StopCause::reason).contains(StopReason.GUARD);
		assertThat(halt.orElseThrow().sentence()).contains("11 of the portal's 100 groups", "\"Team 1\"",
				"--max-deletes");
		assertStands(RunState.REFUSED, halt.orElseThrow());
	}

	@Test
	void manyDeletesPassWhenTheUserAcceptsThem() {
		deletes(11);
		this.journal.runs.approve(this.run);
		this.journal.runs.acceptRisks(this.run);

		assertThat(check(false)).isEmpty();
	}

	@Test
	void fewDeletesPass() {
		deletes(10);
		this.journal.runs.approve(this.run);

		assertThat(check(false)).isEmpty();
	}

	@Test
	void anUnfinishedRunGoesOnUnasked() {
		this.journal.settle(this.run, WRONG);
		request();
		this.journal.runs.move(this.run, RunState.UNFINISHED);
		this.journal.runs.halt(this.run, new StopCause(StopReason.PORTAL, "No answer."));

		assertThat(check(false)).isEmpty();
		assertStands(RunState.UNFINISHED, null);
	}

	private Optional<StopCause> check(boolean skipInvalid) {
		ImportOptions options = new ImportOptions(ImportOptions.Reading.FOUND_OUT, null, skipInvalid,
				new ImportOptions.People(false, null), new ImportOptions.Allow(false, false, false),
				new ImportOptions.Groups(ImportOptions.Existing.UPDATE, true, false), false);
		return new ApprovalGate(this.journal.runs, this.journal.groups, this.journal.invitations, review(), options)
			.check(this.run);
	}

	private PlanReview review() {
		return new PlanReview(this.journal.changes, this.journal.runs, this.journal.people, this.journal.invitations,
				new GuardOptions(null, null, 50));
	}

	private void deletes(int count) {
		this.journal.runs.directoryRead(this.run, Instant.EPOCH, 100);
		for (long i = 1; i <= count; i++) {
			this.journal.groups.add(this.run, List.of(new TrackedGroup(i, new UUID(1, i), "Team " + i, null, false,
					TrackedGroupState.FOUND, new TrackedGroup.Trail(null, i, null))));
			this.journal.requests.add(this.run, List.of(new PlannedRequest(i, RequestType.DELETE, i,
					PlannedRequest.Change.NONE, new PlannedRequest.Ties(null, null, null), i)));
		}
	}

	private void request() {
		this.journal.requests.add(this.run, List.of(new PlannedRequest(1, RequestType.GET, 1,
				PlannedRequest.Change.NONE, new PlannedRequest.Ties(null, null, null), 1)));
	}

	private void assertStands(RunState state, StopCause halt) {
		assertThat(this.journal.runs.get(this.run).state()).isEqualTo(state);
		assertThat(this.journal.runs.get(this.run).halt()).isEqualTo(halt);
	}

}
