package io.groupbatch.cli.file;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InstallationFolderTests {

	private static final String HOME = "/home/anna";

	@Test
	void theStandardOfTheDesktopNamesTheFolder() {
		assertThat(InstallationFolder.data(Map.of("XDG_STATE_HOME", "/srv/state"), false))
			.isEqualTo(Path.of("/srv/state/groupbatch"));
	}

	@Test
	void withoutAVariableItIsInTheHomeFolder() {
		assertThat(InstallationFolder.data(Map.of("HOME", HOME), false))
			.isEqualTo(Path.of("/home/anna/.local/state/groupbatch"));
		assertThat(InstallationFolder.data(Map.of("HOME", HOME, "XDG_STATE_HOME", ""), false))
			.isEqualTo(Path.of("/home/anna/.local/state/groupbatch"));
	}

	/** The standard says so: else it would depend on where the program is started. */
	@Test
	void aRelativeVariableDoesNotCount() {
		assertThat(InstallationFolder.data(Map.of("HOME", HOME, "XDG_STATE_HOME", "state"), false))
			.isEqualTo(Path.of("/home/anna/.local/state/groupbatch"));
	}

	@Test
	void onWindowsItIsTheLocalFolderOfApplications() {
		assertThat(InstallationFolder.data(Map.of("LOCALAPPDATA", "/c/local", "XDG_STATE_HOME", "/other"), true))
			.isEqualTo(Path.of("/c/local/groupbatch"));
		assertThat(InstallationFolder.data(Map.of("HOME", HOME), true))
			.isEqualTo(Path.of("/home/anna/AppData/Local/groupbatch"));
	}

}
