package io.groupbatch.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Short ways to write a file in a test and to read it. Controls are written visibly: ⏎
 * ends a line, ␍ ␊ ␉ ␀ are what they show.
 */
public final class CsvText {

	private CsvText() {
	}

	public static String text(String visible) {
		return text(visible, "\n");
	}

	static String text(String visible, String lineEnd) {
		return visible.replace("⏎", lineEnd)
			.replace('␍', '\r')
			.replace('␊', '\n')
			.replace('␉', '\t')
			.replace('␀', '\0');
	}

	static CsvFile open(String text) throws IOException {
		return open(text.getBytes(StandardCharsets.UTF_8), CsvOptions.none());
	}

	static CsvFile open(byte[] bytes, CsvOptions options) throws IOException {
		return CsvFile.open(new ByteArrayInputStream(bytes), options);
	}

	/** All rows after the header. */
	static List<CsvRow> rows(String text) throws IOException {
		try (CsvFile file = open(text)) {
			return rest(file);
		}
	}

	static List<CsvRow> rest(CsvFile file) throws IOException {
		List<CsvRow> rows = new ArrayList<>();
		for (CsvRow row = file.next(); row != null; row = file.next()) {
			rows.add(row);
		}
		return rows;
	}

	/** The cells of all rows, the header's first. */
	static List<List<String>> cells(String text) throws IOException {
		try (CsvFile file = open(text)) {
			List<List<String>> cells = new ArrayList<>();
			cells.add(file.header().cells());
			rest(file).forEach((row) -> cells.add(row.cells()));
			return cells;
		}
	}

	/** The one error of a file that cannot be read to its end. */
	static CsvError mistake(String text) {
		return mistake(text.getBytes(StandardCharsets.UTF_8), CsvOptions.none());
	}

	static CsvError mistake(byte[] bytes, CsvOptions options) {
		CsvFileException bad = catchThrowableOfType(CsvFileException.class, () -> {
			try (CsvFile file = open(bytes, options)) {
				rest(file);
			}
		});
		return bad.mistakes().get(0);
	}

}
