package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Program;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files with a row for each person and a column {@code groups}.
 */
class PeopleFileIT {

	private static final String REFUSAL = "{\"error\":{\"message\":\"no\",\"type\":\"System.ArgumentException\","
			+ "\"stack\":\"\",\"hresult\":-1},\"status\":1,\"statusCode\":400}";

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void aRowIsAboutEachOfItsGroupsAndTheReportHasALineForEachInOrder() throws IOException {
		start(SandboxOptions.standard());
		Path file = file("members,groups", "anna.muster@sandbox.example,\"Help;\"\"Sales, EMEA\"\";Support\"",
				"ben.okafor@sandbox.example;carla.rossi@sandbox.example,Help");

		Program.Result result = this.program.importing(file);

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(this.program.report().rows())
			.extracting((row) -> row.get("row") + " " + row.get("groupName") + " " + row.get("status"))
			.containsExactly("2 Help SUCCEEDED", "2 Sales, EMEA SUCCEEDED", "2 Support SUCCEEDED", "3 Help SUCCEEDED");
		assertThat(members("Help")).containsExactlyInAnyOrder("anna.muster@sandbox.example",
				"ben.okafor@sandbox.example", "carla.rossi@sandbox.example");
		assertThat(members("Sales, EMEA")).containsExactly("anna.muster@sandbox.example");
		long writes = writes();
		assertThat(this.program.importing(file).exit()).isZero();
		assertThat(writes()).as("the second time").isEqualTo(writes);
		assertThat(this.program.run("verify", file.toString()).exit()).isZero();
	}

	@Test
	void groupsAreFoundByIdAndPeopleAreTakenOutOfSeveral() throws IOException {
		start(SandboxOptions.standard());
		String sales = this.sandbox.groups("Sales").get(0).id().toString();
		Path file = file("operation,members,groups",
				"remove-members,carla.rossi@sandbox.example," + sales + ";Support");

		Program.Result result = this.program.importing(file, "--max-removals", "100%");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(members("Sales")).doesNotContain("carla.rossi@sandbox.example");
		assertThat(members("Support")).doesNotContain("carla.rossi@sandbox.example");
		assertThat(this.program.report().rows()).extracting((row) -> row.get("groupId")).contains(sales);
	}

	@Test
	void failedCsvHasOnlyTheGroupsOfAPersonThatFailed() throws IOException {
		start(SandboxOptions.standard());
		String support = this.sandbox.groups("Support").get(0).id().toString();
		this.sandbox.setFaultPolicy((request) -> (request.method().equals("PUT") && request.path().contains(support))
				? new Answer(400, "application/json", REFUSAL, Map.of(), false) : new Normal());
		Path file = file("members,groups", "frank.moore@sandbox.example,Sales;Support",
				"elif.yilmaz@sandbox.example,Sales");

		Program.Result result = this.program.importing(file);

		assertThat(result.exit()).as(result.err()).isEqualTo(1);
		Path failed = this.program.output().resolve("failed.csv");
		assertThat(Files.readAllLines(failed)).hasSize(2)
			.last()
			.asString()
			.startsWith("frank.moore@sandbox.example,Support,PARTIAL");
		this.sandbox.setFaultPolicy((request) -> new Normal());
		Path mended = Files.copy(failed, this.folder.resolve("mended.csv"));
		assertThat(this.program.importing(mended).exit()).isZero();
		assertThat(members("Support")).contains("frank.moore@sandbox.example");
	}

	@Test
	void anUnknownPersonIsToldOnceAndNothingIsSent() throws IOException {
		start(SandboxOptions.standard());
		Path file = file("members,groups", "nobody@sandbox.example,Sales;Support;New");

		Program.Result result = this.program.importing(file);

		assertThat(result.exit()).isEqualTo(65);
		assertThat(result.err() + result.out())
			.containsOnlyOnce("Row 2, members: The portal has no user \"nobody@sandbox.example\"");
		assertThat(Files.readAllLines(this.program.output().resolve("people-to-fix.csv"))).last()
			.asString()
			.endsWith(",Sales; Support; New,2");
	}

	@Test
	void whatBecameOfLostAnswersIsFoundOut() throws IOException {
		start(SandboxOptions.standard());
		AtomicInteger writes = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> (request.method().equals("GET") || writes.incrementAndGet() > 3)
				? new Normal() : new Cut(writes.get() != 2));
		Path file = file("members,groups", "frank.moore@sandbox.example,Sales;Support;Fresh",
				"elif.yilmaz@sandbox.example,Fresh");

		Program.Result result = this.program.importing(file, "--settle", Program.SETTLE);

		assertThat(result.exit()).as(result.out() + result.err()).isZero();
		assertThat(this.sandbox.groups("Fresh")).hasSize(1);
		assertThat(Stream.of("Sales", "Support", "Fresh").map(this::members))
			.allMatch((members) -> members.contains("frank.moore@sandbox.example"));
		assertThat(this.program.report().rows()).extracting((row) -> row.get("row") + " " + row.get("groupName"))
			.containsExactly("2 Sales", "2 Support", "2 Fresh", "3 Fresh");
	}

	@Test
	void rowsOfThreeGroupsAreOneWriteForEachHundredMemberships() throws IOException {
		start(SandboxOptions.standard().withSeed(Seed.of(350, 0)).withRememberedRequests(0));
		List<String> people = this.sandbox.people()
			.stream()
			.filter((person) -> person.status() == Person.Status.ACTIVE && person.role() == Person.Role.USER)
			.map(Person::email)
			.limit(200)
			.toList();
		List<String> rows = new ArrayList<>(List.of("members,groups"));
		for (int i = 0; i < 1000; i++) {
			int first = (i / 200) * 3;
			rows.add("%s,Team %d;Team %d;Team %d".formatted(people.get(i % 200), first, first + 1, first + 2));
		}

		Program.Result result = this.program.importing(Files.write(this.folder.resolve("many.csv"), rows));

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(writes()).isEqualTo(30);
		assertThat(this.program.report().counts()).containsOnly(Map.entry("SUCCEEDED", 3000L));
		assertThat(members("Team 14")).hasSize(200);
	}

	@Test
	void anExportByPersonChangesNothingWhenItIsPlanned() throws IOException {
		start(SandboxOptions.standard());
		importing("operation,groupName,members", "create,\"Sales, \"\"EMEA\"\"\",anna.muster@sandbox.example",
				"create,Twin,anna.muster@sandbox.example",
				"create,5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11," + "ben.okafor@sandbox.example",
				"create,=1+1,carla.rossi@sandbox.example", "create,Nobody here,");
		importing("operation,groupName,members", "create,Twin,ben.okafor@sandbox.example");
		Path file = this.folder.resolve("people.csv");

		Program.Result exported = this.program.run("export", file.toString(), "--format", "people");
		long writes = writes();
		Program.Result plan = this.program.run("plan", file.toString(), "--detailed-exitcode");

		assertThat(exported.exit()).as(exported.err()).isZero();
		assertThat(Files.readString(file)).startsWith("members,groups").contains("\"\"Sales, ");
		assertThat(Files.readString(Path.of(file + ".left-out.csv"))).contains("Nobody here,group,");
		assertThat(plan.exit()).as(plan.out() + plan.err()).isZero();
		assertThat(this.program.run("verify", file.toString()).exit()).isZero();
		assertThat(writes()).isEqualTo(writes);
	}

	private void importing(String... lines) throws IOException {
		assertThat(this.program.importing(file(lines), "--allow-same-name").exit()).isZero();
	}

	private void start(SandboxOptions options) {
		this.sandbox = Sandbox.start(options);
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey());
	}

	private Path file(String... lines) throws IOException {
		return Files.write(this.folder.resolve("people%d.csv".formatted(List.of(lines).hashCode())), List.of(lines));
	}

	private List<String> members(String name) {
		return this.sandbox.groups(name).get(0).memberEmails();
	}

	private long writes() {
		return this.sandbox.traffic().sent("POST") + this.sandbox.traffic().sent("PUT");
	}

}
