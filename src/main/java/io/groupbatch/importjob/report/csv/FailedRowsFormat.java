package io.groupbatch.importjob.report.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.journal.report.ReportRow;
import io.groupbatch.journal.row.Operation;
import io.groupbatch.journal.row.RowStatus;

/**
 * The lines of {@code failed.csv}: what is to be fixed and imported. A row whose group is
 * there by now asks only for what is left, or it would be refused for the group's sake.
 */
public final class FailedRowsFormat {

	private final SourceRow original;

	private boolean saysOperation;

	private boolean saysGroup;

	public FailedRowsFormat(SourceRow original) {
		this.original = original;
	}

	/** Whether the file has a line for a row. */
	public static boolean has(ReportRow row) {
		return switch (row.row().outcome().status()) {
			case INVALID, FAILED, PARTIAL -> true;
			case SUCCEEDED, UNCHANGED, UNKNOWN, NOT_SENT, CANCELLED -> false;
		};
	}

	/** Rows of a file without a column for it all ask for the same operation. */
	public List<String> headings(ReportRow first) {
		boolean single = this.original.place(Column.OPERATION) < 0;
		boolean wishes = single && Operation.of(first.row().operation()).map(Operation::isWish).orElse(true);
		this.saysOperation = single && !wishes;
		this.saysGroup = this.original.place(Column.GROUP_ID) < 0 && !wishes && !this.original.columns().isByPerson();
		List<String> headings = new ArrayList<>(this.original.headings());
		if (this.saysOperation) {
			headings.add(Column.OPERATION.heading());
		}
		if (this.saysGroup) {
			headings.add(Column.GROUP_ID.heading());
		}
		headings.addAll(this.original.added());
		return headings;
	}

	public List<String> cells(ReportRow row) {
		List<String> cells = this.original.cells(row.row().cells());
		String operation = row.row().operation();
		String group = "";
		if (isMade(row)) {
			operation = Operation.UPSERT.text();
			put(Column.OPERATION, operation, cells);
		}
		if (canSayGroup() && (isMade(row) || isRenamed(row))) {
			group = Objects.requireNonNull(row.groupId()).toString();
			put(Column.GROUP_ID, group, cells);
			leaveNameAlone(row, cells);
		}
		if (this.saysOperation) {
			cells.add(operation);
		}
		if (this.saysGroup) {
			cells.add(group);
		}
		cells.addAll(this.original.outcome(row.row().outcome(), row.row().number()));
		return cells;
	}

	/** In a file of nothing but wishes, a row finds a renamed group by itself. */
	private boolean canSayGroup() {
		return this.saysGroup || this.original.place(Column.GROUP_ID) >= 0;
	}

	/** Whether a create has its group, but not all that it wanted of it. */
	private static boolean isMade(ReportRow row) {
		return row.groupId() != null && row.row().outcome().status() != RowStatus.INVALID
				&& Operation.of(row.row().operation()).filter(Operation.CREATE::equals).isPresent();
	}

	/** Whether the name by which the row calls its group is gone. */
	private boolean isRenamed(ReportRow row) {
		return row.groupId() != null && row.row().outcome().status() == RowStatus.PARTIAL && row.nameNow() != null
				&& !row.nameNow().equals(this.original.columns().cell(Column.GROUP_NAME, row.row().cells()));
	}

	private void leaveNameAlone(ReportRow row, List<String> cells) {
		if (row.nameNow() == null) {
			return;
		}
		if (!row.nameNow().equals(this.original.columns().cell(Column.GROUP_NAME, row.row().cells()))) {
			put(Column.GROUP_NAME, "", cells);
		}
		if (row.nameNow().equals(this.original.columns().cell(Column.NEW_GROUP_NAME, row.row().cells()))) {
			put(Column.NEW_GROUP_NAME, "", cells);
		}
	}

	private void put(Column column, String text, List<String> cells) {
		int place = this.original.place(column);
		if (place >= 0) {
			cells.set(place, text);
		}
	}

}
