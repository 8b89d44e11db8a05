package io.groupbatch.journal.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.send.RequestResult;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class RequestsTests {

	private static final UUID ANNA = new UUID(0, 1);

	private static final UUID BEA = new UUID(0, 2);

	private TestJournal journal;

	private Requests requests;

	private long run;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.requests = this.journal.requests;
		this.run = this.journal.run("a").number();
	}

	@Test
	void requestsComeBackAsTheyWereAdded() {
		PlannedRequest create = new PlannedRequest(1, RequestType.CREATE, 4,
				new Change("Team", ANNA, List.of(BEA, ANNA), List.of()), new Ties(null, null, null), 2);
		PlannedRequest update = new PlannedRequest(2, RequestType.UPDATE, 4,
				new Change(null, null, List.of(), List.of(BEA)), new Ties(1L, 8L, 9L), 2);

		this.requests.add(this.run, List.of(create, update));

		assertThat(this.requests.get(Set.of(1L, 2L, 3L))).containsExactlyInAnyOrder(create, update);
		assertThat(this.requests.get(Set.of())).isEmpty();
	}

	@Test
	void laterRowsMayJoinARequest() {
		Ties ties = new Ties(null, 7L, null);
		this.requests.add(this.run, List.of(new PlannedRequest(1, RequestType.CREATE, 4,
				new Change("Team", null, List.of(ANNA), List.of()), ties, 1)));
		PlannedRequest joined = new PlannedRequest(1, RequestType.CREATE, 4,
				new Change("Team", BEA, List.of(ANNA, BEA), List.of()), ties, 5);

		this.requests.update(List.of(joined));

		assertThat(this.requests.get(Set.of(1L))).containsExactly(joined);
	}

	@Test
	void thePeopleOfAGroupsRequestsAreCounted() {
		Change change = new Change(null, null, List.of(ANNA), List.of(BEA)).showingOnly(List.of(ANNA, BEA));
		PlannedRequest one = new PlannedRequest(1, RequestType.UPDATE, 4, change, new Ties(null, null, null), 1);
		PlannedRequest other = one.holding(new Change(null, null, List.of(BEA), List.of()));
		this.requests.add(this.run, List.of(one, get(2)));

		assertThat(this.requests.sizes(Set.of(4L, 5L))).isEqualTo(Map.of(4L, (long) one.people(), 5L, 0L));
		assertThat(one.people()).isEqualTo(4);

		this.requests.update(List.of(other));

		assertThat(this.requests.sizes(Set.of(4L))).isEqualTo(Map.of(4L, 5L));
		assertThat(this.requests.sizes(Set.of())).isEmpty();
	}

	@Test
	void numbersAreCountedOnOverAllRuns() {
		assertThat(this.requests.nextId()).isEqualTo(1);

		this.requests.add(this.run, List.of(get(3)));

		assertThat(this.requests.nextId()).isEqualTo(4);
	}

	@Test
	void countsWhatIsStillToBeSentInARun() {
		long other = this.journal.run("b").number();
		this.requests.add(this.run, List.of(get(1), get(2), get(3)));
		this.requests.add(other, List.of(get(4)));

		this.journal.record(this.run,
				new RequestResult(get(1), RequestState.DONE, TestJournal.trace(200, 0), null, List.of()),
				new RequestResult(get(2), RequestState.IN_DOUBT, null, null, List.of()));

		assertThat(this.requests.countPlanned(this.run)).isEqualTo(1);
		assertThat(this.requests.countPlanned(other)).isEqualTo(1);
	}

	@Test
	void nothingToAddIsNoMistake() {
		this.requests.add(this.run, List.of());
		this.requests.update(List.of());

		assertThat(this.requests.countPlanned(this.run)).isZero();
	}

	private static PlannedRequest get(long id) {
		return new PlannedRequest(id, RequestType.GET, 4, Change.NONE, new Ties(null, null, null), id);
	}

}
