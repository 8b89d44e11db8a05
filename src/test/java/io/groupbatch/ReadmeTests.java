package io.groupbatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README lists what scripts rely on, all of it and nothing else.
 */
class ReadmeTests {

	private static final Pattern WORD = Pattern.compile("`([A-Z_]{2,})`");

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

	/** The cells of each row of the table below a heading. */
	private static List<List<String>> table(String heading) throws IOException {
		return Files.readAllLines(Path.of("README.md"))
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
