package io.groupbatch.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SyntaxCheckerTests {

	private static final int BUFFERS = 64 * 1024;

	@ParameterizedTest(name = "{0}: {3} at character {4} of line {2}")
	@CsvSource(delimiter = '!', quoteCharacter = '`', value = {
	// @formatter:off
			"a,b⏎x\"y,2⏎             ! 2 ! 2 ! A quote inside a cell      !  2",
			"a,b⏎1, \"y\"⏎          ! 2 ! 2 ! A blank before the quote   !  4",
			"a,b⏎1,y\"              ! 2 ! 2 ! A quote inside a cell      !  4",
			"a,b⏎\"1\"x,2⏎          ! 2 ! 2 ! Text after a closing quote !  4",
			"a,b⏎\"1\" ,2⏎          ! 2 ! 2 ! A blank after a closing    !  4",
			"a,b⏎⏎\"1⏎2\"x,2⏎      ! 3 ! 4 ! Text after a closing quote !  3",
			"a,b⏎1,\"2              ! 2 ! 2 ! A quote that is never      !  3",
			"a,b⏎1,\"2⏎3,4⏎5,6⏎    ! 2 ! 2 ! A quote that is never      !  3",
			"a,b⏎1,\"               ! 2 ! 2 ! A quote that is never      !  3",
			"a,b⏎1,\"2\"\"⏎         ! 2 ! 2 ! A quote that is never      !  3",
			"a,b⏎1,2␀⏎             ! 2 ! 2 ! A NUL character            !  4",
			"a,b⏎1,\"2␀\"⏎         ! 2 ! 2 ! A NUL character            !  5",
			"a,b⏎\"1⏎2\",\"3⏎      ! 2 ! 3 ! A quote that is never      !  4",
			"␀a,b⏎                 ! 1 ! 1 ! A NUL character            !  1",
			"sep=;⏎a;\"b            ! 1 ! 2 ! A quote that is never      !  3",
			"\"a\"b,c⏎              ! 1 ! 1 ! Text after a closing quote !  4",
			"a⏎\"1⏎⏎𝒳\"x           ! 2 ! 4 ! Text after a closing quote !  3"
	// @formatter:on
	})
	void isRefusedWithItsPlaceWhateverEndsTheLines(String visible, long row, long line, String problem, long column) {
		for (String lineEnd : List.of("\n", "\r\n", "\r")) {
			CsvError mistake = CsvText.mistake(CsvText.text(visible, lineEnd));

			assertThat(mistake.row()).isEqualTo(row);
			assertThat(mistake.line()).isEqualTo(line);
			assertThat(mistake.problem()).startsWith(problem).endsWith("at character " + column + " of line " + line);
			assertThat(mistake.cure()).isNotBlank();
		}
	}

	@Test
	void theCellIsShownAsFarAsItWasRead() {
		assertThat(CsvText.mistake("a,b\n1,The \"A\" team\n").value()).isEqualTo("The ");
		assertThat(CsvText.mistake("a,b\n1,\"2\n3,4\n").value()).isEqualTo("2␊3,4␊");
	}

	@Test
	void textAfterAQuoteFarFromItsBeginningNamesTheBeginning() {
		assertThat(CsvText.mistake("a,b\n1,\"2\n3,\"4\"\n").problem()).contains("the cell begins in line 2");
		assertThat(CsvText.mistake("a,b\n1,\"2\"4\n").problem()).doesNotContain("begins");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\r\n\r\n", "\uFEFF", "sep=;", "sep=;\n\n" })
	void anEmptyFileIsRefused(String text) {
		assertThat(CsvText.mistake(text).problem()).isEqualTo("The file is empty");
	}

	@Test
	void aCellMayBeAMebibyteLongAndNoLonger() throws IOException {
		String longest = "x".repeat(SyntaxChecker.LONGEST_CELL);

		assertThat(CsvText.rows("a\n" + longest + "\n\"" + longest + "\"")).extracting((row) -> row.cells().get(0))
			.containsExactly(longest, longest);
		assertThat(CsvText.mistake("a,b\n1," + longest + "x\n").problem())
			.isEqualTo("A cell of more than 1048576 characters at character 3 of line 2");
		assertThat(CsvText.mistake("a,b\n1,\"" + longest + "x\"\n").problem())
			.isEqualTo("A cell of more than 1048576 characters at character 3 of line 2");
	}

	@Test
	void aRowMayBeFourMebibytesLongAndNoLonger() throws IOException {
		String cell = "x".repeat(SyntaxChecker.LONGEST_CELL - 1) + ",";
		String longest = cell.repeat(3) + cell.substring(1) + "x";

		assertThat(CsvText.rows("a\n" + longest + "\n" + longest)).hasSize(2);
		assertThat(CsvText.mistake("a,b\n" + longest + "\n" + longest + "xx\n").problem())
			.isEqualTo("A row of more than 4194304 characters at character 1 of line 3");
	}

	@Test
	void aRowMayHaveAsManyCellsAsASpreadsheetIsWideAndNoMore() throws IOException {
		String widest = ",".repeat(SyntaxChecker.MOST_CELLS - 1) + "x\n";

		assertThat(CsvText.rows("a,b\n" + widest + widest)).hasSize(2);
		assertThat(CsvText.mistake("a,b\n" + widest + "," + widest).problem())
			.isEqualTo("A row of more than 16384 cells at character 16384 of line 3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a,b\n1,\"2\n", "a,b\n1,2", "2", "\"2", " " })
	void aCellWithoutEndIsGivenUpEarly(String start) {
		Endless endless = new Endless(start, "x");

		assertThatExceptionOfType(CsvFileException.class).isThrownBy(() -> readToTheEnd(endless));
		assertThat(endless.handedOut).isLessThan(SyntaxChecker.LONGEST_CELL + BUFFERS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x,", ",", "\"\",", "12345678901234567890123456789012345678901234567890," })
	void aLineWithoutEndIsGivenUpEarly(String repeated) {
		Endless endless = new Endless("a,b\n", repeated);

		assertThatExceptionOfType(CsvFileException.class).isThrownBy(() -> readToTheEnd(endless));
		assertThat(endless.handedOut).isLessThan(SyntaxChecker.LONGEST_ROW + BUFFERS);
	}

	@Test
	void noMoreIsReadThanTheRowsNeed() throws IOException {
		Endless endless = new Endless("a,b\n", "12345,7890\n");

		try (CsvFile file = CsvFile.open(endless, CsvOptions.none())) {
			for (int row = 2; row <= 20_000; row++) {
				assertThat(file.next()).isEqualTo(new CsvRow(row, row, List.of("12345", "7890")));
			}
		}

		assertThat(endless.handedOut).isLessThan(20_000 * 11 + BUFFERS);
	}

	private static void readToTheEnd(InputStream in) throws IOException {
		try (CsvFile file = CsvFile.open(in, CsvOptions.none())) {
			CsvText.rest(file);
		}
	}

	/** A file that begins with something and then goes on for ever. */
	private static final class Endless extends InputStream {

		private final byte[] start;

		private final byte[] repeated;

		private int handedOut;

		Endless(String start, String repeated) {
			this.start = start.getBytes(StandardCharsets.UTF_8);
			this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public int read() {
			int at = handedOut++;
			return (at < start.length) ? start[at] : repeated[(at - start.length) % repeated.length];
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			for (int i = 0; i < length; i++) {
				bytes[offset + i] = (byte) read();
			}
			return length;
		}

	}

}
