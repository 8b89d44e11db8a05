package io.groupbatch.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

import io.groupbatch.text.Invisible;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file once, from its header to its end, in flat memory.
 * <p>
 * Blank lines are left out, and so are rows of blank cells at the end of the file; such a
 * row before the end is handed out like any other, as is a row with too few or too many
 * cells. Blank is what shows nothing ({@link Invisible}). What is not CSV at all ends the
 * reading with {@link CsvFileException}, after the rows before it. Not for use by several
 * threads.
 */
public final class CsvFile implements Closeable {

	private final Dialect dialect;

	private final RecordReader records;

	private final CsvRow header;

	private final EmptyRows emptyRows = new EmptyRows();

	private @Nullable CsvRow following;

	private CsvFile(Dialect dialect, RecordReader records, CsvRow header) {
		this.dialect = dialect;
		this.records = records;
		this.header = header;
	}

	/**
	 * Reads up to the end of the header.
	 * @param in the file, closed with the result, or at once when this fails
	 * @param options what the user says about the file
	 * @return the file, to be closed
	 * @throws CsvFileException when the file is empty, a workbook, or no CSV
	 */
	public static CsvFile open(InputStream in, CsvOptions options) throws IOException {
		try {
			return open(new BufferedInputStream(in), options);
		}
		catch (IOException | RuntimeException ex) {
			try (in) {
				throw ex;
			}
		}
	}

	private static CsvFile open(BufferedInputStream in, CsvOptions options) throws IOException {
		Encoding encoding = Encoding.of(in, options.charset());
		BufferedReader text = new BufferedReader(new StrictDecoder(in, encoding.charset()));
		FormatDetector opening = FormatDetector.of(text, options.delimiter());
		Dialect dialect = new Dialect(encoding.charset(), encoding.byteOrderMark(), opening.delimiter());
		SyntaxChecker syntax = new SyntaxChecker(opening.delimiter(), opening.line());
		RecordReader records = new RecordReader(new StrictCsvReader(text, encoding.charset(), syntax), opening);
		CsvRow header = records.next();
		if (header == null) {
			throw CsvFileException.whole("The file is empty",
					"Its first row must name the columns, such as groupName,members");
		}
		return new CsvFile(dialect, records, header);
	}

	/** How the file is written. */
	public Dialect dialect() {
		return dialect;
	}

	/** The first row: the headings as written. */
	public CsvRow header() {
		return header;
	}

	/**
	 * The next row.
	 * @return the row, or null at the end of the file
	 * @throws CsvFileException when the file is no CSV from here on
	 */
	public @Nullable CsvRow next() throws IOException {
		if (following == null) {
			following = nextWithContent();
		}
		if (following != null && !emptyRows.isEmpty()) {
			return emptyRows.take();
		}
		CsvRow row = following;
		following = null;
		return row;
	}

	private @Nullable CsvRow nextWithContent() throws IOException {
		CsvRow row = records.next();
		while (row != null && row.isEmpty() && !emptyRows.isFull()) {
			emptyRows.add(row);
			row = records.next();
		}
		return row;
	}

	@Override
	public void close() throws IOException {
		records.close();
	}

}
