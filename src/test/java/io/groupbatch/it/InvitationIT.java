package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.fault.FaultPolicy.Spoil;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.log.SentMail;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.InvitationRules;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.HoldAndCut;
import io.groupbatch.support.Program;
import io.groupbatch.support.Report;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * People whom the portal does not know come in with the file: {@code --on-unknown-user
 * invite}. What was really sent is told by the sandbox's record of mails.
 */
class InvitationIT extends StandardPortal {

	private static final String ANNA = "anna.muster@sandbox.example";

	private static final String IVAN = "ivan.invited@sandbox.example";

	@Test
	void unknownPeopleAreInvitedOnceAndGoIntoTheirGroups() throws IOException {
		Path file = file("Design,new.one@example.com,anna.muster@sandbox.example;New.Two@Example.com",
				"Sales,,new.two@example.com");

		Program.Result result = invite(file);

		assertThat(result.exit()).as(result.toString()).isZero();
		assertThat(mails()).containsExactlyInAnyOrder("new.one@example.com", "New.Two@Example.com");
		assertThat(group("Design").managerEmail()).isEqualTo("new.one@example.com");
		assertThat(group("Design").memberEmails()).contains("New.Two@Example.com", "anna.muster@sandbox.example");
		assertThat(group("Sales").memberEmails()).contains("New.Two@Example.com");
		assertThat(this.sandbox.person("new.one@example.com")).get()
			.extracting(Person::status, Person::role)
			.containsExactly(Person.Status.INVITED, Person.Role.USER);
		assertThat(this.program.report().rows().get(0)).containsEntry("status", "SUCCEEDED")
			.hasEntrySatisfying("message",
					(message) -> assertThat(message).startsWith("Invited: new.one@example.com, New.Two@Example.com. "));
		assertThat(invited())
			.extracting((line) -> line.get("email"), (line) -> line.get("status"), (line) -> line.get("groups"),
					(line) -> line.get("rows"))
			.containsExactlyInAnyOrder(tuple("new.one@example.com", "INVITED", "Design", "2"),
					tuple("New.Two@Example.com", "INVITED", "Design; Sales", "2 3"));
		long writes = writes();

		Program.Result again = invite(file);

		assertThat(again.out()).contains("2 UNCHANGED");
		assertThat(writes()).isEqualTo(writes);
	}

	@Test
	void thePlanSaysWhoWouldBeInvitedAndSendsNothing() throws IOException {
		Path file = file("Design,,new.one@example.com;new.two@example.com", "Sales,,new.two@example.com");

		Program.Result plan = this.program.run("plan", file.toString(), "--output", this.program.output().toString(),
				"--on-unknown-user", "invite", "--invite-domain", "example.com");

		assertThat(plan.out()).contains("Invites:  2 people by mail: new.one@example.com, new.two@example.com");
		assertThat(Report.read(this.program.output().resolve("plan.csv"))
			.where((line) -> line.get("change").equals("invite")))
			.extracting((line) -> line.get("after"), (line) -> line.get("groupName"), (line) -> line.get("row"))
			.containsExactly(tuple("new.one@example.com", "Design", "2"),
					tuple("new.two@example.com", "Design; Sales", "2"));
		assertThat(writes()).isZero();
	}

	@Test
	void onlyAddressesOfTheDomainsAreInvited() throws IOException {
		Program.Result result = invite(
				file("Design,,new.one@example.com;new.two@else.example", "Sales,,x@sub.example.com"));

		assertThat(result.exit()).isEqualTo(65);
		assertThat(result.err()).contains("new.two@else.example", "x@sub.example.com", "--invite-domain")
			.doesNotContain("new.one@");
		assertThat(writes()).isZero();
	}

	@Test
	void whoIsOnlyTakenOutOrInARowThatIsNotSentIsNotInvited() throws IOException {
		Path file = Files.writeString(this.folder.resolve("rows.csv"), """
				operation,groupName,members
				upsert,Sales,new.one@example.com
				remove-members,Support,new.two@example.com
				add-members,Support,new.three@example.com
				""");

		Program.Result result = invite(file, "--existing", "skip", "--on-invalid", "skip");

		assertThat(mails()).as(result.toString()).containsExactly("new.three@example.com");
		assertThat(this.program.report().rows()).extracting((row) -> row.get("status"))
			.containsExactly("PARTIAL", "INVALID", "SUCCEEDED");
	}

	@Test
	void manyInvitationsAreRefusedWhereNobodyCanBeAsked() throws IOException {
		Path file = file("Design,,new.one@example.com;new.two@example.com");

		Program.Result refused = invite(file, "--max-invites", "1");

		assertThat(refused.exit()).isEqualTo(4);
		assertThat(refused.err()).contains("The plan invites 2 people by mail", "--max-invites 2");
		assertThat(mails()).isEmpty();
		assertThat(invite(file, "--max-invites", "2").exit()).isZero();
	}

	@Test
	void aBadAddressInTheMiddleKeepsNobodyElseOut() throws IOException {
		Program.Result result = invite(file("Design,,a.good@example.com;b.bad..dots@example.com;c.good@example.com",
				"Sales,,b.bad..dots@example.com"));

		assertThat(result.exit()).isEqualTo(1);
		assertThat(mails()).containsExactlyInAnyOrder("a.good@example.com", "c.good@example.com");
		assertThat(group("Design").memberEmails()).containsExactlyInAnyOrder("a.good@example.com",
				"c.good@example.com");
		assertThat(this.program.report().rows()).extracting((row) -> row.get("status"), (row) -> row.get("code"))
			.containsExactly(tuple("PARTIAL", "USER_MISSING"), tuple("PARTIAL", "USER_MISSING"));
		assertThat(this.program.report().rows().get(0).get("message")).contains("Invited: a.good@example.com",
				"b.bad..dots@example.com (could not be invited)");
		assertThat(invited().get(1)).containsEntry("status", "NOT_INVITED")
			.hasEntrySatisfying("message",
					(message) -> assertThat(message).contains("does not take this address", "not correct"));
		assertThat(Files.readString(this.program.output().resolve("report.html"))).contains("1 could not be.");
		assertThat(result.out()).contains("Invited by mail: 2 people, 1 could not be invited");
	}

	@Test
	void whoFindsNoPaidSeatIsTold() throws IOException {
		long paid = this.sandbox.people()
			.stream()
			.filter((person) -> person.status() != Person.Status.DISABLED
					&& (person.role().isAdministrator() || person.role() == Person.Role.ROOM_ADMIN))
			.count();
		this.sandbox.setInvitationRules(new InvitationRules(true, (int) paid + 1, 0));

		invite(file("Design,,a@example.com;b@example.com;c@example.com"), "--invite-as", "room-admin");

		assertThat(mails()).containsExactly("a@example.com");
		assertThat(this.sandbox.person("a@example.com")).get()
			.extracting(Person::role)
			.isEqualTo(Person.Role.ROOM_ADMIN);
		assertThat(invited()).extracting((line) -> line.get("status"))
			.containsExactly("INVITED", "NOT_INVITED", "NOT_INVITED");
		assertThat(invited().get(2).get("message")).contains("No paid seat");
		assertThat(group("Design").memberEmails()).containsExactly("a@example.com");
	}

	@Test
	void aPortalThatForbidsInvitationsMakesTheRowsGoOnWithoutThesePeople() throws IOException {
		this.sandbox.setInvitationRules(new InvitationRules(false, 100, 0));

		Program.Result result = invite(
				file("Design,,a@example.com;anna.muster@sandbox.example", "Sales,,b@example.com"));

		assertThat(result.exit()).isEqualTo(1);
		assertThat(group("Design").memberEmails()).containsExactly("anna.muster@sandbox.example");
		assertThat(invited()).allSatisfy((line) -> assertThat(line.get("message")).contains("does not let"));
	}

	@Test
	void aDailyLimitStopsTheRunAndTheNextDayNobodyIsInvitedTwice() throws IOException {
		this.sandbox.setInvitationRules(new InvitationRules(true, 100, 25));
		String people = IntStream.range(0, 30).mapToObj((i) -> "p%02d@example.com".formatted(i)).collect(joining(";"));

		Program.Result first = invite(file("Design,," + people));

		assertThat(first.exit()).as(first.toString()).isEqualTo(75);
		assertThat(mails()).hasSize(20);
		assertThat(first.out()).contains("10 still to be invited");
		this.sandbox.newDay();
		Program.Result next = this.program.run("resume", "1", "--ignore-pause", "--settle", Program.SETTLE);
		assertThat(next.exit()).as(next.toString()).isZero();
		assertThat(mails()).hasSize(30).doesNotHaveDuplicates();
		assertThat(group("Design").memberEmails()).hasSize(30);
	}

	@Test
	void lostAnswersInviteNobodyTwice() throws IOException {
		AtomicInteger sent = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> isInvitation(request) ? switch (sent.incrementAndGet()) {
			case 1 -> new Cut(true);
			case 2 -> new Cut(false);
			case 3 -> new Spoil(true);
			default -> new Normal();
		} : new Normal());
		String people = IntStream.range(0, 50).mapToObj((i) -> "p%02d@example.com".formatted(i)).collect(joining(";"));

		Program.Result result = invite(file("Design,," + people));

		assertThat(result.exit()).as(result.toString()).isZero();
		assertThat(mails()).hasSize(50).doesNotHaveDuplicates();
		assertThat(invited()).filteredOn((line) -> line.get("attempts").equals("2")).hasSize(20);
	}

	@Test
	void whoIsListedLateHasBeenInvitedAllTheSame() throws IOException {
		AtomicInteger lists = new AtomicInteger(Integer.MIN_VALUE);
		this.sandbox.setFaultPolicy((request) -> {
			if (isInvitation(request)) {
				lists.set(0);
			}
			boolean late = request.path().endsWith("/people/filter") && lists.incrementAndGet() > 0 && lists.get() <= 2;
			return late ? new Answer(200, "application/json", """
					{"response": [], "count": 0, "total": 0, "links": [], "status": 0, "statusCode": 200}""", Map.of(),
					false) : new Normal();
		});

		Program.Result result = invite(file("Design,,new.one@example.com"));

		assertThat(result.exit()).as(result.toString()).isZero();
		assertThat(mails()).containsExactly("new.one@example.com");
		assertThat(group("Design").memberEmails()).containsExactly("new.one@example.com");
		assertThat(invited()).extracting((line) -> line.get("status")).containsExactly("INVITED");
	}

	@Test
	void nobodyWhomAKilledRunHasInvitedIsInvitedByAnotherRun() throws IOException, InterruptedException {
		HoldAndCut hold = new HoldAndCut(1, true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = this.program.start(file("Design,,new.one@example.com"), "--on-unknown-user", "invite",
				"--invite-domain", "example.com");
		assertThat(hold.awaitHeld(() -> !running.process().isAlive())).isTrue();
		running.kill();
		hold.release();
		this.sandbox.traffic().awaitQuiet();
		this.sandbox.setFaultPolicy((request) -> new Normal());

		Program.Result other = invite(Files.writeString(this.folder.resolve("other.csv"),
				"groupName,members\nSales,new.one@example.com;new.two@example.com\n"));
		Program.Result first = this.program.run("resume", "1", "--settle", Program.SETTLE);

		assertThat(other.exit()).as(other.toString()).isZero();
		assertThat(first.exit()).as(first.toString()).isZero();
		assertThat(mails()).containsExactlyInAnyOrder("new.one@example.com", "new.two@example.com");
		assertThat(group("Sales").memberEmails()).contains("new.one@example.com", "new.two@example.com");
		assertThat(group("Design").memberEmails()).containsExactly("new.one@example.com");
	}

	/** An invitation could raise the type of a person. */
	@Test
	void whoAppearsAfterThePlanIsNotInTheRequest() throws IOException {
		Path file = file("Design,,a@example.com;b@example.com;c@example.com");
		this.program.run("plan", file.toString(), "--output", this.program.output().toString(), "--on-unknown-user",
				"invite", "--invite-domain", "example.com", "--invite-as", "room-admin");
		this.sandbox.add(Person.of("Ann", "A", "A@example.com"));
		this.sandbox.add(Person.of("Ben", "B", "b@example.com").with(Person.Role.GUEST));

		Program.Result result = this.program.run("apply", "1");

		assertThat(result.exit()).as(result.toString()).isEqualTo(1);
		assertThat(mails()).containsExactly("c@example.com");
		assertThat(this.sandbox.traffic().requests()).filteredOn(InvitationIT::isInvitation)
			.allSatisfy((request) -> assertThat(request.body()).doesNotContain("a@example.com", "b@example.com"));
		assertThat(this.sandbox.person("a@example.com")).get().extracting(Person::role).isEqualTo(Person.Role.USER);
		assertThat(group("Design").memberEmails()).containsExactlyInAnyOrder("A@example.com", "c@example.com");
		assertThat(invited()).extracting((line) -> line.get("status"))
			.containsExactly("ALREADY_THERE", "ALREADY_THERE", "INVITED");
		assertThat(this.program.report().rows().get(0).get("message")).contains("b@example.com (a guest)");
	}

	@Test
	void anUndoSaysThatMailsCannotBeTakenBackAndTheAuditRecordHasThem() throws IOException {
		invite(file("Design,,a@example.com;b.bad..dots@example.com"));

		Program.Result undo = this.program.run("undo", "1");
		Path record = this.folder.resolve("audit.csv");
		this.program.run("audit", record.toString());

		assertThat(undo.err() + undo.out()).contains("invited a@example.com", "a mail cannot be taken back");
		assertThat(this.sandbox.groups("Design")).isEmpty();
		assertThat(Report.read(record).where((line) -> line.get("operation").equals("invite")))
			.extracting((line) -> line.get("request"), (line) -> line.get("status"), (line) -> line.get("code"))
			.containsExactlyInAnyOrder(tuple("INVITE a@example.com", "SUCCEEDED", "INVITED"),
					tuple("INVITE b.bad..dots@example.com", "FAILED", "NOT_INVITED"));
	}

	@Test
	void invitationsNeedADomain() throws IOException {
		Path file = file("Design,,a@example.com");

		assertThat(this.program.importing(file, "--on-unknown-user", "invite").err()).contains("needs --invite-domain");
		assertThat(this.program.importing(file, "--invite-domain", "example.com").err())
			.contains("need --on-unknown-user invite");
		assertThat(this.program.importing(file, "--on-unknown-user", "invite", "--invite-domain", "a b,c").err())
			.contains("must be a domain");
		assertThat(mails()).isEmpty();
	}

	@Test
	void leaversLeaveAllTheirGroupsInAFileThatInvites() throws IOException {
		start("create,Alpha," + IVAN + ";" + ANNA, "create,Beta," + IVAN);
		Path file = Files.writeString(this.folder.resolve("people.csv"), """
				operation,members,groups
				upsert,new.one@example.com,Fresh
				remove-everywhere,%s;%s,
				""".formatted(ANNA, IVAN));

		Program.Result result = invite(file, "--max-removals", "100%");

		assertThat(result.exit()).as(result.toString()).isEqualTo(1);
		assertThat(group("Fresh").memberEmails()).containsExactly("new.one@example.com");
		assertThat(groupsOf(IVAN)).isEmpty();
		// She manages it.
		assertThat(groupsOf(ANNA)).containsExactly("Sales");
		assertThat(this.program.report().rows()).extracting((row) -> row.get("groupName"), (row) -> row.get("status"))
			.contains(tuple("Alpha", "SUCCEEDED"), tuple("Beta", "SUCCEEDED"), tuple("Fresh", "SUCCEEDED"))
			.doesNotHaveDuplicates();
	}

	@Test
	void whoCannotBeInvitedKeepsNoLeaverInTheirGroups() throws IOException {
		Path file = Files.writeString(this.folder.resolve("people.csv"), """
				operation,members,groups
				upsert,b.bad..dots@example.com;new.one@example.com,Fresh
				remove-everywhere,b.bad..dots@example.com;%s,
				""".formatted(IVAN));
		start("create,Alpha," + IVAN);

		Program.Result result = invite(file, "--max-removals", "100%");

		assertThat(result.exit()).as(result.toString()).isEqualTo(1);
		assertThat(groupsOf(IVAN)).as(this.program.report().rows().toString()).isEmpty();
	}

	/** Time passes while the portal asks to wait. */
	@Test
	void thePeopleAreSoughtAfterAPauseNotBeforeIt() throws IOException {
		AtomicInteger sent = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> isInvitation(request) && sent.incrementAndGet() == 1
				? new Answer(429, "", "", Map.of("Retry-After", "2"), false) : new Normal());

		Program.Result result = invite(file("Design,,a@example.com"));

		assertThat(result.exit()).as(result.toString()).isZero();
		List<RecordedRequest> requests = this.sandbox.traffic().requests();
		List<RecordedRequest> invitations = requests.stream().filter(InvitationIT::isInvitation).toList();
		assertThat(invitations).hasSize(2);
		assertThat(requests).filteredOn((request) -> request.path().contains("filterValue=a"))
			.filteredOn((request) -> request.number() > invitations.get(0).number()
					&& request.number() < invitations.get(1).number())
			.last()
			.satisfies((search) -> assertThat(search.time()).isAfter(invitations.get(0).time().plusMillis(1500)));
	}

	@Test
	void aDailyLimitOfFewInvitesFewEachDay() throws IOException {
		this.sandbox.setInvitationRules(new InvitationRules(true, 100, 3));

		Program.Result first = invite(file("Design,,a@example.com;b@example.com;c@example.com;d@example.com"));
		assertThat(first.exit()).as(first.toString()).isEqualTo(75);
		for (int day = 0; day < 3 && mails().size() < 4; day++) {
			this.sandbox.newDay();
			this.program.run("resume", "1", "--ignore-pause", "--settle", Program.SETTLE);
		}

		assertThat(mails()).containsExactlyInAnyOrder("a@example.com", "b@example.com", "c@example.com",
				"d@example.com");
	}

	private void start(String... rows) throws IOException {
		assertThat(this.program.importing(Files.writeString(this.folder.resolve("start.csv"),
				"operation,groupName,members\n" + String.join("\n", rows) + "\n"))
			.exit()).isZero();
	}

	private List<String> groupsOf(String email) {
		return this.sandbox.groups()
			.stream()
			.filter((group) -> group.memberEmails().contains(email))
			.map(GroupView::name)
			.toList();
	}

	private Program.Result invite(Path file, String... options) {
		return this.program.importing(file,
				Stream
					.concat(Stream.of("--on-unknown-user", "invite", "--invite-domain", "Example.com"),
							Arrays.stream(options))
					.toArray(String[]::new));
	}

	private static boolean isInvitation(RecordedRequest request) {
		return request.method().equals("POST") && request.path().endsWith("/people/invite");
	}

	private long writes() {
		return Stream.of("POST", "PUT", "DELETE").mapToLong(this.sandbox.traffic()::sent).sum();
	}

	private List<String> mails() {
		return this.sandbox.traffic().mails().stream().map(SentMail::address).toList();
	}

	private GroupView group(String name) {
		return this.sandbox.groups(name).get(0);
	}

	private List<Map<String, String>> invited() {
		return Report.read(this.program.output().resolve("people-invited.csv")).rows();
	}

	private Path file(String... rows) throws IOException {
		return Files.writeString(this.folder.resolve("new-hires.csv"),
				"groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

}
