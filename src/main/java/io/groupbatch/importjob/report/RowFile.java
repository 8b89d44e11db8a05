package io.groupbatch.importjob.report;

import java.io.Closeable;
import java.io.IOException;

import io.groupbatch.csv.WholeFile;
import io.groupbatch.journal.ReportRow;

/**
 * A file with a line for some rows; there is none when there are no such rows.
 */
final class RowFile implements Closeable {

	private final RowLines lines;

	private final WholeFile file;

	RowFile(RowLines lines, WholeFile file) {
		this.lines = lines;
		this.file = file;
	}

	void add(ReportRow row) throws IOException {
		if (!this.lines.has(row)) {
			return;
		}
		if (this.file.isEmpty()) {
			this.file.row(this.lines.headings(row));
		}
		this.file.row(this.lines.cells(row));
	}

	/** Puts the file in its place. */
	void finish() throws IOException {
		this.file.finish();
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
