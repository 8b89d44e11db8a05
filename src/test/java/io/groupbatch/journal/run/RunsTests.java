package io.groupbatch.journal.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(JournalExtension.class)
class RunsTests {

	private TestJournal journal;

	private Runs runs;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.runs = this.journal.runs;
	}

	@Test
	void runsAreNumberedFromOne() {
		Run first = this.journal.run("a");
		Run second = this.journal.run("b");

		assertThat(first.number()).isEqualTo(1);
		assertThat(first.output()).isEqualTo(Path.of("/out/1"));
		assertThat(second.number()).isEqualTo(2);
		assertThat(this.runs.all()).extracting(Run::number).containsExactly(2L, 1L);
	}

	@Test
	void aRunIsKeptAsItWasMade() {
		Run.Source source = TestJournal.source("grüße;.csv", "a", "charset=UTF-8 delimiter=");
		Run.Target target = new Run.Target("https://p", true, null, null);

		Run run = this.runs.create(source, target, (number) -> Path.of("/out"));

		OffsetDateTime now = OffsetDateTime.now(TestJournal.CLOCK);
		assertThat(run).isEqualTo(new Run(1, RunState.STAGING, source, target, Path.of("/out"), null,
				new Run.Span(now, null, null), Run.Content.NONE, Run.Remarks.NONE, Run.Plan.NONE));
		assertThat(this.runs.find(1)).contains(run);
	}

	@Test
	void aRunThatIsNotThereIsNotFound() {
		assertThat(this.runs.find(7)).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> this.runs.get(7)).withMessageContaining("7");
	}

	@ParameterizedTest(name = "{0}: ended {1}")
	@CsvSource({ "STAGING, false", "PLANNING, false", "PLANNED, false", "REFUSED, true", "UNFINISHED, false",
			"WAITING, false", "FINISHED, true", "CANCELLED, true" })
	void theEndStatesNoteTheTime(RunState state, boolean ended) {
		long run = this.journal.run("a").number();

		this.journal.bring(run, state);

		assertThat(this.runs.get(run).state()).isEqualTo(state);
		assertThat(this.runs.get(run).span().ended() != null).isEqualTo(ended);
	}

	@Test
	void aChangeOfStateThatIsNotAllowedChangesNothing() {
		long run = this.journal.run("a").number();
		this.journal.stage(run, "get");
		this.journal.bring(run, RunState.FINISHED);
		Run before = this.runs.get(run);

		assertThatIllegalStateException().isThrownBy(() -> this.runs.move(run, RunState.UNFINISHED))
			.withMessage("Run 1 is FINISHED and cannot become UNFINISHED");
		assertThatIllegalStateException().isThrownBy(() -> this.runs.cancel(run))
			.withMessage("Run 1 is FINISHED and cannot become CANCELLED");

		assertThat(this.runs.get(run)).isEqualTo(before);
		assertThat(this.journal.statuses(run)).containsExactly(RowStatus.NOT_SENT);
	}

	@Test
	void keepsWhyARunStoppedUntilItGoesOn() {
		long run = this.journal.run("a").number();
		StopCause halt = new StopCause(StopReason.PAUSED, "Come back later.");

		this.runs.halt(run, halt);
		assertThat(this.runs.get(run).halt()).isEqualTo(halt);

		this.runs.halt(run, null);
		assertThat(this.runs.get(run).halt()).isNull();
	}

	@Test
	void countsTheRowsOfARunByStatus() {
		long run = this.journal.run("a").number();
		long other = this.journal.run("b").number();
		this.journal.stage(run, "get", "get", "get");
		this.journal.stage(other, "get");

		assertThat(this.runs.counts(run)).isEqualTo(Map.of(RowStatus.NOT_SENT, 3L));

		this.journal.settle(run, RowResult.invalid(Code.BAD_NAME, "Bad."));

		assertThat(this.runs.counts(run)).isEqualTo(Map.of(RowStatus.INVALID, 1L, RowStatus.NOT_SENT, 2L));
		assertThat(this.runs.counts(other)).isEqualTo(Map.of(RowStatus.NOT_SENT, 1L));
	}

	@Test
	void aRunWithoutRowsHasNoCounts() {
		assertThat(this.runs.counts(this.journal.run("a").number())).isEmpty();
	}

	@Test
	void cancelGivesUpWhatWaitsAndKeepsWhatIsInDoubt() {
		long run = this.journal.run("a").number();
		long other = this.journal.run("b").number();
		this.journal.stage(run, "get", "get", "get");
		this.journal.stage(other, "get");
		this.journal.settle(run, new RowResult(RowStatus.SUCCEEDED, Code.READ, "Read."),
				new RowResult(RowStatus.UNKNOWN, Code.IN_DOUBT, "Who knows."));

		this.runs.cancel(run);

		assertThat(this.runs.get(run).state()).isEqualTo(RunState.CANCELLED);
		assertThat(this.journal.statuses(run)).containsExactly(RowStatus.SUCCEEDED, RowStatus.UNKNOWN,
				RowStatus.CANCELLED);
		assertThat(this.journal.rows.page(run, 3, 1).get(0).outcome().code()).isEqualTo(Code.GIVEN_UP);
		assertThat(this.journal.statuses(other)).containsExactly(RowStatus.NOT_SENT);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "add-members, true", "add-members remove-members, true", "add-members create, false", "create, false",
			"get, false", "update, false", "delete, false", "nonsense, false" })
	void onlyRowsThatSayHowThingsShallBeAreWishes(String operations, boolean wishes) {
		long run = this.journal.run("a").number();
		this.journal.stage(run, operations.split(" "));
		this.journal.stage(this.journal.run("b").number(), "create");

		assertThat(this.runs.isWishOnly(run)).isEqualTo(wishes);
	}

	@Test
	void aRowWithoutOperationIsNoWish() {
		long run = this.journal.run("a").number();
		this.journal.stage(run, "add-members", "");

		assertThat(this.runs.isWishOnly(run)).isFalse();
	}

	@Test
	void approvalAndTheReadDirectoryBelongToOneRun() {
		long run = this.journal.run("a").number();
		long other = this.journal.run("b").number();

		this.runs.approve(run);
		this.runs.directoryRead(other, Instant.EPOCH, 7);

		assertThat(this.runs.get(run).plan()).isEqualTo(new Run.Plan(null, 0, true, false));
		assertThat(this.runs.get(other).plan()).isEqualTo(new Run.Plan(Instant.EPOCH, 7, false, false));
	}

	@Test
	void knowsWhatTheFileTurnedOutToBe() {
		long run = this.journal.run("a").number();
		assertThat(this.runs.get(run).content()).isEqualTo(Run.Content.NONE);

		Run.Header header = new Run.Header(List.of("groupName", "Über, uns"), List.of("groupName", ""));
		Run.Dialect dialect = new Run.Dialect("UTF-8", true, ';', "UTF-8, semicolon");
		this.runs.describe(run, header, dialect);

		assertThat(this.runs.get(run).content()).isEqualTo(new Run.Content(header, dialect, 0));
	}

	@Test
	void theAccountCanBeNotedLater() {
		long run = this.runs
			.create(TestJournal.source("a", "a", ""), new Run.Target("https://p", false, null, null),
					(number) -> Path.of("/out"))
			.number();

		this.runs.account(run, "id-1", "Anna");

		assertThat(this.runs.get(run).target()).isEqualTo(new Run.Target("https://p", false, "id-1", "Anna"));
	}

	@ParameterizedTest(name = "{0}/{1} and {2}/{3}: {4}")
	@CsvSource({ "https://p, anna, https://p, anna, true", "https://p, anna, https://p, bea, false",
			"https://p, anna, https://q, anna, false", "https://p, , https://p, anna, true",
			"https://p, anna, https://p, , true" })
	void anUnknownAccountMayBeTheSame(String portal, String account, String otherPortal, String otherAccount,
			boolean same) {
		Run.Target one = new Run.Target(portal, false, account, null);

		assertThat(one.isSameAs(new Run.Target(otherPortal, false, otherAccount, null))).isEqualTo(same);
	}

}
