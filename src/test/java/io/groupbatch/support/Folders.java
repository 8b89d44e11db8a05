package io.groupbatch.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Static methods that copy and delete folders with all that is in them.
 */
public final class Folders {

	private Folders() {
	}

	/** Copies a folder to one that is not there yet, or is empty. */
	public static void copy(Path from, Path to) throws IOException {
		for (Path path : all(from)) {
			Path copy = to.resolve(from.relativize(path).toString());
			if (Files.isDirectory(path)) {
				Files.createDirectories(copy);
			}
			else {
				Files.copy(path, copy);
			}
		}
	}

	/**
	 * Deletes a folder; one that is not there is deleted already.
	 */
	public static void delete(Path folder) throws IOException {
		if (Files.notExists(folder)) {
			return;
		}
		List<Path> all = new ArrayList<>(all(folder));
		Collections.reverse(all);
		for (Path path : all) {
			Files.deleteIfExists(path);
		}
	}

	/** A folder stands before what is in it. */
	private static List<Path> all(Path folder) throws IOException {
		try (Stream<Path> paths = Files.walk(folder)) {
			return paths.toList();
		}
	}

}
