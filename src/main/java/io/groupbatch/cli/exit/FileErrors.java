package io.groupbatch.cli.exit;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions for files that the user has named and that cannot be read or
 * written.
 */
public final class FileErrors {

	private FileErrors() {
	}

	/** A file that the user has named cannot be read. */
	public static CommandException cannotBeRead(Path file, IOException failure) {
		return new CommandException(ExitCode.BAD_INPUT,
				file + " cannot be read: " + reason(failure) + ". Check its name, and who may read it.");
	}

	/**
	 * A result cannot be written.
	 * @param file null: it is printed
	 */
	public static CommandException cannotBeWritten(String what, @Nullable Path file, IOException failure) {
		return (file == null) ? cannotBePrinted(what)
				: new CommandException(ExitCode.CANNOT_WRITE, what + " cannot be written to " + file + ": "
						+ (failure instanceof NoSuchFileException ? "its folder does not exist" : reason(failure))
						+ ". Check the folder, and whether there is room.");
	}

	/** Standard output is closed. */
	public static CommandException cannotBePrinted(String what) {
		return new CommandException(ExitCode.CANNOT_WRITE,
				what + " cannot be written to standard output. Give a FILE, or look at what reads it.");
	}

	/**
	 * Why something about a file failed, for people; Java's own text is often only the
	 * path.
	 */
	public static String reason(IOException failure) {
		if (failure instanceof NoSuchFileException) {
			return "it is not there";
		}
		if (failure instanceof FileAlreadyExistsException) {
			return "it is a file";
		}
		if (failure instanceof AccessDeniedException) {
			return "access is denied";
		}
		boolean brief = failure instanceof FileSystemException system && system.getReason() != null;
		return String.valueOf(brief ? ((FileSystemException) failure).getReason() : failure.getMessage());
	}

}
