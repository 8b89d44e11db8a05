package io.groupbatch.cli.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;

/**
 * A file that the user names for a result. One that is there is replaced only when the
 * user says so; a link stays one, and a device or a pipe is written to.
 *
 * @param path as the user gives it
 */
public record TargetFile(Path path) {

	/**
	 * Makes sure that nothing is lost that the user wants to keep.
	 * @param force whether a file that is there may be replaced without asking
	 */
	public void check(boolean force, Terminal terminal) {
		if (force || !Files.isRegularFile(this.path)) {
			return;
		}
		if (!terminal.confirms(this.path + " is there already. Replace it?")) {
			throw new CommandException(ExitCode.CANNOT_WRITE,
					this.path + " is there already, and stays as it is. Give another name, or --force to replace it.");
		}
	}

	/** Whether it is a device or a pipe, which cannot be replaced. */
	public boolean isStream() {
		return Files.exists(this.path) && !Files.isRegularFile(this.path) && !Files.isDirectory(this.path);
	}

	/** The file itself, when the path is a link to it. */
	public Path real() throws IOException {
		return Files.isSymbolicLink(this.path) && Files.exists(this.path) ? this.path.toRealPath() : this.path;
	}

	/** Writes it, under another name until it is whole. */
	public <T> T write(Writing<T> writing) throws IOException {
		if (isStream()) {
			try (OutputStream out = new FileOutputStream(this.path.toFile())) {
				return writing.to(out);
			}
		}
		Path file = real();
		Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
		try {
			T written;
			try (OutputStream out = PrivateFiles.file(unfinished)) {
				written = writing.to(out);
			}
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
			return written;
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

	/**
	 * What is written.
	 *
	 * @param <T> what there is to tell of it
	 */
	@FunctionalInterface
	public interface Writing<T> {

		T to(OutputStream out) throws IOException;

	}

}
