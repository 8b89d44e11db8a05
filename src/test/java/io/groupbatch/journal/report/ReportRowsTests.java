package io.groupbatch.journal.report;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.groupbatch.journal.JournalExtension;
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
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.send.RequestResult;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class ReportRowsTests {

	private static final UUID ANNA = new UUID(0, 1);

	private static final UUID TEAM = new UUID(1, 1);

	private static final PlannedRequest REQUEST = new PlannedRequest(1, RequestType.UPDATE, 1, Change.NONE,
			new Ties(null, null, null), 1);

	private TestJournal journal;

	private long run;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.run = this.journal.run("a").number();
		this.journal.stage(this.run, "update", "get");
		this.journal.groups.add(this.run,
				List.of(new TrackedGroup(1, TEAM, "Planned", null, false, TrackedGroupState.FOUND, Trail.NONE)));
		this.journal.requests.add(this.run, List.of(REQUEST));
		this.journal.plannedRows.add(this.run, List.of(new PlannedRow(2, RowResult.OPEN,
				new PlannedRow.Subject(1, "Team"), new Wish(null, null, List.of(ANNA)), 1L, 1)));
	}

	@Test
	void aRowThatWaitsHasNoSending() {
		ReportRow row = row(2);

		assertThat(row.groupId()).isEqualTo(TEAM);
		assertThat(row.groupName()).isEqualTo("Team");
		assertThat(row.people().members()).containsExactly(ANNA);
		assertThat(row.requests()).isEqualTo(1);
		assertThat(row.sending()).isNull();
	}

	@Test
	void aRowWithoutGroupIsReportedAsWell() {
		ReportRow row = row(3);

		assertThat(row.groupId()).isNull();
		assertThat(row.groupName()).isNull();
		assertThat(row.people().members()).isEmpty();
		assertThat(row.row().operation()).isEqualTo("get");
	}

	@Test
	void saysHowARowWasSentAndWhatItsGroupWasCalledThen() {
		this.journal.lanes.mark(this.journal.lanes.heads(this.run, 0, 9));

		this.journal.record(this.run, new RequestResult(REQUEST, RequestState.DONE, TestJournal.trace(200, 2),
				new GroupState(TEAM, "Shown", ANNA, List.of(ANNA)), List.of()));

		ReportRow row = row(2);
		assertThat(row.groupName()).isEqualTo("Team");
		ReportRow.Sending sending = row.sending();
		assertThat(sending).isNotNull();
		assertThat(sending.httpStatus()).isEqualTo(200);
		assertThat(sending.attempts()).isEqualTo(3);
		assertThat(sending.millis()).isEqualTo(250);
		assertThat(sending.sentAt().toInstant()).isEqualTo(TestJournal.CLOCK.instant());
	}

	@Test
	void anAnswerThatNeverCameHasNoStatus() {
		this.journal.lanes.mark(this.journal.lanes.heads(this.run, 0, 9));

		this.journal.record(this.run,
				new RequestResult(REQUEST, RequestState.IN_DOUBT, TestJournal.lost(), null, List.of()));

		assertThat(row(2).sending()).isNotNull();
		assertThat(row(2).sending().httpStatus()).isNull();
		assertThat(row(2).sending().attempts()).isEqualTo(1);
	}

	@Test
	void rowsAreReadPageByPageInTheOrderOfTheFile() {
		this.journal.stage(this.journal.run("b").number(), "get", "get", "get");

		assertThat(this.journal.reportRows.page(this.run, 0, 1)).extracting((row) -> row.row().number())
			.containsExactly(2L);
		assertThat(this.journal.reportRows.page(this.run, 2, 9)).extracting((row) -> row.row().number())
			.containsExactly(3L);
	}

	private ReportRow row(long number) {
		return this.journal.reportRows.page(this.run, number - 1, 1).get(0);
	}

}
