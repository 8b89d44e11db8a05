package io.groupbatch.cli.file;

import io.groupbatch.text.ProgramName;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Static methods that tell where the program is and where it keeps what it writes.
 */
public final class InstallationFolder {

	private static final String NAME = "groupbatch";

	private InstallationFolder() {
	}

	/**
	 * The folder of {@code run.sh}, or that of the release: the system property
	 * {@code groupbatch.home}, else the current folder.
	 */
	public static Path path() {
		String home = System.getProperty("groupbatch.home");
		return (home != null) ? Paths.get(home).normalize() : Paths.get("").toAbsolutePath();
	}

	/**
	 * The folder of {@code state} and {@code output}, when no option says another one: in
	 * a checkout that of {@code run.sh}; of an installed program the user's own, because
	 * many users may share the program, and only root may write where it is.
	 */
	public static Path data() {
		return ProgramName.isInstalled() ? data(System.getenv(), isWindows()) : path();
	}

	/**
	 * A user's folder: {@code %LOCALAPPDATA%\groupbatch} on Windows, else
	 * {@code $XDG_STATE_HOME/groupbatch} or {@code ~/.local/state/groupbatch}.
	 */
	static Path data(Map<String, String> environment, boolean windows) {
		return windows ? named("LOCALAPPDATA", environment, "AppData/Local")
				: named("XDG_STATE_HOME", environment, ".local/state");
	}

	/**
	 * A user's folder for settings: {@code %APPDATA%\groupbatch} on Windows, else
	 * {@code $XDG_CONFIG_HOME/groupbatch} or {@code ~/.config/groupbatch}.
	 */
	public static Path settings(Map<String, String> environment) {
		return isWindows() ? named("APPDATA", environment, "AppData/Roaming")
				: named("XDG_CONFIG_HOME", environment, ".config");
	}

	/** A variable that holds no absolute path does not count. */
	private static Path named(String variable, Map<String, String> environment, String usual) {
		return absolute(environment.getOrDefault(variable, "")).orElseGet(() -> home(environment).resolve(usual))
			.resolve(NAME);
	}

	/** Java's own answer is that of the list of users, whatever HOME says. */
	private static Path home(Map<String, String> environment) {
		return absolute(environment.getOrDefault("HOME", ""))
			.orElseGet(() -> Paths.get(System.getProperty("user.home")));
	}

	private static Optional<Path> absolute(String path) {
		return Optional.of(path).filter((text) -> !text.isEmpty()).map(Paths::get).filter(Path::isAbsolute);
	}

	private static boolean isWindows() {
		return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
	}

}
