package io.groupbatch.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a text, numbered, without its blank lines.
 */
final class RecordReader implements Closeable {

	private final CSVParser parser;

	private final Iterator<CSVRecord> records;

	private final long linesBefore;

	private long row;

	RecordReader(Reader in, FormatDetector opening) throws IOException {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(opening.delimiter())
			.setIgnoreEmptyLines(false)
			.get();
		this.parser = format.parse(in);
		this.records = parser.iterator();
		this.linesBefore = opening.line() - 1;
	}

	@Nullable CsvRow next() throws IOException {
		try {
			CsvRow found = nextOrBlank();
			while (found != null && found.isBlankLine()) {
				found = nextOrBlank();
			}
			return found;
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private @Nullable CsvRow nextOrBlank() {
		long line = linesBefore + parser.getCurrentLineNumber() + 1;
		if (!records.hasNext()) {
			return null;
		}
		row++;
		return new CsvRow(row, line, List.of(records.next().values()));
	}

	@Override
	public void close() throws IOException {
		parser.close();
	}

}
