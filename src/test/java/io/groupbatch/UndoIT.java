package io.groupbatch;

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

import io.groupbatch.Program.Result;
import io.groupbatch.sandbox.GroupView;
import io.groupbatch.sandbox.Misbehaviour.Cut;
import io.groupbatch.sandbox.Misbehaviour.Normal;

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
		assertThat(undone.out()).contains("Run 2, which takes run 1 back");
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

		assertThat(undone.err()).contains("kept       \"Alpha\"", "kept       \"Sales EU\"",
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
		this.sandbox.misbehave((request) -> request.method().equals("POST") ? new Cut(true) : new Normal());
		importing("create,Alpha,,,ben.okafor@sandbox.example");
		this.sandbox.misbehave((request) -> new Normal());

		assertThat(undo(1).err()).contains("--include-adopted");
		assertThat(this.sandbox.groups("Alpha")).hasSize(1);

		assertThat(undo(1, "--include-adopted").exit()).isZero();
		assertThat(this.sandbox.groups("Alpha")).isEmpty();
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
		assertThat(undone.exit()).as(undone.err() + undone.out()).isZero();
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

	/** As somebody else does it. */
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
