package io.groupbatch.undo;

import java.util.List;

/**
 * A line of what is told, and the rows that do what it says.
 *
 * @param rows none where nothing is done
 */
record UndoStep(UndoLine line, List<UndoRow> rows) {

	UndoStep {
		rows = List.copyOf(rows);
	}

}
