package io.groupbatch.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Late;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.log.RecordedWrite;
import io.groupbatch.sandbox.log.RecordedWrite.Change;
import io.groupbatch.sandbox.log.RecordedWrite.Kind;
import io.groupbatch.sandbox.state.GroupView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The record of what was really done, and what comes of doing two things at once. */
@Timeout(60)
class DeedsTests {

	private static final String TWO_MANAGERS = "Sequence contains more than one element";

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private final Client client = new Client(this.sandbox);

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void aCreateTellsWhatItMade() {
		Instant before = Instant.now();
		String id = this.client.group("New", "anna.muster", "anna.muster", "ben.okafor", "ben.okafor");

		RecordedWrite deed = this.sandbox.traffic().writes().get(0);
		assertThat(deed.change()).isEqualTo(new Change(Kind.CREATED, "New", "anna.muster@sandbox.example",
				List.of("anna.muster@sandbox.example", "ben.okafor@sandbox.example"), List.of()));
		assertThat(deed.group()).hasToString(id);
		assertThat(deed.method()).isEqualTo("POST");
		assertThat(deed.request()).isEqualTo(1);
		assertThat(deed.whole()).isTrue();
		assertThat(deed.began()).isBetween(before, deed.ended());
	}

	@Test
	void onlyWhatBecameDifferentIsTold() {
		this.client.put(sales(),
				"""
						{"groupName": "Sales", "groupManager": "%1$s", "membersToAdd": ["%2$s", "%3$s", "%4$s"],
						"membersToRemove": ["%5$s", "%6$s"]}""".formatted(this.client.id("anna.muster"),
						this.client.id("ben.okafor"), this.client.id("david.kim"), this.client.id("gina.guest"),
						this.client.id("carla.rossi"), this.client.id("elif.yilmaz")));
		this.client.put(sales(), "{}");

		assertThat(changes()).containsExactly(
				new Change(Kind.KEPT, null, null, List.of("david.kim@sandbox.example"),
						List.of("carla.rossi@sandbox.example")),
				new Change(Kind.KEPT, null, null, List.of(), List.of()));
	}

	@Test
	void aMoveIsADeedAtBothGroups() {
		this.client.send("PUT", group("Engineering") + "/members/" + sales().substring(6), "", "");

		List<String> both = List.of("david.kim@sandbox.example", "frank.moore@sandbox.example");
		assertThat(changes()).containsExactly(new Change(Kind.KEPT, null, null, List.of(), both),
				new Change(Kind.KEPT, null, null, both, List.of()));
	}

	@Test
	void aDeleteTellsWhomItTookOut() {
		this.client.delete(group("Old Hands"));

		assertThat(changes()).containsExactly(new Change(Kind.DELETED, null, null, List.of(), List
			.of("anna.muster@sandbox.example", "frank.moore@sandbox.example", "dora.disabled@sandbox.example")));
	}

	@Test
	void whatIsRefusedIsNoDeed() {
		this.client.put("group/" + UUID.randomUUID(), "{}");
		this.client.post("group", "{\"groupName\":\" \"}");
		this.client.put(sales(), "nonsense");

		assertThat(this.sandbox.traffic().writes()).isEmpty();
	}

	@Test
	void aManagerSwitchedBeforeTheRefusalIsADeed() {
		Client rooms = this.client.withKey(this.sandbox.addKey("rosa.rooms@sandbox.example"));
		rooms.put(sales() + "/manager", "{\"userId\":\"" + this.client.id("frank.moore") + "\"}");

		assertThat(changes())
			.containsExactly(new Change(Kind.KEPT, null, "frank.moore@sandbox.example", List.of(), List.of()));
		assertThat(this.sandbox.traffic().writes().get(0).whole()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 2 })
	void onlyTheLatestDeedsAreRemembered(int remembered) {
		try (Sandbox forgetful = Sandbox.start(SandboxOptions.standard().withRememberedWrites(remembered))) {
			Client other = new Client(forgetful);
			List.of("A", "B", "C").forEach((name) -> other.group(name, ""));

			assertThat(forgetful.traffic().writes()).extracting((deed) -> deed.change().name())
				.isEqualTo(List.of("A", "B", "C").subList(3 - remembered, 3));
		}
	}

	@Test
	void worksAtOneGroupThatOverlapAreCounted() throws InterruptedException {
		startLate(sales(), "{}");
		this.client.put(group("Support"), "{}");
		this.client.get(sales());
		assertThat(this.sandbox.traffic().overlappingTransactions()).isZero();
		this.client.put(sales(), "{}");
		this.client.send("PUT", group("Support") + "/members/" + sales().substring(6), "", "");
		assertThat(this.sandbox.traffic().overlappingTransactions()).isEqualTo(2);

		finish();
		this.client.put(sales(), "{}");
		assertThat(this.sandbox.traffic().overlappingTransactions()).isEqualTo(2);
		assertThat(this.sandbox.traffic().writes()).filteredOn((deed) -> deed.request() == 1).hasSize(1);
	}

	@Test
	void aGroupThatIsStillBeingMadeIsBeingWorkedAt() throws InterruptedException {
		CompletableFuture<UUID> made = new CompletableFuture<>();
		this.sandbox.setFaultPolicy(new FaultPolicy() {

			@Override
			public Act onRequest(RecordedRequest request) {
				return (request.number() == 1) ? new Late(Duration.ofMinutes(1), null) : new Normal();
			}

			@Override
			public void onCreate(RecordedRequest request, UUID group) {
				made.complete(group);
			}

		});
		String anna = "\"" + this.client.id("anna.muster") + "\"";
		CompletableFuture<Answer> create = this.client.later("POST", "group",
				"{\"groupName\":\"New\",\"members\":[" + String.join(",", Collections.nCopies(200, anna)) + "]}");

		assertThat(this.client.put("group/" + made.join(), "{}").status()).isEqualTo(200);
		assertThat(this.sandbox.traffic().overlappingTransactions()).isEqualTo(1);
		finish();
		assertThatThrownBy(create::join).hasCauseInstanceOf(IOException.class);
	}

	@Test
	void workCanTakeTime() {
		try (Sandbox slow = Sandbox.start(SandboxOptions.standard().withWork(Duration.ofMillis(30)))) {
			new Client(slow).group("New", "anna.muster");

			RecordedWrite deed = slow.traffic().writes().get(0);
			assertThat(Duration.between(deed.began(), deed.ended())).isGreaterThanOrEqualTo(Duration.ofMillis(29));
		}
	}

	@Test
	void twoManagersAtOncePoisonAGroup() throws InterruptedException {
		UUID sales = id("Sales");
		startLate(sales(), manager("david.kim"));
		assertThat(this.client.put(sales(), manager("frank.moore")).status()).isEqualTo(200);
		assertThat(this.sandbox.isCorrupt(sales)).isFalse();

		finish();
		assertThat(this.sandbox.isCorrupt(sales)).isTrue();
		assertPoisoned(this.client.get("group/" + sales));
	}

	@Test
	void nothingButTwoManagersPoisonsAGroup() throws InterruptedException {
		startLate(sales(), manager("david.kim"));
		this.client.put(sales(), "{\"membersToAdd\":[\"" + this.client.id("frank.moore") + "\"]}");
		this.client.put(sales(), manager("gina.guest"));
		this.client.put(sales(), manager("david.kim"));
		finish();
		this.client.put(sales(), manager("frank.moore"));

		assertThat(this.sandbox.isCorrupt(id("Sales"))).isFalse();
		assertThat(this.sandbox.traffic().overlappingTransactions()).isEqualTo(3);
		assertThat(this.client.get(sales()).manager()).isEqualTo("frank.moore");
	}

	@Test
	void aPoisonedGroupCanOnlyBeDeleted() {
		UUID sales = id("Sales");
		this.sandbox.corrupt(sales);

		assertPoisoned(this.client.get("group/" + sales));
		assertPoisoned(this.client.get("group/" + sales + "?includeMembers=false"));
		assertPoisoned(this.client.get("group?filterValue=sales"));
		assertThat(this.client.get("group?filterValue=engineering").status()).isEqualTo(200);
		assertPoisoned(this.client.put("group/" + sales, "{}"));
		assertPoisoned(this.client.put("group/" + sales, manager("frank.moore")));
		assertThat(this.client.delete("group/" + sales).status()).isEqualTo(204);
		assertThat(this.client.get("group?filterValue=sales").status()).isEqualTo(200);
		assertThat(this.client.get("people/filter").status()).isEqualTo(200);
	}

	@Test
	void aPoisonedGroupIsUnreadableEvenWhenItIsEmpty() {
		String empty = "group/" + this.client.group("Empty", "");
		this.sandbox.corrupt(UUID.fromString(empty.substring(6)));

		assertPoisoned(this.client.get(empty));
		assertPoisoned(this.client.get("group?filterValue=empty"));
	}

	@Test
	void aWriteAtAPoisonedGroupIsDoneUpToItsManager() {
		this.sandbox.corrupt(id("Sales"));
		String frank = this.client.id("frank.moore");
		assertPoisoned(this.client.put(sales(), "{\"membersToAdd\":[\"" + frank + "\"]}"));
		assertPoisoned(this.client.put(sales(), "{\"groupName\":\"Sold\",\"groupManager\":\"" + frank + "\"}"));

		GroupView sold = this.sandbox.groups("Sold").get(0);
		assertThat(sold.memberEmails()).contains("frank.moore@sandbox.example");
		assertThat(sold.managerEmail()).isEqualTo("anna.muster@sandbox.example");
	}

	@Test
	void thePeopleOfAPoisonedGroupCannotBeRead() {
		this.sandbox.corrupt(id("Old Hands"));

		assertPoisoned(this.client.get("people/filter?filterValue=anna.muster"));
		assertPoisoned(this.client.get("people/anna.muster"));
		assertPoisoned(this.client.get("group/user/" + this.client.id("anna.muster")));
		assertPoisoned(this.client.get(sales()));
		assertThat(this.client.get("people/dora.disabled").status()).isEqualTo(200);
		assertThat(this.client.get("people/filter?filterValue=david.kim").status()).isEqualTo(200);
		assertThat(this.client.get(group("Support")).status()).isEqualTo(200);
	}

	private void startLate(String path, String body) {
		this.sandbox
			.setFaultPolicy((request) -> new Late(Duration.ofHours(1), FaultPolicy.Answer.fromProxy(504, true)));
		assertThat(this.client.put(path, body).status()).isEqualTo(504);
		this.sandbox.setFaultPolicy(FaultPolicy.none());
	}

	private void finish() throws InterruptedException {
		this.sandbox.finishNow();
		this.sandbox.traffic().awaitQuiet();
	}

	private List<Change> changes() {
		return this.sandbox.traffic().writes().stream().map(RecordedWrite::change).toList();
	}

	private String manager(String userName) {
		return "{\"groupManager\":\"" + this.client.id(userName) + "\"}";
	}

	private String sales() {
		return group("Sales");
	}

	private String group(String name) {
		return "group/" + id(name);
	}

	private UUID id(String name) {
		return this.sandbox.groups(name).get(0).id();
	}

	private static void assertPoisoned(Answer answer) {
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.error()).isEqualTo(TWO_MANAGERS);
		assertThat(answer.json().path("error").path("type").stringValue())
			.isEqualTo("System.InvalidOperationException");
	}

}
