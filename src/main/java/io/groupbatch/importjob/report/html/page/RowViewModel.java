package io.groupbatch.importjob.report.html.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.groupbatch.importjob.report.csv.ReportCsvRows;
import io.groupbatch.journal.row.RowStatus;

/**
 * A line of {@code report.csv} as the page names its cells, and what a page says of it in
 * addition.
 */
final class RowViewModel {

	private static final int SECONDS = "2026-11-22T10:00:00".length();

	private RowViewModel() {
	}

	static Map<String, Object> of(List<String> cells) {
		Map<String, Object> view = new HashMap<>();
		for (int i = 0; i < cells.size(); i++) {
			view.put(ReportCsvRows.HEADINGS.get(i), cells.get(i));
		}
		RowStatus status = RowStatus.valueOf(cell(cells, "status"));
		String sentAt = cell(cells, "sentAt");
		view.put("mark", Page.Mark.of(status));
		view.put("missed", (status == RowStatus.PARTIAL) ? cell(cells, "membersNotApplied").replace(";", "; ") : "");
		view.put("sent", (sentAt.length() > SECONDS) ? sentAt.substring(0, SECONDS).replace('T', ' ') : sentAt);
		return view;
	}

	private static String cell(List<String> cells, String heading) {
		return cells.get(ReportCsvRows.HEADINGS.indexOf(heading));
	}

}
