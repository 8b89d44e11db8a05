package io.groupbatch.cli.connection;

import java.net.URI;
import java.util.Map;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.portal.http.ApiKey;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.portal.http.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProxyVariablesTests {

	private static final URI PORTAL = URI.create("https://docs.example.com");

	private static final String PROXY = "http://proxy.example.com:3128";

	@ParameterizedTest(name = "{0} means {1}")
	@CsvSource({ "http://proxy.example.com:3128, http://proxy.example.com:3128",
			"http://proxy.example.com:3128/, http://proxy.example.com:3128",
			"proxy.example.com:3128, http://proxy.example.com:3128", "proxy.example.com, http://proxy.example.com:80",
			"HTTP://u:p%40@proxy.example.com:3128, http://u:p%40@proxy.example.com:3128",
			"http://[::1]:3128, http://[::1]:3128" })
	void theProxysAddressIsUnderstood(String written, URI meant) {
		assertThat(new ProxyVariables(Map.of("HTTPS_PROXY", written)).proxy(PORTAL)).isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://proxy.example.com", "socks5://u:secret@proxy.example.com", "http://u:sec ret@x",
			"http://u:se#cret@x", "http://", "http://x/secret", "http://x?secret", "u:secret@x:port" })
	void whatIsNoAddressIsRefusedAndNotTold(String written) {
		assertThatExceptionOfType(CommandException.class)
			.isThrownBy(() -> new ProxyVariables(Map.of("https_proxy", written)).proxy(PORTAL))
			.satisfies((stop) -> assertThat(stop.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
			.withMessageContaining("HTTPS_PROXY")
			.satisfies((stop) -> assertThat(stop).message().doesNotContain("secret", "sec ret", "se#cret"));
	}

	@Test
	void eachSchemeHasItsVariableAndSmallLettersCountFirst() {
		ProxyVariables variables = new ProxyVariables(
				Map.of("HTTP_PROXY", "http://a", "HTTPS_PROXY", "http://b", "https_proxy", "http://c"));

		assertThat(variables.proxy(PORTAL)).hasToString("http://c:80");
		assertThat(variables.proxy(URI.create("http://docs.example.com"))).hasToString("http://a:80");
		assertThat(new ProxyVariables(Map.of("HTTP_PROXY", "http://a")).proxy(PORTAL)).isNull();
		assertThat(new ProxyVariables(Map.of("HTTPS_PROXY", "http://a", "https_proxy", "")).proxy(PORTAL)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "docs.example.com", "example.com", ".example.com", "*.example.com", "*",
			"DOCS.Example.COM", "a.example, example.com", "a.example example.com", "docs.example.com:443", "*:443" })
	void isReachedWithout(String noProxy) {
		assertThat(new ProxyVariables(Map.of("HTTPS_PROXY", PROXY, "NO_PROXY", noProxy)).proxy(PORTAL)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ocs.example.com", "example", "com:80", "docs.example.com:8443", "other.example.com",
			"docs.example.com.evil.example", ".", ",", "*.docs.example.com:80" })
	void isNotReachedWithout(String noProxy) {
		assertThat(new ProxyVariables(Map.of("HTTPS_PROXY", PROXY, "NO_PROXY", noProxy)).proxy(PORTAL)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://localhost:8443", "http://127.0.0.1:8099", "https://127.3.2.1",
			"http://[::1]:8099", "https://portal.localhost" })
	void thisComputerIsReachedWithout(URI portal) {
		assertThat(new ProxyVariables(Map.of("HTTPS_PROXY", PROXY, "HTTP_PROXY", PROXY)).proxy(portal)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "https://[2001:db8::7], [2001:db8::7], true", "https://[2001:db8::7], 2001:db8::7, true",
			"https://[2001:db8::7]:8443, [2001:db8::7]:8443, true", "https://[2001:db8::7], [2001:db8::7]:8443, false",
			"https://192.0.2.7, 192.0.2.7, true", "https://192.0.2.77, 192.0.2.7, false" })
	void numbersAreNamesToo(URI portal, String noProxy, boolean without) {
		assertThat(new ProxyVariables(Map.of("HTTPS_PROXY", PROXY, "no_proxy", noProxy)).proxy(portal) == null)
			.isEqualTo(without);
	}

	@Test
	void neverPrintsThePassword() {
		URI proxy = URI.create("http://anna:secret@proxy.example.com:3128");

		assertThat(ProxyVariables.shown(proxy)).isEqualTo(PROXY);
		assertThat(new PortalSettings(PORTAL, ApiKey.of("sk-1"), 1).by(new Route(null, proxy)).toString())
			.doesNotContain("secret", "sk-1");
		assertThat(new Route(null, proxy).toString()).contains("proxy.example.com:3128").doesNotContain("secret");
	}

}
