package io.groupbatch.cli.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that only their owner can read, because they hold personal data.
 */
public final class PrivateFiles {

	private PrivateFiles() {
	}

	/** A new file in place of one that may be there. */
	public static OutputStream file(Path file) throws IOException {
		Files.deleteIfExists(file);
		Files.createFile(file, only("rw-------"));
		return Files.newOutputStream(file);
	}

	/** A folder, and those above it; one that is there stays as it is. */
	public static Path folder(Path folder) throws IOException {
		return Files.createDirectories(folder, only("rwx------"));
	}

	/**
	 * Who may do what with a file; empty where the system has no such rights. (A file
	 * store would tell, but there is none below a changed root.)
	 */
	public static Set<PosixFilePermission> permissions(Path file) throws IOException {
		return isPosix() ? Files.getPosixFilePermissions(file) : Set.of();
	}

	private static boolean isPosix() {
		return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
	}

	private static FileAttribute<?>[] only(String permissions) {
		return isPosix()
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}
