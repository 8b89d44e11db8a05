package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plan says what will change, and what is applied is that plan and nothing else.
 */
class PlanAndApplyIT {

	private static final String DISABLED = "dora.disabled@sandbox.example";

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	@BeforeEach
	void startPortal() {
		start(SandboxOptions.standard());
	}

	@AfterEach
	void stopPortal() {
		this.sandbox.close();
	}

	@Test
	void aPlanSendsNothingAndSaysEverything() throws IOException {
		Program.Result planned = plan(everything());

		assertThat(planned.exit()).as(planned.err()).isZero();
		assertThat(writes()).isZero();
		assertThat(planned.out()).contains("New:      1 group with 2 members", "2 groups changed (1 rename, ",
				"1 group deleted", "+ \"New Team\": manager anna.muster@sandbox.example, 2 members",
				"called \"Sales EU\"", "- \"Support\"", "Forecast: 4 requests (1 POST, 2 PUT, 1 DELETE)",
				"Plus up to 5 lookups if it is sent more than ten minutes from now.", "apply 1");
		assertThat(this.program.output().resolve("plan.csv")).content()
			.startsWith("row,operation,groupId,groupName,change,before,after,message\n")
			.contains("2,create,,New Team,create,,New Team,\n",
					"2,create,,New Team,manager,,anna.muster@sandbox.example,\n",
					"2,create,,New Team,add-member,,ben.okafor@sandbox.example,\n", ",rename,Sales,Sales EU,\n",
					",delete,Support,,\n", ",remove-member,");
		assertThat(this.program.output()).isDirectoryNotContaining("glob:**.unfinished");
	}

	@ParameterizedTest
	@ValueSource(strings = { "remove-members,Support,,{manager}", "update,Support,anna.muster@sandbox.example," })
	void aManagerWhomAnEarlierRowTakesAwayIsPlannedAgain(String earlier) throws IOException {
		String manager = this.sandbox.groups("Support").get(0).managerEmail();

		plan(file("operation,groupName,groupManager,members", earlier.replace("{manager}", manager),
				"update,Support," + manager + ","));

		assertThat(this.program.output().resolve("plan.csv")).content()
			.containsPattern("3,update,[^,]+,Support,manager,,%s,\\n".formatted(manager));
	}

	@Test
	void aManagerWhomAnEarlierRowGivesIsPlannedToLeave() throws IOException {
		plan(file("operation,groupName,groupManager,members", "update,Support,anna.muster@sandbox.example,",
				"remove-members,Support,,anna.muster@sandbox.example"));

		assertThat(this.program.output().resolve("plan.csv")).content()
			.containsPattern("3,remove-members,[^,]+,Support,remove-member,anna.muster@sandbox.example,,\\n");
	}

	@Test
	void thePlanIsWhatApplySends() throws IOException {
		Program.Result planned = plan(everything());
		Program.Result applied = this.program.run("apply");

		assertThat(planned.out()).contains("Forecast: 4 requests (1 POST, 2 PUT, 1 DELETE)");
		assertThat(applied.exit()).as(applied.err()).isZero();
		assertThat(List.of(this.sandbox.traffic().sent("POST"), this.sandbox.traffic().sent("PUT"),
				this.sandbox.traffic().sent("DELETE")))
			.containsExactly(1L, 2L, 1L);
		assertThat(this.program.report().counts()).containsOnly(Map.entry("SUCCEEDED", 4L));
		assertThat(this.program.run("apply").exit()).isEqualTo(64);
	}

	@Test
	void aDryRunIsAPlanAndItsExitCodeTellsWhetherThereIsSomethingToDo() throws IOException {
		Path file = file("operation,groupName,members", "add-members,Sales,elif.yilmaz@sandbox.example");

		assertThat(this.program.importing(file, "--dry-run", "--detailed-exitcode").exit()).isEqualTo(2);
		assertThat(this.program.importing(file, "--dry-run").exit()).isZero();
		assertThat(writes()).isZero();
		assertThat(this.program.importing(file).exit()).isZero();
		assertThat(this.program.importing(file, "--dry-run", "--detailed-exitcode").exit()).isZero();
		assertThat(this.program.run("runs").out()).contains("planned", "finished");
	}

	@Test
	void aPlanWithMistakesIsRefused() throws IOException {
		Program.Result planned = plan(file("operation,groupName", "create,Sales", "create,Other"));

		assertThat(planned.exit()).isEqualTo(65);
		assertThat(planned.err()).contains("There is a group \"Sales\" already");
		assertThat(this.program.run("apply").exit()).isEqualTo(64);
	}

	@Test
	void inARefusedFileWhatIsAlreadyTrueIsUnchanged() throws IOException {
		Path file = file("operation,groupName,members", "add-members,Sales,ben.okafor@sandbox.example", "get,Nowhere,",
				"add-members,Sales,frank.moore@sandbox.example");

		assertThat(this.program.importing(file).exit()).isEqualTo(65);

		assertThat(this.program.report().rows()).extracting((row) -> row.get("status"))
			.containsExactly("UNCHANGED", "INVALID", "NOT_SENT");
		assertThat(writes()).isZero();
	}

	@Test
	void aGroupThatChangedSinceRefusesTheWholePlan() throws IOException {
		plan(everything());
		new Elsewhere(this.folder, this.sandbox).imports("operation,groupName,members",
				"add-members,Sales,frank.moore@sandbox.example");
		long before = writes();

		Program.Result applied = this.program.run("apply");

		assertThat(applied.exit()).as(applied.err()).isEqualTo(4);
		assertThat(applied.err()).contains("has changed since", "The group \"Sales\" has changed.")
			.doesNotContain("Support");
		assertThat(writes()).isEqualTo(before);
	}

	@Test
	void aNameThatAppearedAndAGroupThatVanishedRefuseThePlan() throws IOException {
		plan(everything());
		new Elsewhere(this.folder, this.sandbox).imports("operation,groupName", "delete,Support", "create,New Team");

		Program.Result applied = this.program.run("apply", "1");

		assertThat(applied.exit()).isEqualTo(4);
		assertThat(applied.err()).contains("The group \"Support\" is gone.", "There is a group \"New Team\" now.");
	}

	@Test
	void aChangeIsSeenAlsoWhenAllPagesAreCheaperThanLooks() throws IOException {
		start(SandboxOptions.standard().withSeed(Seed.of(30, 20)));
		String[] rows = IntStream.rangeClosed(0, 20)
			.mapToObj(
					(i) -> (i == 0) ? "operation,groupName,newGroupName" : "update,Group %05d,Team %d".formatted(i, i))
			.toArray(String[]::new);
		plan(file(rows));
		assertThat(this.program.run("apply").exit()).isZero();

		String[] back = IntStream.rangeClosed(0, 20)
			.mapToObj((i) -> (i == 0) ? "operation,groupName,newGroupName" : "update,Team %d,Club %d".formatted(i, i))
			.toArray(String[]::new);
		plan(file(back));
		new Elsewhere(this.folder, this.sandbox).imports("operation,groupName,newGroupName", "update,Team 7,Other",
				"create,Club 9,");
		Program.Result applied = this.program.run("apply");

		assertThat(applied.exit()).isEqualTo(4);
		assertThat(applied.err()).contains("\"Team 7\" has changed", "There is a group \"Club 9\" now.")
			.doesNotContain("Team 8");
	}

	@Test
	void scriptsGetThePlanAsJson() throws IOException {
		JsonNode told = JsonMapper.shared().readTree(plan(everything(), "--json").out());

		assertThat(told.path("state").asString()).isEqualTo("PLANNED");
		assertThat(told.path("plan").path("renames").asInt()).isEqualTo(1);
		assertThat(told.path("plan").path("forecast").path("requests").asInt()).isEqualTo(4);
		assertThat(told.path("plan").path("forecast").path("looksWhenOld").asInt()).isEqualTo(5);
		assertThat(told.path("plan").path("forecast").path("daysOfQuota").asInt()).isEqualTo(1);
		assertThat(told.path("nextCommand").asString()).contains("apply 1");
	}

	@Test
	void theForecastCountsTheLooksForPeopleWhomGroupsHide() throws IOException {
		JsonNode told = JsonMapper.shared()
			.readTree(plan(file("operation,groupName,members", "remove-members,Old Hands," + DISABLED), "--json",
					"--max-removals", "100%")
				.out());
		long before = this.sandbox.traffic().sent("GET");
		Program.Result applied = this.program.run("apply", "--max-removals", "100%");

		assertThat(applied.exit()).as(applied.err()).isZero();
		assertThat(told.path("plan").path("forecast").path("get").asInt()).isEqualTo(1);
		assertThat(this.sandbox.traffic().sent("GET") - before)
			.as("whose key it is, the looks of apply, and one for the answer")
			.isEqualTo(1 + 2 + 1 + 1);
	}

	@Test
	void aMassDeleteIsRefusedUnlessAllowed() throws IOException {
		start(SandboxOptions.standard().withSeed(Seed.of(30, 40)));
		Path file = deletes(11);
		Program.Result refused = this.program.importing(file, "--yes");

		assertThat(refused.exit()).as(refused.err()).isEqualTo(4);
		assertThat(refused.err()).contains("11 of the portal's 40 groups", "\"Group 00001\"", "--max-deletes 11");
		assertThat(writes()).isZero();

		Program.Result planned = plan(file);
		assertThat(planned.exit()).isZero();
		assertThat(planned.out()).contains("Careful:  The plan deletes 11");
		assertThat(this.program.run("apply").exit()).isEqualTo(4);
		assertThat(writes()).isZero();
		assertThat(this.program.run("apply", "--max-deletes", "30%").exit()).isZero();
		assertThat(this.sandbox.groups()).hasSize(29);
	}

	@Test
	void aGroupThatWouldLoseManyMembersIsRefused() throws IOException {
		Path fill = file("operation,groupName,members", "create,Big," + tenPeople());
		assertThat(this.program.importing(fill).exit()).isZero();
		Path drain = file("operation,groupName,members",
				"remove-members,Big,anna.muster@sandbox.example;ben.okafor@sandbox.example;carla.rossi@sandbox.example");
		long before = writes();

		Program.Result refused = this.program.importing(drain);

		assertThat(refused.exit()).as(refused.err()).isEqualTo(4);
		assertThat(refused.err()).contains("\"Big\" 3 of 10", "--max-removals");
		assertThat(writes()).isEqualTo(before);
		assertThat(this.program.importing(drain, "--max-removals", "3").exit()).isZero();
	}

	@Test
	void aFileWithoutRowsIsRefusedUnlessAllowed() throws IOException {
		Path empty = file("operation,groupName");

		assertThat(this.program.importing(empty).exit()).isEqualTo(65);
		assertThat(this.program.importing(empty, "--allow-empty").exit()).isZero();
	}

	private Program.Result plan(Path file, String... options) {
		return this.program.run(
				Stream
					.concat(Stream.of("plan", file.toString(), "--output", this.program.output().toString()),
							Stream.of(options))
					.toArray(String[]::new));
	}

	private Path everything() throws IOException {
		return file("operation,groupName,newGroupName,members,groupManager",
				"create,New Team,,ben.okafor@sandbox.example,anna.muster@sandbox.example", "update,Sales,Sales EU,,",
				"delete,Support,,,", "remove-members,Engineering,,%s,".formatted(someoneIn("Engineering")));
	}

	private String someoneIn(String group) {
		GroupView found = this.sandbox.groups()
			.stream()
			.filter((one) -> one.name().equals(group))
			.findFirst()
			.orElseThrow();
		return found.memberEmails()
			.stream()
			.filter((email) -> !email.equals(found.managerEmail()))
			.sorted()
			.findFirst()
			.orElseThrow();
	}

	private String tenPeople() {
		return this.sandbox.people()
			.stream()
			.filter((person) -> person.role() == Person.Role.USER && person.status() == Person.Status.ACTIVE)
			.map(Person::email)
			.filter((email) -> !email.startsWith("anna") && !email.startsWith("ben") && !email.startsWith("carla"))
			.limit(7)
			.collect(Collectors.joining(";"))
				+ ";anna.muster@sandbox.example;ben.okafor@sandbox.example;carla.rossi@sandbox.example";
	}

	private Path deletes(int count) throws IOException {
		return file(IntStream.rangeClosed(0, count)
			.mapToObj((i) -> (i == 0) ? "operation,groupName" : "delete,Group %05d".formatted(i))
			.toArray(String[]::new));
	}

	private long writes() {
		return this.sandbox.traffic().sent("POST") + this.sandbox.traffic().sent("PUT")
				+ this.sandbox.traffic().sent("DELETE");
	}

	private Path file(String... lines) throws IOException {
		return Files.write(this.folder.resolve("groups.csv"), List.of(lines));
	}

	private void start(SandboxOptions options) {
		if (this.sandbox != null) {
			this.sandbox.close();
		}
		this.sandbox = Sandbox.start(options);
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey());
	}

	/** Another user, who changes the portal meanwhile. */
	private record Elsewhere(Path folder, Sandbox sandbox) {

		private void imports(String... lines) throws IOException {
			Path own = Files.createDirectories(this.folder.resolve("elsewhere"));
			Program other = new Program(own, this.sandbox.url(), this.sandbox.apiKey());
			Program.Result result = other.importing(Files.write(own.resolve("other.csv"), List.of(lines)));
			assertThat(result.exit()).as(result.err()).isZero();
		}

	}

}
