package io.groupbatch.csv;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Rows of blank cells that are held back until it is known whether another row follows.
 * Rows that are alike are held as one, because a spreadsheet may end with a million of
 * them.
 */
final class EmptyRows {

	private static final int MOST_HELD = 1 << 20;

	private final Deque<Run> runs = new ArrayDeque<>();

	private long held;

	void add(CsvRow row) {
		Run last = runs.peekLast();
		if (last != null && last.isFollowedBy(row)) {
			runs.removeLast();
			runs.addLast(last.longer());
		}
		else {
			runs.addLast(new Run(row.row(), row.line(), row.cells(), 1));
			held += size(row.cells());
		}
	}

	boolean isEmpty() {
		return runs.isEmpty();
	}

	/** Whether so many different rows are held that no more may be. */
	boolean isFull() {
		return held > MOST_HELD;
	}

	CsvRow take() {
		Run first = runs.removeFirst();
		if (first.count() > 1) {
			runs.addFirst(first.shorter());
		}
		else {
			held -= size(first.cells());
		}
		return new CsvRow(first.row(), first.line(), first.cells());
	}

	private static long size(List<String> cells) {
		return cells.stream().mapToLong((cell) -> cell.length() + 1L).sum();
	}

	/** Rows that follow one another, each one line long. */
	private record Run(long row, long line, List<String> cells, long count) {

		boolean isFollowedBy(CsvRow next) {
			return next.row() == row + count && next.line() == line + count && next.cells().equals(cells);
		}

		Run longer() {
			return new Run(row, line, cells, count + 1);
		}

		Run shorter() {
			return new Run(row + 1, line + 1, cells, count - 1);
		}

	}

}
