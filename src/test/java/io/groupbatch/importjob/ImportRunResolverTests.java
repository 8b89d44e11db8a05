package io.groupbatch.importjob;

import java.nio.file.Path;

import io.groupbatch.importjob.ImportRunResolver.Choice;
import io.groupbatch.importjob.ImportRunResolver.Kind;
import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which run an import means (docs/architecture.md, "Which run").
 */
@ExtendWith(JournalExtension.class)
class ImportRunResolverTests {

	private TestJournal journal;

	private ImportRunResolver choice;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.choice = new ImportRunResolver(this.journal.runs);
	}

	@Test
	void theFirstImportIsANewRun() {
		Choice chosen = choose("groups.csv", "a", "");

		assertThat(chosen.kind()).isEqualTo(Kind.NEW);
		assertThat(chosen.run().number()).isEqualTo(1);
		assertThat(chosen.closed()).isNull();
	}

	@ParameterizedTest(name = "{0}: the same {1}, other content {2}; closes it {3}")
	@CsvSource({ "STAGING, GOES_ON, NEW, true", "PLANNING, GOES_ON, NEW, true", "PLANNED, NEW, NEW, false",
			"REFUSED, NEW, NEW, false", "UNFINISHED, GOES_ON, BLOCKED, false", "WAITING, GOES_ON, BLOCKED, false",
			"FINISHED, DONE_BEFORE, NEW, false", "CANCELLED, NEW, NEW, false" })
	void aRunOfStepsDecidesByItsState(RunState state, Kind same, Kind other, boolean closes) {
		run(state, "create");

		assertThat(choose("groups.csv", "a", "").kind()).isEqualTo(same);

		this.journal.runs.all().stream().filter((run) -> run.number() > 1).forEach(this::cancel);
		Choice chosen = choose("groups.csv", "b", "");
		assertThat(chosen.kind()).isEqualTo(other);
		assertClosed(chosen, closes);
	}

	@ParameterizedTest(name = "{0}: the same {1}, closes it {2}")
	@CsvSource({ "STAGING, GOES_ON, false", "PLANNING, GOES_ON, false", "PLANNED, NEW, false", "REFUSED, NEW, false",
			"UNFINISHED, GOES_ON, false", "WAITING, NEW, true", "FINISHED, NEW, false", "CANCELLED, NEW, false" })
	void aRunOfWishesNeverBlocks(RunState state, Kind same, boolean closes) {
		run(state, "add-members");

		Choice chosen = choose("groups.csv", "a", "");

		assertThat(chosen.kind()).isEqualTo(same);
		assertClosed(chosen, closes);
	}

	@ParameterizedTest(name = "{0}: closes it {1}")
	@CsvSource({ "STAGING, true", "PLANNING, true", "PLANNED, false", "REFUSED, false", "UNFINISHED, true",
			"WAITING, true", "FINISHED, false", "CANCELLED, false" })
	void aRunOfWishesDoesNotBlockOtherContent(RunState state, boolean closes) {
		run(state, "add-members");

		Choice chosen = choose("groups.csv", "b", "");

		assertThat(chosen.kind()).isEqualTo(Kind.NEW);
		assertClosed(chosen, closes);
	}

	@Test
	void otherOptionsMakeAnotherRun() {
		run(RunState.UNFINISHED, "create");

		assertThat(choose("groups.csv", "a", "delimiter=59").kind()).isEqualTo(Kind.BLOCKED);
		assertThat(choose("other.csv", "a", "delimiter=59").kind()).isEqualTo(Kind.NEW);
	}

	@Test
	void theSameContentUnderAnotherNameGoesOnAsWell() {
		run(RunState.UNFINISHED, "create");

		Choice chosen = choose("copy.csv", "a", "");

		assertThat(chosen.kind()).isEqualTo(Kind.GOES_ON);
		assertThat(chosen.run().number()).isEqualTo(1);
	}

	@Test
	void anotherPortalOrAccountKnowsNothingOfARun() {
		run(RunState.UNFINISHED, "create");
		Run.Source source = TestJournal.source("groups.csv", "a", "");

		Choice elsewhere = choose(source, new Run.Target("https://q", false, "anna", "anna"), false);
		Choice bea = choose(source, TestJournal.target("bea"), false);
		Choice untold = choose(source, TestJournal.target(null), false);

		assertThat(elsewhere.kind()).isEqualTo(Kind.NEW);
		assertThat(bea.kind()).isEqualTo(Kind.NEW);
		assertThat(untold.kind()).as("an account that the portal does not tell may be the same")
			.isEqualTo(Kind.GOES_ON);
	}

	@Test
	void aFinishedFileIsImportedOnceMoreWhenAsked() {
		run(RunState.FINISHED, "create");

		Choice chosen = choose(TestJournal.source("groups.csv", "a", ""), TestJournal.target("anna"), true);

		assertThat(chosen.kind()).isEqualTo(Kind.NEW);
		assertThat(chosen.closed()).isNull();
	}

	@ParameterizedTest
	@EnumSource(value = RunState.class, names = { "UNFINISHED", "STAGING" })
	void askingForOnceMoreDoesNotLeaveARunBehind(RunState state) {
		run(state, "create");

		assertThat(choose(TestJournal.source("groups.csv", "a", ""), TestJournal.target("anna"), true).kind())
			.isEqualTo(Kind.GOES_ON);
	}

	@Test
	void theNewestOfSeveralFinishedRunsIsTheOneThatDidIt() {
		run(RunState.FINISHED, "create");
		run(RunState.FINISHED, "create");

		assertThat(choose("groups.csv", "a", "").run().number()).isEqualTo(2);
	}

	@Test
	void aSandboxAlwaysBeginsAnew() {
		run(RunState.FINISHED, "create");

		Choice chosen = this.choice.anew(TestJournal.source("groups.csv", "a", ""), TestJournal.target("anna"),
				(number) -> Path.of("/out"));

		assertThat(chosen.kind()).isEqualTo(Kind.NEW);
		assertThat(chosen.run().number()).isEqualTo(2);
	}

	private void run(RunState state, String operation) {
		long number = this.journal.run("a").number();
		this.journal.stage(number, operation);
		this.journal.bring(number, state);
	}

	private void cancel(Run run) {
		this.journal.runs.cancel(run.number());
	}

	private void assertClosed(Choice chosen, boolean closed) {
		assertThat(chosen.closed() != null).isEqualTo(closed);
		if (closed) {
			assertThat(chosen.closed().number()).isEqualTo(1);
			assertThat(chosen.run().number()).isNotEqualTo(1);
			assertThat(this.journal.runs.get(1).state()).isEqualTo(RunState.CANCELLED);
		}
	}

	private Choice choose(String file, String content, String options) {
		return choose(TestJournal.source(file, content, options), TestJournal.target("anna"), false);
	}

	private Choice choose(Run.Source source, Run.Target target, boolean rerun) {
		return this.choice.choose(source, target, (run) -> run.target().isSameAs(target), rerun,
				(number) -> Path.of("/out/" + number));
	}

}
