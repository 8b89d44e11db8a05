package io.groupbatch.csv;

import java.util.List;

import io.groupbatch.text.Invisible;

/**
 * One row of a file, its cells as they are written there: nothing trimmed, no formula
 * escape taken off, and as many as there are.
 *
 * @param row the number a spreadsheet shows: the header is row 1, and blank lines count
 * @param line the first physical line of the row, counted from 1
 * @param cells the cells
 */
public record CsvRow(long row, long line, List<String> cells) {

	public CsvRow {
		cells = List.copyOf(cells);
	}

	/** Whether a line shows nothing and has no separator. */
	boolean isBlankLine() {
		return cells.size() == 1 && isEmpty();
	}

	/** Whether no cell shows anything. */
	public boolean isEmpty() {
		return cells.stream().allMatch(Invisible::isBlank);
	}

}
