package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;
import io.groupbatch.support.Report;
import io.groupbatch.support.Scene;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run is taken back as far as nobody has changed its groups since, and what cannot be
 * taken back is named.
 */
class UndoIT extends StandardPortal {

	@Test
	void namesManagersAndMembersAreAsBefore() throws IOException {
		Map<UUID, String> before = groups();
		importing("create,Alpha,,anna.muster@sandbox.example,ben.okafor@sandbox.example",
				"update,Sales,Sales EU,david.kim@sandbox.example,", "add-members,Support,,,frank.moore@sandbox.example",
				"remove-members,Engineering,,,elif.yilmaz@sandbox.example");
		assertThat(groups()).isNotEqualTo(before);

		Result undone = undo(1);

		assertThat(undone.exit()).as(undone.err() + undone.out()).isZero();
		assertThat(undone.out()).contains("Run 2, which undoes run 1");
		assertThat(groups()).isEqualTo(before);
	}

	@Test
	void aFirstManagerIsTakenAwayAgain() throws IOException {
		importing("create,Alpha,,,ben.okafor@sandbox.example");
		Map<UUID, String> before = groups();
		importing("update,Alpha,,ben.okafor@sandbox.example,");

		assertThat(undo(2).exit()).isZero();

		assertThat(groups()).isEqualTo(before);
	}

	@Test
	void swappedNamesAreSwappedBack() throws IOException {
		Map<UUID, String> before = groups();
		importing("update,Sales,Tmp,,", "update,Support,Sales,,", "update,Tmp,Support,,");

		Result undone = undo(1);

		assertThat(undone.exit()).as(undone.err() + undone.out()).isZero();
		assertThat(groups()).isEqualTo(before);
	}

	@Test
	void whoWasMovedIsMovedBack() throws IOException {
		Map<UUID, String> before = groups();
		Path file = Files.writeString(this.folder.resolve("move.csv"),
				"operation,groupName,targetGroup\nmove-members,Support,Sales\n");
		assertThat(this.program.importing(file, "--max-removals", "100%").exit()).isZero();

		Result undone = undo(1, "--max-removals", "100%");

		assertThat(undone.exit()).as(undone.err() + undone.out()).isZero();
		assertThat(groups()).isEqualTo(before);
	}

	@Test
	void whatHasChangedSinceIsKeptAndADeletionIsImpossible() throws IOException {
		importing("create,Alpha,,,ben.okafor@sandbox.example", "update,Sales,Sales EU,,", "delete,Old Hands,,,");
		change("update,Alpha,,ben.okafor@sandbox.example,", "update,Sales EU,Sales World,,");

		Result undone = undo(1);

		assertThat(undone.err()).contains("leave      \"Alpha\"", "leave      \"Sales EU\"",
				"impossible \"Old Hands\"");
		assertThat(undone.out()).contains("Nothing was sent");
		assertThat(groups().values()).anyMatch((group) -> group.startsWith("Alpha"))
			.anyMatch((group) -> group.startsWith("Sales World"));
	}

	@Test
	void theNewestRunIsTakenBackFirst() throws IOException {
		Map<UUID, String> before = groups();
		importing("update,Sales,Sales EU,,");
		importing("update,Sales EU,Sales World,,");

		Result refused = undo(1);
		assertThat(refused.exit()).isEqualTo(4);
		assertThat(refused.err()).contains("Later runs", "2");

		assertThat(undo(2).exit()).isZero();
		assertThat(undo(1).exit()).isZero();
		assertThat(groups()).isEqualTo(before);
	}

	@Test
	void anAdoptedGroupIsDeletedOnlyWhenAskedFor() throws IOException {
		this.sandbox.setFaultPolicy((request) -> request.method().equals("POST") ? new Cut(true) : new Normal());
		importing("create,Alpha,,,ben.okafor@sandbox.example");
		this.sandbox.setFaultPolicy((request) -> new Normal());

		assertThat(undo(1).err()).contains("--include-adopted");
		assertThat(this.sandbox.groups("Alpha")).hasSize(1);

		assertThat(undo(1, "--include-adopted").exit()).isZero();
		assertThat(this.sandbox.groups("Alpha")).isEmpty();
	}

	@Test
	void whatAnUndoHasKeptTheNextOneTakesBack() throws IOException {
		this.sandbox.setFaultPolicy((request) -> request.method().equals("POST") ? new Cut(true) : new Normal());
		importing("create,Alpha,,,ben.okafor@sandbox.example", "update,Sales,Sales EU,,");
		this.sandbox.setFaultPolicy((request) -> new Normal());
		assertThat(undo(1).exit()).isEqualTo(1);
		assertThat(this.sandbox.groups("Sales")).hasSize(1);

		Result again = undo(1, "--include-adopted");

		assertThat(again.exit()).as(again.err()).isZero();
		assertThat(this.sandbox.groups("Alpha")).isEmpty();
	}

	@Test
	void whatIsChangedAfterAnUndoIsKeptByTheNextOne() throws IOException {
		importing("add-members,Support,,,frank.moore@sandbox.example",
				"remove-members,Engineering,,,frank.moore@sandbox.example", "update,Sales,Sales EU,,");
		assertThat(undo(1).exit()).isZero();
		change("add-members,Support,,,frank.moore@sandbox.example",
				"remove-members,Engineering,,,frank.moore@sandbox.example", "update,Sales,Sales EU,,");
		Map<UUID, String> before = groups();

		Result again = undo(1);

		assertThat(again.err()).contains("leave      \"Support\": removed: frank.moore",
				"leave      \"Engineering\": added: frank.moore", "leave      \"Sales EU\": called \"Sales\" again");
		assertThat(groups()).isEqualTo(before);
	}

	@Test
	void aNameThatTwinsBoreIsGivenBack() throws IOException {
		Map<UUID, String> before = groups();
		UUID twin = this.sandbox.groups("Twins").get(1).id();
		Path file = Files.writeString(this.folder.resolve("twin.csv"),
				"operation,groupId,newGroupName\nupdate,%s,Only Child\n".formatted(twin));
		assertThat(this.program.importing(file).exit()).isZero();

		Result undone = undo(1);

		assertThat(undone.exit()).as(undone.err() + undone.out()).isZero();
		assertThat(groups()).isEqualTo(before);
	}

	@Test
	void aNameThatLooksLikeAnotherIsGivenBack() throws IOException {
		Path alike = file("create,SALES,,,");
		assertThat(this.program.importing(alike, "--allow-look-alikes").exit()).isZero();
		Map<UUID, String> before = groups();
		importing("update,SALES,Shouting,,");

		Result undone = undo(2);

		assertThat(undone.exit()).as(undone.err() + undone.out()).isZero();
		assertThat(groups()).isEqualTo(before);
	}

	@Test
	void aNameThatIsTakenAndAGroupThatIsGoneAreToldBeforehand() throws IOException {
		importing("create,Alpha,,,", "update,Sales,Sales EU,,", "update,Support,,frank.moore@sandbox.example,");
		Scene.delete(this.sandbox, this.sandbox.groups("Alpha").get(0).id());
		UUID taker = Scene.group(this.sandbox, "Sales", null, List.of());

		Result undone = undo(1);

		assertThat(undone.exit()).as(undone.err() + undone.out()).isEqualTo(1);
		assertThat(undone.err()).contains("Will be undone: 2. Will be left as it is: 1. Cannot be undone: 1.",
				"leave      \"Alpha\": that it was made", "impossible \"Sales EU\": called \"Sales\" again",
				taker.toString());
		assertThat(undone.err().indexOf("impossible")).isLessThan(undone.err().indexOf("undo   "));
		assertThat(undone.out()).contains("2 changes are not undone: see ");
		assertThat(list()).containsExactlyInAnyOrder("KEPT Alpha", "REVERSED Support", "REVERSED Support",
				"IMPOSSIBLE Sales EU");
	}

	@Test
	void aNameIsFreeThatTheUndoItselfTakesAway() throws IOException {
		Map<UUID, String> before = groups();
		importing("update,Sales,Sales EU,,", "create,Sales,,,", "update,Support,Help,,", "update,Sales EU,Support,,");

		Result undone = undo(1);

		assertThat(undone.exit()).as(undone.err() + undone.out()).isZero();
		assertThat(groups()).isEqualTo(before);
	}

	@Test
	void disabledMembersWhomAMoveLostAreTold() throws IOException {
		Path file = Files.writeString(this.folder.resolve("move.csv"),
				"operation,groupName,targetGroup\nmove-members,Old Hands,Support\n");
		this.program.importing(file, "--max-removals", "100%");
		UUID old = this.sandbox.groups("Old Hands").get(0).id();
		boolean lost = this.sandbox.groups("Old Hands").get(0).hiddenEmails().isEmpty();

		Result undone = undo(1, "--max-removals", "100%");

		assertThat(this.sandbox.groups("Old Hands")).extracting(GroupView::id).containsExactly(old);
		assertThat(undone.err().contains("added: dora.disabled@sandbox.example")).as(undone.err()).isEqualTo(lost);
	}

	@Test
	void aFileWhoseRunWasTakenBackIsNotSaidToBeDone() throws IOException {
		Path file = file("create,Alpha,,,ben.okafor@sandbox.example", "update,Sales,Sales EU,,");
		assertThat(this.program.importing(file).exit()).isZero();
		assertThat(undo(1).exit()).isZero();

		Result again = this.program.importing(file);

		assertThat(again.exit()).isEqualTo(4);
		assertThat(again.err()).contains("run 2 undid it", "--rerun");
		assertThat(this.sandbox.groups("Alpha")).isEmpty();
		assertThat(this.program.importing(file, "--rerun").exit()).isZero();
		assertThat(this.sandbox.groups("Alpha")).hasSize(1);
	}

	@Test
	void anUndoIsTakenBackLikeAnyRun() throws IOException {
		Path file = file("update,Sales,Sales EU,david.kim@sandbox.example,",
				"add-members,Support,,,frank.moore@sandbox.example");
		assertThat(this.program.importing(file).exit()).isZero();
		Map<UUID, String> after = groups();
		assertThat(undo(1).exit()).isZero();

		assertThat(undo(2).exit()).isZero();

		assertThat(groups()).isEqualTo(after);
		assertThat(this.program.importing(file).exit()).as("the portal is as the file says").isZero();
	}

	@Test
	void theListSaysWhatWasReversedInTheEnd() throws IOException {
		importing("update,Sales,,david.kim@sandbox.example,", "update,Support,,frank.moore@sandbox.example,");
		UUID sales = this.sandbox.groups("Sales").get(0).id();
		assertThat(undo(1, "--dry-run").exit()).isZero();
		assertThat(list()).containsOnly("NOT_SENT Sales", "NOT_SENT Support");
		this.sandbox
			.setFaultPolicy((request) -> request.method().equals("PUT") && request.path().contains(sales.toString())
					? new Answer(400, "application/json",
							"{\"error\":{\"message\":\"no\"},\"status\":1,\"statusCode\":400}", Map.of(), false)
					: new Normal());

		Result undone = undo(1);

		assertThat(undone.err()).contains("Run 2 was cancelled in favour of this one");
		assertThat(list()).contains("REVERSED Support").doesNotContain("REVERSED Sales").hasSize(4);
	}

	@Test
	void theSameCommandGoesOnWithAnUndoThatWasKilled() throws Exception {
		Map<UUID, String> before = groups();
		List<String> rows = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			rows.add("create,Team " + i + ",,,");
		}
		rows.add("update,Sales,Sales EU,,");
		importing(rows.toArray(String[]::new));
		HoldFrom hold = new HoldFrom(4, (request) -> request.method().equals("DELETE"), true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = this.program.start(List.of(), "undo", "1", "--output",
				this.folder.resolve("undo").toString(), "--settle", Program.SETTLE, "--yes", "--concurrency", "1");
		hold.awaitHeld();
		running.kill();
		hold.release();
		this.sandbox.setFaultPolicy((request) -> new Normal());
		assertThat(undo(1, "--dry-run").exit()).isEqualTo(4);
		assertThat(this.program.importing(file(rows.toArray(String[]::new))).err()).contains("run 2 is undoing it",
				"resume 2");

		Result undone = undo(1);

		assertThat(undone.exit()).as(undone.err() + undone.out()).isZero();
		assertThat(undone.err()).contains("Continuing run 2 (");
		assertThat(groups()).isEqualTo(before);
		assertThat(list()).allMatch((line) -> line.startsWith("REVERSED")).hasSize(9);
	}

	private List<String> list() {
		return Report.read(this.folder.resolve("undo/undo.csv"))
			.rows()
			.stream()
			.map((row) -> row.get("kind") + " " + row.get("groupName"))
			.toList();
	}

	@Test
	void theGuardsHoldForAnUndoToo() throws IOException {
		List<String> rows = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			rows.add("create,Team " + i + ",,,");
		}
		importing(rows.toArray(String[]::new));

		assertThat(undo(1).exit()).isEqualTo(4);
		assertThat(this.sandbox.groups("Team 0")).hasSize(1);
		assertThat(undo(1, "--max-deletes", "20").exit()).isZero();
		assertThat(this.sandbox.groups("Team 0")).isEmpty();
	}

	static Stream<GoldenCase> cases() throws IOException {
		return GoldenCase.all().filter((given) -> given.writes() > 0);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void afterAnyGoldenCaseOnlyTheImpossibleIsNotAsBefore(GoldenCase given) {
		List<GroupView> before = this.sandbox.groups();
		this.program.importing(given.input(), given.options());

		Result undone = undo(1, "--max-deletes", "100%", "--max-removals", "100%");

		List<String> impossible = undone.err()
			.lines()
			.filter((line) -> line.startsWith("  impossible "))
			.map((line) -> line.split("\"", 3)[1])
			.toList();
		assertThat(undone.exit()).as(undone.err() + undone.out()).isEqualTo(impossible.isEmpty() ? 0 : 1);
		assertThat(GoldenCase.changes(this.sandbox, before)).as(undone.err() + undone.out())
			.allMatch((change) -> impossible.stream().anyMatch((name) -> change.substring(2).startsWith(name + " |")));
	}

	private Map<UUID, String> groups() {
		Map<UUID, String> groups = new TreeMap<>();
		for (GroupView group : this.sandbox.groups()) {
			groups.put(group.id(),
					group.name() + " " + group.managerEmail() + " " + new TreeSet<>(group.memberEmails()));
		}
		return groups;
	}

	private void importing(String... rows) throws IOException {
		Result imported = this.program.importing(file(rows));
		assertThat(imported.exit()).as(imported.err() + imported.out()).isZero();
	}

	/** As another user does it. */
	private void change(String... rows) throws IOException {
		new Program(this.folder.resolve("other"), this.sandbox.url(), this.sandbox.apiKey()).importing(file(rows));
	}

	private Result undo(long run, String... options) {
		List<String> arguments = new ArrayList<>(List.of("undo", String.valueOf(run), "--output",
				this.folder.resolve("undo").toString(), "--settle", Program.SETTLE));
		arguments.addAll(List.of(options));
		return this.program.run(arguments.toArray(String[]::new));
	}

	private Path file(String... rows) throws IOException {
		return Files.writeString(Files.createTempFile(this.folder, "rows", ".csv"),
				"operation,groupName,newGroupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

}
