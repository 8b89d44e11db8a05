package io.groupbatch.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormulaEscapeTests {

	private static final String ALPHABET = "'= +-@\t\r\na＝\"";

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+41 44", "-", "-5", "@x", "\t=1", "\r=1", "\n=1", "  =1", "'=1", "'' =1", "＝1",
			"＋1", "－1", "＠x" })
	void whatASpreadsheetWouldRunGetsOneEscape(String text) {
		assertThat(FormulaEscape.on(text)).isEqualTo("'" + text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "a=1", "'", "''", "'a", " ", " a", "1-2", "anna@x.ch", "'n Abend", " ' =1" })
	void anythingElseStaysAsItIs(String text) {
		assertThat(FormulaEscape.on(text)).isEqualTo(text);
		assertThat(FormulaEscape.off(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1", "-", " =1", "+x" })
	void whatWasWrittenByHandWithoutAnEscapeStaysAsItIs(String cell) {
		assertThat(FormulaEscape.off(cell)).isEqualTo(cell);
	}

	@Test
	void everyShortTextComesBack() {
		List<String> texts = new ArrayList<>(List.of(""));
		for (int i = 0; texts.get(i).length() < 5; i++) {
			String text = texts.get(i);
			ALPHABET.chars().forEach((c) -> texts.add(text + (char) c));
		}

		assertThat(texts).hasSizeGreaterThan(100_000)
			.allMatch((text) -> FormulaEscape.off(FormulaEscape.on(text)).equals(text));
	}

	@Test
	void anyTextComesBack() {
		Random random = new Random(1);
		for (int i = 0; i < 100_000; i++) {
			String text = random.ints(random.nextInt(12), 0, 0x10000)
				.map((c) -> (c % 3 == 0) ? ALPHABET.charAt(c % ALPHABET.length()) : c)
				.collect(StringBuilder::new, (into, c) -> into.append((char) c), StringBuilder::append)
				.toString();

			assertThat(FormulaEscape.off(FormulaEscape.on(text))).isEqualTo(text);
		}
	}

}
