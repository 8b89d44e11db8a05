package io.groupbatch.journal.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.row.OmittedPerson.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(JournalExtension.class)
class UnresolvedPeopleTests {

	private static final UnresolvedPerson ANNA_2 = new UnresolvedPerson("anna@x", "Anna@x", Why.MISSING, 2, "Team");

	private static final UnresolvedPerson ANNA_3 = new UnresolvedPerson("anna@x", "anna@x", Why.MISSING, 3, "");

	private static final UnresolvedPerson ANNA_9 = new UnresolvedPerson("anna@x", "anna@x", Why.GUEST, 9, "Team");

	private static final UnresolvedPerson BEA = new UnresolvedPerson("Bea", "Bea", Why.BY_USER_MAP, 2, "Team");

	private static final UnresolvedPerson CARL = new UnresolvedPerson("carl@x", "carl@x", Why.DISABLED, 1, "Team");

	private TestJournal journal;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
	}

	@ParameterizedTest(name = "{0} at a time")
	@ValueSource(ints = { 1, 2, 3, 10 })
	void theyComePersonByPersonAndRowByRow(int most) {
		this.journal.peopleToFix.add(1, List.of(CARL, ANNA_9, BEA));
		this.journal.peopleToFix.add(1, List.of(ANNA_3, ANNA_2));
		this.journal.peopleToFix.add(2, List.of(CARL));

		List<UnresolvedPerson> read = new ArrayList<>();
		List<UnresolvedPerson> page = this.journal.peopleToFix.page(1, null, most);
		while (!page.isEmpty()) {
			assertThat(page).hasSizeLessThanOrEqualTo(most);
			read.addAll(page);
			page = this.journal.peopleToFix.page(1, page.get(page.size() - 1), most);
		}

		assertThat(read).containsExactly(BEA, ANNA_2, ANNA_3, ANNA_9, CARL);
	}

	@Test
	void eachPersonCountsOnce() {
		this.journal.peopleToFix.add(1, List.of(ANNA_2, ANNA_3, BEA));

		assertThat(this.journal.peopleToFix.count(1)).isEqualTo(2);
		assertThat(this.journal.peopleToFix.count(2)).isZero();
	}

	@Test
	void aUserMapIsKeptOnceAndFoundByItsHash() {
		String name = "a".repeat(64);
		this.journal.userMaps.keep(name, Map.of("Anna", "anna@x", "Bea", ""));
		this.journal.userMaps.keep(name, Map.of("Anna", "anna@x", "Bea", ""));
		this.journal.userMaps.keep("b".repeat(64), Map.of("Anna", "other@x"));

		assertThat(this.journal.userMaps.get(name)).isEqualTo(Map.of("Anna", "anna@x", "Bea", ""));
		assertThat(this.journal.userMaps.get("c".repeat(64))).isEmpty();
	}

}
