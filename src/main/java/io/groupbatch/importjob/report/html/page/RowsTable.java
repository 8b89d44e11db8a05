package io.groupbatch.importjob.report.html.page;

import java.util.List;

import io.groupbatch.importjob.report.csv.ReportCsvRows;
import io.groupbatch.journal.report.ReportRow;
import io.groupbatch.journal.report.ReportRows;

/**
 * The rows of a run, as many as a page should hold: those that need attention first, each
 * kind in the order of the file.
 */
public final class RowsTable {

	private static final int PAGE = 500;

	private final ReportRows rows;

	private final ReportCsvRows lines;

	private final long run;

	private final BoundedTable body;

	public RowsTable(ReportRows rows, ReportCsvRows lines, long run, BoundedTable body) {
		this.rows = rows;
		this.lines = lines;
		this.run = run;
		this.body = body;
	}

	/**
	 * Reads them.
	 * @param all how many rows the run has
	 * @param troubled how many of them need attention
	 */
	public Page.Table read(long all, long troubled) {
		if (add(true)) {
			add(false);
		}
		return new Page.Table(left(all, troubled), this.body.html());
	}

	/** Whether all of them fitted. */
	private boolean add(boolean troubled) {
		long after = 0;
		for (List<ReportRow> page = page(troubled, after); !page.isEmpty(); page = page(troubled, after)) {
			for (List<String> line : this.lines.of(page)) {
				if (!this.body.add(RowViewModel.of(line))) {
					return false;
				}
			}
			after = page.get(page.size() - 1).row().number();
		}
		return true;
	}

	private List<ReportRow> page(boolean troubled, long after) {
		return this.rows.page(this.run, troubled, after, PAGE);
	}

	private String left(long all, long troubled) {
		long shown = this.body.lines();
		if (shown >= all) {
			return "";
		}
		String which = (shown < troubled)
				? "the first of the %s that need attention".formatted(NumberFormats.of(troubled))
				: ((troubled > 0) ? "all that need attention, and the first of the others" : "the first ones");
		return "This page shows %s of %s rows: %s. The file report.csv of this run has all of them."
			.formatted(NumberFormats.of(shown), NumberFormats.of(all), which);
	}

}
