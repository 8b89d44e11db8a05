package io.groupbatch.it;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.groupbatch.support.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The script of {@code completion}, in the shells that it is for. ({@code test.sh} sees to
 * it that zsh is there.)
 */
@DisabledOnOs(OS.WINDOWS)
class CompletionIT {

	private static final String ASK = """
			ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _complete_groupbatch
			  printf '%s:' "$@"; printf ' %s' "${COMPREPLY[@]}" | tr '\\n' ' '; echo; }
			ask groupbatch im
			ask groupbatch runs pur
			ask groupbatch import --exi
			ask groupbatch import --existing ''
			ask groupbatch import --on-unknown-user ''
			ask groupbatch import --user-map peo
			""";

	@TempDir
	private Path folder;

	@BeforeEach
	void print() throws IOException {
		Program program = new Program(this.folder, URI.create("http://127.0.0.1:1"), "sk-none");
		Files.writeString(this.folder.resolve("completion"), program.run("completion").out());
		Files.writeString(this.folder.resolve("people.csv"), "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bash", "zsh" })
	void itCompletesCommandsOptionsValuesAndFiles(String shell) throws IOException, InterruptedException {
		assumeTrue(Files.exists(Path.of("/usr/bin", shell)) || Files.exists(Path.of("/bin", shell)), shell);
		String script = shell.equals("bash") ? "source ./completion; complete -p groupbatch\n" + ASK
				: "autoload -Uz compinit; compinit -D -u; source ./completion; complete -p\nemulate sh\n" + ASK;

		String said = run(List.of(shell, shell.equals("bash") ? "--norc" : "-f", "-c", script));

		assertThat(said).contains("_complete_groupbatch groupbatch")
			.contains("groupbatch:im: import")
			.contains("groupbatch:runs:pur: purge")
			.contains("groupbatch:import:--exi: --existing")
			.containsPattern("groupbatch:import:--existing:: update +skip +stop")
			.containsPattern("groupbatch:import:--on-unknown-user:: stop +leave-out")
			.contains("groupbatch:import:--user-map:peo: people.csv");
	}

	private String run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true).start();
		process.getOutputStream().close();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return said;
	}

}
