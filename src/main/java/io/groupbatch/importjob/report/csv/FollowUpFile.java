package io.groupbatch.importjob.report.csv;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import io.groupbatch.csv.AtomicCsvFile;
import io.groupbatch.journal.report.ReportRow;

/**
 * A file with a line for some rows of a run; there is none when there are no such rows.
 *
 * @param file where the lines go
 * @param has whether the file has a line for a row
 * @param headings the headings, given the first row that the file has
 * @param cells the line of a row that the file has
 */
public record FollowUpFile(AtomicCsvFile file, Predicate<ReportRow> has, Function<ReportRow, List<String>> headings,
		Function<ReportRow, List<String>> cells) {

	/**
	 * Writes the row if the file has a line for it; before the first one, the headings.
	 */
	public void add(ReportRow row) throws IOException {
		if (!this.has.test(row)) {
			return;
		}
		if (this.file.isEmpty()) {
			this.file.row(this.headings.apply(row));
		}
		this.file.row(this.cells.apply(row));
	}

}
