package io.groupbatch.cli.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;

import org.jspecify.annotations.Nullable;

/**
 * Where a command writes data that the user asked for: a file, or standard output. A
 * regular file is replaced when the new one is complete. A link stays, and the file that
 * it leads to is replaced. A device or a named pipe is written into.
 */
public final class OutputFile {

	private static final Path DASH = Path.of("-");

	private OutputFile() {
	}

	/** What is written. */
	@FunctionalInterface
	public interface Content<T> {

		T writeTo(OutputStream out) throws IOException;

	}

	/** Whether a command line means standard output: by no path, or by {@code -}. */
	public static boolean isStandardOutput(@Nullable Path file) {
		return file == null || file.equals(DASH);
	}

	/** Whether something is there that takes bytes and cannot be replaced. */
	static boolean isStream(Path file) {
		return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
	}

	/** Whether a path on the command line means a file that is made or replaced. */
	public static boolean isRegular(Path file) {
		return !isStandardOutput(file) && !isStream(file);
	}

	/**
	 * Makes sure that no file is replaced that the user wants to keep.
	 * @param force whether it may be replaced without asking
	 */
	public static void check(@Nullable Path file, boolean force, Terminal terminal) {
		if (force || file == null || !isRegular(file) || !Files.exists(file) || Files.isDirectory(file)) {
			return;
		}
		if (!terminal.confirms(file + " already exists. Replace it?")) {
			throw new CommandException(ExitCode.CANNOT_WRITE,
					file + " already exists, and was not changed. Give another name, or --force to replace it.");
		}
	}

	/** The file that a path leads to when its links are followed. */
	public static Path resolved(Path file) throws IOException {
		Path target = file.toAbsolutePath().normalize();
		while (Files.isSymbolicLink(target)) {
			if (Files.exists(target)) {
				return target.toRealPath();
			}
			target = target.resolveSibling(Files.readSymbolicLink(target)).normalize();
		}
		return target;
	}

	/** Under which name a file is written until it is complete. */
	public static Path unfinished(Path file) {
		return file.resolveSibling(file.getFileName() + ".unfinished");
	}

	/** Replaces a file by a text, so that no reader sees half of it. */
	public static void replace(Path file, String text) throws IOException {
		Files.writeString(unfinished(file), text);
		Files.move(unfinished(file), file, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Writes.
	 * @param what is written, for messages
	 * @return what the content says of itself
	 * @throws IOException when a file cannot be written
	 */
	public static <T> T write(@Nullable Path file, String what, Content<T> content) throws IOException {
		if (file == null || isStandardOutput(file)) {
			OutputStream out = Terminal.data();
			T result = content.writeTo(out);
			out.flush();
			if (System.out.checkError()) {
				throw FileErrors.cannotBePrinted(what);
			}
			return result;
		}
		if (isStream(file)) {
			try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
				return content.writeTo(out);
			}
		}
		Path target = resolved(file);
		Path unfinished = unfinished(target);
		unfinished.toFile().deleteOnExit();
		try {
			T result;
			try (OutputStream out = PrivateFiles.file(unfinished)) {
				result = content.writeTo(out);
			}
			Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
			return result;
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

}
