package io.groupbatch.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Act;
import io.groupbatch.sandbox.fault.FaultPolicy.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy.Cut;
import io.groupbatch.sandbox.fault.FaultPolicy.Normal;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.Poll;
import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request whose answer was lost is settled by looking, and told truly; what no look can
 * settle is left to a person.
 */
class DoubtIT extends StandardPortal {

	private static final String HALF_WAY = "{\"error\":{\"message\":\"Object reference not set\","
			+ "\"type\":\"System.NullReferenceException\",\"stack\":\"\",\"hresult\":-1},\"status\":1,\"statusCode\":500}";

	@Test
	void aCreateThatWasDoneIsFoundAndNotSentAgain() throws IOException {
		first("POST", new Cut(true));

		assertThat(importing("create,Lost,anna.muster@sandbox.example,ben.okafor@sandbox.example").exit()).isZero();

		assertRow(0, "SUCCEEDED", "ADOPTED");
		assertThat(this.program.report().rows().get(0).get("groupId")).isEqualTo(only("Lost").id().toString());
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(1);
	}

	@Test
	void aCreateThatWasNotDoneIsSentOnceMoreAndSaysSo() throws IOException {
		first("POST", new Cut(false));

		assertThat(importing("create,Lost,,ben.okafor@sandbox.example").exit()).isZero();

		assertRow(0, "SUCCEEDED", "SENT_TWICE");
		assertThat(only("Lost").memberEmails()).containsExactly("ben.okafor@sandbox.example");
	}

	/** What waits for a free worker is not behind all else that could be sent. */
	@Test
	void aLostAnswerIsLookedUpWhileOthersAreSent() throws IOException {
		first("POST", new Cut(true));
		String[] rows = IntStream.range(0, 300).mapToObj("create,Group %03d,,"::formatted).toArray(String[]::new);

		assertThat(this.program.importing(file("rows.csv", rows), "--settle", "10ms").exit()).isZero();

		List<RecordedRequest> requests = this.sandbox.traffic().requests();
		List<Long> sent = requests.stream()
			.filter((request) -> request.method().equals("POST"))
			.map(RecordedRequest::number)
			.toList();
		assertThat(requests).filteredOn((request) -> request.method().equals("GET") && request.number() > sent.get(0))
			.first()
			.satisfies((look) -> assertThat(look.number()).isLessThan(sent.get(sent.size() - 1) - 50));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aChangeIsSentAgainOnlyWhereItIsMissing(boolean done) throws IOException {
		first("PUT", Answer.fromProxy(504, done));

		assertThat(importing("add-members,Sales,,frank.moore@sandbox.example").exit()).isZero();

		assertRow(0, "SUCCEEDED", done ? "MEMBERS_ADDED" : "REPEATED");
		assertThat(this.sandbox.traffic().sent("PUT")).isEqualTo(done ? 1 : 2);
		assertThat(only("Sales").memberEmails()).contains("frank.moore@sandbox.example");
	}

	@Test
	void aChangeThatIsLostAgainAndAgainIsTriedAnewByTheNextStart() throws IOException {
		AtomicInteger puts = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> (request.method().equals("PUT") && puts.incrementAndGet() <= 3)
				? new Cut(false) : new Normal());

		assertThat(importing("update,Sales,ada.admin@sandbox.example,").exit()).isEqualTo(3);
		assertRow(0, "UNKNOWN", "IN_DOUBT");

		assertThat(resume().exit()).isZero();
		assertRow(0, "SUCCEEDED", "REPEATED");
		assertThat(only("Sales").managerEmail()).isEqualTo("ada.admin@sandbox.example");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aDeleteIsSentAgainOnlyWhereTheGroupIsStillThere(boolean done) throws IOException {
		first("DELETE", new Cut(done));

		assertThat(importing("delete,Support,,").exit()).isZero();

		assertRow(0, "SUCCEEDED", done ? "DELETED" : "REPEATED");
		assertThat(this.sandbox.groups("Support")).isEmpty();
	}

	@Test
	void aPersonSkippedInSilenceIsFoundOutAfterADoubtToo() throws IOException {
		this.sandbox.setFaultPolicy(new FaultPolicy() {

			private final AtomicInteger writes = new AtomicInteger();

			@Override
			public Act onRequest(RecordedRequest request) {
				if (!request.method().equals("PUT") || this.writes.incrementAndGet() > 1) {
					return new Normal();
				}
				DoubtIT.this.sandbox.disable("frank.moore@sandbox.example");
				return new Cut(false);
			}

		});

		assertThat(importing("add-members,Sales,,frank.moore@sandbox.example;elif.yilmaz@sandbox.example").exit())
			.isEqualTo(1);

		assertRow(0, "PARTIAL", "SKIPPED_BY_PORTAL");
		assertThat(this.program.report().rows().get(0).get("membersNotApplied"))
			.isEqualTo("frank.moore@sandbox.example");
	}

	@Test
	void rowsBehindALostCreateWaitAndOthersDoNot() throws IOException {
		this.sandbox.setFaultPolicy((request) -> request.body().contains("\"Lost\"") ? new Cut(true) : new Normal());

		assertThat(importing("create,Lost,,", "create,Other,,", "get,Lost,,", "get,Other,,",
				"add-members,Lost,,ben.okafor@sandbox.example", "add-members,Other,,ben.okafor@sandbox.example")
			.exit()).isZero();

		assertRow(0, "SUCCEEDED", "ADOPTED");
		assertRow(4, "SUCCEEDED", "MEMBERS_ADDED");
		List<String> puts = this.sandbox.traffic()
			.requests()
			.stream()
			.filter((request) -> request.method().equals("PUT"))
			.map((request) -> String.valueOf(request.group()))
			.toList();
		assertThat(puts).containsExactly(only("Other").id().toString(), only("Lost").id().toString());
	}

	@Test
	void rowsOfOneLostCreateShareItsFate() throws IOException {
		first("POST", new Cut(true));

		assertThat(importing("create,Lost,,", "add-members,Lost,,ben.okafor@sandbox.example",
				"upsert,Lost,frank.moore@sandbox.example,")
			.exit()).isZero();

		assertRow(0, "SUCCEEDED", "ADOPTED");
		assertRow(1, "SUCCEEDED", "ADOPTED");
		assertRow(2, "SUCCEEDED", "ADOPTED");
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(1);
	}

	@Test
	void aCreateThatBreaksOffTwiceAndMakesNothingHasFailed() throws IOException {
		this.sandbox.setFaultPolicy((request) -> request.method().equals("POST")
				? new Answer(500, "application/json; charset=utf-8", HALF_WAY, Map.of(), false) : new Normal());

		assertThat(importing("create,Odd,,", "get,Odd,,", "add-members,Odd,,ben.okafor@sandbox.example").exit())
			.isEqualTo(1);

		assertRow(0, "FAILED", "REFUSED_BY_PORTAL");
		assertRow(1, "FAILED", "EARLIER_ROW");
		assertRow(2, "FAILED", "EARLIER_ROW");
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aCreateLostTwiceIsSentOnceMoreByTheNextStart(boolean decided) throws IOException {
		lostTwice();

		Program.Result resumed = decided ? resume("--decide", "2=none") : resume();
		assertThat(resumed.exit()).as(resumed.err()).isZero();
		assertRow(0, "SUCCEEDED", "SENT_TWICE");
		assertRow(2, "SUCCEEDED", "MEMBERS_ADDED");
		assertThat(only("Lost").memberEmails()).containsExactly("ben.okafor@sandbox.example");
	}

	@Test
	void aRowInDoubtSaysOnTheTerminalWhatItsReportSays() throws IOException {
		AtomicInteger posts = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> {
			if (request.method().equals("POST")) {
				posts.incrementAndGet();
				return new Cut(true);
			}
			return (posts.get() > 0) ? new Answer(401, "", "", Map.of(), false) : new Normal();
		});

		Program.Result stopped = importing("create,Lost,,");

		assertThat(stopped.exit()).as(stopped.err()).isEqualTo(77);
		assertRow(0, "UNKNOWN", "IN_DOUBT");
		assertThat(stopped.out()).contains(this.program.report().rows().get(0).get("message"))
			.contains("Sent, but no answer proves whether it was done.");
	}

	@Test
	void whichGroupACreateLostTwiceHasMadeAPersonMaySay() throws IOException, InterruptedException {
		lostTwice();
		String id = make("Lost");

		assertThat(resume("--decide", "2=" + id).exit()).isZero();
		assertThat(this.program.report().rows().get(0).get("groupId")).isEqualTo(id);
		assertRow(2, "SUCCEEDED", "MEMBERS_ADDED");
	}

	@Test
	void aGroupOfThatNameWithOtherPeopleIsNotTakenForTheLostOne() throws IOException {
		String ada = this.sandbox.person("ada.admin@sandbox.example").map(Person::id).orElseThrow().toString();
		first("POST", () -> {
			make("Lost", ada);
			return new Cut(false);
		});

		assertThat(importing("create,Lost,,ben.okafor@sandbox.example").exit()).isEqualTo(3);

		assertRow(0, "UNKNOWN", "IN_DOUBT");
		String id = only("Lost").id().toString();
		assertThat(this.program.report().rows().get(0).get("message")).contains(id, "--decide");
		assertThat(resume("--decide", "2=" + id).exit()).isZero();
		assertThat(only("Lost").memberEmails()).containsExactlyInAnyOrder("ada.admin@sandbox.example",
				"ben.okafor@sandbox.example");
	}

	@Test
	void whichOfTwoLostCreatesMadeWhichGroupAPersonHasToSay() throws IOException {
		AtomicInteger posts = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> (request.method().equals("POST") && posts.incrementAndGet() <= 2)
				? new Cut(true) : new Normal());
		Path file = Files.writeString(this.folder.resolve("rows.csv"), """
				operation,groupName,newGroupName,members
				create,Lost,,
				update,Lost,Kept,
				update,Kept,Lost,
				create,Lost,,ben.okafor@sandbox.example
				""");

		assertThat(this.program.importing(file, "--allow-same-name").exit()).isEqualTo(3);

		assertRow(0, "UNKNOWN", "IN_DOUBT");
		assertRow(3, "UNKNOWN", "IN_DOUBT");
		List<String> ids = this.sandbox.groups("Lost")
			.stream()
			.sorted(Comparator.comparing((group) -> group.memberEmails().size()))
			.map((group) -> group.id().toString())
			.toList();
		assertThat(resume().exit()).isEqualTo(3);
		assertThat(resume("--decide", "2=" + ids.get(0), "--decide", "5=" + ids.get(1)).exit()).isZero();
		assertThat(this.sandbox.groups("Lost")).hasSize(2);
	}

	@Test
	void aCreateCarriedOutAfterAllIsFoundByTheClosingCheck() throws IOException, InterruptedException {
		AtomicInteger posts = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> {
			if (!request.method().equals("POST")) {
				return new Normal();
			}
			int nth = posts.incrementAndGet();
			if (nth == 2) {
				make("Late");
			}
			return (nth == 1) ? new Cut(false) : new Normal();
		});

		assertThat(importing("create,Late,,").exit()).isEqualTo(3);
		assertRow(0, "UNKNOWN", "TWIN");
		assertThat(this.sandbox.groups("Late")).hasSize(2);
		String own = this.program.report().rows().get(0).get("groupId");
		String other = this.sandbox.groups("Late")
			.stream()
			.map((group) -> group.id().toString())
			.filter((id) -> !id.equals(own))
			.findFirst()
			.orElseThrow();
		assertThat(this.program.report().rows().get(0).get("message")).contains(own, other);

		assertThat(resume().exit()).as("nothing has changed").isEqualTo(3);
		send("DELETE", "/group/" + other, "");
		assertThat(resume().exit()).isZero();
		assertRow(0, "SUCCEEDED", "SENT_TWICE");
	}

	@Test
	void aTwinThatAPersonApprovesOfIsNotReportedAgain() throws IOException {
		AtomicInteger posts = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> {
			if (!request.method().equals("POST")) {
				return new Normal();
			}
			int nth = posts.incrementAndGet();
			if (nth == 2) {
				make("Late");
			}
			return (nth == 1) ? new Cut(false) : new Normal();
		});
		assertThat(importing("create,Late,,").exit()).isEqualTo(3);
		String own = this.program.report().rows().get(0).get("groupId");

		assertThat(resume("--decide", "2=" + own).exit()).isZero();
		assertRow(0, "SUCCEEDED", "SENT_TWICE");
	}

	@Test
	void peopleWhoHaveLeftSinceThePlanDoNotKeepAGroupFromBeingMade() throws IOException {
		first("POST", () -> {
			this.sandbox.disable("frank.moore@sandbox.example");
			return new Normal();
		});

		assertThat(
				importing("create,Left,,frank.moore@sandbox.example", "create,Left,,ben.okafor@sandbox.example").exit())
			.isEqualTo(1);

		assertRow(0, "PARTIAL", "SKIPPED_BY_PORTAL");
		assertRow(1, "SUCCEEDED", "CREATED");
		assertThat(only("Left").memberEmails()).containsExactly("ben.okafor@sandbox.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "create", "upsert" })
	void anotherImportWaitsForTheDoubtOfAKilledOne(String operation) throws IOException, InterruptedException {
		CountDownLatch both = new CountDownLatch(2);
		CountDownLatch late = new CountDownLatch(1);
		this.sandbox.setFaultPolicy((request) -> {
			if (!HoldFrom.isWrite(request)) {
				return new Normal();
			}
			both.countDown();
			return new FaultPolicy.Hold(late, false);
		});
		Program.Running running = this.program
			.start(file("one.csv", "add-members,Sales,,frank.moore@sandbox.example", "create,New,,"));
		assertThat(both.await(1, TimeUnit.MINUTES)).isTrue();
		running.kill();
		String sales = only("Sales").id().toString();
		int deeds = this.sandbox.traffic().writes().size();
		this.sandbox.setFaultPolicy((request) -> {
			if (request.method().equals("GET") && request.path().contains(sales)) {
				late.countDown();
			}
			// From the first look on, no look is answered before the late works are done.
			Poll.until(() -> late.getCount() > 0 || this.sandbox.traffic().writes().size() >= deeds + 2);
			return new Normal();
		});

		Program.Result other = this.program.importing(file("two.csv", "add-members,Sales,,elif.yilmaz@sandbox.example",
				operation + ",New,,", "create,Free,,"));
		assertThat(other.exit()).as(other.err()).isEqualTo(operation.equals("upsert") ? 0 : 1);
		assertThat(this.sandbox.traffic().overlappingWrites()).isZero();
		assertThat(only("Sales").memberEmails()).contains("elif.yilmaz@sandbox.example", "frank.moore@sandbox.example");
		assertThat(this.sandbox.groups("New")).hasSize(1);
	}

	@Test
	void tooManyFailuresStopTheRun() throws IOException {
		this.sandbox.setFaultPolicy((request) -> request.method().equals("POST") ? new Answer(400,
				"application/problem+json; charset=utf-8",
				"{\"response\":{\"title\":\"x\",\"status\":400,\"traceId\":\"1\"},\"status\":1,\"statusCode\":400}",
				Map.of(), false) : new Normal());

		Program.Result stopped = this.program.importing(
				file("many.csv", "create,A,,", "create,B,,", "create,C,,", "create,D,,", "create,E,,", "create,F,,"),
				"--max-errors", "2", "--concurrency", "1");

		assertThat(stopped.exit()).isEqualTo(4);
		assertThat(stopped.err()).contains("--max-errors");
		assertThat(this.program.report().counts()).containsEntry("FAILED", 3L).containsEntry("NOT_SENT", 3L);
	}

	private void lostTwice() throws IOException {
		AtomicInteger posts = new AtomicInteger();
		this.sandbox.setFaultPolicy((request) -> (request.method().equals("POST") && posts.incrementAndGet() <= 2)
				? new Cut(false) : new Normal());
		Program.Result lost = importing("create,Lost,,", "get,Lost,,", "add-members,Lost,,ben.okafor@sandbox.example");
		assertThat(lost.exit()).as(lost.err()).isEqualTo(3);
		assertThat(lost.out()).contains("--decide ROW=ID");
		assertRow(0, "UNKNOWN", "IN_DOUBT");
		assertRow(1, "NOT_SENT", "BEHIND_UNKNOWN");
		assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(2);
	}

	private void first(String method, Act act) {
		first(method, () -> act);
	}

	private void first(String method, Supplier<Act> act) {
		AtomicInteger seen = new AtomicInteger();
		Predicate<RecordedRequest> kind = (request) -> request.method().equals(method);
		this.sandbox.setFaultPolicy(
				(request) -> (kind.test(request) && seen.incrementAndGet() == 1) ? act.get() : new Normal());
	}

	private String make(String name, String... members) {
		String people = String.join("\",\"", members);
		String body = "{\"groupName\":\"" + name + "\",\"members\":[" + (people.isEmpty() ? "" : "\"" + people + "\"")
				+ "]}";
		String answer = send("POST", "/group", body);
		int id = answer.indexOf("\"id\":\"") + 6;
		return answer.substring(id, id + 36);
	}

	private String send(String method, String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.sandbox.url() + "/api/2.0" + path))
			.header("Authorization", "Bearer " + this.sandbox.apiKey())
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private GroupView only(String name) {
		List<GroupView> groups = this.sandbox.groups(name);
		assertThat(groups).as(name).hasSize(1);
		return groups.get(0);
	}

	private void assertRow(int index, String status, String code) {
		assertThat(this.program.report().rows().get(index)).as("row %d of the report", index)
			.containsEntry("status", status)
			.containsEntry("code", code);
	}

	private Program.Result importing(String... rows) throws IOException {
		return this.program.importing(file("rows.csv", rows));
	}

	private Program.Result resume(String... options) {
		return this.program.run(Stream.concat(Stream.of("resume", "1", "--settle", Program.SETTLE), Stream.of(options))
			.toArray(String[]::new));
	}

	private Path file(String name, String... rows) throws IOException {
		return Files.writeString(this.folder.resolve(name),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

}
