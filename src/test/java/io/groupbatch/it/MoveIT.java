package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.Seed;
import io.groupbatch.sandbox.fault.FaultPolicy.Act;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Break;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Late;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.fault.FaultPolicy.Spoil;
import io.groupbatch.sandbox.protocol.ServerVersion;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.OneLateView;
import io.groupbatch.support.Program;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People are moved from one group into another, and nobody is lost on the way.
 */
class MoveIT {

	private static final String HEADER = "operation,groupName,targetGroup,members";

	private static final String INVALID_OPERATION = "{\"error\":{\"message\":\"no\","
			+ "\"type\":\"System.InvalidOperationException\",\"hresult\":1},\"status\":1,\"statusCode\":403}";

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void anOldServerThatOnlyCopiesIsCompleted() throws IOException {
		start(SandboxOptions.standard().withVersion(ServerVersion.V3_6));

		Program.Result result = importing("move-members,Sales,Support,");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(members("Sales")).isEmpty();
		assertThat(members("Support")).contains("anna.muster", "ben.okafor", "carla.rossi", "david.kim");
		assertThat(this.sandbox.traffic().sent("PUT")).isEqualTo(2);
	}

	@Test
	void moreThanAHundredPeopleLeaveOnlyOnceTheyAreSeenThere() throws IOException {
		start(SandboxOptions.standard().withSeed(Seed.of(320, 0)));
		String people = users().limit(230).collect(Collectors.joining(";"));
		importing("create,From,," + people, "create,Into,,");
		long before = this.sandbox.traffic().sent("PUT");

		Program.Result plan = plan("move-members,From,Into,");
		Program.Result result = importing("move-members,From,Into,");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(members("From")).isEmpty();
		assertThat(members("Into")).hasSize(230);
		assertThat(this.sandbox.traffic().sent("PUT") - before).isEqualTo(6);
		assertThat(plan.out() + plan.err()).contains("8 requests");
	}

	static Stream<Act> troubles() {
		return Stream.of(new Cut(true), new Cut(false), Answer.fromProxy(504, true),
				new Late(Duration.ofMillis(400), null), new Break(Break.Point.HALFWAY, 0.5),
				new Break(Break.Point.HALFWAY, 1), new Break(Break.Point.AFTER_REMOVAL, 0.5), new Spoil(true));
	}

	@ParameterizedTest
	@MethodSource("troubles")
	void aMoveOfUnknownEndIsCompletedStepByStep(Act trouble) throws IOException {
		start(SandboxOptions.standard());
		AtomicInteger writes = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> (request.method().equals("PUT") && writes.incrementAndGet() == 1)
				? trouble : new Normal());

		Program.Result result = importing("move-members,Sales,Support,",
				"add-members,Sales,,frank.moore@sandbox.example", "add-members,Support,,frank.moore@sandbox.example");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(members("Sales")).containsExactly("frank.moore");
		assertThat(members("Support")).containsExactly("anna.muster", "ben.okafor", "carla.rossi", "david.kim",
				"elif.yilmaz", "frank.moore", "ivan.invited");
		assertThat(this.sandbox.traffic()
			.requests()
			.stream()
			.filter((request) -> request.path().contains("/members/"))
			.count()).as("the portal's own move").isZero();
		assertThat(this.sandbox.traffic().overlappingWrites()).isZero();
	}

	@Test
	void onlyTheNamedPeopleAreMovedAndTheSecondTimeNothingIsSent() throws IOException {
		start(SandboxOptions.standard());

		Program.Result result = importing("move-members,Sales,Support,anna.muster@sandbox.example");
		long writes = this.sandbox.traffic().sent("PUT");
		Program.Result again = this.program
			.importing(file("move-members,Sales,Support,Anna Muster <anna.muster@sandbox.example>"));

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(members("Sales")).containsExactly("ben.okafor", "carla.rossi");
		assertThat(members("Support")).contains("anna.muster");
		assertThat(again.out()).contains("UNCHANGED");
		assertThat(this.sandbox.traffic().sent("PUT")).isEqualTo(writes).isEqualTo(2);
	}

	@ParameterizedTest
	@MethodSource("troubles")
	void aMoveOfNamedPeopleOfUnknownEndMovesNoOthers(Act trouble) throws IOException {
		start(SandboxOptions.standard());
		AtomicInteger writes = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> (request.method().equals("PUT") && writes.incrementAndGet() == 1)
				? trouble : new Normal());

		Program.Result result = importing("move-members,Sales,Support,anna.muster@sandbox.example");

		assertThat(result.exit()).as(result.err()).isZero();
		assertThat(members("Sales")).containsExactly("ben.okafor", "carla.rossi");
		assertThat(members("Support")).contains("anna.muster").doesNotContain("ben.okafor");
		assertThat(this.program.report().rows().get(0)).containsEntry("membersApplied", "anna.muster@sandbox.example");
	}

	/** Of several servers, one may not have heard of it yet. */
	@Test
	void aRefusedStepThatWasDoneIsNotToldFromOneLook() throws IOException {
		start(SandboxOptions.standard().withVersion(ServerVersion.V3_6));
		OneLateView portal = new OneLateView(2, new Break(Break.Point.AFTER_REMOVAL, 1), 1);
		this.sandbox.setFaultPolicy(portal);

		Program.Result result = importing("move-members,Sales,Support,");

		assertThat(members("Sales")).isEmpty();
		assertThat(portal.looks()).hasValueGreaterThan(1);
		assertThat(result.exit()).as(result.out() + result.err()).isZero();
	}

	/** The plan takes the first row for done. */
	@ParameterizedTest
	@ValueSource(strings = { "anna.muster", "anna.muster;ben.okafor;carla.rossi" })
	void whomAnEarlierRowDidNotRemoveIsMovedAndTold(String people) throws IOException {
		start(SandboxOptions.standard());
		AtomicInteger writes = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> (request.method().equals("PUT") && writes.incrementAndGet() == 1)
				? new Answer(403, "application/json", INVALID_OPERATION, Map.of(), false) : new Normal());

		importing("remove-members,Sales,," + people.replace(";", "@sandbox.example;") + "@sandbox.example",
				"move-members,Sales,Support,");

		assertThat(members("Sales")).isEmpty();
		assertThat(members("Support")).contains("anna.muster");
		Map<String, String> moved = this.program.report().rows().get(1);
		assertThat(this.program.report().rows().get(0)).containsEntry("status", "FAILED");
		assertThat(moved).containsEntry("status", "SUCCEEDED").containsEntry("membersNotApplied", "");
		assertThat(moved.get("membersApplied").split(";")).hasSize(3).contains("anna.muster@sandbox.example");
		assertThat(moved.get("message")).startsWith("3 people moved");
	}

	@ParameterizedTest
	@MethodSource("troubles")
	void norIsSuchAPersonLostInAMoveOfUnknownEnd(Act trouble) throws IOException {
		start(SandboxOptions.standard());
		AtomicInteger writes = new AtomicInteger();
		Act refusal = new Answer(403, "application/json", INVALID_OPERATION, Map.of(), false);
		this.sandbox.setFaultPolicy((request) -> !request.method().equals("PUT") ? new Normal()
				: List.of(refusal, trouble, new Normal()).get(Math.min(writes.getAndIncrement(), 2)));

		importing("remove-members,Sales,,anna.muster@sandbox.example", "move-members,Sales,Support,");

		assertThat(members("Sales")).isEmpty();
		assertThat(members("Support")).contains("anna.muster", "ben.okafor", "carla.rossi");
		Map<String, String> moved = this.program.report().rows().get(1);
		assertThat(moved).containsEntry("status", "SUCCEEDED");
		assertThat(moved.get("membersApplied").split(";")).hasSize(3);
	}

	@Test
	void whoeverIsMovedOutOfMoreThanAFifthOfAGroupIsAskedFor() throws IOException {
		start(SandboxOptions.standard().withSeed(Seed.of(30, 0)));
		importing("create,From,," + users().limit(12).collect(Collectors.joining(";")), "create,Into,,");

		Program.Result result = this.program.importing(file("move-members,From,Into,"));

		assertThat(result.exit()).isEqualTo(4);
		assertThat(result.err()).contains("--max-removals", "\"From\" 12 of 12");
		assertThat(members("From")).hasSize(12);
	}

	private void start(SandboxOptions options) {
		this.sandbox = Sandbox.start(options);
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey()).withJournal();
	}

	private Program.Result importing(String... rows) throws IOException {
		return this.program.importing(file(rows), "--settle", "1s", "--max-removals", "100%");
	}

	private Program.Result plan(String... rows) throws IOException {
		return this.program.run("plan", file(rows).toString());
	}

	private Path file(String... rows) throws IOException {
		return Files.write(this.folder.resolve("move%d.csv".formatted(List.of(rows).hashCode())),
				Stream.concat(Stream.of(HEADER), Stream.of(rows)).toList());
	}

	private Stream<String> users() {
		return this.sandbox.people()
			.stream()
			.filter((person) -> person.status() == Person.Status.ACTIVE && person.role() == Person.Role.USER)
			.map(Person::email);
	}

	private Set<String> members(String name) {
		GroupView group = this.sandbox.groups(name).get(0);
		return group.memberEmails()
			.stream()
			.map((email) -> email.replace("@sandbox.example", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
