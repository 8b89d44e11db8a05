package io.groupbatch.importjob.send.write;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import io.groupbatch.importjob.send.SendFixture;
import io.groupbatch.importjob.send.SendFixture.Row;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.http.GroupRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What an old plan still sends when others have changed what it was made for. */
class StalePlanCheckTests {

	@TempDir
	private Path folder;

	private SendFixture fixture;

	private UUID elif;

	private UUID frank;

	private UUID sales;

	@BeforeEach
	void open() {
		this.fixture = new SendFixture(this.folder);
		this.elif = this.fixture.id("elif.yilmaz");
		this.frank = this.fixture.id("frank.moore");
		this.sales = this.fixture.sandbox.groups("Sales").get(0).id();
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whatIsStillAsItWasIsSentAsPlanned() throws InterruptedException {
		SendableRequest update = adding(Operation.ADD_MEMBERS);

		assertThat(SendFixture.sent(check(update))).isEqualTo(update);
	}

	@Test
	void aPlanThatIsYoungIsSentUnseen() throws InterruptedException {
		SendableRequest update = adding(Operation.UPDATE);
		others(null, List.of(this.frank));

		assertThat(SendFixture.sent(this.fixture.plan(false).check(update))).isEqualTo(update);
	}

	@Test
	void ofAChangedGroupAWishIsSentAsFarAsItIsMissing() throws InterruptedException {
		SendableRequest update = adding(Operation.ADD_MEMBERS);
		others(null, List.of(this.frank));

		SendableRequest anew = SendFixture.sent(check(update));

		assertThat(anew.request().change().adds()).containsExactly(this.elif);
		assertThat(anew.group().people()).as("as it is now").contains(this.frank);
	}

	@Test
	void aWishThatOthersHaveFulfilledIsNotSent() throws InterruptedException {
		SendableRequest update = adding(Operation.ADD_MEMBERS);
		others(null, List.of(this.elif));

		assertThat(SendFixture.told(SendFixture.settled(check(update)))).containsExactly("UNCHANGED ALREADY_SO");
	}

	@Test
	void anyOtherRowOfAChangedGroupFails() throws InterruptedException {
		SendableRequest update = adding(Operation.UPDATE);
		others(null, List.of(this.frank));

		assertThat(SendFixture.told(SendFixture.settled(check(update)))).containsExactly("FAILED CHANGED_SINCE_PLAN");
	}

	@Test
	void aGroupThatIsCalledOtherwiseNowIsLeftAlone() throws InterruptedException {
		SendableRequest update = adding(Operation.ADD_MEMBERS);
		others("Sales 2", List.of());

		RequestResult result = SendFixture.settled(check(update));

		assertThat(SendFixture.told(result)).containsExactly("FAILED CHANGED_SINCE_PLAN");
		assertThat(result.rows().get(0).outcome().message()).contains("is called \"Sales 2\" now");
	}

	@Test
	void aGroupThatWasDeletedIsNotMadeAgain() throws InterruptedException {
		SendableRequest update = adding(Operation.ADD_MEMBERS);
		this.fixture.courier.send(RequestType.DELETE, GroupRequest.delete(this.sales));

		RequestResult result = SendFixture.settled(check(update));

		assertThat(SendFixture.told(result)).containsExactly("FAILED CHANGED_SINCE_PLAN");
		assertThat(result.rows().get(0).outcome().message()).contains("has been deleted");
	}

	@Test
	void aNameThatOthersHaveTakenIsNotGivenToASecondGroup() throws InterruptedException {
		SendableRequest create = creating(Operation.CREATE);
		this.fixture.courier.send(RequestType.CREATE, GroupRequest.create("New", null, List.of(this.frank)));

		assertThat(SendFixture.told(SendFixture.settled(check(create)))).containsExactly("FAILED NAME_TAKEN");
	}

	@Test
	void aGroupThatHasAppearedIsChangedAsTheWishWantsIt() throws InterruptedException {
		SendableRequest create = creating(Operation.UPSERT);
		this.fixture.courier.send(RequestType.CREATE, GroupRequest.create("New", null, List.of(this.frank)));

		SendableRequest anew = SendFixture.sent(check(create));

		assertThat(anew.request().verb()).isEqualTo(RequestType.UPDATE);
		assertThat(anew.request().change().adds()).containsExactly(this.elif);
		assertThat(anew.group().id()).isEqualTo(this.fixture.sandbox.groups("New").get(0).id());
	}

	private RequestDecision check(SendableRequest ready) throws InterruptedException {
		return this.fixture.plan(true).check(ready);
	}

	private void others(String name, List<UUID> joining) throws InterruptedException {
		this.fixture.courier.send(RequestType.UPDATE, GroupRequest.update(this.sales, name, null, joining, List.of()));
	}

	private SendableRequest adding(Operation operation) {
		return this.fixture.ready(RequestType.UPDATE, this.fixture.found("Sales"),
				new Change(null, null, List.of(this.elif), List.of()), Row.of(operation, this.elif));
	}

	private SendableRequest creating(Operation operation) {
		return this.fixture.ready(RequestType.CREATE, this.fixture.toMake("New"),
				new Change("New", null, List.of(this.elif), List.of()),
				new Row(operation, new Wish("New", null, List.of(this.elif))));
	}

}
