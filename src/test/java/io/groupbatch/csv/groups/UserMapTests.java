package io.groupbatch.csv.groups;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.groupbatch.csv.CsvFileException;
import io.groupbatch.csv.CsvText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

class UserMapTests {

	private static final String ID = "0b6bc1f1-6d3e-4f3a-9c5b-4d0d3c2b1a00";

	private static final String UPPER_ID = ID.toUpperCase(Locale.ROOT);

	@Test
	void addressesAndIdsAreKeptWithoutTheirCaseOtherTextsAsTheyAre() throws IOException {
		UserMap users = read(
				"from,to⏎Anna Muster,anna@x⏎Old@X,new@X⏎Bea <BEA@x>," + UPPER_ID + "⏎Nobody,⏎" + UPPER_ID + ",carl@x⏎");

		assertThat(users.people()).containsOnly(entry("Anna Muster", "anna@x"), entry("old@x", "new@X"),
				entry("bea@x", UPPER_ID), entry("Nobody", ""), entry(ID, "carl@x"));
	}

	@Test
	void otherColumnsOrderEscapesAndEmptyLinesDoNotMatter() throws IOException {
		UserMap users = read("reason;To;FROM;groups⏎missing;a@x;'=boss;Team⏎⏎;;;⏎;'=home@x;Bea;⏎");

		assertThat(users.people()).containsOnly(entry("=boss", "a@x"), entry("Bea", "=home@x"));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '#', value = {
			"from,to⏎Anna,Bea⏎ # 2 to: This is neither one e-mail address nor one id: Bea",
			"from,to⏎Anna,a@x b@x⏎ # 2 to: This is neither one e-mail address nor one id: a@x b@x",
			"from,to⏎Anna,-⏎ # 2 to: This is neither one e-mail address nor one id: -",
			"from,to⏎ ,a@x⏎ # 2 from: The row has no text to translate: null",
			"from,to⏎Anna⏎ # 2 null: The row has 1 of the 2 cells that the headings call for: null",
			"from,to⏎a@x,b@x⏎A@X,c@x⏎ # 3 from: Row 2 translates the same text differently: A@X",
			"from,to⏎a@x,b@x⏎A@X,⏎ # 3 from: Row 2 translates the same text differently: A@X",
			"name,mail⏎Anna,a@x⏎ # 1 from: A user map needs this column: null; 1 to: A user map needs this column: null",
			"from,to,To⏎Anna,a@x,b@x⏎ # 1 to: There are several such columns: null",
			"from,to⏎Anna,x⏎Bea,y⏎ # 2 to: This is neither one e-mail address nor one id: x; 3 to: This is neither one e-mail address nor one id: y",
			"from,to⏎Anna,x⏎\"Bea,y⏎ # 2 to: This is neither one e-mail address nor one id: x; 3 null: A quote that is never closed at character 1 of line 3: Bea,y␊" })
	void allMistakesAreTold(String text, String mistakes) {
		CsvFileException bad = catchThrowableOfType(CsvFileException.class, () -> read(text.strip()));

		assertThat(bad.mistakes()
			.stream()
			.map((mistake) -> mistake.row() + " " + mistake.column() + ": " + mistake.problem() + ": "
					+ mistake.value())
			.toList()).isEqualTo(List.of(mistakes.split("; ")));
	}

	@Test
	void theSameTranslationTwiceIsNoMistake() throws IOException {
		assertThat(read("from,to⏎a@x,b@x⏎A@x,B@x⏎").people()).containsOnly(entry("a@x", "b@x"));
	}

	@Test
	void theAdviceIsAboutBothFilesBecauseTheyHaveOneEncoding() {
		byte[] bytes = "from,to\nJörg,a@x\n".getBytes(Charset.forName("windows-1252"));

		CsvFileException bad = catchThrowableOfType(CsvFileException.class,
				() -> UserMap.read(new ByteArrayInputStream(bytes)));

		assertThat(bad.mistakes()).singleElement()
			.satisfies((mistake) -> assertThat(mistake.cure()).isEqualTo(
					"Save the user map as CSV UTF-8, or say with --charset how it and the imported file are encoded"));
	}

	private static UserMap read(String visible) throws IOException {
		return UserMap.read(new ByteArrayInputStream(CsvText.text(visible).getBytes(StandardCharsets.UTF_8)));
	}

}
