package io.groupbatch.verify;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

import io.groupbatch.csv.Dialect;
import io.groupbatch.csv.WholeFile;

/**
 * {@code differences.csv}, under another name until it is whole.
 */
final class DifferenceList implements Closeable {

	private final WholeFile file;

	private final VerifyTally tally;

	private DifferenceList(WholeFile file, VerifyTally tally) {
		this.file = file;
		this.tally = tally;
	}

	static DifferenceList open(Path folder, VerifyTally tally) throws IOException {
		WholeFile file = WholeFile.safe(folder.resolve("differences.csv"), Dialect.OURS);
		file.row(Difference.HEADINGS);
		return new DifferenceList(file, tally);
	}

	void add(Difference difference) throws IOException {
		this.file.row(difference.cells());
		this.tally.add(difference);
	}

	void finish() throws IOException {
		this.file.finish();
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
