package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Folders;
import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs of one journal know of one another: what another run, or a later copy of the same
 * journal, has done since the plan is seen before anything is sent.
 */
class RunsOfOneJournalIT extends StandardPortal {

	@ParameterizedTest
	@ValueSource(strings = { "upsert", "create" })
	void aRunThatGoesOnMakesNoGroupThatAnotherRunHasMade(String operation) throws IOException {
		String key = this.sandbox.addKey("owner@sandbox.example");
		revokeAfterWrites(key, 2);
		assertStopped(key, file("first.csv", groups(operation, 0, 6)), "--concurrency", "1");
		assertThat(this.program.importing(file("second.csv", groups("upsert", 0, 7))).exit()).isZero();

		Program.Result resumed = resume();

		assertThat(resumed.exit()).as(resumed.err()).isEqualTo(operation.equals("upsert") ? 0 : 1);
		IntStream.range(0, 7).forEach((i) -> only("N" + i));
		List<String> outcomes = outcomes();
		assertThat(outcomes.subList(0, 2)).allMatch((outcome) -> outcome.startsWith("SUCCEEDED"));
		assertThat(outcomes.subList(2, 6))
			.containsOnly(operation.equals("upsert") ? "UNCHANGED ALREADY_SO" : "FAILED NAME_TAKEN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update,Sales,Taken,", "upsert,Sales,Taken," })
	void aGroupIsNotGivenANameThatAnotherRunHasGivenMeanwhile(String row) throws IOException {
		stopAtTheFirstWrite("operation,groupName,newGroupName,members\n" + row);
		assertThat(this.program.importing(file("second.csv", "create,Taken,,")).exit()).isZero();

		assertResumed(1, "FAILED NAME_TAKEN");
		only("Taken");
		only("Sales");
	}

	@ParameterizedTest
	@ValueSource(strings = { "upsert", "create" })
	void aGroupThatAnotherRunHasRenamedIsNotMadeTwice(String operation) throws IOException {
		stopAtTheFirstWrite("operation,groupName\nget,Support\n" + operation + ",Red\n");
		Path second = Files.writeString(this.folder.resolve("second.csv"),
				"operation,groupName,newGroupName\nupdate,Support,Red\n");
		assertThat(this.program.importing(second).exit()).isZero();

		Program.Result resumed = resume();

		assertThat(resumed.exit()).as(resumed.err()).isEqualTo(1);
		assertThat(outcomes().get(1)).isEqualTo("FAILED NAME_TAKEN");
		only("Red");
	}

	@Test
	void aNameThatARunHasTakenFromAGroupAndAnotherRunGaveBackIsNotGivenTwice() throws IOException {
		String key = this.sandbox.addKey("owner@sandbox.example");
		revokeAfterWrites(key, 1);
		assertStopped(key, changes("first.csv", "update,Support,Blue,,", "create,Support,,,"), "--concurrency", "1");
		assertThat(this.program.importing(changes("second.csv", "update,Blue,Support,,")).exit()).isZero();

		assertResumed(1, "SUCCEEDED UPDATED", "FAILED NAME_TAKEN");
		only("Support");
	}

	@Test
	void aGroupThatTheRunHasDeletedHasNoTwin() throws IOException {
		String key = this.sandbox.addKey("owner@sandbox.example");
		AtomicInteger writes = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> {
			if (writes.get() == 3) {
				this.sandbox.revoke(key);
			}
			return (HoldFrom.isWrite(request) && writes.incrementAndGet() == 3) ? new Cut(true) : new Normal();
		});
		assertStopped(key, file("first.csv", "create,N0,,", "delete,N0,,", "create,N0,,"), "--concurrency", "1",
				"--max-deletes", "5");
		assertThat(this.program.importing(file("second.csv", "add-members,N0,,carla.rossi@sandbox.example")).exit())
			.isZero();

		assertResumed(3, "SUCCEEDED CREATED", "SUCCEEDED DELETED", "UNKNOWN IN_DOUBT");
		only("N0");
	}

	@Test
	void aLostCreateIsNotSentAgainWhenAnotherRunHasRenamedAGroupToItsName() throws IOException {
		stopAtALostCreate("upsert");
		assertThat(this.program.importing(changes("second.csv", "update,Support,N0,,")).exit()).isZero();

		assertResumed(1, "FAILED NAME_TAKEN");
		only("N0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete,Support,,", "update,Support,Help," })
	void aRowThatReadsDoesNotHideWhatAnotherRunHasChanged(String row) throws IOException {
		stopAtTheFirstWrite("operation,groupName,newGroupName,members\nupdate,Sales,Sellers,\nget,Support,,\n" + row);
		assertThat(
				this.program.importing(file("second.csv", "add-members,Support,,frank.moore@sandbox.example")).exit())
			.isZero();

		Program.Result resumed = resume();

		assertThat(resumed.exit()).as(resumed.err()).isEqualTo(1);
		assertThat(outcomes().get(2)).isEqualTo("FAILED CHANGED_SINCE_PLAN");
		assertThat(only("Support").memberEmails()).contains("frank.moore@sandbox.example");
	}

	@Test
	void aLostRenameThatAnotherRunHasTakenBackIsNotSentAgainWhenItsNameIsTaken() throws IOException {
		stopAtALostChange("update,Support,Help,,");
		Program.Result second = this.program
			.importing(changes("second.csv", "update,Help,Support,,", "create,Help,,,"));
		assertThat(second.exit()).as(second.err()).isZero();

		assertResumed(1, "FAILED NAME_TAKEN");
		only("Help");
		only("Support");
	}

	@Test
	void aLostStepIsNotSentAgainToAGroupThatAnotherRunHasChangedSince() throws IOException {
		stopAtALostChange("update,Support,Help,,");
		assertThat(this.program
			.importing(
					changes("second.csv", "update,Help,Support,,", "add-members,Support,,,ben.okafor@sandbox.example"))
			.exit()).isZero();

		assertResumed(1, "FAILED CHANGED_SINCE_PLAN");
		assertThat(only("Support").memberEmails()).contains("ben.okafor@sandbox.example");
	}

	@Test
	void whatStillHoldsOfALostChangeIsToldWhenTheRestIsNotSentAgain() throws IOException {
		stopAtALostChange("upsert,Support,Help,,frank.moore@sandbox.example");
		Program.Result second = this.program
			.importing(changes("second.csv", "update,Help,Support,,", "create,Help,,,"));
		assertThat(second.exit()).as(second.err()).isZero();

		assertResumed(1, "PARTIAL NAME_TAKEN");
		assertThat(only("Support").memberEmails()).contains("frank.moore@sandbox.example");
	}

	@Test
	void aLostDeleteIsNotSentAgainForAGroupThatAnotherRunHasFilledSince() throws IOException {
		stopAtALostChange(false, "delete,Support,,,");
		assertThat(this.program.importing(changes("second.csv", "add-members,Support,,,ben.okafor@sandbox.example"))
			.exit()).isZero();

		assertResumed(1, "FAILED CHANGED_SINCE_PLAN");
		assertThat(only("Support").memberEmails()).contains("ben.okafor@sandbox.example");
	}

	@Test
	void aLostWishIsMetAgainInAGroupThatAnotherRunHasChangedSince() throws IOException {
		stopAtALostChange("upsert,Support,,,frank.moore@sandbox.example");
		assertThat(this.program
			.importing(changes("second.csv", "remove-members,Support,,,frank.moore@sandbox.example",
					"add-members,Support,,,ben.okafor@sandbox.example"))
			.exit()).isZero();

		assertResumed(0, "SUCCEEDED REPEATED");
		assertThat(only("Support").memberEmails()).contains("ben.okafor@sandbox.example",
				"frank.moore@sandbox.example");
	}

	@Test
	void aLostMoveIsNotSentAgainWhenAnotherRunHasTakenOutWhomItMoved() throws IOException {
		stopAtALostChange("move-members,Support,,,,Sales");
		assertThat(this.program
			.importing(changes("second.csv", "remove-members,Sales,,,elif.yilmaz@sandbox.example,",
					"add-members,Sales,,,frank.moore@sandbox.example,"))
			.exit()).isZero();

		assertResumed(1, "PARTIAL CHANGED_SINCE_PLAN");
		assertThat(only("Sales").memberEmails()).contains("david.kim@sandbox.example", "frank.moore@sandbox.example")
			.doesNotContain("elif.yilmaz@sandbox.example");
	}

	private void stopAtALostChange(String row) throws IOException {
		stopAtALostChange(true, row);
	}

	/** Leaves a change in doubt, and an unfinished run. */
	private void stopAtALostChange(boolean done, String row) throws IOException {
		String key = this.sandbox.addKey("owner@sandbox.example");
		AtomicBoolean lost = new AtomicBoolean();
		this.sandbox.setFaultPolicy((request) -> {
			if (lost.get()) {
				this.sandbox.revoke(key);
			}
			return (HoldFrom.isWrite(request) && lost.compareAndSet(false, true)) ? new Cut(done) : new Normal();
		});
		assertStopped(key, changes("first.csv", row), "--max-deletes", "5");
	}

	private Path changes(String name, String... rows) throws IOException {
		return Files.writeString(this.folder.resolve(name),
				"operation,groupName,newGroupName,groupManager,members,targetGroup\n" + Stream.of(rows)
					.map((row) -> row + ",".repeat(5 - commas(row)))
					.collect(Collectors.joining("\n")) + "\n");
	}

	private static int commas(String row) {
		return (int) row.chars().filter((c) -> c == ',').count();
	}

	private void stopAtTheFirstWrite(String rows) throws IOException {
		String key = this.sandbox.addKey("owner@sandbox.example");
		revokeAfterWrites(key, 0);
		assertStopped(key, Files.writeString(this.folder.resolve("first.csv"), rows), "--concurrency", "1",
				"--max-deletes", "5");
	}

	@Test
	void anotherRunAboutTheSameGroupsIsTold() throws IOException {
		String key = this.sandbox.addKey("owner@sandbox.example");
		revokeAfterWrites(key, 1);
		new Program(this.folder, this.sandbox.url(), key).importing(file("first.csv", groups("upsert", 0, 4)),
				"--concurrency", "1");
		this.sandbox.setFaultPolicy(FaultPolicy.none());

		Program.Result planned = this.program.run("plan", file("second.csv", groups("upsert", 2, 9)).toString());
		Program.Result others = this.program.run("plan", file("third.csv", groups("upsert", 10, 12)).toString());

		assertThat(planned.err()).contains("Run 1 of",
				"first.csv is not finished, and it still has to change 2 groups of this run", "resume 1", "cancel 1");
		assertThat(others.err()).doesNotContain("is not finished");
	}

	@ParameterizedTest
	@ValueSource(strings = { "create", "upsert" })
	void aLostCreateIsNotSentAgainWhenAnotherRunOwnsItsName(String operation) throws IOException {
		stopAtALostCreate(operation);
		assertThat(this.program.importing(file("second.csv", "upsert,N0,,carla.rossi@sandbox.example")).exit())
			.isZero();
		String id = only("N0").id().toString();

		Program.Result resumed = resume();

		assertThat(only("N0").id()).hasToString(id);
		if (operation.equals("create")) {
			assertThat(resumed.exit()).as(resumed.err()).isEqualTo(1);
			assertThat(outcomes()).containsExactly("FAILED NAME_TAKEN");
			assertThat(this.program.report().rows().get(0).get("message")).contains(id);
		}
		else {
			assertThat(resumed.exit()).as(resumed.err()).isZero();
			assertThat(outcomes()).containsExactly("SUCCEEDED UPSERTED");
			assertThat(only("N0").memberEmails()).contains("ben.okafor@sandbox.example", "carla.rossi@sandbox.example");
		}
		assertThat(this.sandbox.traffic().sent("POST")).as("the lost one, and that of the other run").isEqualTo(2);
	}

	@Test
	void theDecisionThatARowHasMadeNothingIsRefusedWhereItsGroupIsThere() throws IOException {
		stopAtALostCreate("upsert");
		assertThat(this.program.importing(file("second.csv", "upsert,N0,,", "upsert,N1,,")).exit()).isZero();

		Program.Result decided = resume("--decide", "2=none");

		assertThat(decided.exit()).as(decided.err()).isEqualTo(3);
		assertThat(outcomes()).containsExactly("UNKNOWN IN_DOUBT");
		assertThat(this.program.report().rows().get(0).get("message")).contains(only("N0").id().toString());
		assertThat(resume().exit()).isZero();
		assertThat(only("N0").memberEmails()).containsExactly("ben.okafor@sandbox.example");
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 40 })
	void anOlderCopyOfTheStateFolderMakesNothingTwice(int groups) throws IOException {
		String key = this.sandbox.addKey("owner@sandbox.example");
		revokeAfterWrites(key, 1);
		assertStopped(key,
				file("first.csv",
						Stream
							.concat(Stream.of(groups("create", 0, groups)),
									Stream.of("add-members,Sales,,carla.rossi@sandbox.example"))
							.toArray(String[]::new)),
				"--concurrency", "1");
		Path backup = this.folder.resolve("backup");
		Folders.copy(this.program.state(), backup);
		assertThat(resume().exit()).isZero();
		int deeds = this.sandbox.traffic().writes().size();
		Folders.delete(this.program.state());
		Folders.copy(backup, this.program.state());

		Program.Result again = resume();

		assertThat(again.exit()).as(again.err()).isEqualTo(1);
		assertThat(this.sandbox.traffic().writes()).as("nothing was changed any more").hasSize(deeds);
		IntStream.range(0, groups).forEach((i) -> only("N" + i));
		assertThat(outcomes().get(groups)).isEqualTo("UNCHANGED ALREADY_SO");
	}

	/** Leaves one create in doubt, whose work was not done, and an unfinished run. */
	private void stopAtALostCreate(String operation) throws IOException {
		String key = this.sandbox.addKey("owner@sandbox.example");
		this.sandbox.setFaultPolicy((request) -> {
			if (request.method().equals("POST")) {
				this.sandbox.revoke(key);
				return new Cut(false);
			}
			return new Normal();
		});
		assertStopped(key, file("first.csv", operation + ",N0,,ben.okafor@sandbox.example"));
	}

	private void revokeAfterWrites(String key, int writes) {
		AtomicInteger seen = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> {
			if (HoldFrom.isWrite(request) && seen.incrementAndGet() > writes) {
				this.sandbox.revoke(key);
			}
			return new Normal();
		});
	}

	private static String[] groups(String operation, int from, int to) {
		return IntStream.range(from, to)
			.mapToObj((i) -> operation + ",N" + i + ",,ben.okafor@sandbox.example")
			.toArray(String[]::new);
	}

	private Path file(String name, String... rows) throws IOException {
		return Files.writeString(this.folder.resolve(name),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

	/** Imports until the key is refused; from then on the portal behaves. */
	private void assertStopped(String key, Path file, String... options) {
		Program.Result stopped = new Program(this.folder, this.sandbox.url(), key).importing(file, options);
		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(77);
		this.sandbox.setFaultPolicy(FaultPolicy.none());
	}

	private void assertResumed(int exit, String... outcomes) {
		Program.Result resumed = resume();
		assertThat(resumed.exit()).as(resumed.err()).isEqualTo(exit);
		assertThat(outcomes()).containsExactly(outcomes);
	}

	private Program.Result resume(String... options) {
		return this.program.run(Stream.concat(Stream.of("resume", "1", "--settle", Program.SETTLE), Stream.of(options))
			.toArray(String[]::new));
	}

	private GroupView only(String name) {
		List<GroupView> groups = this.sandbox.groups(name);
		assertThat(groups).as(name).hasSize(1);
		return groups.get(0);
	}

	private List<String> outcomes() {
		return this.program.report().rows().stream().map((row) -> row.get("status") + " " + row.get("code")).toList();
	}

}
