package io.groupbatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.groupbatch.Program.Result;
import io.groupbatch.sandbox.Misbehaviour;
import io.groupbatch.sandbox.Person;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
		this.sandbox.misbehave((request) -> request.path().contains("/people")
				? new Misbehaviour.Answer(429, "", "", Map.of("Retry-After", "3600"), false)
				: new Misbehaviour.Normal());

		assertThat(verify(file("get,Sales,,,")).exit()).isEqualTo(75);
	}

	@Test
	void itLeavesNoRun() throws IOException {
		verify(file("get,Sales,,,"));
		verify(file("rename,Sales,,,"));

		assertThat(program(this.sandbox).run("runs").out()).doesNotContain("file.csv");
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
		List<String> arguments = new ArrayList<>(List.of("export", file.toString()));
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
		return new Program(this.folder.resolve(String.valueOf(portal.url().getPort())), portal.url(), portal.apiKey());
	}

	private static long writes(Sandbox portal) {
		return portal.traffic().arrived() - portal.traffic().sent("GET");
	}

}
