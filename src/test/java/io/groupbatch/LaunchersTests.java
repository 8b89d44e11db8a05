package io.groupbatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What of the launchers of a release can be told by reading them.
 * {@code ReleaseArchiveIT} starts the one for Unix; the one for Windows is started
 * nowhere here.
 */
class LaunchersTests {

	private static final Path[] UNIX = { Path.of("src/dist/bin/groupbatch"), Path.of("src/main/sh/start.sh") };

	private static final Path WINDOWS = Path.of("src/dist/bin/groupbatch.cmd");

	private static final Pattern OPTION = Pattern.compile("-(?:XX:|Xlog:|D)[\\w.+=:]*");

	/** The screen's width is asked for on Unix only. */
	@Test
	void bothStartJavaWithTheSameOptions() throws IOException {
		Set<String> unix = options(UNIX);
		unix.remove("-Dgroupbatch.columns=");

		assertThat(options(WINDOWS)).isEqualTo(unix).hasSizeGreaterThan(3);
	}

	/** Else Windows misses labels, and letters look different in each code page. */
	@Test
	void theOneForWindowsHasLineEndsOfWindowsAndPlainLetters() throws IOException {
		String script = Files.readString(WINDOWS, StandardCharsets.US_ASCII);

		assertThat(script.replace("\r\n", "")).doesNotContain("\n", "\r");
	}

	@Test
	void theOneForWindowsJumpsToLabelsThatAreThereAndEndsItsQuotes() throws IOException {
		List<String> lines = Files.readAllLines(WINDOWS);
		List<String> labels = lines.stream()
			.filter((line) -> line.startsWith(":"))
			.map((line) -> line.substring(1))
			.toList();

		assertThat(
				lines.stream().filter((line) -> line.contains("goto ")).map((line) -> line.replaceFirst(".*goto ", "")))
			.isNotEmpty()
			.allMatch(labels::contains);
		assertThat(lines).allMatch((line) -> line.chars().filter((one) -> one == '"').count() % 2 == 0);
		assertThat(lines).noneMatch((line) -> line.matches("set (?!\").*"));
	}

	private static Set<String> options(Path... scripts) throws IOException {
		Set<String> options = new TreeSet<>();
		for (Path script : scripts) {
			try (Stream<String> lines = Files.lines(script)) {
				lines.filter((line) -> !line.startsWith("rem ") && !line.startsWith("#"))
					.flatMap((line) -> OPTION.matcher(line).results())
					.forEach((found) -> options.add(found.group()));
			}
		}
		return options;
	}

}
