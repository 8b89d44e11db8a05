package io.groupbatch.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.groupbatch.journal.review.GroupChange;
import io.groupbatch.text.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

class GuardsTests {

	@ParameterizedTest(name = "{0} deletes of {1} groups, --max-deletes {2}: much is {3}")
	@CsvSource({ "10, 20, , false", "11, 20, , true", "11, 110, , false", "12, 110, , true", "100, 1000, , false",
			"101, 1000, , true", "1, 20, 0, true", "5, 20, 5, false", "6, 20, 5, true", "4, 20, 20%, false",
			"5, 20, 20%, true" })
	void manyDeletesAreARisk(int deletes, long groups, String most, boolean much) {
		Guards guards = new Guards(new GuardOptions(threshold(most), null, 50), groups);
		for (int i = 0; i < deletes; i++) {
			guards.accept(change("Team " + i, 3, 0, true));
		}

		assertThat(guards.risks()).hasSize(much ? 1 : 0);
	}

	@ParameterizedTest(name = "{1} of {0} members, --max-removals {2}: much is {3}")
	@CsvSource({ "10, 2, , false", "10, 3, , true", "9, 9, , false", "100, 20, , false", "100, 21, , true",
			"9, 2, 1, true", "10, 5, 50%, false", "10, 6, 50%, true", "9, 9, 50%, false" })
	void manyRemovalsOfOneGroupAreARisk(int members, int removed, String most, boolean much) {
		Guards guards = new Guards(new GuardOptions(null, threshold(most), 50), 1000);
		guards.accept(change("Calm", 100, 0, false));
		guards.accept(change("Drained", members, removed, false));

		assertThat(guards.risks()).hasSize(much ? 1 : 0)
			.allMatch((risk) -> risk.contains("\"Drained\" %d of %d".formatted(removed, members))
					&& !risk.contains("Calm"));
	}

	@Test
	void twentyGroupsAreNamedAndTheOthersCounted() {
		Guards guards = new Guards(new GuardOptions(null, null, 50), 30);
		for (int i = 1; i <= 25; i++) {
			guards.accept(change("Team " + i, 3, 0, true));
		}

		assertThat(guards.risks()).singleElement()
			.asString()
			.contains("25 of the portal's 30 groups", "\"Team 20\" and 5 more", "--max-deletes 25")
			.doesNotContain("\"Team 21\"");
	}

	@Test
	void groupsOfTheRunItselfAreNobodysLoss() {
		Guards guards = new Guards(new GuardOptions(threshold("0"), threshold("0"), 50), 30);
		guards.accept(new GroupChange(null, "New", null, true, Set.of(), Set.of(), List.of()));

		assertThat(guards.risks()).isEmpty();
	}

	private static @Nullable Threshold threshold(@Nullable String text) {
		return (text != null) ? Threshold.of(text).orElseThrow() : null;
	}

	private static GroupChange change(String name, int members, int removed, boolean gone) {
		Set<UUID> people = LongStream.range(0, removed).mapToObj((i) -> new UUID(0, i)).collect(Collectors.toSet());
		return new GroupChange(new GroupChange.Before(new UUID(1, 1), name, null, members), name, null, gone, Set.of(),
				people, List.of());
	}

}
