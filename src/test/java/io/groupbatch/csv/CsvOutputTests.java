package io.groupbatch.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.ColumnMap;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.text.Invisible;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CsvOutputTests {

	private static final String ALPHABET = "a\"',; |\t\r\n=-@ü名\\#";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@Test
	void writesUtf8WithoutMarkCommasAndLineFeeds() throws IOException {
		try (CsvOutput output = CsvOutput.safe(out, Dialect.OURS)) {
			output.row("groupName", "members");
			output.row(List.of("Zürich, 名", "a@x\nb@x"));
			output.row("say \"hi\"", "");
		}

		assertThat(out.toByteArray()).isEqualTo("groupName,members\n\"Zürich, 名\",\"a@x\nb@x\"\n\"say \"\"hi\"\"\",\n"
			.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void escapesFormulasUnlessRaw() throws IOException {
		try (CsvOutput safe = CsvOutput.safe(out, Dialect.OURS); CsvOutput raw = CsvOutput.raw(out, Dialect.OURS)) {
			safe.row("a", "=1", "'=1", "b");
			safe.flush();
			raw.row("a", "=1", "'=1", "b");
		}

		assertThat(out).hasToString("a,'=1,''=1,b\na,=1,'=1,b\n");
	}

	@Test
	void flushHandsEverythingOn() throws IOException {
		try (CsvOutput output = CsvOutput.safe(out, Dialect.OURS)) {
			output.row("a");
			assertThat(out.size()).isZero();

			output.flush();

			assertThat(out).hasToString("a\n");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!',
			value = { "UTF-8 ! false ! ,", "UTF-8 ! true ! ;", "UTF-16LE ! true ! |", "UTF-16BE ! true ! ," })
	void whatIsWrittenReadsBackTheSame(Charset charset, boolean mark, char delimiter) throws IOException {
		Dialect dialect = new Dialect(charset, mark, delimiter);
		// What shows nothing is blank when it is read.
		List<List<String>> rows = someRows().stream()
			.map((row) -> row.stream().map((cell) -> Invisible.isBlank(cell) ? "" : cell).toList())
			.filter((row) -> !row.stream().allMatch(String::isEmpty))
			.toList();
		try (CsvOutput output = CsvOutput.safe(out, dialect)) {
			output.row("groupName", "members", "groupManager");
			for (List<String> row : rows) {
				output.row(row);
			}
		}

		try (CsvFile file = CsvText.open(out.toByteArray(), CsvOptions.none())) {
			Columns columns = Columns.of(file.header(), ColumnMap.NONE);
			assertThat(file.dialect()).isEqualTo(dialect);
			assertThat(CsvText.rest(file))
				.extracting((row) -> List.of(columns.cell(Column.GROUP_NAME, row.cells()),
						columns.cell(Column.MEMBERS, row.cells()), columns.cell(Column.GROUP_MANAGER, row.cells())))
				.containsExactlyElementsOf(rows);
		}
	}

	@Test
	void aRowCanBeWrittenAgainInItsOwnDialect() throws IOException {
		Dialect dialect = new Dialect(Charset.forName("windows-1252"), false, ';');

		try (CsvOutput output = CsvOutput.raw(out, dialect)) {
			output.row("Zürich", "1,5");
		}

		assertThat(out.toByteArray()).isEqualTo("Zürich;1,5\n".getBytes(dialect.charset()));
	}

	@Test
	void aCharacterThatCannotBeWrittenIsNoQuestionMark() {
		Dialect dialect = new Dialect(Charset.forName("windows-1252"), false, ';');

		assertThatExceptionOfType(CharacterCodingException.class).isThrownBy(() -> {
			try (CsvOutput output = CsvOutput.raw(out, dialect)) {
				output.row("名");
			}
		});
	}

	private static List<List<String>> someRows() {
		Random random = new Random(1);
		List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < 5_000; i++) {
			rows.add(List.of("g" + text(random), text(random), text(random)));
			rows.add(List.of(text(random), text(random), "m" + text(random)));
		}
		return rows;
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		random.ints(random.nextInt(8), 0, ALPHABET.length()).forEach((i) -> text.append(ALPHABET.charAt(i)));
		return text.toString();
	}

}
