package io.groupbatch;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation lists what scripts rely on, all of it and nothing else, and each of
 * its links leads somewhere.
 */
class DocumentationTests {

	private static final Path CODES = Path.of("docs/reference/statuses-and-codes.md");

	private static final Path CONTRACT = Path.of("docs/portal-contract.md");

	private static final Pattern WORD = Pattern.compile("`([A-Z_]{2,})`");

	private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

	private static final Pattern CITATION = Pattern.compile("\\bcontract[\\s*]+(\\d+(?:\\.\\d+)*)",
			Pattern.CASE_INSENSITIVE);

	@Test
	void everyCodeIsListedAndNoOther() throws IOException {
		Set<String> listed = table("## Codes").stream()
			.flatMap((cells) -> words(cells.get(1)))
			.collect(Collectors.toSet());

		assertThat(listed).isEqualTo(names(Code.values()));
	}

	@Test
	void everyStatusIsListedAndNoOther() throws IOException {
		Set<String> listed = table("## Statuses").stream()
			.flatMap((cells) -> words(cells.get(0)))
			.collect(Collectors.toSet());

		assertThat(listed).isEqualTo(names(RowStatus.values()));
	}

	@Test
	void everyCodeAndStatusSaysWhatItMeansAndWhatToDo() throws IOException {
		assertThat(table("## Codes")).allSatisfy((cells) -> assertThat(cells.subList(2, 4)).doesNotContain(""));
		assertThat(table("## Statuses")).allSatisfy((cells) -> assertThat(cells).doesNotContain(""));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyRelativeLinkLeadsToAFileAndAHeading(Path page) throws IOException {
		List<String> broken = new ArrayList<>();
		for (String link : links(page)) {
			String[] parts = link.split("#", 2);
			Path target = parts[0].isEmpty() ? page
					: page.resolveSibling(URLDecoder.decode(parts[0], StandardCharsets.UTF_8)).normalize();
			if (!Files.exists(target) || (parts.length > 1 && !anchors(target).contains(parts[1]))) {
				broken.add(link);
			}
		}

		assertThat(broken).isEmpty();
	}

	@Test
	void theReadmeLeadsToEveryPage() throws IOException {
		Set<Path> linked = links(Path.of("README.md")).stream()
			.map((link) -> Path.of(link.split("#", 2)[0]))
			.collect(Collectors.toSet());

		assertThat(pages().filter((page) -> !page.equals(Path.of("README.md")))).allMatch(linked::contains);
	}

	@Test
	void everySectionOfThePortalContractThatACommentCitesExists() throws IOException {
		String contract = Files.readString(CONTRACT);
		Set<String> sections = Pattern.compile("(?m)^##+ (\\d+(?:\\.\\d+)*) ")
			.matcher(contract)
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toSet());
		Set<String> cited = new LinkedHashSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src"))) {
			for (Path source : sources.filter((file) -> file.toString().endsWith(".java")).toList()) {
				CITATION.matcher(Files.readString(source)).results().forEach((found) -> cited.add(found.group(1)));
			}
		}

		assertThat(cited).isNotEmpty().isSubsetOf(sections);
	}

	static Stream<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
			return Stream
				.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
						docs.filter((file) -> file.toString().endsWith(".md")).sorted())
				.toList()
				.stream();
		}
	}

	private static List<String> links(Path page) throws IOException {
		return prose(page).stream()
			.flatMap((line) -> LINK.matcher(line).results())
			.map((found) -> found.group(1))
			.filter((link) -> !link.contains("://"))
			.toList();
	}

	/** What links to the headings of a page may say, as GitHub makes it from them. */
	private static Set<String> anchors(Path page) throws IOException {
		Set<String> anchors = new LinkedHashSet<>();
		Map<String, Integer> seen = new HashMap<>();
		for (String line : prose(page)) {
			if (line.matches("#{1,6} .*")) {
				String anchor = line.replaceFirst("#+ ", "")
					.toLowerCase(Locale.ROOT)
					.replaceAll("[^\\p{L}\\p{N} _-]", "")
					.replace(' ', '-');
				int before = seen.merge(anchor, 1, Integer::sum) - 1;
				anchors.add((before == 0) ? anchor : anchor + "-" + before);
			}
		}
		return anchors;
	}

	/** The lines of a page without those of code blocks. */
	private static List<String> prose(Path page) throws IOException {
		List<String> prose = new ArrayList<>();
		boolean code = false;
		for (String line : Files.readAllLines(page)) {
			boolean fence = line.strip().startsWith("```");
			code ^= fence;
			if (!code && !fence) {
				prose.add(line);
			}
		}
		return prose;
	}

	/** The cells of each row of the table below a heading. */
	private static List<List<String>> table(String heading) throws IOException {
		return Files.readAllLines(CODES)
			.stream()
			.dropWhile((line) -> !line.equals(heading))
			.dropWhile((line) -> !line.startsWith("|--"))
			.skip(1)
			.takeWhile((line) -> line.startsWith("|"))
			.map((line) -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
			.toList();
	}

	private static Stream<String> words(String cell) {
		return WORD.matcher(cell).results().map((found) -> found.group(1));
	}

	private static Set<String> names(Enum<?>[] values) {
		return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
	}

}
