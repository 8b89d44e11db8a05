package io.groupbatch.verify;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.groupbatch.csv.CsvOutput;
import io.groupbatch.csv.Dialect;

/**
 * {@code differences.csv}, under another name until it is whole.
 */
final class DifferenceList implements Closeable {

	private final Path unfinished;

	private final CsvOutput output;

	private final VerifyTally tally;

	private DifferenceList(Path unfinished, CsvOutput output, VerifyTally tally) {
		this.unfinished = unfinished;
		this.output = output;
		this.tally = tally;
	}

	static DifferenceList open(Path folder, VerifyTally tally) throws IOException {
		Path unfinished = folder.resolve("differences.csv.unfinished");
		CsvOutput output = CsvOutput.safe(Files.newOutputStream(unfinished), Dialect.OURS);
		output.row(Difference.HEADINGS);
		return new DifferenceList(unfinished, output, tally);
	}

	void add(Difference difference) throws IOException {
		this.output.row(difference.cells());
		this.tally.add(difference);
	}

	void finish() throws IOException {
		this.output.close();
		Files.move(this.unfinished, this.unfinished.resolveSibling("differences.csv"), StandardCopyOption.ATOMIC_MOVE);
	}

	@Override
	public void close() throws IOException {
		this.output.close();
	}

}
