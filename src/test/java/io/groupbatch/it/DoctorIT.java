package io.groupbatch.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import io.groupbatch.journal.StateFolder;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.support.Program;
import io.groupbatch.support.Program.Result;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code doctor} says what would stop a run, and changes nothing.
 */
class DoctorIT {

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	@BeforeEach
	void startPortal() {
		this.sandbox = Sandbox.start(SandboxOptions.standard());
	}

	@AfterEach
	void stopPortal() {
		this.sandbox.close();
	}

	@Test
	void aGoodKeyMayDoAll() {
		Result result = doctor(this.sandbox.apiKey());

		assertThat(result.exit()).as(result.out()).isZero();
		assertThat(result.out()).contains("Olga Owner", "Writing: allowed", "Clock: agrees with the portal's",
				"An import can begin.");
		assertThat(result.out()).doesNotContain(this.sandbox.apiKey());
	}

	@Test
	void nothingIsChangedAndTheWriteProbeCanBeLeftOut() {
		doctor(this.sandbox.apiKey(), "--no-write-probe");
		assertThat(this.sandbox.traffic().sent("PUT")).isZero();

		doctor(this.sandbox.apiKey());
		assertThat(this.sandbox.traffic().writes()).isEmpty();
	}

	@Test
	void aKeyThatMayOnlyReadIsFound() {
		Result result = doctor(this.sandbox.addKey("ada.admin@sandbox.example", "accounts:read"));

		assertThat(result.exit()).isEqualTo(77);
		assertThat(result.out()).contains("the key may not change groups", "accounts:write",
				"An import cannot succeed");
	}

	@Test
	void aKeyOfSomebodyWithoutRightsIsFound() {
		Result result = doctor(this.sandbox.addKey("ben.okafor@sandbox.example"));

		assertThat(result.exit()).isEqualTo(77);
	}

	@Test
	void aWrongKeyIsFound() {
		assertThat(doctor("sk-" + "0".repeat(64)).exit()).isEqualTo(77);
	}

	@Test
	void aDeadPortalIsFound() {
		URI url = this.sandbox.url();
		this.sandbox.close();

		Result result = new Program(this.folder, url, this.sandbox.apiKey()).run("doctor");

		assertThat(result.exit()).isEqualTo(69);
	}

	@Test
	void everySettingIsToldWithWhereItComesFromAndNoSecretIs() throws IOException {
		Path key = Files.writeString(this.folder.resolve("key.txt"), this.sandbox.apiKey());
		Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
		Program program = new Program(this.folder, this.sandbox.url(), "");
		Map<String, String> variables = Map.of("GROUPBATCH_JAVA_OPTIONS", "-Xmx1g -Dx.trustStorePassword=geheim",
				"http_proxy", "http://anna:geheim@proxy.example.com:3128", "NO_COLOR", "1");

		Result result = program.run(variables, "doctor", "--api-key-file", key.toString());

		assertThat(result.out()).contains("Portal: " + this.sandbox.url() + " (from DOCSPACE_PORTAL_URL)",
				"Key: *** (from the file " + key + ")", "State folder: " + program.state() + " (from --state)",
				"Proxy: none (from this computer, which needs none)",
				"Java options: -Xmx1g -Dx.trustStorePassword=*** (from GROUPBATCH_JAVA_OPTIONS)",
				"Colours: none (from NO_COLOR)");
		assertThat(result.out()).doesNotContain("geheim", this.sandbox.apiKey());
	}

	@Test
	void aKeyThatCannotBeUsedIsNotSaidToBeThere() throws IOException {
		Path key = Files.writeString(this.folder.resolve("key.txt"), " \n");
		Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

		Result empty = doctor("", "--api-key-file", key.toString());
		Result missing = doctor("", "--api-key-file", this.folder.resolve("none.txt").toString());

		assertThat(empty.exit()).isEqualTo(78);
		assertThat(empty.out()).contains("There is no API key in " + key + ": the file is empty.")
			.doesNotContain("Key: ***");
		assertThat(missing.exit()).isEqualTo(78);
		assertThat(missing.out()).contains("none.txt: it is not there").doesNotContain("Key: ***");
	}

	@Test
	void everythingIsToldOnce() {
		List<String> subjects = doctor(this.sandbox.apiKey()).out()
			.lines()
			.filter((line) -> line.contains(": "))
			.map((line) -> line.substring(9, line.indexOf(": ")))
			.toList();

		assertThat(subjects).containsOnlyOnce("State folder", "Portal", "Java", "Proxy");
	}

	@Test
	void withoutAPortalTheComputerIsExaminedAllTheSame() {
		Result result = new Program(this.folder, this.sandbox.url(), "").run(Map.of("DOCSPACE_PORTAL_URL", ""),
				"doctor");

		assertThat(result.exit()).isEqualTo(78);
		assertThat(result.out()).contains("ok       Java: ", "ok       State folder: ",
				"WRONG    Settings: Which portal? Give --portal", "An import cannot succeed");
	}

	@Test
	void aWarningIsNotPassedOver() {
		StateFolder held = StateFolder.open(this.folder.resolve("state"));

		Result result = doctor(this.sandbox.apiKey());

		held.close();
		assertThat(result.exit()).isZero();
		assertThat(result.out()).contains("warning  State folder", "An import can begin, but see the warnings above.");
	}

	private Result doctor(String key, String... options) {
		String[] arguments = new String[options.length + 1];
		arguments[0] = "doctor";
		System.arraycopy(options, 0, arguments, 1, options.length);
		return new Program(this.folder, this.sandbox.url(), key).run(arguments);
	}

}
