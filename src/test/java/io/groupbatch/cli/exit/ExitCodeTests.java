package io.groupbatch.cli.exit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExitCodeTests {

	@Test
	void theOrderOfPrecedenceIsThatOfTheDesign() {
		assertThat(Arrays.stream(ExitCode.values()).filter((code) -> code != ExitCode.USAGE).map(ExitCode::code))
			.containsExactly(130, 143, 70, 73, 78, 77, 69, 75, 4, 65, 3, 1, 2, 0);
		assertThat(ExitCode.USAGE.code()).isEqualTo(64);
	}

	@Test
	void theFirstOfSeveralCounts() {
		assertThat(ExitCode.first(List.of(ExitCode.SOME_NOT_DONE, ExitCode.PAUSED, ExitCode.SOME_UNKNOWN)))
			.isEqualTo(ExitCode.PAUSED);
		assertThat(ExitCode.first(List.of())).isEqualTo(ExitCode.OK);
	}

	@Test
	void eachIsInTheReadmeAndHasAnExampleOnThePageOfMessages() throws IOException {
		String readme = Files.readString(Path.of("README.md"));
		String table = readme.substring(readme.indexOf("\n## Exit codes"), readme.indexOf("\n## Commands and options"));
		String page = Files.readString(Path.of("src/test/resources/messages.txt"));

		assertThat(ExitCode.values()).allSatisfy((code) -> {
			assertThat(table).containsPattern("(?m)^\\|[ \\d,]*\\b" + code.code() + "\\b[ \\d,]*\\|");
			assertThat(page).containsPattern("(?m) → " + code.code() + "\\b");
		});
	}

}
