package io.groupbatch.sandbox;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Break;
import io.groupbatch.sandbox.fault.FaultPolicy.Break.Point;
import io.groupbatch.sandbox.fault.RandomFaults;
import io.groupbatch.sandbox.fault.RandomFaultsTests;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.log.RecordedWrite.Change;
import io.groupbatch.sandbox.log.RecordedWrite.Kind;
import io.groupbatch.sandbox.state.GroupView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the portal does to its groups when it goes wrong, and what it says. */
@Timeout(60)
class FaultyWritesTests {

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private final Client client = new Client(this.sandbox);

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "502-late", "503-late", "504-late" })
	void lateWorkIsDoneBehindItsAnswer(String key) throws InterruptedException {
		this.sandbox.setFaultPolicy(late(key));
		Answer answer = create();
		assertThat(answer.status()).hasToString(key.substring(0, 3));
		assertThat(answer.text()).contains("nginx");
		assertThat(this.sandbox.groups("New")).isEmpty();

		this.sandbox.finishNow();
		this.sandbox.traffic().awaitQuiet();
		assertThat(this.sandbox.groups("New")).hasSize(1);
		assertThat(this.sandbox.groups("New").get(0).members()).hasSize(3);
		assertThat(this.sandbox.traffic().requests()).hasSize(1);
	}

	@Test
	void aCutMayComeBeforeTheWork() throws InterruptedException {
		this.sandbox.setFaultPolicy(late("cut-late"));
		assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
		assertThat(this.sandbox.groups("New")).isEmpty();
		assertThat(this.sandbox.traffic().answered(0)).isEqualTo(1);

		this.sandbox.finishNow();
		this.sandbox.traffic().awaitQuiet();
		assertThat(this.sandbox.groups("New")).hasSize(1);
	}

	@Test
	void aLateRequestThatIsRefusedIsStillAnswered() throws InterruptedException {
		this.sandbox.setFaultPolicy(late("504-late"));

		assertThat(this.client.post("group", "{}").status()).isEqualTo(504);
		this.sandbox.traffic().awaitQuiet();
		assertThat(this.sandbox.traffic().writes()).isEmpty();
	}

	@Test
	void closingLeavesLateWorkUndone() {
		this.sandbox.setFaultPolicy(late("504-late"));
		create();
		this.sandbox.close();

		assertThat(this.sandbox.groups("New")).isEmpty();
	}

	@Test
	void aLateWriteIsUnderWayUntilItsWorkIsDone() throws InterruptedException {
		this.sandbox.setFaultPolicy(late("504-late"));
		this.client.put(sales(), "{}");
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		this.client.put(sales(), "{}");
		assertThat(this.sandbox.traffic().overlappingWrites()).isEqualTo(1);
		assertThat(this.sandbox.traffic().maxConcurrentRequests()).isEqualTo(1);

		this.sandbox.finishNow();
		this.sandbox.traffic().awaitQuiet();
		this.client.put(sales(), "{}");
		assertThat(this.sandbox.traffic().overlappingWrites()).isEqualTo(1);
	}

	@ParameterizedTest(name = "after {0} of the work: manager {1}, {2} members")
	@CsvSource({ "0, , 0", "0.3, anna.muster@sandbox.example, 1", "0.6, anna.muster@sandbox.example, 2",
			"0.99, anna.muster@sandbox.example, 3" })
	void aCreateThatBreaksLeavesAPartOfItsGroup(double part, String manager, int members) {
		this.sandbox.setFaultPolicy((request) -> new Break(Point.HALFWAY, part));
		Answer answer = create();

		assertThrown(answer, 500, "Microsoft.EntityFrameworkCore.DbUpdateException");
		GroupView made = this.sandbox.groups("New").get(0);
		assertThat(made.managerEmail()).isEqualTo(manager);
		assertThat(made.members()).hasSize(members);
		assertThat(this.sandbox.traffic().writes().get(0).whole()).isEqualTo(members == 3);
		assertThat(this.sandbox.traffic().writes().get(0).change().added()).hasSize(members);
	}

	@Test
	void aWriteMayBreakBeforeItDoesAnything() {
		this.sandbox.setFaultPolicy(RandomFaultsTests.faults("500-before", "100%"));

		assertThrown(create(), 500, "Microsoft.EntityFrameworkCore.DbUpdateException");
		assertThat(this.client.delete(sales()).status()).isEqualTo(500);
		assertThat(this.sandbox.groups("New")).isEmpty();
		assertThat(this.sandbox.groups("Sales")).hasSize(1);
		assertThat(this.sandbox.traffic().writes()).isEmpty();
	}

	@Test
	void anUpdateThatBreaksHasDoneItsFirstSteps() {
		this.sandbox.setFaultPolicy((request) -> new Break(Point.HALFWAY, 0.5));
		Answer answer = this.client.put(sales(), """
				{"groupName": "Renamed", "membersToAdd": ["%s", "%s"], "membersToRemove": ["%s"]}"""
			.formatted(this.client.id("david.kim"), this.client.id("elif.yilmaz"), this.client.id("ben.okafor")));

		assertThat(answer.status()).isEqualTo(500);
		assertThat(this.sandbox.groups("Renamed").get(0).memberEmails()).contains("david.kim@sandbox.example",
				"elif.yilmaz@sandbox.example", "ben.okafor@sandbox.example");
		assertThat(change()).isEqualTo(new Change(Kind.KEPT, "Renamed", null,
				List.of("david.kim@sandbox.example", "elif.yilmaz@sandbox.example"), List.of()));
	}

	@Test
	void aDeleteThatBreaksLeavesAnEmptyGroup() {
		this.sandbox.setFaultPolicy((request) -> new Break(Point.HALFWAY, 0));

		assertThat(this.client.delete(sales()).status()).isEqualTo(500);
		assertThat(this.sandbox.groups("Sales").get(0).members()).isEmpty();
		assertThat(this.sandbox.groups("Sales").get(0).manager()).isNull();
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertThat(this.client.delete(sales()).status()).isEqualTo(204);
	}

	@Test
	void aRemovalMayBreakAfterTheRowIsGone() {
		this.sandbox.setFaultPolicy((request) -> new Break(Point.AFTER_REMOVAL, 0));
		Answer answer = this.client.put(sales(), """
				{"membersToAdd": ["%s"], "membersToRemove": ["%s", "%s"]}""".formatted(this.client.id("david.kim"),
				this.client.id("ben.okafor"), this.client.id("carla.rossi")));

		assertThrown(answer, 403, "System.InvalidOperationException");
		assertThat(this.sandbox.groups("Sales").get(0).memberEmails()).containsExactly("anna.muster@sandbox.example",
				"carla.rossi@sandbox.example", "david.kim@sandbox.example");
		assertThat(this.client.put(sales(), "{}").status()).isEqualTo(200);
	}

	@Test
	void aWriteThatIsRefusedCannotBreak() {
		this.sandbox.setFaultPolicy(RandomFaultsTests.faults("500-before", "100%"));

		assertThat(this.client.put("group/" + UUID.randomUUID(), "{}").status()).isEqualTo(404);
		assertThat(this.client.post("group", "{\"groupName\":\" \"}").status()).isEqualTo(400);
	}

	@Test
	void aBodyMayBeCutInTheMiddle() {
		this.sandbox.setFaultPolicy(RandomFaultsTests.faults("200-malformed", "100%"));
		Answer answer = create();

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
		assertThat(answer.text()).startsWith("{\"response\":{");
		assertThatThrownBy(answer::json).isInstanceOf(JacksonException.class);
		assertThat(this.sandbox.groups("New")).hasSize(1);
		assertThat(this.sandbox.traffic().requests().get(0).group()).isEqualTo(this.sandbox.groups("New").get(0).id());
	}

	@Test
	void aBodyMayBeMissing() {
		this.sandbox.setFaultPolicy(RandomFaultsTests.faults("200-empty", "100%"));
		Answer answer = create();

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEmpty();
		assertThat(this.sandbox.groups("New")).hasSize(1);
		assertThat(this.client.post("group", "{}").invalidKey()).isEqualTo("$");
		assertThat(this.client.delete(sales()).status()).isEqualTo(204);
	}

	@ParameterizedTest
	@CsvSource({ "429-minute, 1500, ''", "429-at-once, 15, ''", "429-day, 10000, 60" })
	void aWriteMayBeTurnedAway(String key, String limit, String retryAfter) {
		this.sandbox.setFaultPolicy(RandomFaultsTests.faults(key, "100%"));
		Answer answer = create();

		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.text()).isEmpty();
		assertThat(answer.header("Content-Type")).isEmpty();
		assertThat(answer.header("X-RateLimit-Limit")).isEqualTo(limit);
		assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
		assertThat(this.sandbox.groups("New")).isEmpty();
	}

	@Test
	void aFaultOfATestCanFollowTheIdOfWhatWasMade() {
		UUID[] told = new UUID[1];
		this.sandbox.setFaultPolicy(new FaultPolicy() {

			@Override
			public Act onRequest(RecordedRequest request) {
				return new Cut(true);
			}

			@Override
			public void onCreate(RecordedRequest request, UUID group) {
				told[0] = group;
			}

		});

		assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
		assertThat(Optional.of(told[0]).flatMap(this.sandbox::group)).isPresent();
	}

	private static RandomFaults late(String key) {
		return RandomFaultsTests.faults(key, "100%", "late-from", "1h", "late-to", "2h");
	}

	private Answer create() {
		return this.client.post("group", """
				{"groupName": "New", "groupManager": "%s", "members": ["%s", "%s"]}"""
			.formatted(this.client.id("anna.muster"), this.client.id("ben.okafor"), this.client.id("carla.rossi")));
	}

	private String sales() {
		return "group/" + UUID.nameUUIDFromBytes("Sales1".getBytes(java.nio.charset.StandardCharsets.UTF_8));
	}

	private Change change() {
		return this.sandbox.traffic().writes().get(0).change();
	}

	private static void assertThrown(Answer answer, int status, String type) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.json().path("error").path("type").stringValue()).isEqualTo(type);
		assertThat(answer.json().path("status").intValue()).isEqualTo(1);
		assertThat(answer.json().path("statusCode").intValue()).isEqualTo(status);
	}

}
