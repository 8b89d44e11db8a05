package io.groupbatch.journal.row;

import java.util.List;

/**
 * A row of the file as it was copied into the journal.
 *
 * @param number by which the journal knows it (see {@link RowNumber})
 * @param line its first physical line
 * @param cells the cells as they stood in the file
 * @param operation what it asks for, as {@link Operation#text()}, or the unknown word
 * that stood there; empty when nothing did
 * @param outcome INVALID when the file alone shows it to be wrong, else open
 */
public record StagedRow(long number, long line, List<String> cells, String operation, RowResult outcome) {

	public StagedRow {
		cells = List.copyOf(cells);
	}

	/** The number that a spreadsheet shows. */
	public long shownNumber() {
		return RowNumber.row(this.number);
	}

}
