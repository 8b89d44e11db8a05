package io.groupbatch.importjob.report.html.page;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.groupbatch.importjob.report.csv.GroupCsvRows;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;

/**
 * The groups of a run, as many as a page should hold: those that need attention first.
 */
public final class GroupsTable {

	private final GroupCsvRows lines;

	private final BoundedTable troubled;

	private final BoundedTable fine;

	private long complete;

	private long all;

	public GroupsTable(GroupCsvRows lines, BoundedTable troubled, BoundedTable fine) {
		this.lines = lines;
		this.troubled = troubled;
		this.fine = fine;
	}

	/** Reads them all; only as many as the page shows are kept. */
	public void read(Run run) throws IOException {
		this.lines.each(run, this::add);
	}

	/** How many there are. */
	public Headline.Groups counts() {
		return new Headline.Groups(this.complete, this.all);
	}

	public Page.Table table() {
		long shown = this.troubled.lines() + this.fine.lines();
		String left = (shown < this.all)
				? "This page shows %s of %s groups, those that need attention first. The file groups.csv of this run has all of them."
					.formatted(NumberFormats.of(shown), NumberFormats.of(this.all))
				: "";
		return new Page.Table(left, this.troubled.html() + this.fine.html());
	}

	private void add(List<String> cells) {
		Map<String, Object> view = new HashMap<>();
		for (int i = 0; i < cells.size(); i++) {
			view.put(GroupCsvRows.HEADINGS.get(i), cells.get(i));
		}
		RowStatus status = RowStatus.valueOf(cell(cells, "status"));
		boolean isComplete = status == RowStatus.SUCCEEDED || status == RowStatus.UNCHANGED;
		view.put("mark", Page.Mark.of(status));
		view.put("size", NumberFormats.of(size(cell(cells, "members"))));
		view.put("names", cell(cells, "missing").replace(";", "; "));
		this.all++;
		this.complete += isComplete ? 1 : 0;
		(isComplete ? this.fine : this.troubled).add(view);
	}

	private static long size(String people) {
		return people.isEmpty() ? 0 : people.chars().filter((character) -> character == ';').count() + 1;
	}

	private static String cell(List<String> cells, String heading) {
		return cells.get(GroupCsvRows.HEADINGS.indexOf(heading));
	}

}
