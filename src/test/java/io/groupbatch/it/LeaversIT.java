package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.Program;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People leave all groups that they are in: {@code remove-everywhere}.
 */
class LeaversIT {

	private static final String ANNA = "anna.muster@sandbox.example";

	private static final String DAVID = "david.kim@sandbox.example";

	private static final String IVAN = "ivan.invited@sandbox.example";

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void aLeaverIsTakenOutOfEveryGroupAndUndoGivesThemBack() throws IOException {
		start(SandboxOptions.standard());
		importing(file("operation,groupName,members", "create,Alpha," + IVAN + ";" + ANNA, "create,Beta," + IVAN));
		List<String> before = groupsOf(IVAN);
		Path file = file("operation,members", "remove-everywhere," + IVAN);

		Program.Result result = importing(file);

		assertThat(result.exit()).as(result.out() + result.err()).isZero();
		assertThat(groupsOf(IVAN)).isEmpty();
		assertThat(this.program.report().rows())
			.extracting((row) -> row.get("row") + " " + row.get("groupName") + " " + row.get("code"))
			.containsExactlyElementsOf(before.stream().map((name) -> "2 " + name + " MEMBERS_REMOVED").toList());
		assertThat(this.program.run("verify", file.toString()).exit()).isZero();
		Program.Result again = importing(file);
		assertThat(again.out()).contains("UNCHANGED").contains("These people are in no group");

		assertThat(this.program.run("undo", "2", "--yes", "--max-removals", "100%").exit()).isZero();
		assertThat(groupsOf(IVAN)).isEqualTo(before);
		Program.Result verified = this.program.run("verify", file.toString());
		assertThat(verified.exit()).isEqualTo(2);
		assertThat(verified.out()).contains("found " + IVAN);
	}

	@Test
	void aManagerStaysInTheGroupAndTheRowSaysSo() throws IOException {
		start(SandboxOptions.standard());
		importing(file("operation,groupName,groupManager,members", "create,Managed," + DAVID + "," + IVAN));

		Program.Result result = importing(file("members", DAVID + ";" + IVAN), "--operation", "remove-everywhere");

		assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
		assertThat(result.out() + result.err()).contains("Left out: 1 person stays in 2 groups, as manager.");
		assertThat(groupsOf(IVAN)).isEmpty();
		assertThat(groupsOf(DAVID)).containsExactly("Directory Sync", "Engineering", "Managed");
		Map<String, Map<String, String>> rows = this.program.report()
			.rows()
			.stream()
			.collect(Collectors.toMap((row) -> row.get("groupName"), (row) -> row));
		assertThat(rows.get("Managed")).containsEntry("status", "PARTIAL")
			.containsEntry("code", "STILL_MANAGER")
			.containsEntry("membersApplied", IVAN)
			.containsEntry("membersNotApplied", DAVID);
		assertThat(rows.get("Engineering")).containsEntry("status", "PARTIAL").containsEntry("requests", "0");
		assertThat(rows.get("Engineering").get("message")).contains("manages the group");
		assertThat(rows.get("Directory Sync")).containsEntry("status", "UNCHANGED")
			.containsEntry("code", "LDAP_SKIPPED");
		assertThat(rows.get("Support")).containsEntry("status", "SUCCEEDED")
			.containsEntry("membersRequested", DAVID + ";" + IVAN);
		assertThat(Files.readAllLines(this.program.output().resolve("failed.csv"))).hasSize(3)
			.anyMatch((line) -> line.startsWith(DAVID + ",PARTIAL"));
	}

	@Test
	void whatIsToBeFixedHasTheSeparatorOfTheFile() throws IOException {
		start(SandboxOptions.standard());
		importing(file("operation,groupName,groupManager,members", "create,Managed," + DAVID + "," + ANNA));

		Program.Result result = importing(file("members", "\"" + String.join(",", IVAN, DAVID, ANNA) + "\""),
				"--operation", "remove-everywhere", "--member-separator", ",");

		assertThat(result.exit()).as(result.out() + result.err()).isEqualTo(1);
		assertThat(Files.readAllLines(this.program.output().resolve("failed.csv")))
			.anyMatch((line) -> line.startsWith("\"" + DAVID + "," + ANNA + "\",PARTIAL"));
	}

	@Test
	void rowsBeforeCountAndRowsAfterPutPeopleIntoGroupsAgain() throws IOException {
		start(SandboxOptions.standard());

		Program.Result result = importing(file("operation,members,groups", "upsert," + IVAN + ",Fresh;Sales",
				"remove-everywhere," + IVAN + ",", "add-members," + IVAN + ",Engineering"));

		assertThat(result.exit()).as(result.out() + result.err()).isZero();
		assertThat(groupsOf(IVAN)).containsExactly("Engineering");
		assertThat(this.sandbox.groups("Fresh")).hasSize(1);
	}

	@Test
	void aGuardStopsTooManyRemovals() throws IOException {
		start(SandboxOptions.standard().withSeed(Seed.of(30, 0)));
		List<String> people = this.sandbox.people()
			.stream()
			.filter((person) -> person.status() == Person.Status.ACTIVE && person.role() == Person.Role.USER)
			.map(Person::email)
			.limit(12)
			.toList();
		importing(file("operation,groupName,members", "create,Big," + String.join(";", people)));

		Program.Result result = this.program
			.importing(file("operation,members", "remove-everywhere," + String.join(";", people)));

		assertThat(result.exit()).isEqualTo(4);
		assertThat(result.err()).contains("--max-removals", "\"Big\" 12 of 12");
		assertThat(this.sandbox.groups("Big").get(0).memberEmails()).hasSize(12);
	}

	@Test
	void suchARowIsInvalidWhereRowsAreAboutOneGroup() throws IOException {
		start(SandboxOptions.standard());

		Program.Result result = importing(
				file("operation,groupName,members", "remove-everywhere,," + IVAN, "get,Sales,"));

		assertThat(result.exit()).isEqualTo(65);
		assertThat(result.err()).contains("Put these rows into a file without groupName and groupId.");
	}

	private void start(SandboxOptions options) {
		this.sandbox = Sandbox.start(options);
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey());
	}

	private Program.Result importing(Path file, String... more) {
		return this.program.importing(file,
				Stream.concat(Stream.of("--max-removals", "100%"), Stream.of(more)).toArray(String[]::new));
	}

	private Path file(String... lines) throws IOException {
		return Files.write(this.folder.resolve("leavers%d.csv".formatted(List.of(lines).hashCode())), List.of(lines));
	}

	private List<String> groupsOf(String email) {
		return this.sandbox.groups()
			.stream()
			.filter((group) -> group.memberEmails().contains(email))
			.map(GroupView::name)
			.sorted()
			.toList();
	}

}
