package io.groupbatch.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;

import org.apache.commons.csv.CSVFormat;

/**
 * Writes CSV with the quotes of RFC 4180 and LF at the end of each row, the same bytes
 * for the same rows.
 * <p>
 * A character that the dialect's charset lacks is an
 * {@link java.nio.charset.CharacterCodingException}, never a question mark.
 */
public final class CsvOutput implements Closeable, Flushable {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final Writer out;

	private final CSVFormat format;

	private final UnaryOperator<String> cell;

	private CsvOutput(OutputStream out, Dialect dialect, UnaryOperator<String> cell) throws IOException {
		this.out = new BufferedWriter(new OutputStreamWriter(out, dialect.charset().newEncoder()));
		this.format = CSVFormat.DEFAULT.builder().setDelimiter(dialect.delimiter()).setRecordSeparator('\n').get();
		this.cell = cell;
		if (dialect.byteOrderMark()) {
			this.out.write(BYTE_ORDER_MARK);
		}
	}

	/**
	 * Writes what a spreadsheet opens without running anything in it: every cell that
	 * needs it gets a {@link FormulaEscape}, which
	 * {@link io.groupbatch.csv.groups.Columns#cell} takes off again.
	 */
	public static CsvOutput safe(OutputStream out, Dialect dialect) throws IOException {
		return new CsvOutput(out, dialect, FormulaEscape::on);
	}

	/** Writes every cell as it is. */
	public static CsvOutput raw(OutputStream out, Dialect dialect) throws IOException {
		return new CsvOutput(out, dialect, UnaryOperator.identity());
	}

	/** Writes a row. */
	public void row(List<String> cells) throws IOException {
		format.printRecord(out, cells.stream().map(cell).toArray());
	}

	/** Writes a row. */
	public void row(String... cells) throws IOException {
		row(List.of(cells));
	}

	@Override
	public void flush() throws IOException {
		out.flush();
	}

	@Override
	public void close() throws IOException {
		out.close();
	}

}
