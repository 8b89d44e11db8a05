package io.groupbatch.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AtomicCsvFileTests {

	@TempDir
	private Path folder;

	@Test
	void aFileThatIsNotFinishedLeavesTheOldOne() throws IOException {
		Path file = Files.writeString(this.folder.resolve("a.csv"), "old");

		try (AtomicCsvFile whole = AtomicCsvFile.safe(file, Dialect.OURS)) {
			whole.row(List.of("new"));
		}

		assertThat(file).hasContent("old");
	}

	@Test
	void whatIsDroppedLeavesNothingBehind() throws IOException {
		Path file = Files.writeString(this.folder.resolve("a.csv"), "old");
		AtomicCsvFile whole = AtomicCsvFile.safe(file, Dialect.OURS);
		whole.row(List.of("new"));

		whole.drop();

		assertThat(file).hasContent("old");
		assertThat(this.folder).isDirectoryNotContaining("glob:**.unfinished");
	}

	@Test
	void aFinishedFileHasItsName() throws IOException {
		Path file = this.folder.resolve("a.csv");

		try (AtomicCsvFile whole = AtomicCsvFile.safe(file, Dialect.OURS)) {
			whole.row(List.of("new"));
			assertThat(file).doesNotExist();
			whole.finish();
		}

		assertThat(file).hasContent("new");
		assertThat(this.folder).isDirectoryNotContaining("glob:**.unfinished");
	}

	@Test
	void withoutARowThereIsNoFileAndNoneFromBefore() throws IOException {
		Path file = Files.writeString(this.folder.resolve("a.csv"), "old");

		try (AtomicCsvFile whole = AtomicCsvFile.safe(file, Dialect.OURS)) {
			assertThat(whole.isEmpty()).isTrue();
			whole.finish();
		}

		assertThat(file).doesNotExist();
	}

}
