package io.groupbatch.journal.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.plan.PlannedRequest;
import io.groupbatch.journal.plan.PlannedRequest.Change;
import io.groupbatch.journal.plan.PlannedRequest.Ties;
import io.groupbatch.journal.plan.RequestType;
import io.groupbatch.journal.plan.TrackedGroup;
import io.groupbatch.journal.plan.TrackedGroup.Trail;
import io.groupbatch.journal.plan.TrackedGroupState;
import io.groupbatch.journal.send.GroupSnapshot;
import io.groupbatch.journal.send.MemberSetHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class PlannedChangesTests {

	private static final UUID ANNA = new UUID(0, 1);

	private static final UUID BEA = new UUID(0, 2);

	private static final UUID CARL = new UUID(0, 3);

	private TestJournal journal;

	private long run;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.run = this.journal.run("a").number();
	}

	@Test
	void whatComesOfAllRequestsIsComparedWithTheStateBefore() {
		found(1, "Team", ANNA, ANNA, BEA);
		touched(1, "Club", BEA, 3);
		request(1, 1, RequestType.UPDATE, new Change("Other", null, List.of(CARL, ANNA), List.of()));
		request(2, 1, RequestType.UPDATE, new Change("Club", BEA, List.of(), List.of(CARL)));
		request(3, 1, RequestType.UPDATE, new Change(null, null, List.of(), List.of(ANNA)));

		GroupChange change = changes().get(0);

		assertThat(change.before()).isEqualTo(new GroupChange.Before(new UUID(1, 1), "Team", ANNA, 2));
		assertThat(change.name()).isEqualTo("Club");
		assertThat(change.manager()).isEqualTo(BEA);
		assertThat(change.added()).isEmpty();
		assertThat(change.removed()).containsExactly(ANNA);
		assertThat(change.isRename() && change.isNewManager() && change.isChange()).isTrue();
		assertThat(change.requests()).extracting(PlannedRequest::id).containsExactly(1L, 2L, 3L);
	}

	@Test
	void aNewGroupHasItsManagerAmongItsMembers() {
		made(1, "New");
		request(1, 1, RequestType.CREATE, new Change("New", ANNA, List.of(BEA), List.of()));

		GroupChange change = changes().get(0);

		assertThat(change.isCreate()).isTrue();
		assertThat(change.added()).containsExactlyInAnyOrder(ANNA, BEA);
	}

	@Test
	void aMoveChangesBothGroupsAndIsCountedOnce() {
		found(1, "From", ANNA, ANNA, BEA);
		found(2, "Into", null, BEA);
		touched(1, "From", null, 1);
		touched(2, "Into", null, 1);
		this.journal.inTransaction(() -> {
			this.journal.requests.add(this.run,
					List.of(new PlannedRequest(1, RequestType.MOVE, 1,
							new Change(null, null, List.of(ANNA), List.of(ANNA, BEA)),
							new Ties(null, null, null, new PlannedRequest.Target(2, null, null)), 1)));
			return 0;
		});

		List<GroupChange> changes = changes();

		assertThat(changes.get(0).removed()).containsExactlyInAnyOrder(ANNA, BEA);
		assertThat(changes.get(0).isNewManager()).isTrue();
		assertThat(changes.get(1).added()).containsExactly(ANNA);
		assertThat(changes).extracting((change) -> change.requests().size()).containsExactly(1, 0);
	}

	@Test
	void aDeletedGroupLosesNobodyButItself() {
		found(1, "Team", ANNA, ANNA, BEA);
		touched(1, "Team", ANNA, 2);
		request(1, 1, RequestType.UPDATE, new Change(null, null, List.of(), List.of(BEA)));
		request(2, 1, RequestType.DELETE, Change.NONE);

		GroupChange change = changes().get(0);

		assertThat(change.isDelete()).isTrue();
		assertThat(change.isChange()).isFalse();
		assertThat(change.removed()).isEmpty();
	}

	@Test
	void whatHoldsAlreadyIsNoChange() {
		found(1, "Team", ANNA, ANNA, BEA);
		touched(1, "Team", ANNA, 1);
		request(1, 1, RequestType.UPDATE, new Change("Team", ANNA, List.of(BEA), List.of(CARL)));

		assertThat(changes().get(0).isChange()).isFalse();
	}

	@Test
	void everyTouchedGroupOfTheRunComesOnceHoweverManyThereAre() {
		long other = this.journal.run("b").number();
		this.journal.groups.add(other, List
			.of(new TrackedGroup(1, null, "Foreign", null, false, TrackedGroupState.TO_MAKE, new Trail(2L, 1L, null))));
		for (long ref = 2; ref <= 502; ref++) {
			made(ref, "Group " + ref);
		}
		found(503, "Untouched", null);

		assertThat(changes()).hasSize(501);
	}

	@Test
	void aPageOfGroupsMayNameMorePeopleThanAnSqlArrayHolds() {
		for (long ref = 1; ref <= 200; ref++) {
			long group = ref;
			found(ref, "Team " + ref, null, ANNA);
			touched(ref, "Team " + ref, null, ref);
			request(ref, ref, RequestType.UPDATE, new Change(null, null,
					Stream
						.concat(Stream.of(ANNA), IntStream.range(0, 400).mapToObj((person) -> new UUID(group, person)))
						.toList(),
					List.of()));
		}

		assertThat(changes()).hasSize(200).allSatisfy((change) -> assertThat(change.added()).hasSize(400));
	}

	@Test
	void theStateBeforeIsNotOverwritten() {
		found(1, "Team", ANNA, ANNA, BEA);
		touched(1, "Club", BEA, 1);

		assertThat(this.journal.before.groups(this.run)).containsExactly(
				List.of(new GroupSnapshot(1, new UUID(1, 1), "Team", ANNA, MemberSetHash.of(List.of(BEA, ANNA)))));
		assertThat(this.journal.before.names(this.run)).containsExactly(List.of("Club"));
	}

	@Test
	void disabledPeopleAreNotSeenInAGroup() {
		found(1, "Team", ANNA, ANNA, BEA);
		this.journal.people.add(this.run,
				List.of(new PersonEntry(BEA, "bea@x", "Bea", PersonEntry.Kind.USER, PersonEntry.Status.DISABLED)));
		touched(1, "Team", ANNA, 1);

		GroupSnapshot look = this.journal.before.groups(this.run).iterator().next().get(0);

		assertThat(look.isSame("Team", ANNA, MemberSetHash.of(List.of(ANNA)))).isTrue();
		assertThat(look.isSame("Team", ANNA, MemberSetHash.of(List.of(CARL)))).isFalse();
		assertThat(look.isSame("Team", null, MemberSetHash.of(List.of(ANNA)))).isFalse();
		assertThat(look.isSame("team", ANNA, MemberSetHash.of(List.of(ANNA)))).isFalse();
	}

	@Test
	void aNewcomerIsAGroupThatNobodyKnewWithANameThatIsToBeGiven() {
		found(1, "Team", null);
		made(2, "New");

		assertThat(this.journal.before.newcomers(this.run, List.of(new UUID(9, 9), new UUID(9, 8), new UUID(1, 1)),
				List.of("New", "Team", "New")))
			.containsExactly("New");
	}

	private List<GroupChange> changes() {
		List<GroupChange> changes = new ArrayList<>();
		this.journal.changes.forEach(this.run, changes::add);
		return changes;
	}

	private void found(long ref, String name, UUID manager, UUID... members) {
		this.journal.groups.add(this.run, List
			.of(new TrackedGroup(ref, new UUID(1, ref), name, manager, false, TrackedGroupState.FOUND, Trail.NONE)));
		this.journal.groups.addMembers(this.run, Map.of(ref, Set.of(members)));
	}

	private void touched(long ref, String name, UUID manager, long lastRequest) {
		this.journal.groups.update(List.of(new TrackedGroup(ref, new UUID(1, ref), name, manager, false,
				TrackedGroupState.FOUND, new Trail(null, lastRequest, null))));
	}

	private void made(long ref, String name) {
		this.journal.groups.add(this.run, List
			.of(new TrackedGroup(ref, null, name, null, false, TrackedGroupState.TO_MAKE, new Trail(2L, ref, null))));
	}

	private void request(long id, long ref, RequestType verb, Change change) {
		this.journal.requests.add(this.run,
				List.of(new PlannedRequest(id, verb, ref, change, new Ties(null, null, null), id)));
	}

}
