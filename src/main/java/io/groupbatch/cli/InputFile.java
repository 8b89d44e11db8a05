package io.groupbatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
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
			throw FileTrouble.cannotBeRead(file, ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
