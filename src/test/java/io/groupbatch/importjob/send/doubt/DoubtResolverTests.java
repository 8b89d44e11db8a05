package io.groupbatch.importjob.send.doubt;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.importjob.send.SendFixture;
import io.groupbatch.importjob.send.SendFixture.Row;
import io.groupbatch.importjob.send.write.RequestDecision;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRow.Wish;
import io.groupbatch.journal.plan.RequestState;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;
import io.groupbatch.portal.http.GroupRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a look at the portal means after a lost answer. */
class DoubtResolverTests {

	@TempDir
	private Path folder;

	private SendFixture fixture;

	private DoubtResolver settler;

	@BeforeEach
	void open() {
		this.fixture = new SendFixture(this.folder);
		this.settler = new DoubtResolver(this.fixture.findings, this.fixture.journal.doubts,
				OperatorDecisions.of(Map.of()), this.fixture.plan(false), false);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void aLostCreateThatHasMadeNothingIsSentOnceMoreAndThenLeftOpen() throws InterruptedException {
		SendableRequest create = create("New", "ben.okafor");

		RequestDecision first = settle(SendFixture.lost(create, 1));
		assertThat(SendFixture.sent(first).request().verb()).isEqualTo(RequestType.CREATE);

		assertOpen(settle(SendFixture.lost(create, 2)), "Sent 2 times");
	}

	@Test
	void aLostCreateThatHasMadeItsGroupTakesIt() throws InterruptedException {
		SendableRequest create = create("New", "ben.okafor");
		this.fixture.sender().send(create);

		RequestResult result = SendFixture.settled(settle(SendFixture.lost(create, 1)));

		assertThat(SendFixture.told(result)).containsExactly("SUCCEEDED ADOPTED");
		assertThat(this.fixture.sandbox.groups("New")).hasSize(1);
	}

	@Test
	void whatAnAdoptedGroupLacksIsSentThreeTimesAtMost() throws InterruptedException {
		SendableRequest create = create("New", "ben.okafor");
		this.fixture.courier.send(RequestType.CREATE, GroupRequest.create("New", null, List.of()));

		SendableRequest missing = SendFixture.sent(settle(SendFixture.lost(create, 1)));
		assertThat(missing.request().verb()).isEqualTo(RequestType.UPDATE);
		assertThat(missing.request().change().adds()).containsExactly(this.fixture.id("ben.okafor"));
		assertThat(SendFixture.sent(settle(SendFixture.lost(create, 2)))).isNotNull();

		assertOpen(settle(SendFixture.lost(create, 3)), "Sent 3 times");
	}

	@Test
	void aNewStartTriesAnewWhateverAnEarlierOneHasLost() throws InterruptedException {
		SendableRequest create = SendFixture.lost(create("New", "ben.okafor"), 3);
		this.fixture.courier.send(RequestType.CREATE, GroupRequest.create("New", null, List.of()));

		this.settler.takeOver(create);

		assertThat(SendFixture.sent(settle(create)).request().verb()).isEqualTo(RequestType.UPDATE);
	}

	@Test
	void aLostChangeIsSentAsFarAsItIsMissing() throws InterruptedException {
		SendableRequest update = adding("ben.okafor", "elif.yilmaz");

		SendableRequest again = SendFixture.sent(settle(SendFixture.lost(update, 1)));
		assertThat(again.request().change().adds()).as("ben is in the group")
			.containsExactly(this.fixture.id("elif.yilmaz"));

		assertOpen(settle(SendFixture.lost(update, 3)), "Sent 3 times");
	}

	@Test
	void aLostChangeThatIsDoneHasSucceeded() throws InterruptedException {
		SendableRequest update = adding("elif.yilmaz");
		this.fixture.sender().send(update);

		assertThat(SendFixture.told(SendFixture.settled(settle(SendFixture.lost(update, 1)))))
			.containsExactly("SUCCEEDED MEMBERS_ADDED");
		assertThat(SendFixture.told(SendFixture.settled(settle(SendFixture.lost(update, 2))))).as("sent twice")
			.containsExactly("SUCCEEDED REPEATED");
	}

	@Test
	void aLostDeleteIsSentAgainWhileTheGroupIsThere() throws InterruptedException {
		SendableRequest delete = this.fixture.ready(RequestType.DELETE, this.fixture.found("Sales"), Change.NONE,
				Row.of(Operation.DELETE));

		assertThat(SendFixture.sent(settle(SendFixture.lost(delete, 1))).request().verb())
			.isEqualTo(RequestType.DELETE);

		this.fixture.sender().send(delete);
		RequestResult gone = SendFixture.settled(settle(SendFixture.lost(delete, 1)));
		assertThat(gone.state()).isEqualTo(RequestState.DONE);
		assertThat(SendFixture.told(gone)).containsExactly("SUCCEEDED DELETED");
	}

	@Test
	void aGroupThatIsGoneAfterALostChangeFailsTheRow() throws InterruptedException {
		SendableRequest update = adding("elif.yilmaz");
		this.fixture.courier.send(RequestType.DELETE,
				GroupRequest.delete(this.fixture.sandbox.groups("Sales").get(0).id()));

		assertThat(SendFixture.told(SendFixture.settled(settle(SendFixture.lost(update, 1)))))
			.containsExactly("FAILED GROUP_GONE");
	}

	@Test
	void aLostMoveIsSentAgainUntilBothGroupsShowIt() throws InterruptedException {
		SendableRequest move = this.fixture.ready(RequestType.MOVE, this.fixture.found("Sales"),
				this.fixture.found("Engineering"),
				new Change(null, null, List.of(this.fixture.id("carla.rossi")),
						List.of(this.fixture.id("carla.rossi"))),
				Row.of(Operation.MOVE_MEMBERS, this.fixture.id("carla.rossi")));

		assertThat(SendFixture.sent(settle(SendFixture.lost(move, 1))).request().verb()).isEqualTo(RequestType.MOVE);

		this.fixture.sender().send(move);
		assertThat(this.fixture.members("Engineering")).contains("carla.rossi");
		assertThat(SendFixture.settled(settle(SendFixture.lost(move, 1))).state()).isEqualTo(RequestState.DONE);
	}

	private SendableRequest create(String name, String member) {
		return this.fixture.ready(RequestType.CREATE, this.fixture.toMake(name),
				new Change(name, null, List.of(this.fixture.id(member)), List.of()),
				new Row(Operation.CREATE, new Wish(name, null, List.of(this.fixture.id(member)))));
	}

	private SendableRequest adding(String... names) {
		List<UUID> people = List.of(names).stream().map(this.fixture::id).toList();
		return this.fixture.ready(RequestType.UPDATE, this.fixture.found("Sales"),
				new Change(null, null, people, List.of()),
				new Row(Operation.ADD_MEMBERS, new Wish(null, null, people)));
	}

	private RequestDecision settle(SendableRequest inDoubt) throws InterruptedException {
		return this.settler.settle(inDoubt, this.fixture.looker.at(inDoubt));
	}

	private static void assertOpen(RequestDecision decision, String why) {
		RequestResult result = SendFixture.settled(decision);
		assertThat(result.state()).isEqualTo(RequestState.IN_DOUBT);
		assertThat(result.refusal()).isNotNull();
		assertThat(result.refusal().status()).isEqualTo(RowStatus.UNKNOWN);
		assertThat(result.refusal().code()).isEqualTo(Code.IN_DOUBT);
		assertThat(result.refusal().message()).contains(why);
	}

}
