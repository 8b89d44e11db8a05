package io.groupbatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * The file of an import, before it is understood.
 */
final class InputFile {

	private InputFile() {
	}

	/**
	 * The file's SHA-256, 64 hex digits.
	 * @throws Stop when it cannot be read
	 */
	static String sha256(Path file) {
		if (!Files.exists(file)) {
			throw new Stop(ExitCode.BAD_INPUT, "There is no file " + file + ". Check its name and its folder.");
		}
		if (Files.isDirectory(file)) {
			throw new Stop(ExitCode.BAD_INPUT, file + " is a folder, not a CSV file. Name a file in it.");
		}
		try (InputStream in = Files.newInputStream(file);
				DigestInputStream bytes = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
			bytes.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
		}
		catch (IOException ex) {
			throw cannotBeRead(file, ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/** A file that somebody has named cannot be read. */
	static Stop cannotBeRead(Path file, IOException failure) {
		return new Stop(ExitCode.BAD_INPUT,
				file + " cannot be read: " + reason(failure) + ". Check its name, and who may read it.");
	}

	/**
	 * A result cannot be written.
	 * @param file null: it is printed
	 */
	static Stop cannotBeWritten(String what, @Nullable Path file, IOException failure) {
		return (file == null) ? cannotBePrinted(what) : new Stop(ExitCode.CANNOT_WRITE, what + " cannot be written to "
				+ file + ": " + reason(failure) + ". Check the folder, and whether there is room.");
	}

	/** Nobody takes what is printed. */
	static Stop cannotBePrinted(String what) {
		return new Stop(ExitCode.CANNOT_WRITE,
				what + " cannot be written to standard output. Give a FILE, or look at what reads it.");
	}

	/**
	 * Why something about a file failed, for people; Java's own text is often only the
	 * path.
	 */
	static String reason(IOException failure) {
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
