package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;
import io.groupbatch.support.Report;
import io.groupbatch.support.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code export} writes, and that {@code plan} of it would change nothing.
 */
class ExportIT {

	@TempDir
	private Path folder;

	@Test
	void everyGroupIsARowInTheFormThatImportReads() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Result exported = export(sandbox);

			assertThat(exported.exit()).as(exported.err()).isZero();
			assertThat(exported.err()).contains("7 groups with 16 memberships of " + sandbox.url())
				.endsWith("rooms and files that are shared with these groups.\n");
			assertThat(Files.readAllLines(file())).hasSize(8)
				.contains("groupId,groupName,groupManager,members,isLDAP",
						id(sandbox, "Engineering") + ",Engineering,david.kim@sandbox.example,"
								+ "david.kim@sandbox.example;frank.moore@sandbox.example,false",
						id(sandbox, "Directory Sync") + ",Directory Sync,ada.admin@sandbox.example,"
								+ "ada.admin@sandbox.example;david.kim@sandbox.example,true");
			assertThat(leftOut()).content()
				.contains(id(sandbox, "Old Hands") + ",Old Hands,member,dora.disabled@sandbox.example,disabled");
		}
	}

	@Test
	void onlyItsOwnerCanReadIt() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Files.writeString(file(), "an older file that everybody can read");

			export(sandbox);

			assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
			assertThat(Files.getPosixFilePermissions(leftOut()))
				.isEqualTo(PosixFilePermissions.fromString("rw-------"));
			assertThat(file().resolveSibling("groups.csv.unfinished")).doesNotExist();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "groups", "memberships" })
	void aPlanOfItChangesNothing(String format) throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Scene.hostile(sandbox);

			assertThat(export(sandbox, "--format", format).exit()).isZero();

			assertPlanIsEmpty(sandbox);
			assertThat(sandbox.groups())
				.allSatisfy((group) -> assertThat(Files.readString(file())).contains(group.id().toString()));
		}
	}

	@Test
	void aGroupOfTenThousandIsExportedWholeAndWarnedOf() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withSeed(Seed.of(12_000, 0)))) {
			List<Person> many = sandbox.people().stream().filter(Scene::mayJoin).limit(10_000).toList();
			Scene.group(sandbox, "Everybody", null, many);

			Result exported = export(sandbox);

			assertThat(exported.exit()).as(exported.err()).isZero();
			assertThat(exported.err()).contains("1 group with 10000 memberships",
					"more members than a spreadsheet takes", "\"Everybody\"");
			assertPlanIsEmpty(sandbox);
		}
	}

	@Test
	void aCellIsNeverAsLongAsOneThatASpreadsheetCut() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withSeed(Seed.empty()))) {
			// 128 addresses of 255 characters, and 127 separators
			List<Person> many = IntStream.rangeClosed(1, 128)
				.mapToObj((i) -> sandbox
					.add(Person.of("P", "P", "p%03d".formatted(i) + "x".repeat(235) + "@sandbox.example")))
				.toList();
			String cell = many.stream().map(Person::email).collect(Collectors.joining(";"));
			assertThat(cell).hasSize(32_767);
			Scene.group(sandbox, "Long", null, many);

			assertThat(export(sandbox).exit()).isZero();

			assertPlanIsEmpty(sandbox);
		}
	}

	@Test
	void aLargePortalTakesFewReads() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withSeed(Seed.of(2_000, 10_000)))) {
			Result exported = export(sandbox);

			assertThat(exported.exit()).as(exported.err()).isZero();
			assertThat(Files.readAllLines(file())).hasSize(10_001);
			assertThat(sandbox.traffic().arrived()).isLessThanOrEqualTo(130);
			assertThat(sandbox.traffic().sent("GET")).isEqualTo(sandbox.traffic().arrived());
		}
	}

	@Test
	void filtersByNameAndManager() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			assertThat(export(sandbox, "--filter", "S").exit()).isZero();
			assertThat(names()).containsExactly("Directory Sync", "Old Hands", "Sales", "Support", "Twins", "Twins");

			Result managed = export(sandbox, "--managed-by", "Ben Okafor <ben.okafor@sandbox.example>");
			assertThat(managed.exit()).as(managed.err()).isZero();
			assertThat(managed.err()).contains("verify --no-exact");
			assertThat(names()).containsExactly("Twins");
			assertPlanIsEmpty(sandbox);

			Result unknown = export(sandbox, "--managed-by", "nobody@sandbox.example");
			assertThat(unknown.exit()).isEqualTo(64);
			assertThat(unknown.err()).contains("The portal has no user \"nobody@sandbox.example\"");
		}
	}

	@Test
	void withoutAFileItIsPrinted() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Program program = program(sandbox);

			Result exported = program.run("export", "--filter", "old");

			assertThat(exported.out()).startsWith("groupId,groupName").contains(",Old Hands,").hasLineCount(2);
			assertThat(exported.err()).contains("dora.disabled@sandbox.example");
			assertThat(program.state()).isDirectoryNotContaining("glob:**.csv");
		}
	}

	@Test
	void formulasAreMadeHarmlessUnlessRaw() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withSeed(Seed.empty()))) {
			Scene.group(sandbox, "=1+1", null, List.of());

			export(sandbox);
			assertThat(names()).containsExactly("'=1+1");
			assertPlanIsEmpty(sandbox);

			export(sandbox, "--raw");
			assertThat(names()).containsExactly("=1+1");
		}
	}

	@Test
	void twinsStopAPortableExportUnlessTheyAreNumbered() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Scene.group(sandbox, "Twins (2)", null, List.of());
			Result refused = export(sandbox, "--portable");
			long reads = sandbox.traffic().arrived();

			assertThat(refused.exit()).isEqualTo(4);
			assertThat(refused.err()).contains("\"Twins\" (2)", "--twins number");
			assertThat(file()).doesNotExist();

			Result numbered = export(sandbox, "--portable", "--twins", "number");

			assertThat(numbered.exit()).as(numbered.err()).isZero();
			assertThat(sandbox.traffic().arrived() - reads).as("only whose key it is").isEqualTo(1);
			assertThat(names()).containsExactly("Engineering", "Old Hands", "Sales", "Support", "Twins", "Twins (2)",
					"Twins (3)");
			assertThat(Files.readString(file())).doesNotContain(id(sandbox, "Sales"));
			assertThat(leftOut()).content().contains("Directory Sync,group,,", "Twins,name,,");
		}
	}

	@Test
	void twinsOptionNeedsAPortableExport() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			assertThat(export(sandbox, "--twins", "number").exit()).isEqualTo(64);
		}
	}

	@Test
	void peopleWhomNoAddressTellsApartAreWrittenById() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withSeed(Seed.empty()))) {
			Person odd = sandbox.add(Person.of("Odd", "One", "odd;one@sandbox.example"));
			Scene.group(sandbox, "Team", odd, List.of(odd));

			export(sandbox);

			assertThat(Files.readString(file())).contains("Team," + odd.id() + "," + odd.id() + ",false");
			assertPlanIsEmpty(sandbox);
			assertThat(export(sandbox, "--portable").exit()).isZero();
			assertThat(Files.readString(file())).contains("Team,,,false");
			assertThat(leftOut()).content().contains("no e-mail address that tells who is meant");
		}
	}

	@Test
	void aManagerWhoIsDisabledIsLeftOut() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			sandbox.disable("anna.muster@sandbox.example");

			export(sandbox);

			assertThat(Files.readString(file())).contains(",Sales,,ben.okafor@sandbox.example;");
			assertThat(leftOut()).content()
				.contains("Sales,manager,anna.muster@sandbox.example", "Sales,member,anna.muster@sandbox.example");
			assertPlanIsEmpty(sandbox);
		}
	}

	@Test
	void theSummaryIsForScriptsToo() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Result exported = export(sandbox, "--json", "-q");

			assertThat(exported.out()).contains("\"groups\" : 7", "\"memberships\" : 16", "\"leftOut\" : 1",
					"groups.csv.left-out.csv");
			assertThat(program(sandbox).run("export", "--json").exit()).isEqualTo(64);
		}
	}

	@Test
	void whatCannotBeWrittenOrReadHasItsExitCode() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Path nowhere = this.folder.resolve("nowhere/groups.csv");
			assertThat(program(sandbox).run("export", nowhere.toString()).exit()).isEqualTo(73);
			assertThat(program(sandbox).run("export", this.folder.toString()).exit()).isEqualTo(73);

			sandbox.revoke(sandbox.apiKey());
			assertThat(export(sandbox).exit()).isEqualTo(77);
			assertThat(file()).doesNotExist();
		}
	}

	private Result export(Sandbox sandbox, String... options) {
		List<String> arguments = new ArrayList<>(List.of("export", file().toString(), "--force"));
		arguments.addAll(List.of(options));
		return program(sandbox).run(arguments.toArray(String[]::new));
	}

	private void assertPlanIsEmpty(Sandbox sandbox) {
		Result planned = program(sandbox).run("plan", file().toString(), "--detailed-exitcode", "--output",
				this.folder.resolve("plan").toString());
		assertThat(planned.exit()).as(planned.out() + planned.err()).isZero();
		assertThat(planned.out()).contains("Nothing to do: ");
	}

	private Program program(Sandbox sandbox) {
		return new Program(this.folder, sandbox.url(), sandbox.apiKey());
	}

	private Path file() {
		return this.folder.resolve("groups.csv");
	}

	private Path leftOut() {
		return this.folder.resolve("groups.csv.left-out.csv");
	}

	private List<String> names() {
		return Report.read(file()).rows().stream().map((row) -> row.get("groupName")).toList();
	}

	private static String id(Sandbox sandbox, String group) {
		return sandbox.groups(group).get(0).id().toString();
	}

}
