package io.groupbatch.portal.http;

import java.net.URI;
import java.time.Duration;

import io.groupbatch.portal.PretendPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PortalSettingsTests {

	private static final ApiKey KEY = ApiKey.of(PretendPortal.KEY);

	@ParameterizedTest
	@CsvSource({ "https://a.example, https://a.example", "https://a.example/, https://a.example",
			"https://a.example:8443/api/2.0/, https://a.example:8443", "http://a.example/api, http://a.example",
			"https://a.example/docs/, https://a.example/docs", "https://a.example/docs/api, https://a.example/docs",
			"https://a.example/myapi, https://a.example/myapi", "https://[::1]:80/, https://[::1]:80" })
	void theAddressEndsBeforeTheApi(URI given, URI used) {
		assertThat(new PortalSettings(given, KEY, 15).url()).isEqualTo(used);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.example", "ftp://a.example", "https:///x", "https://user:secret@a.example",
			"https://a.example?x=1", "https://a.example#x", "mailto:a@b" })
	void anythingElseIsNoAddress(URI url) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PortalSettings(url, KEY, 15))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	@Test
	void figuresMustBeAboveZero() {
		URI url = URI.create("https://a.example");

		assertThatIllegalArgumentException().isThrownBy(() -> new PortalSettings(url, KEY, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new PortalSettings(url, KEY, 1, Duration.ZERO));
	}

	@Test
	void doNotPrintTheKey() {
		assertThat(new PortalSettings(URI.create("https://a.example"), KEY, 15).toString()).doesNotContain("sk-");
	}

}
