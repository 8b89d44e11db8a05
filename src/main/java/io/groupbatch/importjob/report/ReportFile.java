package io.groupbatch.importjob.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import io.groupbatch.csv.CsvOutput;
import io.groupbatch.csv.Dialect;

import org.jspecify.annotations.Nullable;

/**
 * A CSV file of a run's folder. It is written under another name, and gets its own when
 * it is whole. Without any row there is no file, and none from before either.
 */
final class ReportFile implements Closeable {

	private final Path file;

	private final Dialect dialect;

	private @Nullable CsvOutput output;

	ReportFile(Path folder, String name, Dialect dialect) {
		this.file = folder.resolve(name);
		this.dialect = dialect;
	}

	boolean isEmpty() {
		return this.output == null;
	}

	void row(List<String> cells) throws IOException {
		if (this.output == null) {
			this.output = CsvOutput.safe(Files.newOutputStream(unfinished()), this.dialect);
		}
		this.output.row(cells);
	}

	/** Puts the file in its place. */
	void finish() throws IOException {
		if (isEmpty()) {
			Files.deleteIfExists(this.file);
			return;
		}
		close();
		Files.move(unfinished(), this.file, StandardCopyOption.ATOMIC_MOVE);
	}

	@Override
	public void close() throws IOException {
		if (this.output != null) {
			this.output.close();
		}
	}

	private Path unfinished() {
		return this.file.resolveSibling(this.file.getFileName() + ".unfinished");
	}

}
