package io.groupbatch.importjob.report.csv;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.groupbatch.journal.people.PersonEntry;
import io.groupbatch.journal.people.PersonEntry.Kind;
import io.groupbatch.journal.people.PersonEntry.Status;
import io.groupbatch.journal.people.UnresolvedPerson;
import io.groupbatch.journal.row.OmittedPerson.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SuggestionsTests {

	private final Suggestions suggestions = new Suggestions(
			List.of(person(1, "anna.muster@new.example", "Anna Muster", Kind.USER, Status.ACTIVE),
					person(2, "j.mueller@new.example", "Jürgen Müller", Kind.USER, Status.INVITED),
					person(3, "twin@new.example", "Tim Twin", Kind.USER, Status.ACTIVE),
					person(4, "TWIN@new.example", "Tom Twin", Kind.USER, Status.ACTIVE),
					person(5, "", "Nora Nomail", Kind.USER, Status.ACTIVE),
					person(6, "gina.guest@new.example", "Gina Guest", Kind.GUEST, Status.ACTIVE),
					person(7, "dora.gone@new.example", "Dora Gone", Kind.USER, Status.DISABLED),
					person(8, "sam1@new.example", "Sam Same", Kind.USER, Status.ACTIVE),
					person(9, "sam2@new.example", "Sam Same", Kind.USER, Status.ACTIVE)));

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "Anna Muster, anna.muster@new.example", "'Muster, Anna', anna.muster@new.example",
			"ANNA MUSTER, anna.muster@new.example", "anna.muster@old.example, anna.muster@new.example",
			"muster_anna@old.example, anna.muster@new.example", "anna.mustre@new.example, anna.muster@new.example",
			"Ana Muster, anna.muster@new.example", "Jurgen Muller, j.mueller@new.example",
			"Sam Same, sam1@new.example sam2@new.example", "Nora Nomail, 00000000-0000-0000-0000-000000000005",
			"twin@new.example, 00000000-0000-0000-0000-000000000003 00000000-0000-0000-0000-000000000004",
			"Gina Guest, ''", "Dora Gone, ''", "Somebody Else, ''", "-, ''", "'', ''" })
	void whoMayBeMeant(String from, String people) {
		assertThat(String.join(" ", this.suggestions.of(from))).isEqualTo(people);
	}

	@Test
	void aLongListIsSearchedForNamesButNotForSlips() {
		IntStream.range(0, 500).forEach((i) -> this.suggestions.of("Nobody" + i));

		assertThat(this.suggestions.of("Ana Muster")).isEmpty();
		assertThat(this.suggestions.of("Muster Anna")).hasSize(1);
	}

	@Test
	void aPersonsLineGathersTheRows() {
		UnresolvedPersonRow line = line(new UnresolvedPerson("a", "Anna Muster", Why.MISSING, 2, "Team"),
				new UnresolvedPerson("a", "anna muster", Why.MISSING, 5, ""),
				new UnresolvedPerson("a", "A", Why.GUEST, 7, "Other"),
				new UnresolvedPerson("a", "A", Why.MISSING, 9, "Team"));

		assertThat(line.cells(this.suggestions)).containsExactly("Anna Muster", "", "no such user",
				"anna.muster@new.example", "Team; Other", "2 5 7 9");
	}

	@Test
	void aLongListIsCutAndCounted() {
		UnresolvedPersonRow line = line(IntStream.rangeClosed(1, 25)
			.mapToObj((i) -> new UnresolvedPerson("x", "x", Why.GUEST, i, "G" + i))
			.toArray(UnresolvedPerson[]::new));

		assertThat(line.cells(this.suggestions).get(4)).endsWith("G19; G20; …");
		assertThat(line.cells(this.suggestions).get(5)).endsWith("19 20 … (25 rows)");
	}

	private static UnresolvedPersonRow line(UnresolvedPerson... people) {
		UnresolvedPersonRow line = new UnresolvedPersonRow(people[0]);
		List.of(people).forEach(line::add);
		return line;
	}

	private static PersonEntry person(int id, String email, String name, Kind kind, Status status) {
		return new PersonEntry(new UUID(0, id), email, name, kind, status);
	}

}
