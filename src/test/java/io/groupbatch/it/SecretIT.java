package io.groupbatch.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.support.HoldFrom;
import io.groupbatch.support.JournalCopy;
import io.groupbatch.support.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The API key goes to the portal and nowhere else.
 */
class SecretIT {

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Program program;

	private Path file;

	@BeforeEach
	void startPortal() throws IOException {
		this.sandbox = Sandbox.start(SandboxOptions.standard());
		this.program = new Program(this.folder, this.sandbox.url(),
				this.sandbox.addKey("owner@sandbox.example", "accounts:read", "accounts:write"));
		this.file = Files.write(this.folder.resolve("input.csv"),
				List.of("operation,groupName,members", "create,Secret Service,anna.muster@sandbox.example",
						"add-members,Secret Service,ben.okafor@sandbox.example", "get,Sales,", "delete,Old Hands,"));
	}

	@AfterEach
	void stopPortal() {
		this.sandbox.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-v", "-v -v", "-q", "--json" })
	void theKeyIsNowhereAfterARun(String options) throws IOException {
		Program.Running running = this.program.start(this.file, words(options));
		assertThat(running.end().exit()).isZero();
		assertThat(this.sandbox.groups("Secret Service")).hasSize(1);
		assertTheKeyIsNowhere();
	}

	@Test
	void theKeyIsNowhereAfterItWasRefused() throws IOException {
		this.sandbox.revoke(this.program.key());
		Program.Running running = this.program.start(this.file, "-v", "-v");
		assertThat(running.end().exit()).isEqualTo(77);
		assertTheKeyIsNowhere();
	}

	/**
	 * A portal that sends back what it was sent, as some servers do with a bad request.
	 */
	@Test
	void theKeyIsNowhereWhenThePortalRepeatsIt() throws IOException {
		String echo = "{\"error\":{\"message\":\"Bad token %1$s\",\"type\":\"X\",\"stack\":\"%1$s\"}}"
			.formatted(this.program.key());
		this.sandbox.setFaultPolicy((request) -> HoldFrom.isWrite(request)
				? new FaultPolicy.Answer(400, "application/json", echo, Map.of(), false) : new FaultPolicy.Normal());
		Program.Running running = this.program.start(this.file, "-v", "-v");
		assertThat(running.end().exit()).isEqualTo(1);
		assertTheKeyIsNowhere();
	}

	@Test
	void theKeyIsNoArgumentOfTheProcess() throws InterruptedException, IOException {
		HoldFrom hold = new HoldFrom(1, HoldFrom::isWrite, true);
		this.sandbox.setFaultPolicy(hold);
		Program.Running running = this.program.start(this.file, "-v", "-v");
		hold.awaitHeld();
		assertThat(running.process().info().arguments().orElseThrow()).contains("import").noneMatch(this::tells);
		running.kill();
		assertTheKeyIsNowhere();
		hold.release();
	}

	private static String[] words(String options) {
		return options.isEmpty() ? new String[0] : options.split(" ", -1);
	}

	/** In no file of the run: its journal, its reports, what it said. */
	private void assertTheKeyIsNowhere() throws IOException {
		assertThat(JournalCopy.everything(this.program.state())).contains("BATCH_JOB_EXECUTION")
			.satisfies(this::isClean);
		try (Stream<Path> files = Files.walk(this.folder)) {
			assertThat(files.filter(Files::isRegularFile).toList()).hasSizeGreaterThan(3)
				.allSatisfy((path) -> isClean(Files.readString(path, StandardCharsets.ISO_8859_1)));
		}
	}

	private void isClean(String text) {
		assertThat(tells(text)).isFalse();
	}

	private boolean tells(String text) {
		String key = this.program.key();
		String encoded = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
		return text.contains(key.substring(3)) || text.contains(encoded);
	}

}
