package io.groupbatch.portal;

import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTextTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			Sales,               sales
			Field Support,       eld support
			IT Support,          t support
			'  Team Nord  ',     team nord
			Übersicht Team,      cht team
			TEAM ÜB,             team
			Kundendienst (Süd),  kundend
			LISTE INTERN,        ntern
			100% Sales_EU,       sales
			O'Connor & Co.,      connor
			Отдел 100,           100
			İstanbul,            stanbul
			x+y=TEAMS,           teams
			R-12.3/b:c,          r-12.3/b:c""")
	void isTheLongestPieceThatEverySearchReadsAlike(String name, String text) {
		assertThat(SearchText.of(name)).contains(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "IT", "HR", "I I I", "ИТ-отдел", "营业部", "İİİ", "a b", "%_%", "ÄÖÜ", " ab ",
			"aıb", "\uD83C\uDF89x" })
	void thereIsNoneOfFewerThanThreeCharacters(String name) {
		assertThat(SearchText.of(name).map(String::strip)).isEqualTo(Optional.of(name.strip()).filter("a b"::equals));
	}

	@Test
	void nothingInItIsFoldedInAnyLanguage() {
		for (Locale locale : Locale.getAvailableLocales()) {
			for (char c = 0; c < 0x2000; c++) {
				String text = SearchText.of("x" + c + "y").orElse("");
				assertThat(text.toLowerCase(locale)).isEqualTo(text);
				assertThat(text.isEmpty() || ("x" + c + "y").toLowerCase(locale).contains(text)).isTrue();
			}
		}
	}

}
