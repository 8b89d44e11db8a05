package io.groupbatch.importjob.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

import io.groupbatch.csv.Dialect;
import io.groupbatch.csv.WholeFile;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.Run;

/**
 * The files beside the report that have rows as they stood in the file. Which of them
 * there are depends on how far the run has come: a file that was refused is to be mended
 * itself, and what is not begun is not open.
 */
final class RowFiles implements Closeable {

	private final List<RowFile> files = new ArrayList<>();

	private final List<WholeFile> unwanted = new ArrayList<>();

	RowFiles(Run run) {
		Run.Dialect written = run.content().dialect();
		Dialect dialect = (written != null)
				? new Dialect(Charset.forName(written.charset()), written.byteOrderMark(), written.delimiter())
				: Dialect.OURS;
		OriginalCells original = new OriginalCells(run.content().header(), dialect.charset());
		boolean sent = run.state().hasComeToSending();
		add(new FailedRows(original), WholeFile.safe(run.output().resolve("failed.csv"), dialect), sent);
		add(new OpenRows(original, run), WholeFile.safe(run.output().resolve("open.csv"), dialect), sent);
	}

	private void add(RowLines lines, WholeFile file, boolean wanted) {
		if (wanted) {
			this.files.add(new RowFile(lines, file));
		}
		else {
			this.unwanted.add(file);
		}
	}

	void add(ReportRow row) throws IOException {
		for (RowFile file : this.files) {
			file.add(row);
		}
	}

	/** Puts the files in their places, and takes those away that do not hold any more. */
	void finish() throws IOException {
		for (RowFile file : this.files) {
			file.finish();
		}
		for (WholeFile file : this.unwanted) {
			file.finish();
		}
	}

	@Override
	public void close() throws IOException {
		for (RowFile file : this.files) {
			file.close();
		}
	}

}
