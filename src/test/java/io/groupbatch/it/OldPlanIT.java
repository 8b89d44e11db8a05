package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.log.RequestLog;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalEdit;
import io.groupbatch.support.Program;
import io.groupbatch.support.Scene;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run stops before its first write, others change the portal, and it goes on when its
 * plan is old.
 */
class OldPlanIT extends StandardPortal {

	private UUID team;

	@BeforeEach
	void makeReady() {
		this.team = Scene.group(this.sandbox, "Team", person("anna.muster"), people("ben.okafor", "carla.rossi"));
	}

	@ParameterizedTest
	@CsvSource({ "upsert, david.kim, UPSERTED, anna ben carla david frank",
			"add-members, david.kim, MEMBERS_ADDED, anna ben carla david frank",
			"remove-members, carla.rossi, MEMBERS_REMOVED, anna ben frank" })
	void aWishRowIsPlannedAnewWhenItsGroupHasChanged(String operation, String member, String code, String members)
			throws IOException {
		begin("%s,Team,,,%s@sandbox.example".formatted(operation, member));
		Scene.add(this.sandbox, this.team, person("frank.moore"));

		resume();

		assertThat(outcomes()).containsExactly("SUCCEEDED " + code);
		assertThat(membersOf(this.team)).isEqualTo(members);
	}

	@Test
	void whatARowWantsAndHadIsSentWhenItWasLostMeanwhile() throws IOException {
		begin("upsert,Team,,anna.muster@sandbox.example,ben.okafor@sandbox.example;david.kim@sandbox.example",
				"remove-members,Team,,,carla.rossi@sandbox.example;frank.moore@sandbox.example");
		Scene.remove(this.sandbox, this.team, person("ben.okafor"));
		Scene.add(this.sandbox, this.team, person("frank.moore"));

		resume();

		assertThat(outcomes()).containsExactly("SUCCEEDED UPSERTED", "SUCCEEDED MEMBERS_REMOVED");
		assertThat(membersOf(this.team)).isEqualTo("anna ben david");
	}

	@Test
	void aRowThatHoldsMeanwhileIsUnchangedAndNothingIsSent() throws IOException {
		begin("add-members,Team,,,david.kim@sandbox.example", "upsert,Team,,,ben.okafor@sandbox.example",
				"remove-members,Team,,,carla.rossi@sandbox.example");
		Scene.add(this.sandbox, this.team, person("david.kim"), person("frank.moore"));
		Scene.remove(this.sandbox, this.team, person("carla.rossi"));
		long before = writes();

		assertThat(resume().exit()).isZero();

		assertThat(outcomes()).containsOnly("UNCHANGED ALREADY_SO");
		assertThat(writes()).isEqualTo(before);
		assertThat(groupsFile()).contains(this.team.toString()).contains("frank.moore");
	}

	@Test
	void aSetOfMembersIsMadeCompleteAndKeepsTheManagerItWants() throws IOException {
		begin("set-members,Team,,anna.muster@sandbox.example,ben.okafor@sandbox.example;david.kim@sandbox.example");
		Scene.remove(this.sandbox, this.team, person("ben.okafor"));
		Scene.manager(this.sandbox, this.team, person("david.kim"));

		resume();

		assertThat(outcomes()).containsExactly("SUCCEEDED MEMBERS_SET");
		assertThat(membersOf(this.team)).isEqualTo("anna ben david");
		assertThat(group(this.team).managerEmail()).startsWith("anna");
	}

	@Test
	void whoHasBecomeManagerMeanwhileStaysInASetThatWasToTakeThemOut() throws IOException {
		UUID other = Scene.group(this.sandbox, "Other", null, people("ben.okafor", "frank.moore"));
		begin("set-members,Other,,,ben.okafor@sandbox.example;david.kim@sandbox.example");
		Scene.manager(this.sandbox, other, person("frank.moore"));

		assertThat(resume().exit()).isZero();

		assertThat(outcomes()).containsExactly("SUCCEEDED MEMBERS_SET");
		assertThat(membersOf(other)).isEqualTo("ben david frank");
		assertThat(group(other).managerEmail()).startsWith("frank");
	}

	@Test
	void nobodyIsTakenOutOfASetWhomThePlanDidNotTakeOut() throws IOException {
		begin("set-members,Team,,,ben.okafor@sandbox.example;david.kim@sandbox.example");
		Scene.add(this.sandbox, this.team, person("frank.moore"));
		long before = writes();

		assertThat(resume().exit()).isEqualTo(1);

		assertThat(outcomes()).containsExactly("FAILED CHANGED_SINCE_PLAN");
		assertThat(messages()).contains("that the plan does not remove");
		assertThat(writes()).isEqualTo(before);
	}

	@Test
	void otherRowsOfAChangedGroupFail() throws IOException {
		UUID other = Scene.group(this.sandbox, "Other", null, people("elif.yilmaz"));
		UUID gone = Scene.group(this.sandbox, "Gone", null, people("elif.yilmaz"));
		UUID moved = Scene.group(this.sandbox, "Moved", null, people("elif.yilmaz"));
		begin("update,Team,,ben.okafor@sandbox.example,", "delete,Gone,,,", "move-members,Moved,,,,Other");
		for (UUID group : List.of(this.team, other, gone)) {
			Scene.add(this.sandbox, group, person("frank.moore"));
		}

		resume();

		assertThat(outcomes()).containsOnly("FAILED CHANGED_SINCE_PLAN").hasSize(3);
		assertThat(membersOf(moved)).isEqualTo("elif");
	}

	@Test
	void aWishThatSharesARequestWithAnotherRowFailsWithIt() throws IOException {
		begin("add-members,Team,,,david.kim@sandbox.example", "update,Team,,ben.okafor@sandbox.example,", "get,Team,,,",
				"add-members,Team,,,elif.yilmaz@sandbox.example");
		Scene.add(this.sandbox, this.team, person("frank.moore"));

		resume();

		assertThat(outcomes()).containsExactly("FAILED CHANGED_SINCE_PLAN", "FAILED CHANGED_SINCE_PLAN",
				"SUCCEEDED READ", "SUCCEEDED MEMBERS_ADDED");
		assertThat(membersOf(this.team)).isEqualTo("anna ben carla elif frank");
	}

	@Test
	void aGroupIsStillAChangedOneWhenSendingBeginsOnceMore() throws IOException {
		begin("add-members,Team,,,david.kim@sandbox.example", "get,Team,,,",
				"update,Team,,ben.okafor@sandbox.example,");
		Scene.add(this.sandbox, this.team, person("frank.moore"));
		JournalEdit.age(this.program.state(), 11);
		String key = this.sandbox.addKey("owner@sandbox.example");
		revokeAtTheFirstWrite(key);
		assertThat(new Program(this.folder, this.sandbox.url(), key).run("resume", "1").exit()).isEqualTo(77);

		resume();

		assertThat(outcomes()).containsExactly("SUCCEEDED MEMBERS_ADDED", "SUCCEEDED READ",
				"FAILED CHANGED_SINCE_PLAN");
	}

	@Test
	void aRowOfManyPeopleIsPlannedAnewRequestByRequest() throws IOException {
		List<Person> many = this.sandbox.people().stream().filter(Scene::mayJoin).skip(20).limit(130).toList();
		begin("add-members,Team,,," + many.stream().map(Person::email).collect(Collectors.joining(";")));
		Scene.add(this.sandbox, this.team, person("frank.moore"));
		Scene.add(this.sandbox, this.team, many.subList(0, 5).toArray(Person[]::new));

		resume();

		assertThat(outcomes()).containsExactly("SUCCEEDED MEMBERS_ADDED");
		assertThat(group(this.team).members()).containsAll(many).hasSize(130 + 4);
	}

	@Test
	void aGroupThatLacksMoreThanOneRequestTakesIsLeftToANewImport() throws IOException {
		Person[] many = this.sandbox.people()
			.stream()
			.filter(Scene::mayJoin)
			.skip(20)
			.limit(110)
			.toArray(Person[]::new);
		for (int i = 0; i < many.length; i += 55) {
			Scene.add(this.sandbox, this.team, Arrays.copyOfRange(many, i, i + 55));
		}
		begin("set-members,Team,,," + Arrays.stream(many).map(Person::email).collect(Collectors.joining(";"))
				+ ";david.kim@sandbox.example");
		for (int i = 0; i < many.length; i += 55) {
			Scene.remove(this.sandbox, this.team, Arrays.copyOfRange(many, i, i + 55));
		}

		resume();

		assertThat(outcomes()).containsExactly("FAILED CHANGED_SINCE_PLAN");
		assertThat(messages()).contains("lacks more than 100 people");
	}

	@ParameterizedTest
	@ValueSource(strings = { "upsert,Team,,,david.kim@sandbox.example", "add-members,Team,,,david.kim@sandbox.example",
			"delete,Team,,," })
	void rowsOfAGroupThatWasDeletedFail(String row) throws IOException {
		begin(row);
		Scene.delete(this.sandbox, this.team);

		resume();

		assertThat(outcomes()).containsExactly("FAILED CHANGED_SINCE_PLAN");
		assertThat(messages()).contains("has been deleted");
	}

	@Test
	void aNameMeansItsGroupOnlyWhileThatBearsIt() throws IOException {
		UUID other = Scene.group(this.sandbox, "Other", null, people("elif.yilmaz"));
		begin("add-members,Team,,,david.kim@sandbox.example", "upsert,Other,Others,,david.kim@sandbox.example");
		Scene.rename(this.sandbox, this.team, "Crew");
		Scene.rename(this.sandbox, other, "Others");

		resume();

		assertThat(outcomes()).containsExactly("FAILED CHANGED_SINCE_PLAN", "SUCCEEDED UPSERTED");
		assertThat(messages()).contains("called \"Crew\" now");
		assertThat(membersOf(other)).isEqualTo("david elif");
	}

	@Test
	void anUpsertTakesTheGroupThatHasAppearedAndSoDoTheRowsAfterIt() throws IOException {
		begin("upsert,New Team,,,ben.okafor@sandbox.example", "add-members,New Team,,,david.kim@sandbox.example",
				"remove-members,New Team,,,ben.okafor@sandbox.example", "get,New Team,,,",
				"update,New Team,Newer Team,,");
		UUID appeared = Scene.group(this.sandbox, "New Team", person("anna.muster"), people("david.kim"));

		resume();

		assertThat(outcomes()).containsExactly("SUCCEEDED UPSERTED", "SUCCEEDED MEMBERS_ADDED",
				"SUCCEEDED MEMBERS_REMOVED", "SUCCEEDED READ", "FAILED CHANGED_SINCE_PLAN");
		assertThat(this.sandbox.groups("New Team")).hasSize(1);
		assertThat(membersOf(appeared)).isEqualTo("anna david");
		assertThat(groupsFile()).contains(appeared.toString());
		assertThat(this.program.report().rows()).allMatch((row) -> row.get("groupId").equals(appeared.toString()));
	}

	@Test
	void aGroupThatHasAppearedAndHoldsAllIsLeftAsItIs() throws IOException {
		begin("upsert,New Team,,,ben.okafor@sandbox.example", "upsert,New Team,,,carla.rossi@sandbox.example");
		Scene.group(this.sandbox, "New Team", null, people("ben.okafor", "carla.rossi", "david.kim"));
		long before = writes();

		assertThat(resume().exit()).isZero();

		assertThat(outcomes()).containsOnly("UNCHANGED ALREADY_SO").hasSize(2);
		assertThat(writes()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "update, SUCCEEDED UPSERTED", "skip, UNCHANGED EXISTING_SKIPPED", "stop, FAILED GROUP_EXISTS" })
	void anUpsertTreatsAGroupThatHasAppearedAsExistingSays(String existing, String outcome) throws IOException {
		begin("upsert,New Team,,,ben.okafor@sandbox.example", "--existing=" + existing);
		UUID appeared = Scene.group(this.sandbox, "New Team", null, people("david.kim"));

		resume();

		assertThat(outcomes()).containsExactly(outcome);
		assertThat(membersOf(appeared)).isEqualTo(existing.equals("update") ? "ben david" : "david");
	}

	@Test
	void aRowOfManyPeopleSaysItselfThatItsGroupHasAppeared() throws IOException {
		begin("upsert,New Team,,," + this.sandbox.people()
			.stream()
			.filter(Scene::mayJoin)
			.limit(130)
			.map(Person::email)
			.collect(Collectors.joining(";")), "--existing=stop");
		Scene.group(this.sandbox, "New Team", null, List.of());

		resume();

		assertThat(outcomes()).containsExactly("FAILED GROUP_EXISTS");
	}

	@Test
	void aNameThatSeveralGroupsHaveTakenIsTaken() throws IOException {
		begin("upsert,New Team,,,ben.okafor@sandbox.example");
		Scene.group(this.sandbox, "New Team", null, List.of());
		Scene.group(this.sandbox, "New Team", null, List.of());

		resume();

		assertThat(outcomes()).containsExactly("FAILED NAME_TAKEN");
		assertThat(this.sandbox.groups("New Team")).hasSize(2);
	}

	@Test
	void aCreateWhoseNameHasAppearedFailsAlsoWhenAnotherRunOfOursMadeTheGroup() throws IOException {
		begin("create,New Team,,,");
		Path file = Files.write(this.folder.resolve("other.csv"),
				List.of("operation,groupName", "upsert,New Team", "upsert,Something Else"));
		assertThat(this.program
			.run("import", file.toString(), "--yes", "--output", this.folder.resolve("other").toString())
			.exit()).isZero();

		resume();

		assertThat(outcomes()).containsExactly("FAILED NAME_TAKEN");
		assertThat(this.sandbox.groups("New Team")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aLostAnswerIsSettledByTheNewPlan(boolean works) throws IOException {
		begin("upsert,New Team,,,ben.okafor@sandbox.example");
		UUID appeared = Scene.group(this.sandbox, "New Team", null, List.of());
		loseTheFirstWrite(works);

		resume();

		assertThat(outcomes()).containsExactly(works ? "SUCCEEDED UPSERTED" : "SUCCEEDED REPEATED");
		assertThat(membersOf(appeared)).isEqualTo("ben");
	}

	@Test
	void aProcessThatIsKilledWhileItSendsTheNewPlanGoesOnByIt() throws IOException, InterruptedException {
		begin("upsert,New Team,,,ben.okafor@sandbox.example");
		UUID appeared = Scene.group(this.sandbox, "New Team", null, List.of());
		JournalEdit.age(this.program.state(), 11);
		HoldFrom hold = new HoldFrom(1, HoldFrom::isWrite, true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running killed = this.program.start(List.of(), "resume", "1", "--settle", Program.SETTLE);
		hold.awaitHeld();
		killed.kill();
		hold.release();
		this.sandbox.setFaultPolicy(FaultPolicy.none());

		assertThat(this.program.run("resume", "1", "--settle", Program.SETTLE).exit()).isZero();

		assertThat(outcomes()).containsExactly("SUCCEEDED UPSERTED");
		assertThat(membersOf(appeared)).isEqualTo("ben");
		assertThat(this.sandbox.groups("New Team")).hasSize(1);
	}

	@Test
	void undoAndAuditKnowWhatOthersHaveDone() throws IOException {
		begin("upsert,Team,,,david.kim@sandbox.example;elif.yilmaz@sandbox.example",
				"upsert,New Team,,,ben.okafor@sandbox.example");
		Scene.add(this.sandbox, this.team, person("david.kim"), person("frank.moore"));
		Scene.remove(this.sandbox, this.team, person("carla.rossi"));
		UUID appeared = Scene.group(this.sandbox, "New Team", null, people("david.kim"));
		resume();
		assertThat(membersOf(this.team)).isEqualTo("anna ben david elif frank");
		Path audit = this.folder.resolve("audit.csv");

		assertThat(this.program.run("audit", audit.toString()).exit()).isZero();
		Program.Result undone = this.program.run("undo", "1", "--yes", "--max-removals", "100%", "--output",
				this.folder.resolve("undone").toString());

		assertThat(undone.exit()).as(undone.err()).isZero();
		assertThat(membersOf(this.team)).isEqualTo("anna ben david frank");
		assertThat(membersOf(appeared)).isEqualTo("david");
		assertThat(audit).content()
			.contains("elif.yilmaz", "ben.okafor")
			.doesNotContain("david.kim", "frank.moore", "carla.rossi", "create");
	}

	@Test
	void theLooksAreForetold() throws IOException {
		begin("add-members,Team,,,david.kim@sandbox.example", "get,Team,,,", "get,Sales,,,", "delete,Team,,,",
				"upsert,New Team,,,", "create,Newer Team,,,", "move-members,Support,,,,Old Hands");
		long before = this.sandbox.traffic().sent("GET");

		Program.Result resumed = resume();

		assertThat(resumed.exit()).as(resumed.err()).isZero();
		assertThat(resumed.err()).contains(
				"The portal may have changed since the plan was made. It is checked first, with up to 5 lookups:");
		assertThat(this.sandbox.traffic().sent("GET") - before)
			.as("whose key it is, the looks, two rows that read, and both groups of the move")
			.isEqualTo(1 + 5 + 2 + 2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 11, -60 })
	void aPlanOfAnEarlierStartIsOldWhateverTheClockSays(int minutes) throws IOException {
		begin("add-members,Team,,,david.kim@sandbox.example");
		JournalEdit.age(this.program.state(), minutes);
		Scene.add(this.sandbox, this.team, person("frank.moore"));
		long before = this.sandbox.traffic().sent("GET");

		Program.Result resumed = this.program.run("resume", "1");

		assertThat(resumed.exit()).as(resumed.err()).isZero();
		assertThat(resumed.err()).contains("1 look");
		assertThat(this.sandbox.traffic().sent("GET")).isGreaterThan(before);
	}

	@Test
	void aPlanThatIsSentByTheStartThatMadeItIsNotLookedAt() throws IOException {
		Path file = Files.writeString(this.folder.resolve("young.csv"),
				"operation,groupName,members\nadd-members,Team,david.kim@sandbox.example\n");
		assertThat(this.program.run("plan", file.toString()).exit()).isZero();
		long read = this.sandbox.traffic().sent("GET");

		assertThat(this.program.importing(file).exit()).isZero();

		assertThat(this.sandbox.traffic().sent("GET")).as("as many as for the plan").isEqualTo(2 * read);
	}

	/**
	 * Plans and stops before the first write: the key does not serve any more.
	 * @param rows of the file, or options that begin with --
	 */
	private void begin(String... rows) throws IOException {
		Path file = Files.writeString(this.folder.resolve("groups.csv"),
				"operation,groupName,newGroupName,groupManager,members,targetGroup\n" + Arrays.stream(rows)
					.filter((row) -> !row.startsWith("--"))
					.map((row) -> row + ((row.chars().filter((c) -> c == ',').count() < 5) ? "," : ""))
					.collect(Collectors.joining("\n")));
		String key = this.sandbox.addKey("owner@sandbox.example");
		revokeAtTheFirstWrite(key);
		String[] options = Arrays.stream(rows).filter((row) -> row.startsWith("--")).toArray(String[]::new);
		Program.Result stopped = new Program(this.folder, this.sandbox.url(), key).importing(file,
				with(options, "--concurrency=1", "--max-removals=100%", "--max-deletes=100"));
		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(77);
		this.sandbox.setFaultPolicy(FaultPolicy.none());
	}

	private Program.Result resume() {
		JournalEdit.age(this.program.state(), 11);
		return this.program.run("resume", "1", "--settle", Program.SETTLE);
	}

	private static String[] with(String[] options, String... others) {
		return Stream.concat(Arrays.stream(options), Arrays.stream(others)).toArray(String[]::new);
	}

	/** Cuts the first write off. */
	private void loseTheFirstWrite(boolean works) {
		AtomicBoolean lost = new AtomicBoolean();
		this.sandbox.setFaultPolicy((request) -> (HoldFrom.isWrite(request) && !lost.getAndSet(true))
				? new FaultPolicy.Cut(works) : new FaultPolicy.Normal());
	}

	/** Makes the key useless at the first write. */
	private void revokeAtTheFirstWrite(String key) {
		this.sandbox.setFaultPolicy((request) -> {
			if (HoldFrom.isWrite(request)) {
				this.sandbox.revoke(key);
			}
			return new FaultPolicy.Normal();
		});
	}

	private List<String> outcomes() {
		return this.program.report().rows().stream().map((row) -> row.get("status") + " " + row.get("code")).toList();
	}

	private String messages() {
		return this.program.report().rows().stream().map((row) -> row.get("message")).collect(Collectors.joining("\n"));
	}

	private String groupsFile() throws IOException {
		return Files.readString(this.program.output().resolve("groups.csv"));
	}

	/** Everybody's first name, in order. */
	private String membersOf(UUID id) {
		return group(id).memberEmails()
			.stream()
			.map((email) -> email.substring(0, email.indexOf('.')))
			.sorted()
			.collect(Collectors.joining(" "));
	}

	private GroupView group(UUID id) {
		return this.sandbox.group(id).orElseThrow();
	}

	private Person person(String name) {
		return this.sandbox.person(name + "@sandbox.example").orElseThrow();
	}

	private List<Person> people(String... names) {
		return Arrays.stream(names).map(this::person).toList();
	}

	private long writes() {
		RequestLog traffic = this.sandbox.traffic();
		return traffic.sent("POST") + traffic.sent("PUT") + traffic.sent("DELETE");
	}

}
