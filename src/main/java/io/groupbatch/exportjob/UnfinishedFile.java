package io.groupbatch.exportjob;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import io.groupbatch.csv.CsvOutput;
import io.groupbatch.csv.Dialect;

/**
 * A CSV file under another name until it is whole. Only its owner can read it, for it
 * holds personal data.
 */
final class UnfinishedFile implements Closeable {

	private final Path target;

	private final CsvOutput output;

	private UnfinishedFile(Path target, CsvOutput output) {
		this.target = target;
		this.output = output;
	}

	static UnfinishedFile open(Path target, boolean raw) throws IOException {
		Path unfinished = unfinished(target);
		Files.deleteIfExists(unfinished);
		Files.createFile(unfinished, ownerOnly());
		return new UnfinishedFile(target, raw ? CsvOutput.raw(Files.newOutputStream(unfinished), Dialect.OURS)
				: CsvOutput.safe(Files.newOutputStream(unfinished), Dialect.OURS));
	}

	void row(List<String> cells) throws IOException {
		this.output.row(cells);
	}

	/** It is whole: it gets its name. */
	void finish() throws IOException {
		this.output.close();
		Files.move(unfinished(this.target), this.target, StandardCopyOption.ATOMIC_MOVE);
	}

	/** Drops it, unless it is finished. */
	@Override
	public void close() throws IOException {
		this.output.close();
		Files.deleteIfExists(unfinished(this.target));
	}

	private static Path unfinished(Path target) {
		return target.resolveSibling(target.getFileName() + ".unfinished");
	}

	private static FileAttribute<?>[] ownerOnly() {
		boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

}
