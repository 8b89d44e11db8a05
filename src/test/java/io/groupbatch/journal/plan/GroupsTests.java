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
import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.plan.TrackedGroup.Trail;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.row.RowStatus;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class GroupsTests {

	private static final UUID ANNA = new UUID(0, 1);

	private static final UUID BEA = new UUID(0, 2);

	private TestJournal journal;

	private Groups groups;

	private long run;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.groups = this.journal.groups;
		this.run = this.journal.run("a").number();
	}

	@Test
	void refsAreCountedOnOverAllRuns() {
		assertThat(this.groups.nextRef()).isEqualTo(1);

		this.groups.add(this.run, List.of(found(4, "Team")));

		assertThat(this.groups.nextRef()).isEqualTo(5);
	}

	@Test
	void groupsComeBackAsTheyWereAdded() {
		TrackedGroup found = new TrackedGroup(1, new UUID(1, 1), "Team", ANNA, true, TrackedGroupState.FOUND,
				Trail.NONE);
		TrackedGroup made = new TrackedGroup(2, null, "Neu", null, false, TrackedGroupState.TO_MAKE,
				new Trail(7L, 8L, 9L));

		this.groups.add(this.run, List.of(found, made));

		assertThat(this.groups.byName(this.run, Set.of("Team", "Neu"))).containsExactly(found, made);
		assertThat(this.groups.byPortalId(this.run, Set.of(new UUID(1, 1)))).containsExactly(found);
	}

	@Test
	void aNameIsFoundExactlyAsItIsWritten() {
		this.groups.add(this.run, List.of(found(1, "Team"), found(2, "team"), found(3, "Team "), found(4, "Team")));

		assertThat(this.groups.byName(this.run, Set.of("Team"))).extracting(TrackedGroup::ref).containsExactly(1L, 4L);
	}

	@Test
	void aGroupThatIsGoneIsFoundByIdOnly() {
		this.groups.add(this.run, List.of(found(1, "Team")));
		TrackedGroup gone = new TrackedGroup(1, new UUID(1, 1), "Team", null, false, TrackedGroupState.GONE,
				new Trail(3L, 5L, null));

		this.groups.update(List.of(gone));

		assertThat(this.groups.byName(this.run, Set.of("Team"))).isEmpty();
		assertThat(this.groups.byPortalId(this.run, Set.of(new UUID(1, 1)))).containsExactly(gone);
	}

	@Test
	void anotherRunKnowsNothingOfThem() {
		this.groups.add(this.run, List.of(found(1, "Team")));
		this.groups.loseNames(this.run, List.of(new ReleasedName("Old", 3, ReleasedName.Why.DELETED, 1L)));

		assertThat(this.groups.byName(this.run + 1, Set.of("Team"))).isEmpty();
		assertThat(this.groups.byPortalId(this.run + 1, Set.of(new UUID(1, 1)))).isEmpty();
		assertThat(this.groups.lostNames(this.run + 1, Set.of("Old"))).isEmpty();
	}

	@Test
	void nothingAskedForIsNothingFound() {
		this.groups.add(this.run, List.of());
		this.groups.update(List.of());
		this.groups.addMembers(this.run, Map.of());
		this.groups.loseNames(this.run, List.of());

		assertThat(this.groups.byName(this.run, Set.of())).isEmpty();
		assertThat(this.groups.byPortalId(this.run, Set.of())).isEmpty();
		assertThat(this.groups.members(Set.of())).isEmpty();
		assertThat(this.groups.lostNames(this.run, Set.of())).isEmpty();
	}

	@Test
	void membersAreFoundByGroup() {
		this.groups.addMembers(this.run, Map.of(1L, Set.of(ANNA, BEA), 2L, Set.of(BEA), 3L, Set.of()));

		assertThat(this.groups.members(Set.of(1L, 2L, 3L, 4L)))
			.isEqualTo(Map.of(1L, Set.of(ANNA, BEA), 2L, Set.of(BEA)));
	}

	@Test
	void membersOfSeveralGroupsAreCountedTogether() {
		this.groups.addMembers(this.run, Map.of(1L, Set.of(ANNA, BEA), 2L, Set.of(BEA), 3L, Set.of(ANNA)));

		assertThat(this.groups.haveMoreMembers(Set.of(1L, 2L), 2)).isTrue();
		assertThat(this.groups.haveMoreMembers(Set.of(1L, 2L), 3)).isFalse();
		assertThat(this.groups.haveMoreMembers(Set.of(), 0)).isFalse();
	}

	@Test
	void onlyMembersOfGroupsThatRowsOrRequestsAreAboutAreKept() {
		TrackedGroup touched = new TrackedGroup(1, new UUID(1, 1), "Team", null, false, TrackedGroupState.FOUND,
				new Trail(null, 5L, null));
		TrackedGroup named = found(3, "Named");
		this.groups.add(this.run, List.of(touched, found(2, "Other"), named));
		this.groups.addMembers(this.run, Map.of(1L, Set.of(ANNA), 2L, Set.of(BEA), 3L, Set.of(ANNA)));
		this.journal.plannedRows.add(this.run, List.of(PlannedRow.unsent(2,
				new RowResult(RowStatus.UNCHANGED, Code.ALREADY_SO, null), named, PlannedRow.Wish.NONE)));

		this.groups.forgetUntouched(this.run);

		assertThat(this.groups.members(Set.of(1L, 2L, 3L))).isEqualTo(Map.of(1L, Set.of(ANNA), 3L, Set.of(ANNA)));
	}

	@Test
	void aNameLostAgainKeepsTheLaterLoss() {
		this.groups.loseNames(this.run, List.of(new ReleasedName("Team", 3, ReleasedName.Why.INVALID, null),
				new ReleasedName("Old", 4, ReleasedName.Why.RENAMED, 7L)));
		ReleasedName later = new ReleasedName("Team", 9, ReleasedName.Why.DELETED, 8L);

		this.groups.loseNames(this.run, List.of(later));

		assertThat(this.groups.lostNames(this.run, Set.of("Team", "Never"))).containsExactly(later);
		assertThat(this.groups.lostNames(this.run, Set.of("Old")))
			.containsExactly(new ReleasedName("Old", 4, ReleasedName.Why.RENAMED, 7L));
	}

	@Test
	void readAnewForgetsOneRunOnly() {
		long other = this.journal.run("b").number();
		this.groups.add(this.run, List.of(found(1, "Team")));
		this.groups.add(other, List.of(found(2, "Team")));
		this.groups.addMembers(this.run, Map.of(1L, Set.of(ANNA)));
		this.groups.addMembers(other, Map.of(2L, Set.of(ANNA)));
		this.journal.people.add(this.run, List.of(person(ANNA, "a@x")));
		this.journal.people.add(other, List.of(person(ANNA, "a@x")));

		this.groups.clear(this.run);

		assertThat(this.groups.byName(this.run, Set.of("Team"))).isEmpty();
		assertThat(this.groups.members(Set.of(1L, 2L))).containsOnlyKeys(2L);
		assertThat(this.journal.people.all(this.run)).isEmpty();
		assertThat(this.groups.byName(other, Set.of("Team"))).hasSize(1);
		assertThat(this.journal.people.all(other)).hasSize(1);
	}

	@Test
	void peopleComeBackAsTheyWereAdded() {
		PersonEntry anna = person(ANNA, "a@x");
		PersonEntry guest = new PersonEntry(BEA, "", "Bea", PersonEntry.Kind.GUEST, PersonEntry.Status.DISABLED);

		this.journal.people.add(this.run, List.of(anna, guest));
		this.journal.people.add(this.run, List.of());

		assertThat(this.journal.people.all(this.run)).containsExactlyInAnyOrder(anna, guest);
		assertThat(this.journal.people.byId(this.run, Set.of(BEA, new UUID(9, 9)))).containsExactly(guest);
		assertThat(this.journal.people.byId(this.run, Set.of())).isEmpty();
		assertThat(this.journal.people.all(this.run + 1)).isEmpty();
	}

	private static PersonEntry person(UUID id, String email) {
		return new PersonEntry(id, email, "Anna", PersonEntry.Kind.USER, PersonEntry.Status.ACTIVE);
	}

	private static TrackedGroup found(long ref, String name) {
		return new TrackedGroup(ref, new UUID(1, ref), name, null, false, TrackedGroupState.FOUND, Trail.NONE);
	}

}
