package io.groupbatch.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that only its owner can read, for it holds personal data.
 */
final class PrivateFile {

	private PrivateFile() {
	}

	/** A new file in place of one that may be there. */
	static OutputStream create(Path file) throws IOException {
		Files.deleteIfExists(file);
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		return Files.newOutputStream(file);
	}

}
