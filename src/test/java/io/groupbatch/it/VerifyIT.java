package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalCopy;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;
import io.groupbatch.support.Report;
import io.groupbatch.support.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code verify} says of a portal that is as a file wants it, and of one that is
 * not. It never writes.
 */
class VerifyIT {

	@TempDir
	private Path folder;

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private long writes;

	@BeforeEach
	@AfterEach
	void nothingIsWrittenMeanwhile() {
		assertThat(writes(this.sandbox)).isEqualTo(this.writes);
	}

	@AfterEach
	void stopPortal() {
		this.sandbox.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "groups", "onboarding", "memberships", "nightly", "excel-semicolon" })
	void whatWasImportedHolds(String name) {
		Path file = Path.of("input", name + ".csv");
		Result imported = program(this.sandbox).importing(file);
		assertThat(imported.exit()).as(imported.err()).isZero();
		this.writes = writes(this.sandbox);

		Result verified = verify(file);

		assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
		assertThat(verified.out()).contains("the portal is as it says");
		assertThat(differences()).isEmpty();
	}

	@Test
	void anExportHoldsUntilAnybodyChangesAnything() throws IOException {
		Path file = export(this.sandbox);
		assertThat(verify(file).exit()).isZero();
		assertThat(verify(file).out()).contains("compared exactly");
		Person anna = this.sandbox.person("anna.muster@sandbox.example").orElseThrow();
		Scene.add(this.sandbox, this.sandbox.groups("Engineering").get(0).id(), anna);
		Scene.remove(this.sandbox, this.sandbox.groups("Sales").get(0).id(), anna);
		Scene.rename(this.sandbox, this.sandbox.groups("Support").get(0).id(), "Help");
		Scene.delete(this.sandbox, this.sandbox.groups("Old Hands").get(0).id());
		Scene.group(this.sandbox, "New", anna, List.of());
		this.writes = writes(this.sandbox);

		Result verified = verify(file);

		assertThat(verified.exit()).as(verified.err()).isEqualTo(2);
		assertThat(differences()).containsExactlyInAnyOrder("3 Engineering member  anna.muster@sandbox.example",
				"4 Old Hands group there not there", "5 Sales manager anna.muster@sandbox.example ",
				"5 Sales member anna.muster@sandbox.example ", "6 Help name Support Help", " New group  there");
		assertThat(verified.out()).contains("6 differences", "Row 6, \"Help\": name wanted Support, found Help");
		assertThat(verify(file, "--no-exact").exit()).isEqualTo(2);
		assertThat(differences()).hasSize(4);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					create,Sales,,,carla.rossi@sandbox.example | ''
					create,Sales,,,david.kim@sandbox.example | 2 Sales member david.kim@sandbox.example
					create,Brand New,,, | 2 Brand New group there not there
					upsert,Sales,,ANNA.MUSTER@sandbox.example, | ''
					upsert,Sales,,ben.okafor@sandbox.example, | 2 Sales manager ben.okafor@sandbox.example anna.muster@sandbox.example
					upsert,Twins,,, | 2 Twins group there 2 groups
					get,Nothing,,, | 2 Nothing group there not there
					delete,Sales,,, | 2 Sales group not there there
					delete,Gone,,, | ''
					update,Was,Sales,, | ''
					update,Sales,Sellers,, | 2 Sales name Sellers Sales
					remove-members,Sales,,,david.kim@sandbox.example | ''
					remove-members,Sales,,,ben.okafor@sandbox.example | 2 Sales member  ben.okafor@sandbox.example
					remove-members,Old Hands,,,dora.disabled@sandbox.example | 2 Old Hands member  dora.disabled@sandbox.example
					add-members,Sales,,,dora.disabled@sandbox.example | 2 Sales member dora.disabled@sandbox.example disabled
					add-members,Sales,,,nobody@sandbox.example | 2 Sales member nobody@sandbox.example no such user
					""")
	void eachOperationHoldsOrNot(String row, String difference) throws IOException {
		Result verified = verify(file(row));

		assertThat(verified.exit()).as(verified.err()).isEqualTo(difference.isEmpty() ? 0 : 2);
		if (difference.isEmpty()) {
			assertThat(differences()).isEmpty();
		}
		else {
			assertThat(differences()).singleElement().asString().startsWith(difference);
		}
	}

	@Test
	void theStateAfterAllRowsCounts() throws IOException {
		Path file = file("create,Temporary,,,anna.muster@sandbox.example", "delete,Temporary,,,",
				"create,Draft,,,anna.muster@sandbox.example", "update,Draft,Sales,,",
				"add-members,Sales,,,david.kim@sandbox.example", "remove-members,Sales,,,david.kim@sandbox.example");

		assertThat(verify(file).exit()).isZero();
		assertThat(differences()).isEmpty();
	}

	@Test
	void aPortableExportHoldsOnThePortalThatItWasImportedInto() throws IOException {
		try (Sandbox other = Sandbox.start(SandboxOptions.standard().withSeed(new Seed(1, 300, 0, true)))) {
			other.groups().forEach((group) -> Scene.delete(other, group.id()));
			Path file = export(this.sandbox, "--portable", "--twins", "number");
			assertThat(program(other).importing(file).exit()).isZero();
			long before = writes(other);

			Result verified = program(other).run("verify", file.toString(), "--exact", "--output", output());

			assertThat(verified.exit()).as(verified.out()).isZero();
			assertThat(writes(other)).isEqualTo(before);
		}
	}

	@Test
	void aWrongFileIsRefusedBeforeThePortalIsRead() throws IOException {
		Result verified = verify(file("rename,Sales,,,"));

		assertThat(verified.exit()).isEqualTo(65);
		assertThat(verified.err()).contains("There is no operation \"rename\"", "nothing was compared");
		assertThat(this.sandbox.traffic().arrived()).as("whose key it is").isEqualTo(1);
	}

	@Test
	void troubleHasItsExitCode() throws IOException {
		this.sandbox.setFaultPolicy((request) -> request.path().contains("/people")
				? new FaultPolicy.Answer(429, "", "", Map.of("Retry-After", "3600"), false) : new FaultPolicy.Normal());

		assertThat(verify(file("get,Sales,,,")).exit()).isEqualTo(75);
	}

	@Test
	void itLeavesNoRun() throws IOException {
		verify(file("get,Sales,,,"));
		verify(file("rename,Sales,,,"));

		assertThat(program(this.sandbox).run("runs").out()).doesNotContain("file.csv");
	}

	/** A row a line; $Name stands for the id of the group. */
	static List<String> filesThatHoldOnceImported() {
		return List.of("""
				set-members,,Sales,,,david.kim@sandbox.example,
				update,,Sales,,carla.rossi@sandbox.example,,
				""", """
				update,,Sales,,carla.rossi@sandbox.example,,
				set-members,,Sales,,elif.yilmaz@sandbox.example,david.kim@sandbox.example,
				""", """
				set-members,,Sales,,,david.kim@sandbox.example,
				set-members,,Sales,,elif.yilmaz@sandbox.example,frank.moore@sandbox.example,
				""", """
				move-members,,Sales,,,,Support
				add-members,,Sales,,,david.kim@sandbox.example,
				set-members,,Sales,,,elif.yilmaz@sandbox.example,
				""", """
				set-members,,Support,,,david.kim@sandbox.example,
				move-members,,Sales,,,,Support
				""", """
				remove-members,,Support,,,anna.muster@sandbox.example,
				move-members,,Sales,,,,Support
				""", """
				set-members,,Sales,,,david.kim@sandbox.example,
				set-members,,Support,,,elif.yilmaz@sandbox.example,
				move-members,,Sales,,,,Support
				""", """
				get,$Sales,,,,,
				delete,,Sales,,,,
				""", """
				add-members,,Sales,,,david.kim@sandbox.example,
				delete,$Sales,,,,,
				""", """
				add-members,,Sales,,,david.kim@sandbox.example,
				move-members,$Sales,,,,,Support
				""", """
				move-members,,Sales,,,,Support
				move-members,$Support,,,,,Sales
				""", """
				update,,Sales,Sellers,,,
				update,,Sellers,Sales,,,
				remove-members,$Sales,,,,david.kim@sandbox.example,
				""", """
				add-members,,Sales,,,david.kim@sandbox.example,
				update,$Sales,,Sellers,,,
				remove-members,,Sellers,,,david.kim@sandbox.example,
				""", """
				add-members,,Sales,,,david.kim@sandbox.example,
				update,$Sales,,Sellers,,,
				create,,Sales,,,frank.moore@sandbox.example,
				""", """
				upsert,,Sales,,,david.kim@sandbox.example,
				update,$Sales,Sellers,,,,
				create,,Sales,,,frank.moore@sandbox.example,
				""", """
				upsert,,Sales,,,david.kim@sandbox.example,
				delete,$Sales,,,,,
				create,,Sales,,,frank.moore@sandbox.example,
				""", """
				add-members,$Sales,Sales,,,david.kim@sandbox.example,
				remove-members,,Sales,,,david.kim@sandbox.example,
				upsert,$Sales,Sellers,,,,
				upsert,,Sales,Sellers,,david.kim@sandbox.example,
				""");
	}

	@ParameterizedTest
	@MethodSource("filesThatHoldOnceImported")
	void whatOnlyThePortalKnowsIsNotJudged(String rows) throws IOException {
		Path file = named("moves.csv", rows);
		Result imported = program(this.sandbox).importing(file, "--max-removals", "100%", "--max-deletes", "100%");
		assertThat(imported.exit()).as(imported.err() + imported.out()).isZero();
		this.writes = writes(this.sandbox);

		Result verified = verify(file);

		assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
	}

	@Test
	void whoIsInAGroupWithoutAReasonIsStillFound() throws IOException {
		Path file = named("set.csv", """
				set-members,,Sales,,,david.kim@sandbox.example,
				update,,Sales,,carla.rossi@sandbox.example,,
				""");
		assertThat(program(this.sandbox).importing(file, "--max-removals", "100%").exit()).isZero();
		Scene.add(this.sandbox, this.sandbox.groups("Sales").get(0).id(),
				this.sandbox.person("frank.moore@sandbox.example").orElseThrow());
		this.writes = writes(this.sandbox);

		assertThat(verify(file).exit()).isEqualTo(2);
		assertThat(differences()).contains("2 Sales member  frank.moore@sandbox.example");
	}

	@Test
	void theImportThatFollowsKnowsNothingOfIt() throws IOException {
		Path file = named("set.csv", "set-members,,Sales,,,david.kim@sandbox.example,\n");
		verify(file);
		assertThat(verify(file).exit()).isEqualTo(2);
		Path other = named("other.csv", """
				set-members,,Sales,,,ben.okafor@sandbox.example,
				set-members,,Sales,,,anna.muster@sandbox.example,
				""");

		Result imported = program(this.sandbox).importing(other);
		this.writes = writes(this.sandbox);

		assertThat(imported.exit()).as(imported.err() + imported.out()).isZero();
		assertThat(imported.out()).contains("Run 1:");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/group", "/people" })
	void onceKilledItHasLeftNothing(String list) throws Exception {
		Path file = named("set.csv", "set-members,,Sales,,,david.kim@sandbox.example,\n");
		Program program = program(this.sandbox);
		assertThat(program.run("runs").exit()).isZero();
		List<String> before = tables(program);
		HoldFrom hold = new HoldFrom(1, (request) -> request.path().contains(list), false);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = program.start(List.of(), "verify", file.toString(), "--output", output());
		hold.awaitHeld();
		assertThat(program.run("runs").out()).contains("verify");
		running.kill();
		hold.release();
		this.sandbox.setFaultPolicy(FaultPolicy.none());

		assertThat(program.run("runs").out()).contains("There are no runs yet");
		assertThat(program.run("resume").exit()).isEqualTo(64);
		assertThat(tables(program)).isEqualTo(before);
		assertThat(verify(file).exit()).isEqualTo(2);
		assertThat(tables(program)).isEqualTo(before);
	}

	/** What is in the journal's own tables. */
	private static List<String> tables(Program program) {
		return JournalCopy.everything(program.state())
			.lines()
			.filter((line) -> line.startsWith("INSERT INTO") && !line.contains("\"flyway_schema_history\"")
					&& !line.contains("BATCH_") && !line.contains("PORTAL_LIMIT")
					&& !line.contains("JOURNAL_GENERATION"))
			.toList();
	}

	@Test
	void anExportOfAnEmptyPortalHolds() throws IOException {
		try (Sandbox empty = Sandbox.start(SandboxOptions.standard().withSeed(Seed.empty()))) {
			Path file = export(empty);

			Result verified = program(empty).run("verify", file.toString(), "--output", output());

			assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
		}
		Path file = Files.writeString(this.folder.resolve("none.csv"), "groupName,members\n");
		assertThat(verify(file).exit()).isEqualTo(65);
		assertThat(verify(file, "--exact").exit()).isEqualTo(2);
	}

	@Test
	void peopleWhomTheUserMapLeavesOutAreNotCompared() throws IOException {
		Path map = Files.writeString(this.folder.resolve("map.csv"), "from,to\nSomebody,\n");

		Result verified = verify(named("left-out.csv", "add-members,,Sales,,,Somebody,\n"), "--user-map",
				map.toString());

		assertThat(verified.exit()).isEqualTo(2);
		assertThat(verified.out()).contains("1 person of the file could not be compared");
	}

	private Path named(String name, String rows) throws IOException {
		String text = rows;
		for (GroupView group : this.sandbox.groups()) {
			text = text.replace("$" + group.name() + ",", group.id() + ",");
		}
		return Files.writeString(this.folder.resolve(name),
				"operation,groupId,groupName,newGroupName,groupManager,members,targetGroup\n" + text);
	}

	@Test
	void scriptsGetItAsJson() throws IOException {
		Result verified = verify(file("delete,Sales,,,"), "--json");

		assertThat(verified.out()).contains("\"differences\" : 1", "\"what\" : \"group\"", "\"exact\" : false");
		assertThat(verify(file("get,Sales,,,"), "-q").out()).isEmpty();
	}

	private Path file(String... rows) throws IOException {
		List<String> lines = new ArrayList<>(List.of("operation,groupName,newGroupName,groupManager,members"));
		lines.addAll(List.of(rows));
		return Files.write(this.folder.resolve("file.csv"), lines);
	}

	private Path export(Sandbox from, String... options) {
		Path file = this.folder.resolve("groups.csv");
		List<String> arguments = new ArrayList<>(List.of("export", file.toString(), "--force"));
		arguments.addAll(List.of(options));
		assertThat(program(from).run(arguments.toArray(String[]::new)).exit()).isZero();
		return file;
	}

	private Result verify(Path file, String... options) {
		List<String> arguments = new ArrayList<>(List.of("verify", file.toString(), "--output", output()));
		arguments.addAll(List.of(options));
		return program(this.sandbox).run(arguments.toArray(String[]::new));
	}

	private List<String> differences() {
		return Report.read(Path.of(output(), "differences.csv"))
			.rows()
			.stream()
			.map((row) -> String.join(" ", row.get("row"), row.get("groupName"), row.get("what"), row.get("wanted"),
					row.get("found")))
			.toList();
	}

	private String output() {
		return this.folder.resolve("verified").toString();
	}

	private Program program(Sandbox portal) {
		return new Program(this.folder.resolve(String.valueOf(portal.url().getPort())), portal.url(), portal.apiKey())
			.withJournal();
	}

	private static long writes(Sandbox portal) {
		return portal.traffic().arrived() - portal.traffic().sent("GET");
	}

}
