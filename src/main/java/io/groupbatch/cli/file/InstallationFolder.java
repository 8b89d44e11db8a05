package io.groupbatch.cli.file;

import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * Static method that tells the folder of {@code run.sh}, by which default folders are
 * found: the system property {@code groupbatch.home}, else the current folder.
 */
public final class InstallationFolder {

	private InstallationFolder() {
	}

	public static Path path() {
		String home = System.getProperty("groupbatch.home");
		return (home != null) ? Paths.get(home) : Paths.get("").toAbsolutePath();
	}

}
