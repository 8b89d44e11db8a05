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
			throw new Stop(ExitCode.BAD_INPUT, "There is no file " + file + ".");
		}
		if (Files.isDirectory(file)) {
			throw new Stop(ExitCode.BAD_INPUT, file + " is a folder, not a CSV file.");
		}
		try (InputStream in = Files.newInputStream(file);
				DigestInputStream bytes = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
			bytes.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
		}
		catch (IOException ex) {
			throw new Stop(ExitCode.BAD_INPUT, file + " cannot be read: " + reason(ex) + ".");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
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
