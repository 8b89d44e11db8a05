package io.groupbatch.sandbox;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.state.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What only a simulated portal can: be watched, and misbehave on demand. */
@Timeout(60)
class SandboxTests {

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private final Client client = new Client(this.sandbox);

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void everyRequestIsEnteredBeforeItsAnswer() {
		String id = this.client.group("New", "");
		this.client.get("group/" + id + "?includeMembers=false");
		this.client.with("").get("people/filter");

		List<RecordedRequest> requests = this.sandbox.traffic().requests();
		assertThat(requests).extracting(RecordedRequest::number).containsExactly(1L, 2L, 3L);
		assertThat(requests).extracting(RecordedRequest::status).containsExactly(200, 200, 401);
		assertThat(requests.get(0).group()).hasToString(id);
		assertThat(requests.get(0).body()).contains("\"New\"");
		assertThat(requests.get(1).path()).isEqualTo("/api/2.0/group/" + id + "?includeMembers=false");
		assertThat(requests.get(1).group()).hasToString(id);
		assertThat(requests.get(2).group()).isNull();
		assertThat(this.sandbox.traffic().sent("GET")).isEqualTo(2);
		assertThat(this.sandbox.traffic().answered(200)).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 2 })
	void onlyTheLatestRequestsAreRemembered(int remembered) {
		try (Sandbox forgetful = Sandbox.start(SandboxOptions.standard().withRememberedRequests(remembered))) {
			Client other = new Client(forgetful);
			other.get("group");
			other.get("people");
			other.get("keys/@self");

			assertThat(forgetful.traffic().requests()).hasSize(remembered);
			assertThat(forgetful.traffic().arrived()).isEqualTo(3);
		}
	}

	@Test
	void twoWritesForOneGroupAtOnceAreNoticed() throws InterruptedException {
		String sales = "group/" + this.sandbox.groups("Sales").get(0).id();
		String twins = "group/" + this.sandbox.groups("Twins").get(0).id();
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		this.sandbox.setFaultPolicy((request) -> {
			arrived.countDown();
			return (request.number() == 1) ? new FaultPolicy.Hold(release, false) : new FaultPolicy.Normal();
		});
		CompletableFuture<Answer> held = this.client.later("PUT", sales, "{}");
		arrived.await();
		this.client.get(sales);
		this.client.put(twins, "{}");

		assertThat(this.sandbox.traffic().overlappingWrites()).isZero();
		this.client.put(twins + "/members/" + sales.substring(6), "{}");
		assertThat(this.sandbox.traffic().overlappingWrites()).isEqualTo(1);
		release.countDown();
		assertThat(held.join().status()).isEqualTo(200);
		this.client.put(sales, "{}");
		assertThat(this.sandbox.traffic().overlappingWrites()).isEqualTo(1);
		assertThat(this.sandbox.traffic().maxConcurrentRequests()).isEqualTo(2);
	}

	@Test
	void requestsDoNotWaitForOneAnother() {
		CountDownLatch all = new CountDownLatch(15);
		this.sandbox.setFaultPolicy((request) -> {
			all.countDown();
			return new FaultPolicy.Hold(all, true);
		});
		List<CompletableFuture<Answer>> answers = new ArrayList<>();
		for (int number = 0; number < 15; number++) {
			answers.add(this.client.later("POST", "group", "{\"groupName\":\"New\"}"));
		}

		assertThat(answers).allMatch((answer) -> answer.join().status() == 200);
		assertThat(this.sandbox.groups("New")).hasSize(15);
		assertThat(this.sandbox.traffic().maxConcurrentRequests()).isEqualTo(15);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aCutConnectionMayHaveDoneItsWork(boolean works) {
		this.sandbox.setFaultPolicy((request) -> new FaultPolicy.Cut(works));

		assertThatThrownBy(() -> this.client.post("group", "{\"groupName\":\"New\"}"))
			.isInstanceOf(UncheckedIOException.class);
		assertThat(this.sandbox.groups("New")).hasSize(works ? 1 : 0);
		assertThat(this.sandbox.traffic().answered(0)).isEqualTo(1);
		assertThat(this.sandbox.traffic().requests().get(0).body()).contains("New");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aProxysPageMayHideFinishedWork(boolean works) {
		this.sandbox.setFaultPolicy((request) -> FaultPolicy.Answer.fromProxy(504, works));
		Answer answer = this.client.post("group", "{\"groupName\":\"New\"}");

		assertThat(answer.status()).isEqualTo(504);
		assertThat(answer.header("Content-Type")).isEqualTo("text/html");
		assertThat(answer.text()).contains("<h1>504</h1>");
		assertThat(this.sandbox.groups("New")).hasSize(works ? 1 : 0);
	}

	@Test
	void anyAnswerCanBeGiven() {
		this.sandbox.setFaultPolicy(
				(request) -> new FaultPolicy.Answer(429, "text/plain", "slow", Map.of("Retry-After", "7"), false));

		assertThat(this.client.get("group").header("Retry-After")).isEqualTo("7");
		this.sandbox.setFaultPolicy(FaultPolicy.none());
		assertThat(this.client.get("group").status()).isEqualTo(200);
	}

	@Test
	void workCanBeDoneLongBeforeItsAnswer() throws InterruptedException {
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch arrived = new CountDownLatch(1);
		this.sandbox.setFaultPolicy((request) -> {
			arrived.countDown();
			return new FaultPolicy.Hold(release, false);
		});
		CompletableFuture<Answer> held = this.client.later("POST", "group", "{\"groupName\":\"New\"}");
		arrived.await();

		assertThat(this.sandbox.groups("New")).isEmpty();
		assertThat(held.isDone()).isFalse();
		release.countDown();
		assertThat(held.join().status()).isEqualTo(200);
		assertThat(this.sandbox.groups("New")).hasSize(1);
	}

	@Test
	void closingCutsWhatIsOnHold() throws InterruptedException {
		CountDownLatch arrived = new CountDownLatch(1);
		this.sandbox.setFaultPolicy((request) -> {
			arrived.countDown();
			return new FaultPolicy.Hold(new CountDownLatch(1), false);
		});
		CompletableFuture<Answer> held = this.client.later("POST", "group", "{}");
		arrived.await();
		this.sandbox.close();

		assertThatThrownBy(held::join).hasCauseInstanceOf(java.io.IOException.class);
	}

	@Test
	void latencyDelaysEveryAnswer() {
		try (Sandbox slow = Sandbox.start(SandboxOptions.standard().withLatency(Duration.ofMillis(50)))) {
			long start = System.nanoTime();
			new Client(slow).get("group?count=1");

			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
		}
	}

	@Test
	void aPortCanBeChosenOnce() {
		assertThatThrownBy(() -> Sandbox.start(SandboxOptions.standard().withPort(this.sandbox.url().getPort())))
			.isInstanceOf(UncheckedIOException.class)
			.hasMessageContaining("port " + this.sandbox.url().getPort());
	}

	@Test
	void peopleCanBeAddedAndChangedButNotMistaken() {
		Person added = this.sandbox.add(Person.of("New", "Face", "New.Face@sandbox.example"));

		assertThat(this.client.get("people/filter?filterValue=new.face").all("email"))
			.containsExactly("New.Face@sandbox.example");
		assertThatThrownBy(() -> this.sandbox.add(Person.of("", "", "new.face@sandbox.example")))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> this.sandbox.change("new.face@sandbox.example",
				(person) -> Person.of("", "", "other@sandbox.example")))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> this.sandbox.disable("no.body@sandbox.example"))
			.hasMessageContaining("no.body@sandbox.example");
		assertThat(this.sandbox.person("new.face@sandbox.example")).contains(added);
	}

}
