package io.groupbatch.importjob.report;

import java.util.List;

import io.groupbatch.journal.ReportRow;

/**
 * What a file says of rows.
 */
interface RowLines {

	/** Whether the file has a line for a row. */
	boolean has(ReportRow row);

	/**
	 * The headings.
	 * @param first the first row that the file has
	 */
	List<String> headings(ReportRow first);

	/** The line of a row that the file has. */
	List<String> cells(ReportRow row);

}
