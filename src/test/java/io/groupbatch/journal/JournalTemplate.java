package io.groupbatch.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.groupbatch.support.Folders;

/**
 * An empty journal, made once and copied for each test: a copy takes a fraction of the
 * time of all migrations.
 */
public final class JournalTemplate {

	private static final byte[] JOURNAL = make();

	private JournalTemplate() {
	}

	/** Puts an empty journal into a state folder that is not there yet, or is empty. */
	public static void copyTo(Path folder) {
		try {
			Files.write(StateFolder.journal(Files.createDirectories(folder)), JOURNAL);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] make() {
		try {
			Path folder = Files.createTempDirectory("journal");
			StateFolder.open(folder).close();
			byte[] journal = Files.readAllBytes(StateFolder.journal(folder));
			Folders.delete(folder);
			return journal;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
