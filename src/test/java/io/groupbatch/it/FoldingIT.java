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
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many rows are few requests, and what already holds is none.
 */
class FoldingIT {

	private static final int GROUPS = 200;

	private static final int ROWS = 10_000;

	private static final String REFUSAL = "{\"error\":{\"message\":\"Duplicate Email\","
			+ "\"type\":\"System.ArgumentException\",\"stack\":\"\",\"hresult\":-1},\"status\":1,\"statusCode\":400}";

	private static final String VALIDATION = "{\"response\":{\"title\":\"x\",\"status\":400,\"traceId\":\"1\"},"
			+ "\"status\":1,\"statusCode\":400}";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "upsert", "add-members" })
	void tenThousandRowsAreTwoHundredWritesTheFirstTimeAndNoneTheSecond(String operation) throws IOException {
		SandboxOptions options = SandboxOptions.standard().withSeed(Seed.of(100, 0)).withRememberedRequests(0);
		try (Sandbox sandbox = Sandbox.start(options)) {
			Program program = new Program(this.folder, sandbox.url(), sandbox.apiKey());
			List<String> rows = memberships(able(sandbox), operation);
			Path file = Files.write(this.folder.resolve("rows.csv"), rows);

			assertThat(program.importing(file).exit()).isZero();
			long first = writes(sandbox);
			assertThat(first).isBetween((long) GROUPS, 210L);
			assertThat(program.report().counts()).containsOnly(Map.entry("SUCCEEDED", (long) rows.size() - 1));

			if (operation.equals("upsert")) {
				assertThat(program.importing(file).exit()).isZero();
				assertThat(writes(sandbox)).isEqualTo(first);
				assertThat(program.report().counts()).containsOnly(Map.entry("UNCHANGED", (long) ROWS));

				rows.add(ROWS / 2, "upsert,Team 3," + able(sandbox).get(55));
				assertThat(program.importing(Files.write(file, rows)).exit()).isZero();
				assertThat(writes(sandbox)).isEqualTo(first + 1);
				assertThat(program.report().counts()).containsOnly(Map.entry("UNCHANGED", (long) ROWS),
						Map.entry("SUCCEEDED", 1L));
			}
		}
	}

	@Test
	void aNightlyFileSendsOnlyWhatSomebodyHasUndone() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Program nightly = new Program(this.folder.resolve("nightly"), sandbox.url(), sandbox.apiKey());
			Program somebody = new Program(this.folder.resolve("somebody"), sandbox.url(), sandbox.apiKey());
			Path file = Files.writeString(this.folder.resolve("rows.csv"), """
					groupName,groupManager,members
					Night,anna.muster@sandbox.example,ben.okafor@sandbox.example
					Night,,carla.rossi@sandbox.example;david.kim@sandbox.example
					Sales,,elif.yilmaz@sandbox.example
					""");
			assertThat(nightly.importing(file).exit()).isZero();
			somebody.importing(Files.writeString(this.folder.resolve("undo.csv"),
					"operation,groupName,members\nremove-members,Night,carla.rossi@sandbox.example\n"));
			long before = writes(sandbox);

			assertThat(nightly.importing(file).exit()).isZero();

			assertThat(writes(sandbox)).isEqualTo(before + 1);
			assertThat(nightly.report().rows()).extracting((row) -> row.get("status"))
				.containsExactly("UNCHANGED", "SUCCEEDED", "UNCHANGED");
			assertThat(only(sandbox, "Night").memberEmails()).hasSize(4);
		}
	}

	/**
	 * What the portal refuses for one row's sake, the other rows of the request get all
	 * the same.
	 */
	@ParameterizedTest(name = "refused before the work: {0}")
	@CsvSource({ "true", "false" })
	void oneRowsFaultDoesNotFailTheOthers(boolean before) throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
			Program program = new Program(this.folder, sandbox.url(), sandbox.apiKey());
			String frank = sandbox.person("frank.moore@sandbox.example").orElseThrow().id().toString();
			sandbox.setFaultPolicy((request) -> (request.method().equals("PUT") && request.body().contains(frank))
					? new Answer(400, before ? "application/problem+json; charset=utf-8" : "application/json",
							before ? VALIDATION : REFUSAL, Map.of(), false)
					: new Normal());

			Path file = Files.writeString(this.folder.resolve("rows.csv"), """
					operation,groupName,newGroupName,members
					add-members,Sales,,david.kim@sandbox.example
					add-members,Sales,,frank.moore@sandbox.example;elif.yilmaz@sandbox.example
					update,Sales,Sales EU,
					remove-members,Sales EU,,ben.okafor@sandbox.example
					""");

			assertThat(program.importing(file).exit()).isEqualTo(1);
			assertThat(program.report().rows()).extracting((row) -> row.get("status"))
				.containsExactly("SUCCEEDED", "FAILED", "SUCCEEDED", "SUCCEEDED");
			assertThat(only(sandbox, "Sales EU").memberEmails()).contains("david.kim@sandbox.example")
				.doesNotContain("ben.okafor@sandbox.example", "elif.yilmaz@sandbox.example");
		}
	}

	@Test
	void aNameThatThePortalCannotStoreDoesNotFailTheMembers() throws IOException {
		try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withNarrowNames(true))) {
			Program program = new Program(this.folder, sandbox.url(), sandbox.apiKey());
			Path file = Files.writeString(this.folder.resolve("rows.csv"), """
					operation,groupId,groupName,newGroupName,members
					add-members,%1$s,,,david.kim@sandbox.example
					update,%1$s,,Sales 🚀,
					""".formatted(only(sandbox, "Sales").id()));

			assertThat(program.importing(file).exit()).isEqualTo(1);
			assertThat(program.report().rows()).extracting((row) -> row.get("status"))
				.containsExactly("SUCCEEDED", "FAILED");
		}
	}

	private static List<String> memberships(List<String> people, String operation) {
		List<String> rows = new ArrayList<>(List.of("operation,groupName,members"));
		if (!operation.equals("upsert")) {
			for (int group = 0; group < GROUPS; group++) {
				rows.add("create,Team " + group + ",");
			}
		}
		for (int row = 0; row < ROWS; row++) {
			rows.add("%s,Team %d,%s".formatted(operation, row % GROUPS, people.get(row / GROUPS)));
		}
		return rows;
	}

	private static List<String> able(Sandbox sandbox) {
		return sandbox.people()
			.stream()
			.filter((person) -> person.role() != Person.Role.GUEST && person.status() == Person.Status.ACTIVE)
			.map(Person::email)
			.toList();
	}

	private static long writes(Sandbox sandbox) {
		return sandbox.traffic().sent("POST") + sandbox.traffic().sent("PUT") + sandbox.traffic().sent("DELETE");
	}

	private static GroupView only(Sandbox sandbox, String name) {
		assertThat(sandbox.groups(name)).hasSize(1);
		return sandbox.groups(name).get(0);
	}

}
