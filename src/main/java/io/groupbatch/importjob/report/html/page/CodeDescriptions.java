package io.groupbatch.importjob.report.html.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

import io.groupbatch.journal.row.Code;

/**
 * Explains the codes, and what to do about them, for a reader who has never seen one.
 */
final class CodeDescriptions {

	private final Properties texts = new Properties();

	CodeDescriptions() {
		try (Reader resource = new InputStreamReader(
				Objects.requireNonNull(CodeDescriptions.class.getResourceAsStream("/report/causes.properties")),
				StandardCharsets.UTF_8)) {
			this.texts.load(resource);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Words of(Code code) {
		return new Words(text(code + ".title"), text(code + ".advice"));
	}

	private String text(String key) {
		return Objects.requireNonNull(this.texts.getProperty(key), () -> "causes.properties lacks " + key);
	}

	/**
	 * What a code means.
	 *
	 * @param title in a few words
	 * @param advice what to do
	 */
	record Words(String title, String advice) {
	}

}
