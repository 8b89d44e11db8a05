package io.groupbatch.cli.option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.importjob.options.ColumnMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ColumnMappingFileTests {

	@TempDir
	private Path folder;

	@Test
	void itHoldsALineForEachColumnAndComments() throws IOException {
		Path file = write(
				"\uFEFF# our HR\r\n\r\nTeam = groupName\r\n  # more\r\nVorgesetzte(r)=manager\r\nA = B = members");

		assertThat(ColumnMappingFile.read(file, null)).containsExactly(new ColumnMapping("Team", "groupName"),
				new ColumnMapping("Vorgesetzte(r)", "groupManager"), new ColumnMapping("A = B", "members"));
	}

	@Test
	void everyWrongLineIsNamed() throws IOException {
		Path file = write("Team = groupName\nDepartment\n\nLead = membrs\n");

		CommandException stop = catchThrowableOfType(CommandException.class, () -> ColumnMappingFile.read(file, null));

		assertThat(stop.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
		assertThat(stop.getMessage().lines()).satisfiesExactly(
				(line) -> assertThat(line).startsWith("Line 2: \"Department\" should look like"),
				(line) -> assertThat(line).startsWith("Line 4: ").contains("did you mean members?"),
				(line) -> assertThat(line).contains("Fix", "map.txt"));
	}

	@Test
	void aFileThatIsNotThereOrNoUtf8IsSaid() throws IOException {
		Path file = this.folder.resolve("map.txt");

		assertThat(catchThrowableOfType(CommandException.class, () -> ColumnMappingFile.read(file, null)))
			.hasMessageContaining("it is not there");
		Files.write(file, "Führung = manager".getBytes(StandardCharsets.ISO_8859_1));
		assertThat(catchThrowableOfType(CommandException.class, () -> ColumnMappingFile.read(file, null)))
			.hasMessageContaining("not UTF-8");
	}

	@Test
	void aFileInTheEncodingOfTheImportedOneIsRead() throws IOException {
		Path file = Files.write(this.folder.resolve("map.txt"),
				"Führung = manager".getBytes(StandardCharsets.ISO_8859_1));

		assertThat(ColumnMappingFile.read(file, StandardCharsets.ISO_8859_1))
			.containsExactly(new ColumnMapping("Führung", "groupManager"));
	}

	private Path write(String text) throws IOException {
		return Files.writeString(this.folder.resolve("map.txt"), text);
	}

}
