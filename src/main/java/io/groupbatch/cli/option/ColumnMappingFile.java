package io.groupbatch.cli.option;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.importjob.options.ColumnMapping;
import io.groupbatch.text.Utf8;

import org.jspecify.annotations.Nullable;

/**
 * A file of lines such as {@code Team = groupName}, to be used with many files of one
 * kind. Blank lines and those that begin with {@code #} are comments.
 */
final class ColumnMappingFile {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private ColumnMappingFile() {
	}

	/**
	 * Reads it.
	 * @param charset the encoding that it may have instead of UTF-8, null: none
	 * @throws CommandException when something is wrong with it, naming every line that is
	 */
	static List<ColumnMapping> read(Path file, @Nullable Charset charset) {
		List<ColumnMapping> meanings = new ArrayList<>();
		List<String> mistakes = new ArrayList<>();
		List<String> lines = lines(file, charset);
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i).replace(BYTE_ORDER_MARK, "").strip();
			if (!line.isEmpty() && !line.startsWith("#")) {
				try {
					meanings.add(ColumnMapping.parse(line));
				}
				catch (IllegalArgumentException ex) {
					mistakes.add("Line " + (i + 1) + ": " + ex.getMessage() + ".");
				}
			}
		}
		if (!mistakes.isEmpty()) {
			mistakes.add("Fix " + file + "; nothing was sent.");
			throw new CommandException(ExitCode.BAD_INPUT, mistakes);
		}
		return meanings;
	}

	private static List<String> lines(Path file, @Nullable Charset charset) {
		try {
			ByteBuffer bytes = ByteBuffer.wrap(Utf8.of(Files.readAllBytes(file), charset));
			return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().lines().toList();
		}
		catch (CharacterCodingException ex) {
			throw new CommandException(ExitCode.BAD_INPUT, file
					+ " is not UTF-8. Save it as UTF-8, or say with --charset how it and the imported file are encoded.");
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeRead(file, ex);
		}
	}

}
