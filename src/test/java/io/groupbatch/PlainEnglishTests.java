package io.groupbatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages, messages and comments use common words: readers are often not native speakers.
 */
class PlainEnglishTests {

	/** The better word for each. */
	private static final Map<String, String> WORDS = Map.of("mend", "fix", "mended", "fixed", "anew", "again", "nought",
			"zero", "thereby", "so", "shall", "must or will", "cannot be had", "cannot be added", "pretend portal",
			"simulated portal", "hereby", "(leave it out)");

	private static final Pattern WORD = Pattern.compile(
			"\\b(" + WORDS.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")\\b",
			Pattern.CASE_INSENSITIVE);

	static Stream<Path> pages() throws IOException {
		try (Stream<Path> top = Files.list(Path.of("")); Stream<Path> docs = Files.walk(Path.of("docs"))) {
			List<Path> pages = Stream.concat(top, docs).filter((file) -> file.toString().endsWith(".md")).toList();
			return Stream.concat(pages.stream(), Stream.of(Path.of("src/test/resources/messages.txt"),
					Path.of("src/main/resources/report/causes.properties")));
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aPageUsesCommonWords(Path page) throws IOException {
		assertThat(oddLines(page, Files.readAllLines(page))).isEmpty();
	}

	static Stream<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
	}

	/** Names of parameters may be any word. */
	@ParameterizedTest
	@MethodSource("sources")
	void aCommentUsesCommonWords(Path source) {
		assertThat(oddLines(source,
				lines(source).stream()
					.map((line) -> line.strip().matches("(\\*|/\\*|//).*")
							? line.replaceAll("@param \\w+|\\{@\\w+ [^}]*}", "") : "")
					.toList()))
			.isEmpty();
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> oddLines(Path file, List<String> lines) {
		return IntStream.range(0, lines.size())
			.filter((index) -> WORD.matcher(lines.get(index)).find())
			.mapToObj((index) -> file + ":" + (index + 1) + ": " + lines.get(index).strip() + " – write "
					+ better(lines.get(index)))
			.toList();
	}

	private static String better(String line) {
		return WORD.matcher(line)
			.results()
			.map((found) -> WORDS.get(found.group().toLowerCase(Locale.ROOT)))
			.collect(Collectors.joining(", "));
	}

}
