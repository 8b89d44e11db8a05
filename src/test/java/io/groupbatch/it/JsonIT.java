package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.support.JsonSchemas;
import io.groupbatch.support.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What commands print as JSON, letter for letter: scripts rely on names and on what is
 * null. What was printed is left in {@code target/json}, to be taken over when it is
 * right.
 */
class JsonIT {

	private static final Path EXPECTED = Path.of("src/test/resources/json");

	@TempDir
	private Path folder;

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private Program program;

	private Path file;

	@BeforeEach
	void open() throws IOException {
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey());
		this.file = Files.write(this.folder.resolve("groups.csv"),
				List.of("operation,groupName,groupManager,members,newGroupName",
						"create,New Team,anna.muster@sandbox.example,ben.okafor@sandbox.example,",
						"update,Sales,,,Sales Europe", "delete,Old Hands,,,", "create,,,,",
						"add-members,Support,,nobody@example.com,"));
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void aPlan() throws IOException {
		assertPrinted("plan", "plan", this.file.toString(), "--output", output(), "--json", "--on-invalid", "skip",
				"--max-deletes", "0", "--note", "CHG-7");
	}

	@Test
	void aRunThatIsDoneInPart() throws IOException {
		assertPrinted("import", "import", this.file.toString(), "--output", output(), "--json", "--on-invalid", "skip");
		JsonSchemas.assertConforms("summary", Files.readString(this.program.output().resolve("summary.json")));
		assertThat(normal(Files.readString(this.program.output().resolve("summary.json")))).as("summary.json")
			.isEqualTo(expected("import"));
	}

	@Test
	void aRunThatIsRefused() throws IOException {
		assertPrinted("refused", "import", this.file.toString(), "--output", output(), "--json");
	}

	@Test
	void anImportIntoASandbox() throws IOException {
		Path one = Files.writeString(this.folder.resolve("one.csv"), "groupName\nNew Team\n");

		assertPrinted("sandbox", "import", one.toString(), "--output", output(), "--json", "--sandbox");
	}

	@Test
	void anUndoThatSendsNothing() throws IOException {
		Path one = Files.writeString(this.folder.resolve("one.csv"), "groupName\nNew Team\n");
		this.program.importing(one);

		assertPrinted("undo", "undo", "1", "--dry-run", "--output", this.folder.resolve("undone").toString(), "--json");
	}

	@Test
	void anExport() throws IOException {
		assertPrinted("export", "export", this.folder.resolve("exported.csv").toString(), "--json");
		assertPrinted("export-filtered", "export", this.folder.resolve("exported.csv").toString(), "--force", "--json",
				"--filter", "Sales");
	}

	@Test
	void aComparison() throws IOException {
		Path one = Files.writeString(this.folder.resolve("one.csv"),
				"groupName,groupManager\nNew Team,anna.muster@sandbox.example\nSales,ben.okafor@sandbox.example\n");

		assertPrinted("verify", "verify", one.toString(), "--output", this.folder.resolve("compared").toString(),
				"--json");
	}

	@Test
	void aPageToHandOn() throws IOException {
		Path one = Files.writeString(this.folder.resolve("one.csv"), "groupName\nNew Team\n");
		this.program.importing(one);

		assertPrinted("share", "report", "1", "--share", this.folder.resolve("page.html").toString(), "--json");
	}

	/** Program checks each output that any test makes it print. */
	@Test
	void aFieldThatTheSchemaDoesNotHaveIsFound() {
		String printed = this.program.run("export", this.folder.resolve("exported.csv").toString(), "--json").out();

		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> JsonSchemas.assertConforms("export", printed.replace("{", "{ \"further\" : 1,")))
			.withMessageContaining("further");
	}

	private String output() {
		return this.program.output().toString();
	}

	private void assertPrinted(String name, String... arguments) throws IOException {
		String printed = normal(this.program.run(arguments).out());
		Files.createDirectories(Path.of("target/json"));
		Files.writeString(Path.of("target/json").resolve(name + ".json"), printed);

		assertThat(printed).as(name).isEqualTo(expected(name));
	}

	private static String expected(String name) throws IOException {
		Path file = EXPECTED.resolve(name + ".json");
		return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
	}

	/** Without what is different each time. */
	private String normal(String json) {
		return json.replace("\r\n", "\n")
			.replace(this.folder.toString(), "FOLDER")
			.replace(this.sandbox.url().toString(), "PORTAL")
			.replaceAll("http://127\\.0\\.0\\.1:\\d+", "ANOTHER-PORTAL")
			.replaceAll("(undo/run-\\d{4}-)\\d+", "$1N")
			.replaceAll("[0-9a-f]{64}", "HASH")
			.replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "ID")
			.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-]\\d\\d:\\d\\d)", "TIME");
	}

}
