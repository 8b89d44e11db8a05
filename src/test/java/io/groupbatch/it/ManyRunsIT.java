package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;
import io.groupbatch.support.StandardPortal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a user sees of runs who has made many of them: plans of one file, runs taken back,
 * runs that go on.
 */
class ManyRunsIT extends StandardPortal {

	private static final String TEAM = "create,Team,anna.muster@sandbox.example,";

	@Test
	void aNewerPlanOfAFileTakesThePlaceOfTheOlderOne() throws IOException {
		Path file = file("a.csv", TEAM);
		Path other = file("b.csv", "create,Other,,");
		plan(file);
		plan(other);

		assertThat(plan(file).err()).contains("Run 1 was cancelled: run 3 is a newer plan of the same file.");
		assertThat(this.program.run("cancel", "2").exit()).isZero();

		Program.Result applied = this.program.run("apply");
		assertThat(applied.exit()).as(applied.err()).isZero();
		assertThat(applied.out()).contains("Run 3: 1 SUCCEEDED", "1 of 1 group is complete.");
	}

	@Test
	void anImportTakesThePlaceOfAnEarlierPlan() throws IOException {
		Path file = file("a.csv", TEAM);
		plan(file);

		assertThat(this.program.importing(file).err()).contains("Run 1 was cancelled");

		assertThat(this.program.run("apply").err()).contains("No run is planned.");
	}

	@Test
	void aPlanThatIsRefusedLeavesTheOlderOne() throws IOException {
		plan(file("a.csv", TEAM));

		assertThat(plan(file("a.csv", "create,Team,nobody@sandbox.example,")).exit()).isEqualTo(65);

		assertThat(this.program.run("runs").out()).containsPattern("1  .* planned ");
	}

	@Test
	void aPlanWithNothingInItSaysSoAndOffersNothing() throws IOException {
		assertThat(this.program.importing(file("a.csv", TEAM)).exit()).isZero();

		Program.Result planned = plan(file("b.csv", "upsert,Team,anna.muster@sandbox.example,"));

		assertThat(planned.exit()).isZero();
		assertThat(planned.out()).contains("Nothing to do: the portal already matches the file.")
			.doesNotContain("Go on with", "apply", "0 ");
	}

	@Test
	void onlyWhatThereIsIsCounted() throws IOException {
		assertThat(plan(file("a.csv", TEAM)).out().lines()).contains("New:      1 group with 1 member")
			.noneMatch((line) -> line.startsWith("Existing:") || line.startsWith("As it is:"))
			.anyMatch((line) -> line.startsWith("Forecast: 1 request (1 POST), "));
	}

	@Test
	void whoWillBeMissingIsSaidInThePlan() throws IOException {
		Path file = file("a.csv", "create,Team,x@y.example,anna.muster@sandbox.example",
				"create,Other,,\"x@y.example;z@y.example;ben.okafor@sandbox.example\"");

		Program.Result planned = this.program.run("plan", file.toString(), "--on-unknown-user", "leave-out");

		assertThat(planned.out()).contains("Left out: 2 people will be missing in 2 groups, as manager in 1 of them.");
	}

	@Test
	void runsAreATable() throws IOException {
		plan(file("longer-name.csv", "create,Other,,"));
		this.program.importing(file("a.csv", TEAM));
		assertThat(this.program.run("undo", "2").exit()).isZero();

		List<String> lines = this.program.run("runs").out().lines().toList();

		assertThat(lines).hasSize(4);
		int column = lines.get(0).indexOf("File");
		assertThat(lines.get(0)).contains("Run", "Started (", "State", "Portal", "Rows");
		assertThat(lines).extracting((line) -> line.substring(column).replaceFirst(" {2,}.*", ""))
			.containsExactly("File", "undo of run 2", "a.csv", "longer-name.csv");
	}

	@Test
	void severalRunsAreGivenUpAtOnceOrNone() throws IOException {
		plan(file("a.csv", TEAM));
		plan(file("b.csv", TEAM));
		this.program.importing(file("c.csv", "create,Other,,"));

		Program.Result one = this.program.run("cancel", "1", "3");
		assertThat(one.exit()).isEqualTo(64);
		assertThat(one.err()).contains("Run 3 is finished");
		assertThat(this.program.run("runs").out()).containsPattern("1  .* planned ");

		assertThat(this.program.run("cancel", "1", "2").err()).contains("Run 1 is cancelled.", "Run 2 is cancelled.");
	}

	@Test
	void nobodyIsInADeletedGroup() throws IOException {
		this.program.importing(file("a.csv", "delete,Support,,", TEAM));

		assertThat(Report.read(this.program.output().resolve("groups.csv")).rows())
			.filteredOn((group) -> group.get("groupName").equals("Support"))
			.singleElement()
			.satisfies((group) -> assertThat(group).containsEntry("members", "")
				.containsEntry("groupManager", "")
				.containsEntry("url", "")
				.containsEntry("status", "SUCCEEDED"));
	}

	@Test
	void whatWasUndoneAlreadyIsSaid() throws IOException {
		this.program.importing(file("a.csv", TEAM));
		Program.Result undone = this.program.run("undo", "1");
		assertThat(undone.exit()).isZero();
		assertThat(undone.err()).contains("Will be undone: 1.");

		Program.Result again = this.program.run("undo", "1");

		assertThat(again.out()).contains("Run 1 was already undone by run 2. Nothing was sent.");
	}

	@Test
	void aRunThatGoesOnSaysWhichItIsAndIsSentAsItWas() throws IOException, InterruptedException {
		HoldFrom hold = new HoldFrom(2, (request) -> request.method().equals("POST"), true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = this.program.start(file("a.csv", TEAM, "create,Second,,", "create,Third,,"),
				"--concurrency", "1", "--max-errors", "7");
		hold.awaitHeld();
		running.kill();
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		hold.release();

		Program.Result resumed = this.program.run("resume", "--settle", Program.SETTLE);

		assertThat(resumed.exit()).as(resumed.err()).isZero();
		// The second may have left before the result of the first was recorded.
		assertThat(resumed.err()).containsPattern("^Continuing run 1 \\(a\\.csv, [23] of 3 rows left\\)\\.");
		assertThat(this.sandbox.traffic().maxConcurrentRequests()).isEqualTo(1);
	}

	@Test
	void filesOfAnEarlierRunInTheSameFolderAreNotThisOnes() throws IOException {
		this.program.importing(file("a.csv", "create,Team,nobody@sandbox.example,"));
		Path toFix = this.program.output().resolve("people-to-fix.csv");
		assertThat(toFix).exists();

		this.program.importing(file("a.csv", TEAM));

		assertThat(toFix).doesNotExist();
		assertThat(this.program.output().resolve("summary.json")).content().contains("\"peopleToFix\" : null");
	}

	@Test
	void whatSomebodyHasFilledInStays() throws IOException {
		this.program.importing(file("a.csv", "create,Team,nobody@sandbox.example,"));
		Path toFix = this.program.output().resolve("people-to-fix.csv");
		Files.writeString(toFix, "from,to\nnobody@sandbox.example,anna.muster@sandbox.example\n");

		this.program.importing(file("a.csv", TEAM));

		assertThat(toFix).exists();
		assertThat(this.program.output().resolve("summary.json")).content().contains("\"peopleToFix\" : null");
	}

	private Program.Result plan(Path file) {
		return this.program.run("plan", file.toString());
	}

	private Path file(String name, String... rows) throws IOException {
		return Files.writeString(this.folder.resolve(name),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

}
