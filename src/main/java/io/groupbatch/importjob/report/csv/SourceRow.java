package io.groupbatch.importjob.report.csv;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.journal.row.RowResult;
import io.groupbatch.journal.run.Run;

/**
 * Rows as they stood in the file, and what became of them in columns behind. What an
 * earlier file of ours said there is left out.
 */
public final class SourceRow {

	/** Well below what a spreadsheet cuts a cell to. */
	private static final int LONGEST_MESSAGE = 2000;

	private static final List<String> ADDED = List.of("status", "code", "message");

	private final Run.Header header;

	private final Columns columns;

	private final CharsetEncoder encoder;

	private final List<Integer> kept;

	public SourceRow(Run.Header header, Charset charset) {
		this.header = header;
		this.columns = Columns.again(header.headings(), header.fields());
		this.encoder = charset.newEncoder();
		int ours = ours(header.headings());
		this.kept = IntStream.range(0, header.headings().size())
			.filter((i) -> ours < 0 || i < ours || i >= ours + ADDED.size())
			.boxed()
			.toList();
	}

	/**
	 * Where the columns are that an earlier file of ours has added; -1 when there are
	 * none. One of these names alone is a column of the user's own.
	 */
	private static int ours(List<String> headings) {
		for (int i = headings.size() - ADDED.size(); i >= 0; i--) {
			List<String> some = headings.subList(i, i + ADDED.size());
			if (IntStream.range(0, ADDED.size()).allMatch((j) -> Column.isSame(ADDED.get(j), some.get(j)))) {
				return i;
			}
		}
		return -1;
	}

	Columns columns() {
		return this.columns;
	}

	/** The headings of the columns that are kept. */
	List<String> headings() {
		return this.kept.stream().map(this.header.headings()::get).toList();
	}

	/** The headings of what {@link #outcome} says. */
	List<String> added() {
		return ADDED;
	}

	/** The cells of a row, as they are meant. */
	List<String> cells(List<String> asRead) {
		List<String> plain = this.columns.plain(asRead);
		return this.kept.stream()
			.map((i) -> (i < plain.size()) ? plain.get(i) : "")
			.collect(Collectors.toCollection(ArrayList::new));
	}

	/** Where among the kept cells a column is; -1 when the file lacks it. */
	int place(Column column) {
		return this.kept.stream().map(this.header.fields()::get).toList().indexOf(column.heading());
	}

	/** Status, code and message of a row, for a spreadsheet in the file's encoding. */
	List<String> outcome(RowResult outcome, long row) {
		return List.of(outcome.status().name(), (outcome.code() != null) ? outcome.code().name() : "",
				writable(RowMessages.text(outcome), row));
	}

	private String writable(String text, long row) {
		String seeReport = "see row " + row + " in report.csv.";
		if (!this.encoder.canEncode(text)) {
			return "The message has letters that " + this.encoder.charset() + " lacks: " + seeReport;
		}
		int end = Math.min(text.length(), LONGEST_MESSAGE);
		return (end == text.length()) ? text
				: text.substring(0, end) + " (cut here: " + seeReport.replace(".csv.", ".csv)");
	}

}
