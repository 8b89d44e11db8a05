package io.groupbatch.importjob.send.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.groupbatch.clock.MonotonicClock;
import io.groupbatch.importjob.send.SendFixture;
import io.groupbatch.importjob.send.SendFixture.Row;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.sandbox.fault.FaultPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a request by its answers, one portal and one request at a time. */
@Timeout(60)
class SenderTests {

	@TempDir
	private Path folder;

	private SendFixture fixture;

	@BeforeEach
	void open() {
		this.fixture = new SendFixture(this.folder.resolve("one"));
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void oneRowOfARefusedRequestDoesNotFailTheOthers() throws InterruptedException {
		UUID elif = this.fixture.id("elif.yilmaz");
		UUID frank = this.fixture.id("frank.moore");
		SendableRequest folded = this.fixture.ready(RequestType.UPDATE, this.fixture.found("Sales"),
				new Change(null, null, List.of(elif, frank), List.of()), Row.of(Operation.ADD_MEMBERS, elif),
				Row.of(Operation.ADD_MEMBERS, frank));
		this.fixture.refuse(frank.toString());

		RequestResult result = this.fixture.sender().send(folded);

		assertThat(SendFixture.told(result)).element(0).isEqualTo("SUCCEEDED MEMBERS_ADDED");
		assertThat(result.rows().get(1).outcome().message()).contains("Not this one");
		assertThat(result.rows().get(1).notApplied()).containsExactly(frank);
		assertThat(this.fixture.members("Sales")).contains("elif.yilmaz").doesNotContain("frank.moore");
	}

	@Test
	void whoWasNotTakenByTheOtherGroupDoesNotLeaveThisOne() throws InterruptedException {
		UUID carla = this.fixture.id("carla.rossi");
		SendableRequest move = this.fixture.ready(RequestType.MOVE, this.fixture.found("Sales"),
				this.fixture.found("Engineering"), new Change(null, null, List.of(carla), List.of(carla)),
				Row.of(Operation.MOVE_MEMBERS, carla));
		this.fixture.refuse("membersToAdd\":[\"" + carla);

		RequestResult result = this.fixture.sender().send(move);

		assertThat(result.rows().get(0).outcome().message()).contains("Not this one");
		assertThat(this.fixture.members("Sales")).contains("carla.rossi");
		assertThat(this.fixture.members("Engineering")).doesNotContain("carla.rossi");
	}

	@Test
	void anAnswerThatIsCutPutsAChangeInDoubtWhateverWasDone() throws InterruptedException {
		UUID elif = this.fixture.id("elif.yilmaz");
		SendableRequest update = this.fixture.ready(RequestType.UPDATE, this.fixture.found("Sales"),
				new Change(null, null, List.of(elif), List.of()), Row.of(Operation.ADD_MEMBERS, elif));
		this.fixture.sandbox.setFaultPolicy(
				(request) -> request.method().equals("PUT") ? new FaultPolicy.Cut(true) : new FaultPolicy.Normal());

		RequestResult result = this.fixture.sender().send(update);

		assertThat(result.state()).isEqualTo(RequestState.IN_DOUBT);
		assertThat(result.rows()).isEmpty();
		assertThat(result.doubt()).isNotNull();
		assertThat(result.doubt().unanswered()).isEqualTo(1);
	}

	/** Time goes by in leaps, so that no pause of the reads is waited for. */
	@Test
	void aReadIsNotRepeatedForEverWhenNobodySaysWhenToComeAgain() throws InterruptedException {
		AtomicLong nanos = new AtomicLong();
		MonotonicClock leaping = new MonotonicClock(() -> nanos.addAndGet(30_000_000_000L));
		try (SendFixture limited = new SendFixture(this.folder.resolve("limited"), leaping)) {
			limited.sandbox.setFaultPolicy((request) -> new FaultPolicy.Answer(429, "", "", Map.of(), false));

			assertThat(limited.courier.send(RequestType.GET, GroupRequest.get(new UUID(1, 1)))).isNull();

			assertThat(limited.stop.getNow(StopCause.INTERRUPTED).reason()).isEqualTo(StopReason.PAUSED);
			assertThat(limited.sandbox.traffic().arrived()).isEqualTo(11);
		}
	}

}
