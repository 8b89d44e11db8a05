package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.FaultPolicy.Act;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.support.Program;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A group is not deleted when the rows before it that should save its people were not
 * done whole.
 */
class DeleteAfterMoveIT {

	private static final String HEADER = "operation,groupId,groupName,newGroupName,targetGroup,members";

	private static final String REFUSAL = "{\"error\":{\"message\":\"no\","
			+ "\"type\":\"System.InvalidOperationException\",\"hresult\":1},\"status\":1,\"statusCode\":403}";

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	@BeforeEach
	void start() {
		this.sandbox = Sandbox.start(SandboxOptions.standard());
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey());
	}

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void aGroupWhoseMoveSucceededIsDeleted() throws IOException {
		Program.Result result = importing("move-members,,Sales,,Support,", "update,,Sales,Old Sales,,",
				"delete,,Old Sales,,,");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(this.sandbox.groups("Old Sales")).isEmpty();
		assertThat(members("Support")).contains("anna.muster", "ben.okafor", "carla.rossi");
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "move-members,,Sales,,Support,",
			"remove-members,,Sales,,,anna.muster@sandbox.example;ben.okafor@sandbox.example",
			"add-members,,Engineering,,,anna.muster@sandbox.example",
			"add-members,,Engineering,,,carla.rossi@sandbox.example;elif.yilmaz@sandbox.example",
			"create,,New,,,ben.okafor@sandbox.example" })
	void aGroupWhosePeopleARefusedRowShouldSaveIsNotDeleted(String row) throws IOException {
		Set<String> before = members("Sales");
		refuseFirstWrites(1);
		String id = this.sandbox.groups("Sales").get(0).id().toString();

		Program.Result result = importing(row, "delete," + id + ",,,,");

		assertThat(result.exit()).as(result.err()).isEqualTo(1);
		assertThat(members("Sales")).isEqualTo(before);
		assertThat(this.program.report().rows().get(1)).containsEntry("status", "FAILED")
			.containsEntry("code", "EARLIER_ROW");
	}

	@Test
	void norIsItWhereTheGroupWasRenamedInBetween() throws IOException {
		refuseFirstWrites(1);

		Program.Result result = importing("move-members,,Sales,,Support,", "update,,Sales,Old Sales,,",
				"delete,,Old Sales,,,");

		assertThat(result.exit()).isEqualTo(1);
		assertThat(members("Old Sales")).contains("anna.muster", "ben.okafor", "carla.rossi");
	}

	@Test
	void norIsItWhereTheMoveWaitsForACreateThatIsRefused() throws IOException {
		refuseFirstWrites(1);

		importing("create,,New,,,", "move-members,,Sales,,New,", "delete,,Sales,,,");

		assertThat(members("Sales")).contains("anna.muster");
		assertThat(this.program.report().rows()).extracting((row) -> row.get("code"))
			.containsExactly("REFUSED_BY_PORTAL", "EARLIER_ROW", "EARLIER_ROW");
	}

	@Test
	void aRefusedRowAboutOtherPeopleDoesNotKeepAGroup() throws IOException {
		refuseFirstWrites(1);

		importing("add-members,,Engineering,,,elif.yilmaz@sandbox.example", "delete,,Sales,,,");

		assertThat(this.sandbox.groups("Sales")).isEmpty();
	}

	@Test
	void nobodyWhomAGroupHidesIsLost() throws IOException {
		Program.Result plan = this.program.run("plan",
				file("move-members,,Old Hands,,Support,", "delete,,Old Hands,,,").toString());
		Program.Result result = importing("move-members,,Old Hands,,Support,", "delete,,Old Hands,,,");

		assertThat(plan.out() + plan.err()).contains("dora.disabled@sandbox.example (disabled)", "row 3");
		assertThat(result.exit()).isEqualTo(1);
		assertThat(this.sandbox.groups("Old Hands")).hasSize(1);
		List<Map<String, String>> rows = this.program.report().rows();
		assertThat(rows.get(0)).containsEntry("status", "PARTIAL").containsEntry("code", "USER_IS_DISABLED");
		assertThat(rows.get(1)).containsEntry("code", "EARLIER_ROW");
		assertThat(rows.get(1).get("message")).contains("dora.disabled@sandbox.example (disabled)");
		assertThat(this.sandbox.traffic().sent("DELETE")).isZero();
	}

	@Test
	void aGroupIsNotDeletedAfterAnInvalidMoveThatIsSkipped() throws IOException {
		Path file = file("move-members,,Sales,,Nobody,", "delete,,Sales,,,", "create,,New,,,");

		Program.Result result = this.program.importing(file, "--on-invalid", "skip");

		assertThat(result.exit()).as(result.err()).isEqualTo(1);
		assertThat(this.sandbox.groups("Sales")).hasSize(1);
		assertThat(this.sandbox.groups("New")).hasSize(1);
		assertThat(this.program.report().rows()).extracting((row) -> row.get("code"))
			.containsExactly("GROUP_MISSING", "EARLIER_ROW", "CREATED");
	}

	@Test
	void aDeleteWaitsForAnAddToAnotherGroupWhoseAnswerWasLost() throws IOException {
		AtomicInteger writes = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> (request.method().equals("PUT") && writes.incrementAndGet() == 1)
				? new Cut(false) : new Normal());

		Program.Result result = importing("add-members,,Engineering,,,anna.muster@sandbox.example", "delete,,Sales,,,");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(members("Engineering")).contains("anna.muster");
		assertThat(this.sandbox.groups("Sales")).isEmpty();
		List<String> methods = this.sandbox.traffic()
			.requests()
			.stream()
			.map((request) -> request.method())
			.filter((method) -> !method.equals("GET"))
			.toList();
		assertThat(methods).containsExactly("PUT", "PUT", "DELETE");
	}

	private void refuseFirstWrites(int most) {
		AtomicInteger writes = new AtomicInteger();
		Act refusal = new Answer(403, "application/json", REFUSAL, Map.of(), false);
		Act create = new Answer(400, "application/json", REFUSAL, Map.of(), false);
		this.sandbox.setFaultPolicy((request) -> request.method().equals("POST") ? create
				: (request.method().equals("PUT") && writes.incrementAndGet() <= most) ? refusal : new Normal());
	}

	private Program.Result importing(String... rows) throws IOException {
		return this.program.importing(file(rows), "--settle", "1s", "--max-removals", "100%");
	}

	private Path file(String... rows) throws IOException {
		return Files.write(this.folder.resolve("rows%d.csv".formatted(List.of(rows).hashCode())),
				Stream.concat(Stream.of(HEADER), Stream.of(rows)).toList());
	}

	private Set<String> members(String name) {
		return this.sandbox.groups(name)
			.get(0)
			.memberEmails()
			.stream()
			.map((email) -> email.replace("@sandbox.example", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
