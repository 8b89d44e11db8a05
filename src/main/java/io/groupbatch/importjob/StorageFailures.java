package io.groupbatch.importjob;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.groupbatch.journal.StateFolder;

/**
 * Tells failures of the disk from errors of the program.
 */
public final class StorageFailures {

	private StorageFailures() {
	}

	/**
	 * Whether a file, or the journal, could not be read or written.
	 */
	public static boolean isOne(Throwable failure) {
		return has(failure, StateFolder.NotWritable.class) || StateFolder.isDamage(failure)
				|| StateFolder.isStorageTrouble(failure) || has(failure, UncheckedIOException.class)
				|| has(failure, IOException.class);
	}

	private static boolean has(Throwable failure, Class<? extends Throwable> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

}
