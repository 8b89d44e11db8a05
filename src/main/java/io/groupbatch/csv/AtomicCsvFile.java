package io.groupbatch.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A CSV file that gets its name when it is whole, and has another one before. Without any
 * row there is no file, and none from before either.
 */
public final class AtomicCsvFile implements Closeable {

	private final Path file;

	private final Opening opening;

	private @Nullable CsvOutput output;

	/**
	 * Begins a file; nothing is written yet.
	 * @param opening opens the file to be written, by the name that it has before
	 */
	public AtomicCsvFile(Path file, Opening opening) {
		this.file = file;
		this.opening = opening;
	}

	/**
	 * Begins a file that a spreadsheet opens without running anything in it.
	 */
	public static AtomicCsvFile safe(Path file, Dialect dialect) {
		return new AtomicCsvFile(file, (unfinished) -> CsvOutput.safe(Files.newOutputStream(unfinished), dialect));
	}

	/** Whether it has no row yet. */
	public boolean isEmpty() {
		return output == null;
	}

	/** Writes a row. */
	public void row(List<String> cells) throws IOException {
		if (output == null) {
			output = opening.open(unfinished());
		}
		output.row(cells);
	}

	/** It is whole: it gets its name. */
	public void finish() throws IOException {
		if (output == null) {
			Files.deleteIfExists(file);
			return;
		}
		output.close();
		Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
	}

	/** What is not finished stays under its other name. */
	@Override
	public void close() throws IOException {
		if (output != null) {
			output.close();
		}
	}

	/** Ends the use, and drops what is not finished. */
	public void drop() throws IOException {
		close();
		Files.deleteIfExists(unfinished());
	}

	private Path unfinished() {
		return file.resolveSibling(file.getFileName() + ".unfinished");
	}

	/** Opens a file to be written. */
	@FunctionalInterface
	public interface Opening {

		/** Opens it, in place of one that may be there. */
		CsvOutput open(Path file) throws IOException;

	}

}
