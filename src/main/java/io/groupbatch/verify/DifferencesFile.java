package io.groupbatch.verify;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.groupbatch.csv.AtomicCsvFile;
import io.groupbatch.csv.Dialect;

/**
 * Writes {@code differences.csv}, under another name until it is whole, and counts what
 * it writes.
 */
final class DifferencesFile implements Closeable {

	private static final int MOST = 1000;

	private final AtomicCsvFile file;

	private final List<Difference> first = new ArrayList<>();

	private long differences;

	private long leftOut;

	DifferencesFile(Path folder) throws IOException {
		this.file = AtomicCsvFile.safe(folder.resolve("differences.csv"), Dialect.OURS);
		this.file.row(Difference.HEADINGS);
	}

	void add(Difference difference) throws IOException {
		this.file.row(difference.cells());
		this.differences++;
		if (difference.found().equals(DesiredGroups.LEFT_OUT)) {
			this.leftOut++;
		}
		if (this.first.size() < MOST) {
			this.first.add(difference);
		}
	}

	/**
	 * The list is whole.
	 * @param exact whether what the portal has in addition counted as well
	 * @param groups how many groups the file is about
	 */
	VerifyResult finish(boolean exact, long groups) throws IOException {
		this.file.finish();
		return new VerifyResult(exact, groups, this.differences, this.leftOut, List.copyOf(this.first));
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
