package io.groupbatch.cli.exit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExitCodeTests {

	private static final Path DOCUMENTED = Path.of("docs/reference/exit-codes.md");

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
	void theDocumentationTellsTheOrderOfPrecedence() throws IOException {
		String order = Arrays.stream(ExitCode.values())
			.filter((code) -> code != ExitCode.USAGE)
			.map((code) -> String.valueOf(code.code()))
			.collect(Collectors.joining(", "));

		assertThat(Files.readString(DOCUMENTED)).contains("the first of these counts: " + order + ".");
	}

	@Test
	void eachIsDocumentedAndHasAnExampleOnThePageOfMessages() throws IOException {
		String table = Files.readString(DOCUMENTED);
		String page = Files.readString(Path.of("src/test/resources/messages.txt"));

		assertThat(ExitCode.values()).allSatisfy((code) -> {
			assertThat(table).containsPattern("(?m)^\\|[ \\d,]*\\b" + code.code() + "\\b[ \\d,]*\\|");
			assertThat(page).containsPattern("(?m) → " + code.code() + "\\b");
		});
	}

}
