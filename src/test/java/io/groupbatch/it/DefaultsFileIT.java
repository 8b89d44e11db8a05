package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The file of defaults: what counts before it, what it may not say, and that
 * {@code doctor} shows it.
 */
class DefaultsFileIT {

	/** What a process is told without a variable. */
	private static final Map<String, String> NO_VARIABLES = Map.of("DOCSPACE_PORTAL_URL", "", "DOCSPACE_API_KEY", "");

	@TempDir
	private Path folder;

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private Program program;

	@BeforeEach
	void open() {
		this.program = new Program(this.folder, this.sandbox.url(), this.sandbox.apiKey()).withJournal();
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void itSaysWhatNobodyElseSaysAndDoctorShowsIt() throws IOException {
		Path key = Files.writeString(this.folder.resolve("key"), this.sandbox.apiKey());
		Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
		Path file = usual("portal=" + this.sandbox.url(), "api-key-file=" + key, "import.concurrency=3");

		Result result = this.program.run(NO_VARIABLES, "doctor");

		assertThat(result.exit()).as(result.out() + result.err()).isZero();
		assertThat(result.out()).contains("Portal: " + this.sandbox.url() + " (from " + file + ")",
				"Defaults: --api-key-file, --portal (from " + file + ")");
	}

	@Test
	void aVariableAndTheCommandLineCountFirst() throws IOException {
		usual("portal=http://127.0.0.1:9/file");

		assertThat(this.program.run("doctor").out())
			.contains("Portal: " + this.sandbox.url() + " (from DOCSPACE_PORTAL_URL)");
		assertThat(this.program.run(NO_VARIABLES, "doctor", "--portal", "http://127.0.0.1:9/line").out())
			.contains("http://127.0.0.1:9/line (from --portal)");
	}

	@Test
	void theSimulatedPortalIsNotTheOneOfTheFile() throws IOException {
		usual("portal=http://127.0.0.1:9/file\napi-key-file=/nowhere/key.txt");

		Result result = this.program.run(NO_VARIABLES, "doctor", "--sandbox");

		assertThat(result.exit()).as(result.out()).isZero();
		assertThat(result.out()).doesNotContain("127.0.0.1:9");
	}

	@Test
	void aFileCanBeNamedAndItsOwnEntryOfACommandCountsFirst() throws IOException {
		Path other = Files.writeString(this.folder.resolve("other.properties"),
				"# a comment\nquiet=true\nexport.format=memberships\n");

		Result result = this.program.run("export", this.folder.resolve("groups.csv").toString(), "--config",
				other.toString());

		assertThat(result.err()).doesNotContain("memberships of");
		assertThat(this.folder.resolve("groups.csv")).content()
			.contains("Sales,anna.muster@sandbox.example,ben.okafor@sandbox.example,false");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			api-key=sk-secret-one         | it holds a key or a password, "api-key". Take it out
			proxy-password=sk-secret-one  | it holds a key or a password, "proxy-password"
			yes=true                      | "yes" is decided for each command separately
			import.yes=true               | "yes" is decided for each command separately
			concurency=3                  | there is no option "concurency"
			from=2026-10-01               | there is no option "from"
			no-color=maybe                | "no-color" must be true or false
			concurrency=many              | many
			""")
	void whatItMayNotSayIsRefusedBeforeAnythingIsDone(String line, String said) throws IOException {
		Path file = usual(line);

		Result result = this.program.run("import", "input/groups.csv", "--sandbox");

		assertThat(result.exit()).as(result.err()).isEqualTo(78);
		assertThat(result.err()).contains("The file of defaults " + file + " cannot be used", said)
			.doesNotContain("sk-secret");
		assertThat(this.program.state().resolve("sandbox")).doesNotExist();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aFileThatOthersCanChangeIsRefused() throws IOException {
		Path file = usual("quiet=true");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

		Result result = this.program.run("runs");

		assertThat(result.exit()).isEqualTo(78);
		assertThat(result.err()).contains("others can change it. Change that: chmod o-w " + file);
	}

	@Test
	void aNamedFileThatIsNotThereIsTold() {
		Result result = this.program.run("runs", "--config", this.folder.resolve("none").toString());

		assertThat(result.exit()).isEqualTo(78);
		assertThat(result.err()).contains("none cannot be used");
	}

	/** The one that is read when none is named. */
	private Path usual(String... lines) throws IOException {
		Path file = this.folder.resolve("settings/groupbatch/config.properties");
		Files.createDirectories(file.getParent());
		Files.writeString(file, String.join("\n", lines));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		return file;
	}

}
