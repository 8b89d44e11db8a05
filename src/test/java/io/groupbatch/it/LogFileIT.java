package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The log for support: what is in it, and what never is.
 */
class LogFileIT {

	@TempDir
	private Path folder;

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private Program program;

	private Path log;

	@BeforeEach
	void open() {
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey()).withJournal();
		this.log = this.folder.resolve("support.log");
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void itHasEveryRequestAndTheEndAndTheTerminalIsAsBefore() throws IOException {
		Result result = importing();

		assertThat(result.exit()).isZero();
		assertThat(result.err()).doesNotContain("Request(");
		assertThat(this.log).content()
			.contains("begins: import [", "--log-file", "Request(verb=", "answered 200", "Ends with exit code 0")
			.doesNotContain(this.sandbox.apiKey(), "@sandbox.example", "Secret Team");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.log))).isEqualTo("rw-------");
	}

	@Test
	void eachLineIsAnObjectWhenThatIsWanted() throws IOException {
		importing("--log-format", "json");

		List<JsonNode> lines = Files.readAllLines(this.log).stream().map((line) -> JsonMapper.shared().readTree(line))
			.toList();
		assertThat(lines).hasSizeGreaterThan(2)
			.allMatch((line) -> line.path("time").asString().endsWith("Z") && line.has("level") && line.has("message"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aFailureIsThereWithItsCauseAndNamesOnlyWhenMoreIsTold(boolean verbose) throws IOException {
		Path file = this.folder.resolve("\"Anna Muster\" anna.muster@sandbox.example.csv");
		String[] arguments = verbose ? new String[] { "--log-file", this.log.toString(), "-v" }
				: new String[] { "--log-file", this.log.toString() };

		assertThat(this.program.importing(file, arguments).exit()).isEqualTo(65);

		assertThat(this.log).content().contains("CommandException", "Ends with exit code 65");
		assertThat(Files.readString(this.log).contains("anna.muster@sandbox.example")).isEqualTo(verbose);
		assertThat(Files.readString(this.log).contains("\"Anna Muster\"")).isEqualTo(verbose);
	}

	@Test
	void aSecondCommandAppends() throws IOException {
		importing();
		long before = Files.size(this.log);
		this.program.run("runs", "--log-file", this.log.toString());

		assertThat(Files.readString(this.log).substring((int) before)).contains("begins: runs").contains("exit code 0");
	}

	@Test
	void nothingIsDoneWhenItCannotBeWritten() {
		Result result = this.program.run("runs", "--log-file", this.folder.resolve("nowhere/a.log").toString());

		assertThat(result.exit()).isEqualTo(73);
		assertThat(result.err()).contains("The log cannot be written");
	}

	private Result importing(String... further) throws IOException {
		Path file = Files.writeString(this.folder.resolve("teams.csv"),
				"groupName,groupManager\nSecret Team,anna.muster@sandbox.example\n");
		return this.program.importing(file,
				Stream
					.concat(Stream.of("--log-file", this.log.toString()),
							Stream.of(further))
					.toArray(String[]::new));
	}

}
