package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.support.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Planning against a large portal takes few reads: the pages of its lists, or a look-up
 * for everything that a small file names.
 */
class FewReadsIT {

	private static Sandbox sandbox;

	@TempDir
	private Path folder;

	@BeforeAll
	static void startPortal() {
		sandbox = Sandbox.start(SandboxOptions.standard().withSeed(Seed.of(10_000, 10_000)));
	}

	@AfterAll
	static void stopPortal() {
		sandbox.close();
	}

	@Test
	void aLargeFileTakesNoMoreThanThePages() throws IOException {
		List<String> rows = new ArrayList<>(List.of("operation,groupName,newGroupName"));
		for (int row = 1; row <= 300; row++) {
			rows.add("update,Group %05d,Team %d".formatted(row, row));
		}
		long before = sandbox.traffic().arrived();

		Program.Result planned = plan(rows);

		assertThat(planned.exit()).as(planned.err()).isZero();
		assertThat(planned.out()).contains("300 groups changed (300 renames");
		assertThat(sandbox.traffic().arrived() - before).isBetween(202L, 210L);
		assertThat(sandbox.traffic().maxConcurrentRequests()).isLessThanOrEqualTo(25);
	}

	@Test
	void aSmallFileIsPlannedByLookUps() throws IOException {
		GroupView second = sandbox.groups("Group 00002").get(0);
		GroupView third = sandbox.groups("Group 00003").get(0);
		String member = second.memberEmails().get(0);
		String other = sandbox.groups("Group 00009").get(0).memberEmails().get(0);
		long before = sandbox.traffic().arrived();

		Program.Result planned = plan(List.of("operation,groupId,groupName,newGroupName,groupManager,members",
				"create,,Brand New,,," + member, "add-members,,Group 00002,,," + member.toUpperCase(Locale.ROOT),
				"add-members,%s,,,,%s".formatted(third.id(), other), "update,,Group 00004,Fourth,,",
				"delete,,Group 00005,,,"));

		assertThat(planned.exit()).as(planned.err()).isZero();
		assertThat(planned.out()).contains("New:      1 group with 1 member", "2 groups changed (1 rename, ",
				"1 member added", "1 group deleted", "1 row holds already",
				"\"Group 00005\" with " + members("Group 00005"));
		assertThat(sandbox.traffic().arrived() - before).isLessThanOrEqualTo(22);
		assertThat(sandbox.traffic().requests().stream().filter((request) -> request.number() > before))
			.noneMatch((request) -> request.path().contains("startIndex=100"));
	}

	@Test
	void aSmallFileWithUnknownPeopleReadsEverybodyForSuggestions() throws IOException {
		String email = sandbox.people().get(20).email();

		Program.Result planned = plan(
				List.of("operation,groupName,members", "create,Brand New," + email.replace("@sandbox", "@sandbx")));

		assertThat(planned.exit()).isEqualTo(65);
		assertThat(this.folder.resolve("output/people-to-fix.csv")).content().contains(" people fit");
	}

	@Test
	void peopleOfRowsWithErrorsAreLookedUpBeforeTheyAreCalledMissing() throws IOException {
		String email = sandbox.people().get(20).email();

		Program.Result planned = plan(List.of("operation,groupName,members", "delete,Group 00005," + email));

		assertThat(planned.exit()).isEqualTo(65);
		assertThat(planned.out() + planned.err()).contains("delete has no use for members")
			.doesNotContain("The portal has no user");
		assertThat(this.folder.resolve("output/people-to-fix.csv")).doesNotExist();
	}

	@Test
	void aNameThatIsPartOfManyReadsTheLists() throws IOException {
		Program.Result planned = plan(List.of("operation,groupName", "create,Group"));

		assertThat(planned.exit()).as(planned.err()).isZero();
		assertThat(planned.out()).contains("+ \"Group\"");
		assertThat(sandbox.traffic().requests().stream().map(RecordedRequest::path))
			.anyMatch((path) -> path.contains("startIndex=9900"));
	}

	private static String members(String group) {
		int count = sandbox.groups(group).get(0).memberEmails().size();
		return count + " members";
	}

	private Program.Result plan(List<String> rows) throws IOException {
		Path file = Files.write(this.folder.resolve("groups.csv"), rows);
		Program program = new Program(this.folder, sandbox.url(), sandbox.apiKey());
		return program.run("plan", file.toString(), "--output", program.output().toString());
	}

}
