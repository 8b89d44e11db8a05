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
			"Sam Same, (2 people fit: sam1@new.example; sam2@new.example)",
			"Nora Nomail, 00000000-0000-0000-0000-000000000005",
			"twin@new.example, (2 people fit: 00000000-0000-0000-0000-000000000003; 00000000-0000-0000-0000-000000000004)",
			"Gina Guest, ''", "Dora Gone, ''", "Somebody Else, ''", "-, ''", "'', ''" })
	void whoMayBeMeant(String from, String people) {
		assertThat(this.suggestions.of(from)).isEqualTo(people);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "'Nakamura, Maria', maria@x", "'Nakamura, ?????', (5 people fit)", "'Nakamura, 伟', wei@x",
			"Nakamura, (5 people fit)", "'Nakamura, 倫', ''", "'Nakamura, Mario', maria@x",
			"'Bj?rnsd?ttir, Yoko', (1 person fits: yoko@x)",
			"'Bj\uFFFD\uFFFDrnsd\uFFFD\uFFFDttir, ??', '(2 people fit: wei.b@x; yoko@x)'",
			"Bjornsdottir, '(2 people fit: wei.b@x; yoko@x)'", "'BjÃ¶rnsdÃ³ttir, Yoko', ''", "'?????, ??', ''",
			"'Ж?в?го, ????', (1 person fits: zhivago@x)", "Живаго Юрий, zhivago@x", "Живага Юрий, zhivago@x",
			"Живаго Ольга, ''", "Παπαδοπουλος Νικος, nikos@x", "Παπαδόπουλος, (1 person fits: nikos@x)",
			"山田 太郎, taro@x", "山田 花子, ''", "ガンダ マリ, gari@x", "カンタ マリ, ''", "김 민준, minjun@x", "김 민순, ''",
			"أحمد حسن, hassan@x", "أحمد حسين, hassan@x", "प्रिया शर्मा, priya@x", "प्रया शर्म, ''",
			"สมชาย ใจดี, somchai@x", "כהן דוד, david@x", "Նարեկ Սարգսյան, narek@x",
			"'Nguy?n, Mei', (1 person fits: mei@x)", "NGUYEN MEI, mei@x", "maria.nakamura@old, maria@x",
			"j?rg.lind@old, (1 person fits: joerg@x)" })
	void lettersOfAllScriptsCountAndLostOnesSuggestNobody(String from, String told) {
		Suggestions all = new Suggestions(List.of(named(11, "maria@x", "Maria Nakamura"),
				named(12, "wei@x", "伟 Nakamura"), named(13, "ken@x", "Ken Nakamura"), named(14, "aoi@x", "葵 Nakamura"),
				named(15, "jan@x", "Jan Nakamura"), named(16, "wei.b@x", "Wei Björnsdóttir"),
				named(17, "yoko@x", "Yoko Björnsdóttir"), named(18, "zhivago@x", "Юрий Живаго"),
				named(19, "nikos@x", "Νίκος Παπαδόπουλος"), named(20, "taro@x", "山田 太郎"), named(21, "gari@x", "マリ ガンダ"),
				named(22, "minjun@x", "김 민준"), named(23, "hassan@x", "أحمد حسن"), named(24, "priya@x", "प्रिया शर्मा"),
				named(25, "somchai@x", "สมชาย ใจดี"), named(26, "david@x", "דוד כהן"),
				named(27, "narek@x", "Նարեկ Սարգսյան"), named(28, "mei@x", "Mei Nguyễn"),
				named(29, "joerg@x", "Jörg Lind")));

		assertThat(all.of(from)).isEqualTo(told);
	}

	private static PersonEntry named(int id, String email, String name) {
		return person(id, email, name, Kind.USER, Status.ACTIVE);
	}

	@Test
	void aLongListIsSearchedForNamesButNotForSlips() {
		IntStream.range(0, 500).forEach((i) -> this.suggestions.of("Nobody" + i));

		assertThat(this.suggestions.of("Ana Muster")).isEmpty();
		assertThat(this.suggestions.of("Muster Anna")).isEqualTo("anna.muster@new.example");
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
