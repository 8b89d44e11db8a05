package io.groupbatch.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.groupbatch.csv.groups.ColumnMap;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.support.Fuzz;
import io.groupbatch.text.Invisible;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the bytes: rows, or an error with its place.
 */
class CsvFuzzTests {

	/** What real and spiteful files are made of. */
	private static final List<String> PIECES = List.of("\"", "\"\"", ",", ";", "\t", "|", "\r", "\n", "\r\n", "\0", " ",
			"'", "=1+1", "@", "-", "sep=;", "sep=", "\uFEFF", "\uFFFE", "groupName", "members", "operation", "Team 1",
			"anna@example.com", "ü", "名", "😀", "e\u0301", "\u0085", "\u2028", "\u00A0", "\u200B", "\u2800", "\\",
			"\\\"", "#", "a,b\n1,2\n", "\u001A", "\u000B", "\u000C", "x".repeat(32_767));

	private static final List<String> CHARSETS = List.of("UTF-8", "UTF-8", "UTF-8", "windows-1252", "UTF-16LE",
			"UTF-16BE", "UTF-16", "Shift_JIS", "UTF-32", "ISO-2022-JP", "IBM037");

	private static final String DELIMITERS = ",;\t|'a ";

	/** What came of a file. */
	private record Outcome(List<CsvRow> rows, @Nullable CsvFileException bad) {
	}

	@Test
	void anyBytesAreRowsOrAMistakeWithItsPlace() {
		long tried = new Fuzz().attack((chance) -> {
			Charset charset = Charset.forName(pick(CHARSETS, chance));
			byte[] bytes = bytes(chance, charset);
			CsvOptions options = options(chance, charset);

			Outcome outcome = read(new ByteArrayInputStream(bytes), options);

			checkPlaces(outcome, bytes.length);
			assertSame(read(trickle(bytes, chance), options), outcome);
		});
		assertThat(tried).isGreaterThan(10);
	}

	@Test
	void whatIsReadComesBackWhenItIsWritten() {
		new Fuzz().attack((chance) -> {
			Outcome outcome = read(new ByteArrayInputStream(bytes(chance, StandardCharsets.UTF_8)), CsvOptions.none());
			List<List<String>> cells = outcome.rows().stream().map(CsvRow::cells).toList();
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			try (CsvOutput csv = CsvOutput.safe(out, Dialect.OURS)) {
				csv.row("first");
				for (List<String> row : cells) {
					csv.row(row);
				}
			}

			Outcome again = read(new ByteArrayInputStream(out.toByteArray()), new CsvOptions(null, ','));

			assertThat(again.bad()).isNull();
			List<List<String>> back = again.rows()
				.stream()
				.map((row) -> row.cells().stream().map(FormulaEscape::off).toList())
				.toList();
			assertThat(back.subList(1, back.size())).isEqualTo(withoutBlankLinesAndEmptyEnd(cells));
		});
	}

	/** A cell that is written with an apostrophe shows one, and is not blank any more. */
	private static List<List<String>> withoutBlankLinesAndEmptyEnd(List<List<String>> cells) {
		List<List<String>> kept = new ArrayList<>(
				cells.stream().filter((row) -> row.size() > 1 || !Invisible.isBlank(row.get(0))).toList());
		while (!kept.isEmpty()
				&& kept.get(kept.size() - 1).stream().map(FormulaEscape::on).allMatch(Invisible::isBlank)) {
			kept.remove(kept.size() - 1);
		}
		return kept;
	}

	private static Outcome read(InputStream in, CsvOptions options) throws IOException {
		List<CsvRow> rows = new ArrayList<>();
		try (CsvFile file = CsvFile.open(in, options)) {
			rows.add(new CsvRow(1, 1, file.header().cells()));
			understand(file);
			for (CsvRow row = file.next(); row != null; row = file.next()) {
				rows.add(row);
			}
			return new Outcome(rows, null);
		}
		catch (CsvFileException ex) {
			return new Outcome(rows, ex);
		}
	}

	private static void understand(CsvFile file) {
		try {
			Columns columns = Columns.of(file.header(), ColumnMap.NONE);
			assertThat(columns.understood()).isNotBlank();
		}
		catch (CsvFileException ex) {
			assertThat(ex.mistakes()).isNotEmpty();
		}
	}

	private static void checkPlaces(Outcome outcome, int most) {
		long row = 0;
		long line = 0;
		for (CsvRow found : outcome.rows()) {
			assertThat(found.row()).isGreaterThanOrEqualTo(row);
			assertThat(found.line()).isGreaterThanOrEqualTo(line).isLessThanOrEqualTo(most + 1L);
			assertThat(found.cells()).isNotEmpty().allSatisfy((cell) -> assertThat(cell).doesNotContain("\0"));
			row = found.row() + 1;
			line = found.line() + 1;
		}
		if (outcome.bad() != null) {
			assertThat(outcome.bad().mistakes()).isNotEmpty().allSatisfy((mistake) -> {
				assertThat(mistake.line()).isBetween(1L, most + 1L);
				assertThat(mistake.row()).isBetween(1L, most + 1L);
				assertThat(mistake.cure()).isNotBlank();
				assertThat(mistake.describe()).hasSizeLessThan(600).doesNotContainPattern("\\p{Cntrl}");
			});
		}
	}

	private static void assertSame(Outcome one, Outcome other) {
		assertThat(one.rows()).isEqualTo(other.rows());
		assertThat((one.bad() != null) ? one.bad().mistakes() : null)
			.isEqualTo((other.bad() != null) ? other.bad().mistakes() : null);
	}

	private static byte[] bytes(Random chance, Charset charset) {
		if (chance.nextInt(8) == 0) {
			byte[] any = new byte[chance.nextInt(400)];
			chance.nextBytes(any);
			return any;
		}
		StringBuilder text = new StringBuilder(chance.nextBoolean() ? "groupName,members\n" : "");
		for (int i = chance.nextInt(60); i > 0; i--) {
			text.append((chance.nextInt(10) > 0) ? pick(PIECES, chance) : (char) chance.nextInt(0x10000));
		}
		byte[] bytes = text.toString().getBytes(charset);
		for (int i = chance.nextInt(6) - 3; i > 0 && bytes.length > 0; i--) {
			bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
		}
		return bytes;
	}

	private static CsvOptions options(Random chance, Charset charset) {
		return new CsvOptions(chance.nextBoolean() ? charset : null,
				chance.nextInt(4) > 0 ? null : DELIMITERS.charAt(chance.nextInt(DELIMITERS.length())));
	}

	/** Hands out a few bytes at a time, as a slow pipe does. */
	private static InputStream trickle(byte[] bytes, Random chance) {
		return new ByteArrayInputStream(bytes) {

			@Override
			public synchronized int read(byte[] into, int offset, int length) {
				return super.read(into, offset, Math.min(length, 1 + chance.nextInt(700)));
			}

		};
	}

	private static String pick(List<String> from, Random chance) {
		return from.get(chance.nextInt(from.size()));
	}

}
