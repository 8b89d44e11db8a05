package io.groupbatch.importjob.report.csv;

import java.util.ArrayList;
import java.util.List;

import io.groupbatch.csv.groups.Columns;
import io.groupbatch.journal.report.ReportRow;
import io.groupbatch.journal.run.Run;

/**
 * The lines of {@code open.csv}: what {@code resume} goes on with. It must not be
 * imported, and says so by a heading.
 */
public final class OpenRowsFormat {

	private final SourceRow original;

	private final Run run;

	public OpenRowsFormat(SourceRow original, Run run) {
		this.original = original;
		this.run = run;
	}

	/** Whether the file has a line for a row. */
	public static boolean has(ReportRow row) {
		return switch (row.row().outcome().status()) {
			case NOT_SENT, UNKNOWN -> true;
			case SUCCEEDED, UNCHANGED, PARTIAL, INVALID, FAILED, CANCELLED -> false;
		};
	}

	public List<String> headings(ReportRow first) {
		List<String> headings = new ArrayList<>(this.original.headings());
		headings.addAll(this.original.added());
		headings.add(Columns.OPEN_ROWS);
		return headings;
	}

	public List<String> cells(ReportRow row) {
		List<String> cells = this.original.cells(row.row().cells());
		cells.addAll(this.original.outcome(ReportCsvRows.outcome(row, this.run), row.row().number()));
		cells.add(String.valueOf(this.run.number()));
		return cells;
	}

}
