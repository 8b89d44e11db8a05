package io.groupbatch.csv;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/**
 * Rows of empty cells that are held back until it is known whether another row follows.
 * Rows that are alike are held as one, for a spreadsheet may end with a million of them.
 */
final class EmptyRows {

	private final Deque<Run> runs = new ArrayDeque<>();

	void add(CsvRow row) {
		Run last = runs.peekLast();
		if (last != null && last.isFollowedBy(row)) {
			runs.removeLast();
			runs.addLast(last.longer());
		}
		else {
			runs.addLast(new Run(row.row(), row.line(), row.cells().size(), 1));
		}
	}

	boolean isEmpty() {
		return runs.isEmpty();
	}

	CsvRow take() {
		Run first = runs.removeFirst();
		if (first.count() > 1) {
			runs.addFirst(first.shorter());
		}
		return new CsvRow(first.row(), first.line(), Collections.nCopies(first.cells(), ""));
	}

	/** Rows that follow one another, each one line long, as a row of empty cells is. */
	private record Run(long row, long line, int cells, long count) {

		boolean isFollowedBy(CsvRow next) {
			return next.row() == row + count && next.cells().size() == cells;
		}

		Run longer() {
			return new Run(row, line, cells, count + 1);
		}

		Run shorter() {
			return new Run(row + 1, line + 1, cells, count - 1);
		}

	}

}
