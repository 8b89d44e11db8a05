package io.groupbatch.cli.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.portal.http.ApiKey;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.portal.http.Route;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortalOptionsTests {

	private static final Map<String, String> NOTHING = Map.of();

	private final PortalOptions options = new PortalOptions();

	private final Terminal terminal = new Terminal(silence(), silence(), false, true);

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0} means {1}")
	@CsvSource({ "https://docspace.example.com, https://docspace.example.com",
			"docspace.example.com, https://docspace.example.com", "127.0.0.1:8099, http://127.0.0.1:8099",
			"[::1]:8099/, http://[::1]:8099", "https://127.0.0.1:8443, https://127.0.0.1:8443",
			"HTTPS://DocSpace.Example.com/, https://docspace.example.com",
			"https://example.com:443, https://example.com", "https://example.com:443/docs, https://example.com/docs",
			"https://example.com:/, https://example.com", "https://example.com:80, https://example.com:80",
			"http://127.0.0.1:80, http://127.0.0.1", "http://127.0.0.1:443, http://127.0.0.1:443",
			"https://[::443]:443, https://[::443]", "https://[::443], https://[::443]",
			"https://example.com:8443/, https://example.com:8443", "https://example.com/api/2.0, https://example.com",
			"https://example.com/api/2.0/, https://example.com",
			"https://example.com/docs/api, https://example.com/docs",
			"https://example.com/Docs, https://example.com/Docs", "'  https://example.com ', https://example.com",
			"http://localhost:8099, http://localhost:8099", "http://127.0.0.1:8099, http://127.0.0.1:8099",
			"http://[::1]:8099, http://[::1]:8099",
			"https://Bücher.example:8443/x, https://xn--bcher-kva.example:8443/x" })
	void thePortalsAddressIsUnderstood(String written, String meant) {
		this.options.portal = written;

		assertThat(this.options.url(NOTHING)).hasToString(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://example.com", "https://", "https://example.com?x=1", "https://example.com:99999",
			"https://example.com:0", "https://straße.example", "https://example.com/#a", "https://exa mple.com",
			"file:///etc/passwd", "://", "https:///path" })
	void whatIsNoAddressIsRefused(String written) {
		this.options.portal = written;

		assertRefused(() -> this.options.url(NOTHING), written.strip(), "https://docspace.example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://user:secret@example.com", "user:secret@example.com",
			"https://user:se@cret@bücher.example:99999/" })
	void aPasswordInAnAddressIsNotShown(String written) {
		this.options.portal = written;

		assertThatExceptionOfType(CommandException.class).isThrownBy(() -> this.options.url(NOTHING))
			.satisfies((stop) -> assertThat(stop.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
			.withMessageContaining("without a user name")
			.withMessageNotContaining("secret")
			.withMessageNotContaining("cret@");
	}

	@Test
	void theKeyIsNotSentUnencryptedUnlessAllowed() {
		this.options.portal = "http://192.0.2.1";
		assertRefused(() -> this.options.url(NOTHING), "not encrypted", "--allow-http");

		this.options.allowHttp = true;

		assertThat(this.options.url(NOTHING)).hasToString("http://192.0.2.1");
	}

	@Test
	void theOptionGoesBeforeTheVariable() {
		Map<String, String> environment = Map.of("DOCSPACE_PORTAL_URL", "https://variable.example.com");
		assertThat(this.options.url(environment)).hasToString("https://variable.example.com");

		this.options.portal = "https://option.example.com";

		assertThat(this.options.url(environment)).hasToString("https://option.example.com");
	}

	@Test
	void withoutAPortalItSaysWhatToDo() {
		assertRefused(() -> this.options.url(NOTHING), "--portal", "DOCSPACE_PORTAL_URL", "--sandbox");
		assertRefused(() -> this.options.url(Map.of("DOCSPACE_PORTAL_URL", " ")), "--portal");
	}

	@Test
	void theKeyComesFromTheVariable() {
		assertThat(this.options.key(Map.of("DOCSPACE_API_KEY", " sk-1\n"), this.terminal)).isEqualTo(ApiKey.of("sk-1"));
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void theFileGoesBeforeTheVariable() throws IOException {
		this.options.apiKeyFile = keyFile("rw-------", "sk-file\n");

		assertThat(this.options.key(Map.of("DOCSPACE_API_KEY", "sk-variable"), this.terminal))
			.isEqualTo(ApiKey.of("sk-file"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r-----", "rw----r--", "rw-r--r--" })
	@DisabledOnOs(OS.WINDOWS)
	void aKeyFileThatOthersCanReadIsRefused(String permissions) throws IOException {
		this.options.apiKeyFile = keyFile(permissions, "sk-file");

		assertRefused(() -> this.options.key(NOTHING, this.terminal), "chmod 600 " + this.options.apiKeyFile);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aKeyFileOfTheOwnerMayBeReadOnly() throws IOException {
		this.options.apiKeyFile = keyFile("r--------", "sk-file");

		assertThat(this.options.key(NOTHING, this.terminal)).isEqualTo(ApiKey.of("sk-file"));
	}

	@Test
	void aKeyFileThatIsNotThereIsSaid() {
		this.options.apiKeyFile = this.folder.resolve("none");

		assertRefused(() -> this.options.key(NOTHING, this.terminal), "none");
	}

	@Test
	void whatIsNoAuthorityIsRefusedBeforeAnythingElse() throws IOException {
		this.options.portal = "https://docspace.example.com";
		this.options.ca = this.folder.resolve("none.pem");
		assertRefused(() -> portal(NOTHING), "none.pem", "it is not there");

		this.options.ca = Files.writeString(this.folder.resolve("empty.pem"), "");
		assertRefused(() -> portal(NOTHING), "empty.pem", "no certificate in it");

		this.options.ca = Files.writeString(this.folder.resolve("bad.pem"),
				"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
		assertRefused(() -> portal(NOTHING), "bad.pem", "a damaged one");

		this.options.ca = this.folder;
		assertRefused(() -> portal(NOTHING), "cannot be used");
	}

	@Test
	void aPortalOnThisComputerHasNoProxy() {
		Map<String, String> variables = Map.of("HTTP_PROXY", "http://proxy.example.com", "DOCSPACE_API_KEY", "sk-1");
		this.options.portal = "http://localhost:8099";

		assertThat(portal(variables).route()).isEqualTo(Route.OWN);
	}

	@Test
	void withoutAKeyItSaysWhatToDo() {
		assertRefused(() -> this.options.key(NOTHING, this.terminal), "DOCSPACE_API_KEY", "--api-key-file");
		assertRefused(() -> this.options.key(Map.of("DOCSPACE_API_KEY", ""), this.terminal), "DOCSPACE_API_KEY");
	}

	private PortalSettings portal(Map<String, String> variables) {
		return this.options.portal(this.options.url(variables), 1, variables, this.terminal);
	}

	private Path keyFile(String permissions, String key) throws IOException {
		Path file = Files.writeString(this.folder.resolve("key"), key);
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
	}

	@Test
	void aKeyThatCannotBeOneIsRefusedAndNotShown() {
		assertThatExceptionOfType(CommandException.class)
			.isThrownBy(() -> this.options.key(Map.of("DOCSPACE_API_KEY", "sk-1 sk-2"), this.terminal))
			.satisfies((stop) -> assertThat(stop.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
			.withMessageContaining("copy it again")
			.withMessageNotContaining("sk-1");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "'\uFEFFsk-1', U+FEFF (ZERO WIDTH NO-BREAK SPACE), 1 of 5",
			"'sk-\u00A01', U+00A0 (NO-BREAK SPACE), 4 of 5", "'sk-…', U+2026 (HORIZONTAL ELLIPSIS), 4 of 4",
			"'sk-\n1', U+000A (LINE FEED (LF)), 4 of 5" })
	void aCharacterThatNoKeyHasIsNamed(String key, String name, String place) {
		assertRefused(() -> this.options.key(Map.of("DOCSPACE_API_KEY", key), this.terminal), name, place);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://proxy.example:99999", "proxy.example:0" })
	void aPortOfAProxyThatCannotBeIsRefused(String proxy) {
		this.options.portal = "https://example.com";

		assertRefused(() -> portal(Map.of("DOCSPACE_API_KEY", "sk-1", "HTTPS_PROXY", proxy)), "HTTPS_PROXY");
	}

	private static void assertRefused(ThrowingCallable work, String... words) {
		assertThatExceptionOfType(CommandException.class).isThrownBy(work).satisfies((stop) -> {
			assertThat(stop.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
			assertThat(stop).message().contains(words);
		});
	}

	private static PrintStream silence() {
		return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
	}

}
