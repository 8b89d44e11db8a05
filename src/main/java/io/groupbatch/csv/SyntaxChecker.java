package io.groupbatch.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.groupbatch.text.Invisible;

/**
 * Follows a text character by character and refuses, with line and column, what is not
 * CSV by RFC 4180 and what is larger than any file of groups would need.
 * <p>
 * The parser behind it would forgive a stray quote, and would fill the memory with a cell
 * that never ends.
 */
public final class SyntaxChecker {

	public static final int LONGEST_CELL = 1 << 20;

	static final int LONGEST_ROW = 4 << 20;

	/** As many as the widest spreadsheet has columns. */
	static final int MOST_CELLS = 16_384;

	private static final char QUOTE = '"';

	private static final String QUOTING = "Put the whole cell in quotes and write each quote inside it twice";

	private enum State {

		CELL_START, UNQUOTED, QUOTED, QUOTE_IN_QUOTED

	}

	private final char delimiter;

	private final StringBuilder cellText = new StringBuilder();

	private State state = State.CELL_START;

	private boolean afterReturn;

	private long row = 1;

	private long line;

	private long column;

	private long rowLine;

	private long cellLine;

	private long cellColumn;

	private int rowLength;

	private int cells = 1;

	private int cellLength;

	SyntaxChecker(char delimiter, long firstLine) {
		this.delimiter = delimiter;
		this.line = firstLine;
		this.rowLine = firstLine;
	}

	void accept(char c) {
		boolean endsPair = c == '\n' && afterReturn;
		afterReturn = c == '\r';
		if (endsPair && state != State.QUOTED) {
			return;
		}
		column += (endsPair || Character.isLowSurrogate(c)) ? 0 : 1;
		if (c == 0) {
			throw bad(line, column, "A NUL character",
					"The file is damaged, or it is UTF-16 without a byte order mark: save it as CSV UTF-8, or try --charset UTF-16LE");
		}
		state = next(c);
		if (isLineEnd(c) && !endsPair) {
			line++;
			column = 0;
		}
	}

	void end() {
		if (state == State.QUOTED) {
			throw bad(cellLine, cellColumn, "A quote that is never closed", "Close it. " + QUOTING);
		}
	}

	CsvFileException undecodable(Charset charset) {
		String cure = charset.equals(StandardCharsets.UTF_8)
				? "Excel's plain CSV is usually windows-1252: --charset windows-1252"
				: "Say with --charset how the file is encoded, or save it as CSV UTF-8";
		return bad(line, column + 1, "Bytes that are not " + charset, cure);
	}

	private State next(char c) {
		return switch (state) {
			case CELL_START -> begun(c);
			case UNQUOTED -> unquoted(c);
			case QUOTED -> (c == QUOTE) ? State.QUOTE_IN_QUOTED : content(c, State.QUOTED);
			case QUOTE_IN_QUOTED -> (c == QUOTE) ? content(c, State.QUOTED) : closed(c);
		};
	}

	private State begun(char c) {
		cellLine = line;
		cellColumn = column;
		return (c == QUOTE) ? State.QUOTED : outside(c);
	}

	private State unquoted(char c) {
		if (c == QUOTE) {
			throw Invisible.isBlank(cellText.toString())
					? bad(line, column, "A blank before the quote that opens a cell",
							"Delete the blanks before the quote")
					: bad(line, column, "A quote inside a cell that does not begin with one", QUOTING);
		}
		return outside(c);
	}

	private State closed(char c) {
		if (c == delimiter || isLineEnd(c)) {
			return outside(c);
		}
		String begun = (cellLine < line) ? " (the cell begins in line " + cellLine + ")" : "";
		throw Invisible.is(c)
				? bad(line, column, "A blank after a closing quote" + begun,
						"If the cell ends there, delete the blank. Otherwise: " + QUOTING)
				: bad(line, column, "Text after a closing quote" + begun, QUOTING);
	}

	private State outside(char c) {
		if (c == delimiter) {
			lengthenRow();
			if (++cells > MOST_CELLS) {
				throw bad(line, column, "A row of more than " + MOST_CELLS + " cells", "Is this a CSV file?");
			}
			return cellEnd();
		}
		if (isLineEnd(c)) {
			row++;
			rowLine = line + 1;
			rowLength = 0;
			cells = 1;
			return cellEnd();
		}
		return content(c, State.UNQUOTED);
	}

	private State cellEnd() {
		cellText.setLength(0);
		cellLength = 0;
		return State.CELL_START;
	}

	private State content(char c, State then) {
		lengthenRow();
		if (++cellLength > LONGEST_CELL) {
			throw bad(cellLine, cellColumn, "A cell of more than " + LONGEST_CELL + " characters",
					"Is a quote at its beginning never closed?");
		}
		if (cellLength <= 2 * CsvError.LONGEST_VALUE) {
			cellText.append(c);
		}
		return then;
	}

	private void lengthenRow() {
		if (++rowLength > LONGEST_ROW) {
			throw bad(rowLine, 1, "A row of more than " + LONGEST_ROW + " characters", "Is this a CSV file?");
		}
	}

	private static boolean isLineEnd(char c) {
		return c == '\r' || c == '\n';
	}

	private CsvFileException bad(long atLine, long atColumn, String problem, String cure) {
		String value = (cellLength > 0) ? cellText.toString() : null;
		String where = problem + " at character " + atColumn + " of line " + atLine;
		return new CsvFileException(List.of(new CsvError(row, atLine, null, value, where, cure)));
	}

}
