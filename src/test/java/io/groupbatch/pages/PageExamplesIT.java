package io.groupbatch.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The examples of the documentation do what the pages say: every code block is run in the
 * order of its page, unless a comment before it says why not.
 */
@EnabledOnOs(OS.LINUX)
class PageExamplesIT {

	@TempDir
	private Path folder;

	static Stream<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
			return Stream
				.concat(Stream.of(Path.of("README.md")),
						docs.filter((file) -> file.toString().endsWith(".md")).sorted())
				.toList()
				.stream();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("pages")
	void everyExampleDoesWhatThePageSays(Path page) throws IOException {
		take(PageStep.of(page, Files.readAllLines(page)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "```\nsudo reboot\n```", "```\ngroupName,members\nTeam,\n```",
			"```\n$ ./run.sh runs\nNo runs at all.\n```", "```\n$ ./run.sh runs\n$ echo $?\n1\n```",
			"```\n./run.sh resume\n```", "```\n./run.sh runs --sandboxes\n```", "<!-- example: exit 1 -->",
			"<!-- example: skips ./run.sh doctor, why -->\n```\n./run.sh runs\n```", "<!-- example: nut run -->" })
	void anExampleThatIsWrongOrNeitherRunNorMarkedIsFound(String text) {
		assertThatThrownBy(() -> take(PageStep.of(Path.of("page.md"), text.lines().toList())))
			.isInstanceOf(AssertionError.class);
	}

	private void take(List<PageStep> steps) throws IOException {
		try (PageSession session = new PageSession(this.folder)) {
			session.take(steps);
		}
	}

}
