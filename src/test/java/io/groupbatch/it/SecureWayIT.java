package io.groupbatch.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;

import io.groupbatch.portal.Authority;
import io.groupbatch.portal.Relay;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;
import io.groupbatch.support.JournalCopy;
import io.groupbatch.support.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A portal whose certificate comes from an authority of its own, behind a proxy that
 * wants a password.
 */
class SecureWayIT {

	@TempDir
	private static Path certificates;

	private static SSLContext server;

	private static String ca;

	@TempDir
	private Path folder;

	private Sandbox sandbox;

	private Relay secure;

	private Relay proxy;

	private Program program;

	private Map<String, String> variables;

	@BeforeAll
	static void makeCertificates() throws Exception {
		Authority authority = Authority.in(certificates);
		server = authority.server();
		ca = authority.certificate().toString();
	}

	@BeforeEach
	void startPortal() throws IOException {
		this.sandbox = Sandbox.start(SandboxOptions.standard());
		this.secure = Relay.secure(server, this.sandbox.url().getPort());
		this.proxy = Relay.proxyFor("anna:secret-of-proxy", this.secure.port());
		this.program = new Program(this.folder, URI.create("https://" + Authority.HOST), this.sandbox.apiKey());
		this.variables = Map.of("HTTPS_PROXY", "http://anna:secret-of-proxy@127.0.0.1:" + this.proxy.port());
	}

	@AfterEach
	void stopPortal() {
		this.proxy.close();
		this.secure.close();
		this.sandbox.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "doctor", "people", "export", "import", "plan", "verify" })
	void everyCommandFindsItsWay(String command) throws IOException {
		Path file = Files.write(this.folder.resolve("input.csv"), List.of("operation,groupName", "get,Sales"));
		String[] words = switch (command) {
			case "import", "plan", "verify" -> new String[] { command, file.toString(), "--ca", ca, "--output",
					this.folder.resolve("out").toString() };
			default -> new String[] { command, "--ca", ca, "-v", "-v" };
		};

		Program.Result result = this.program.run(this.variables, words);

		assertThat(result.exit()).as(result.err() + result.out()).isZero();
		assertThat(this.proxy.heads).isNotEmpty()
			.allSatisfy((head) -> assertThat(head).startsWith("CONNECT portal.example:443 ")
				.doesNotContain(this.program.key()));
		assertThat(result.err() + result.out()).doesNotContain("secret-of-proxy", this.program.key());
		if (!command.equals("doctor") && !command.equals("people")) {
			assertThat(JournalCopy.everything(this.program.state())).doesNotContain("secret-of-proxy");
		}
	}

	@Test
	void doctorSaysWhereTheSettingsComeFrom() {
		Program.Result result = this.program.run(this.variables, "doctor", "--ca", ca);

		assertThat(result.out()).contains("Also trusted: " + ca + " (from --ca)",
				"Proxy: http://127.0.0.1:" + this.proxy.port() + " (from HTTPS_PROXY)");
	}

	@Test
	void anUnknownAuthorityIsSaidWithTheOptionThatHelps() {
		Program.Result result = this.program.run(this.variables, "people");

		assertThat(result.exit()).isEqualTo(69);
		assertThat(result.err()).contains(
				"No connection to https://portal.example: its certificate is not signed by an authority that this computer trusts",
				"--ca FILE");
		assertThat(this.sandbox.traffic().writes()).isEmpty();
	}

	@Test
	void aDeadProxyIsSaidWithoutItsPassword() throws IOException {
		this.proxy.close();
		Path file = Files.write(this.folder.resolve("input.csv"), List.of("operation,groupName", "create,New"));

		Program.Result result = this.program.run(this.variables, this.program.arguments(file, "--ca", ca, "-v", "-v"));

		assertThat(result.exit()).isEqualTo(69);
		assertThat(result.err())
			.contains("the proxy http://127.0.0.1:", "cannot be reached: connection refused", "NO_PROXY")
			.doesNotContain("secret-of-proxy");
	}

	@Test
	void aCommandToGoOnWithNamesTheAuthority() throws IOException {
		Path file = Files.write(this.folder.resolve("input.csv"), List.of("operation,groupName", "create,New"));

		Program.Result result = this.program.run(this.variables, "plan", file.toString(), "--ca", ca, "--output",
				this.folder.resolve("out").toString());

		assertThat(result.out() + result.err()).contains("--ca " + ca);
		Program.Result applied = this.program.run(this.variables, "apply", "1", "--ca", ca);
		assertThat(applied.exit()).as(applied.err()).isZero();
		assertThat(this.sandbox.groups("New")).hasSize(1);
	}

}
