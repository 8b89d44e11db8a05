package io.groupbatch.importjob.send.write;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.groupbatch.batch.Progress;
import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.send.exchange.CircuitBreaker;
import io.groupbatch.importjob.send.exchange.PortalAccess;
import io.groupbatch.importjob.send.exchange.RequestExecutor;
import io.groupbatch.importjob.send.exchange.RequestExecutor.Reply;
import io.groupbatch.importjob.send.pace.RateBudget;
import io.groupbatch.importjob.send.pace.Throttle;
import io.groupbatch.journal.plan.GroupState;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.http.ApiKey;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.state.GroupView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExactMembershipCorrectionTests {

	private static final MonotonicClock MONOTONIC = new MonotonicClock(System::nanoTime);

	private Sandbox sandbox;

	private PortalClient client;

	private RequestExecutor courier;

	private GroupView sales;

	@BeforeEach
	void connect() {
		this.sandbox = Sandbox.start(SandboxOptions.standard());
		this.client = new PortalClient(new PortalSettings(this.sandbox.url(), ApiKey.of(this.sandbox.apiKey()), 2));
		Throttle pace = new Throttle(Clock.systemUTC(), MONOTONIC,
				new RateBudget(this.client.recent(), PortalLimits.UNKNOWN), new Throttle.Manner(null, false),
				new Progress(Clock.systemUTC()));
		this.courier = new RequestExecutor(new PortalAccess(this.client, new Directory(this.client), Set.of()), pace,
				new CircuitBreaker(1, List.of()), new CompletableFuture<>(), Clock.systemUTC(), MONOTONIC,
				Duration.ofMillis(1), Duration.ofMillis(1));
		this.sales = this.sandbox.groups("Sales").get(0);
	}

	@AfterEach
	void disconnect() {
		this.client.close();
		this.sandbox.close();
	}

	@Test
	void whoCameMeanwhileIsRemovedAndWhoLeftIsAdded() throws InterruptedException {
		List<UUID> wanted = List.of(id("ben.okafor"), id("elif.yilmaz"));

		Reply last = follow(new Change(null, null, List.of(), List.of(), wanted));

		Group shown = Objects.requireNonNull(last.answer().group());
		assertThat(shown.members()).containsExactlyInAnyOrder(id("anna.muster"), id("ben.okafor"), id("elif.yilmaz"));
		assertThat(shown.manager()).isEqualTo(id("anna.muster"));
		assertThat(this.sandbox.traffic().sent("PUT")).isEqualTo(1);
	}

	@Test
	void whomThePortalPassedOverIsNotAskedForAgain() throws InterruptedException {
		List<UUID> wanted = List.of(id("ben.okafor"), id("carla.rossi"), new UUID(0, 7));

		follow(new Change(null, null, List.of(new UUID(0, 7)), List.of(), wanted));

		assertThat(this.sandbox.traffic().sent("PUT")).isZero();
	}

	@Test
	void othersMayBeThereWhereNobodySaysWhoShallBe() throws InterruptedException {
		follow(new Change(null, null, List.of(id("ben.okafor")), List.of()));

		assertThat(this.sandbox.traffic().sent("PUT")).isZero();
	}

	private Reply follow(Change change) throws InterruptedException {
		SendableRequest ready = new SendableRequest(
				new PlannedRequest(1, RequestType.UPDATE, 1, change, new Ties(null, null, null), 1),
				new GroupState(this.sales.id(), "Sales", null, null), List.of(), null, null);
		Reply seen = Objects.requireNonNull(this.courier.send(RequestType.GET, GroupRequest.get(this.sales.id())));
		return new ExactMembershipCorrection(this.courier).follow(ready, seen);
	}

	private UUID id(String person) {
		return this.sandbox.person(person + "@sandbox.example").orElseThrow().id();
	}

}
