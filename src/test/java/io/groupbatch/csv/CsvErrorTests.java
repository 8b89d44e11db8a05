package io.groupbatch.csv;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CsvErrorTests {

	@Test
	void saysWhereWhatAndWhatToDo() {
		CsvError mistake = new CsvError(3, 5, "groupName", "x\ny", "Too odd", "Fix it");

		assertThat(mistake.describe()).isEqualTo("Row 3, line 5, column \"groupName\": Too odd: \"x␊y\". Fix it.");
		assertThat(new CsvError(1, 1, null, null, "Odd", "Is it?").describe()).isEqualTo("Row 1: Odd. Is it?");
	}

	@Test
	void aLongValueIsCutBetweenCharacters() {
		assertThat(new CsvError(1, 1, null, "𝒳".repeat(60), "", "").value()).isEqualTo("𝒳".repeat(60));
		assertThat(new CsvError(1, 1, null, "𝒳".repeat(61), "", "").value()).isEqualTo("𝒳".repeat(59) + "…");
	}

	@Test
	void whatCouldSteerATerminalIsShownAsASign() {
		assertThat(new CsvError(1, 1, "\u001b[2J", "\u202eabc\u009b\u2028", "", ""))
			.isEqualTo(new CsvError(1, 1, "␛[2J", "␦abc␦␦", "", ""));
	}

	@Test
	void aBadFileTellsAllItsMistakes() {
		CsvError one = new CsvError(1, 1, null, null, "One", "Do");
		CsvError two = new CsvError(2, 2, null, null, "Two", "Do");

		CsvFileException bad = new CsvFileException(List.of(one, two));

		assertThat(bad.mistakes()).containsExactly(one, two);
		assertThat(bad).hasMessage("Row 1: One. Do.\nRow 2: Two. Do.");
	}

}
