package io.groupbatch.importjob.options;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.groupbatch.csv.CsvError;
import io.groupbatch.csv.CsvFileException;
import io.groupbatch.csv.groups.UserMap;
import io.groupbatch.text.Sha256;
import io.groupbatch.text.Utf8;

import org.jspecify.annotations.Nullable;

/**
 * A user map as it was given, read before anything else is done.
 *
 * @param sha256 of what it says, in whatever order and beside whatever other columns
 * @param people addresses or ids, empty for nobody, by the texts that mean them
 */
public record UserMapFile(String sha256, Map<String, String> people) {

	/**
	 * Reads it.
	 * @param charset the encoding that it may have instead of UTF-8, null: none
	 * @throws Unusable when something is wrong with it
	 */
	public static UserMapFile read(Path file, @Nullable Charset charset) throws IOException {
		byte[] bytes = Utf8.of(Files.readAllBytes(file), charset);
		try {
			Map<String, String> people = UserMap.read(new ByteArrayInputStream(bytes)).people();
			return new UserMapFile(sha256(people), people);
		}
		catch (CsvFileException ex) {
			throw new Unusable(ex.mistakes().stream().map(CsvError::describe).toList(), ex);
		}
	}

	private static String sha256(Map<String, String> people) {
		StringBuilder text = new StringBuilder();
		new TreeMap<>(people).forEach((from,
				to) -> text.append(from.length()).append(' ').append(from).append(to.length()).append(' ').append(to));
		return Sha256.hex(text.toString());
	}

	/** Something is wrong with a user map; carries a line for each error. */
	public static final class Unusable extends RuntimeException {

		private final transient List<String> mistakes;

		Unusable(List<String> mistakes, Throwable cause) {
			super(String.join("\n", mistakes), cause);
			this.mistakes = List.copyOf(mistakes);
		}

		public List<String> mistakes() {
			return this.mistakes;
		}

	}

}
