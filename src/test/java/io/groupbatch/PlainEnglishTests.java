package io.groupbatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.groupbatch.messages.SourceSentences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages, messages, help and comments use common words: readers are often not native
 * speakers.
 */
class PlainEnglishTests {

	/** The better words for each. */
	private static final Map<String, String> WORDS = new TreeMap<>(Map.ofEntries(Map.entry("anew", "again"),
			Map.entry("be content with", "accept"), Map.entry("bear", "have"), Map.entry("bears", "has"),
			Map.entry("besides", "also"), Map.entry("borne", "had"), Map.entry("can be had", "can be added"),
			Map.entry("cannot be had", "cannot be added"), Map.entry("cure", "advice"),
			Map.entry("have the ways of", "behave as"), Map.entry("hereby", "(leave it out)"),
			Map.entry("in vain", "without success"), Map.entry("lest", "so that not"), Map.entry("mend", "fix"),
			Map.entry("mended", "fixed"), Map.entry("mistake", "error"), Map.entry("mistakes", "errors"),
			Map.entry("nobody can be asked", "there is no terminal"), Map.entry("nobody can tell", "it is not known"),
			Map.entry("nobody knows", "it is not known"), Map.entry("nobody says", "the user does not say"),
			Map.entry("nought", "zero"), Map.entry("of no account", "not used"),
			Map.entry("pretend portal", "simulated portal"), Map.entry("shall", "must or will"),
			Map.entry("somebody", "the user, or a person"), Map.entry("somebody's", "the user's, or a person's"),
			Map.entry("team", "group"), Map.entry("teams", "groups"), Map.entry("thereby", "so"),
			Map.entry("trouble", "failure or error"), Map.entry("whom it is about", "whose"),
			Map.entry(", for it", ", because it"), Map.entry(", for they", ", because they"),
			Map.entry(", for nobody", ", because nobody"), Map.entry(", for nothing", ", because nothing"),
			Map.entry(", for there", ", because there")));

	private static final Pattern WORD = Pattern.compile("(?:(?<![\\w-])|(?=,))("
			+ WORDS.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?![\\w'-]|\\.\\w|=)",
			Pattern.CASE_INSENSITIVE);

	/**
	 * Words that are not ours to choose: what files and cells contain, names of fields,
	 * paths and addresses, and the names of the examples, which are called "Team Berlin".
	 */
	private static final Pattern NAMES = Pattern.compile("`[^`]*`|\"[^\"]*\"|@param \\w+|\\{@\\w+ [^}]*}|\\S*[@/]\\S+"
			+ "|\\bTeam\\b( [A-Z]\\w+)?|^(create|upsert),.*|^\\w+;.*|\\bmistakes?\\.csv|\\b(input_row, )mistake\\b");

	static Stream<Path> pages() throws IOException {
		try (Stream<Path> top = Files.list(Path.of("")); Stream<Path> docs = Files.walk(Path.of("docs"))) {
			List<Path> pages = Stream.concat(top, docs).filter((file) -> file.toString().endsWith(".md")).toList();
			return Stream.concat(pages.stream(),
					Stream.of(Path.of("src/test/resources/messages.txt"),
							Path.of("src/test/resources/messages-not-shown.txt"),
							Path.of("src/main/resources/report/causes.properties")));
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aPageUsesCommonWords(Path page) {
		assertThat(oddLines(page, lines(page))).isEmpty();
	}

	static Stream<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("sources")
	void aCommentUsesCommonWords(Path source) {
		assertThat(oddLines(source,
				lines(source).stream().map((line) -> line.strip().matches("(\\*|/\\*|//).*") ? line : "").toList()))
			.isEmpty();
	}

	/** Also those that no page shows, such as those of report.html and the sandbox. */
	@Test
	void aSentenceOfTheProgramUsesCommonWords() throws IOException {
		assertThat(oddLines(Path.of("src/main/java"), List.copyOf(SourceSentences.of((file) -> true)))).isEmpty();
	}

	@Test
	void anOddWordIsFoundWithABetterOne() {
		Path page = Path.of("page.md");

		assertThat(oddLines(page, List.of("Fix it.", "Somebody has made a mistake, for it is late.")))
			.containsExactly("page.md:2: Somebody has made a mistake, for it is late."
					+ " – write the user, or a person, error, , because it");
		assertThat(oddLines(page, List.of("Team Berlin in `teams.csv` needs \"somebody\" and a forbearing reader.")))
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
		return IntStream.range(0, lines.size()).mapToObj((index) -> {
			String better = better(NAMES.matcher(lines.get(index)).replaceAll("\"\""));
			return better.isEmpty() ? ""
					: file + ":" + (index + 1) + ": " + lines.get(index).strip() + " – write " + better;
		}).filter((line) -> !line.isEmpty()).toList();
	}

	private static String better(String line) {
		return WORD.matcher(line)
			.results()
			.map((found) -> WORDS.get(found.group(1).toLowerCase(Locale.ROOT)))
			.collect(Collectors.joining(", "));
	}

}
