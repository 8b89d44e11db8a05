package io.groupbatch.csv;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.groupbatch.csv.groups.ColumnMap;
import io.groupbatch.csv.groups.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CsvFileTests {

	static Stream<Arguments> knownCases() {
		return Stream.of(arguments("plain cells", "a,b⏎1,2⏎", List.of(List.of("a", "b"), List.of("1", "2"))),
				arguments("no line end at the end", "a,b⏎1,2", List.of(List.of("a", "b"), List.of("1", "2"))),
				arguments("a comma in quotes", "a,b⏎\"1,5\",2⏎", List.of(List.of("a", "b"), List.of("1,5", "2"))),
				arguments("quotes in quotes", "a,b⏎\"say \"\"hi\"\"\",2⏎",
						List.of(List.of("a", "b"), List.of("say \"hi\"", "2"))),
				arguments("only a quote in quotes", "a,b⏎\"\"\"\",2⏎", List.of(List.of("a", "b"), List.of("\"", "2"))),
				arguments("JSON in quotes", "k,v⏎1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [1, 2]}\"⏎",
						List.of(List.of("k", "v"), List.of("1", "{\"type\": \"Point\", \"at\": [1, 2]}"))),
				arguments("LF in quotes", "a,b⏎\"1␊2\",3⏎", List.of(List.of("a", "b"), List.of("1\n2", "3"))),
				arguments("CRLF in quotes", "a,b⏎\"1␍␊2\",3⏎", List.of(List.of("a", "b"), List.of("1\r\n2", "3"))),
				arguments("CR in quotes", "a,b⏎\"1␍2\",3⏎", List.of(List.of("a", "b"), List.of("1\r2", "3"))),
				arguments("a line break in a heading", "\"a␊b\",c⏎1,2⏎",
						List.of(List.of("a\nb", "c"), List.of("1", "2"))),
				arguments("empty cells", "a,b,c⏎1,,⏎,\"\",3⏎",
						List.of(List.of("a", "b", "c"), List.of("1", "", ""), List.of("", "", "3"))),
				arguments("blanks around cells", "a, b⏎ 1 ,␉2 ⏎", List.of(List.of("a", " b"), List.of(" 1 ", "\t2 "))),
				arguments("only blanks in a cell", "a,b⏎ ,2⏎", List.of(List.of("a", "b"), List.of(" ", "2"))),
				arguments("letters of all the world", "a,b⏎ʤ,𝒳 名⏎", List.of(List.of("a", "b"), List.of("ʤ", "𝒳 名"))),
				arguments("a row too short and one too long", "a,b⏎1⏎1,2,3⏎",
						List.of(List.of("a", "b"), List.of("1"), List.of("1", "2", "3"))),
				arguments("one column", "a⏎1⏎2⏎", List.of(List.of("a"), List.of("1"), List.of("2"))),
				arguments("only a header", "a,b⏎", List.of(List.of("a", "b"))),
				arguments("blank lines", "⏎a,b⏎⏎⏎1,2⏎⏎3,4⏎⏎⏎",
						List.of(List.of("a", "b"), List.of("1", "2"), List.of("3", "4"))),
				arguments("empty rows at the end", "a,b⏎1,2⏎,⏎⏎,⏎\"\",⏎",
						List.of(List.of("a", "b"), List.of("1", "2"))),
				arguments("empty rows before the end", "a,b⏎,⏎⏎,,⏎1,2⏎",
						List.of(List.of("a", "b"), List.of("", ""), List.of("", "", ""), List.of("1", "2"))),
				arguments("a hash or a backslash is nothing special", "a,b⏎#1,\\n⏎",
						List.of(List.of("a", "b"), List.of("#1", "\\n"))),
				arguments("an apostrophe is no quote", "a,b⏎'1,2'⏎", List.of(List.of("a", "b"), List.of("'1", "2'"))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("knownCases")
	void readsCellsWhateverEndsTheLines(String name, String visible, List<List<String>> expected) throws IOException {
		assertThat(CsvText.cells(CsvText.text(visible, "\n"))).isEqualTo(expected);
		assertThat(CsvText.cells(CsvText.text(visible, "\r\n"))).isEqualTo(expected);
		assertThat(CsvText.cells(CsvText.text(visible, "\r"))).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void countsRowsLikeASpreadsheetAndLinesLikeAnEditor(String lineEnd) throws IOException {
		String text = CsvText.text("⏎\"a⏎b\",c⏎1,2⏎⏎\"3⏎⏎4\",5⏎,⏎6,7⏎", lineEnd);

		assertThat(CsvText.rows(text)).containsExactly(new CsvRow(3, 4, List.of("1", "2")),
				new CsvRow(5, 6, List.of("3" + lineEnd + lineEnd + "4", "5")), new CsvRow(6, 9, List.of("", "")),
				new CsvRow(7, 10, List.of("6", "7")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void aSeparatorLineIsALineButNoRow(String lineEnd) throws IOException {
		String text = CsvText.text("sep=;⏎a;b⏎1;2⏎", lineEnd);

		assertThat(CsvText.rows(text)).containsExactly(new CsvRow(2, 3, List.of("1", "2")));
	}

	@Test
	void lineEndsMayBeMixed() throws IOException {
		assertThat(CsvText.rows("a\r1\n2\r\n3\n\r4")).containsExactly(new CsvRow(2, 2, List.of("1")),
				new CsvRow(3, 3, List.of("2")), new CsvRow(4, 4, List.of("3")), new CsvRow(6, 6, List.of("4")));
	}

	@Test
	void emptyRowsHeldBackKeepTheirNumbers() throws IOException {
		assertThat(CsvText.rows("a,b\n,\n,\n\n,\n,,\n1,2\n")).containsExactly(new CsvRow(2, 2, List.of("", "")),
				new CsvRow(3, 3, List.of("", "")), new CsvRow(5, 5, List.of("", "")),
				new CsvRow(6, 6, List.of("", "", "")), new CsvRow(7, 7, List.of("1", "2")));
	}

	@Test
	void rowsBeforeAMistakeAreHandedOut() throws IOException {
		try (CsvFile file = CsvText.open("a,b\n1,2\n3,\"4\"x\n")) {
			assertThat(file.next()).isEqualTo(new CsvRow(2, 2, List.of("1", "2")));
			assertThatExceptionOfType(CsvFileException.class).isThrownBy(file::next);
			assertThatExceptionOfType(CsvFileException.class).as("again at every call").isThrownBy(file::next);
		}
	}

	@Test
	void theEndStaysTheEnd() throws IOException {
		try (CsvFile file = CsvText.open("a\n1\n")) {
			file.next();

			assertThat(file.next()).isNull();
			assertThat(file.next()).isNull();
		}
	}

	@Test
	void aFileOfAnyHeadingsCanBeReadAsLongAsNobodyAsksWhatTheyMean() throws IOException {
		try (CsvFile file = CsvText.open("from,to\nx,y\n")) {
			assertThat(file.header().cells()).containsExactly("from", "to");
			assertThat(CsvText.rest(file)).hasSize(1);
			assertThatExceptionOfType(CsvFileException.class)
				.isThrownBy(() -> Columns.of(file.header(), ColumnMap.NONE));
		}
	}

	@Test
	void mistakesOfHeadingsNameTheLineOfTheHeader() throws IOException {
		try (CsvFile file = CsvText.open("sep=,\n\ngroupName,name\n")) {
			assertThatExceptionOfType(CsvFileException.class)
				.isThrownBy(() -> Columns.of(file.header(), ColumnMap.NONE))
				.satisfies((bad) -> assertThat(bad.mistakes()).singleElement()
					.extracting(CsvError::row, CsvError::line)
					.containsExactly(2L, 3L));
		}
	}

	@Test
	void theInputIsClosedWithTheFile() throws IOException {
		AtomicInteger closed = new AtomicInteger();

		CsvFile.open(counting("a\n1\n", closed), CsvOptions.none()).close();

		assertThat(closed).hasPositiveValue();
	}

	@Test
	void theInputIsClosedWhenTheFileCannotBeOpened() {
		AtomicInteger closed = new AtomicInteger();

		assertThatExceptionOfType(CsvFileException.class)
			.isThrownBy(() -> CsvFile.open(counting("", closed), CsvOptions.none()));

		assertThat(closed).hasValue(1);
	}

	@Test
	void aFailingDiskIsNoMistakeOfTheFile() {
		IOException broken = new IOException("disk");
		InputStream in = new FilterInputStream(
				new ByteArrayInputStream("groupName\nTeam\n".getBytes(StandardCharsets.UTF_8))) {

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				int count = super.read(bytes, offset, length);
				if (count < 0) {
					throw broken;
				}
				return count;
			}

		};
		assertThatThrownBy(() -> {
			try (CsvFile file = CsvFile.open(in, CsvOptions.none())) {
				CsvText.rest(file);
			}
		}).isSameAs(broken);
	}

	private static InputStream counting(String text, AtomicInteger closed) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {

			@Override
			public void close() {
				closed.incrementAndGet();
			}

		};
	}

}
