package io.groupbatch.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Static method that deletes a folder with all that is in it.
 */
public final class Folders {

	private Folders() {
	}

	/**
	 * Deletes a folder; one that is not there is deleted already.
	 */
	public static void delete(Path folder) throws IOException {
		if (Files.notExists(folder)) {
			return;
		}
		List<Path> all;
		try (Stream<Path> paths = Files.walk(folder)) {
			all = paths.sorted(Comparator.reverseOrder()).toList();
		}
		for (Path path : all) {
			Files.deleteIfExists(path);
		}
	}

}
