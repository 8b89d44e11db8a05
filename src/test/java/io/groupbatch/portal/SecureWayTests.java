package io.groupbatch.portal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;

import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.Answer.Shape;
import io.groupbatch.portal.http.ApiKey;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.portal.http.Route;
import io.groupbatch.portal.http.TrustStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Whom a client believes, and what lies between it and the portal. */
class SecureWayTests {

	@TempDir
	private static Path folder;

	private static Authority authority;

	private static SSLContext good;

	private static Path ca;

	private final PretendPortal portal = new PretendPortal().json(200, Recorded.envelope(Recorded.groupWithMembers()));

	@BeforeAll
	static void makeCertificates() throws Exception {
		authority = Authority.in(folder);
		good = authority.server();
		ca = authority.certificate();
	}

	@AfterEach
	void close() {
		this.portal.close();
	}

	@Test
	void anAuthorityOfAFileIsTrusted() throws IOException {
		try (Relay secure = Relay.secure(good, port())) {
			assertThat(ask("https://localhost:" + secure.port(), ca, null).shape()).isEqualTo(Shape.GROUP);
			assertThat(this.portal.sent.get(0).headers().getFirst("Authorization"))
				.isEqualTo("Bearer " + PretendPortal.KEY);
		}
	}

	@Test
	void anAuthorityThatNobodyKnowsIsNot() throws IOException {
		try (Relay secure = Relay.secure(good, port())) {
			assertNotSent(ask("https://localhost:" + secure.port(), null, null),
					"its certificate is not signed by an authority that this computer trusts", "--ca FILE");
		}
	}

	@Test
	void anotherHostNameIsRefused() throws Exception {
		SSLContext other = authority.server("other", "dns:other.example");
		try (Relay secure = Relay.secure(other, port())) {
			assertNotSent(ask("https://localhost:" + secure.port(), ca, null), "its certificate is for another host");
		}
	}

	@Test
	void aCertificateThatHasExpiredIsRefused() throws Exception {
		SSLContext old = authority.server("old", "dns:localhost", "-startdate", "-10d", "-validity", "5");
		try (Relay secure = Relay.secure(old, port())) {
			assertNotSent(ask("https://localhost:" + secure.port(), ca, null), "has expired", "clock");
		}
	}

	@Test
	void aCertificateOfTheFutureIsRefused() throws Exception {
		SSLContext early = authority.server("early", "dns:localhost", "-startdate", "+5d", "-validity", "5");
		try (Relay secure = Relay.secure(early, port())) {
			assertNotSent(ask("https://localhost:" + secure.port(), ca, null), "not valid yet", "clock");
		}
	}

	@Test
	void severalAuthoritiesMayStandInOneFile() throws Exception {
		Path another = Files.createDirectory(folder.resolve("another"));
		String both = "Ours:\n" + Files.readString(Authority.in(another).certificate()) + Files.readString(ca);
		Path file = Files.writeString(folder.resolve("both.pem"), both);
		try (Relay secure = Relay.secure(good, port())) {
			assertThat(ask("https://localhost:" + secure.port(), file, null).shape()).isEqualTo(Shape.GROUP);
		}
	}

	@Test
	void thoseThatJavaTrustsStayTrusted() throws Exception {
		assertThat(TrustStores.store(ca).size()).isGreaterThan(10);
	}

	@Test
	void aFileWithoutCertificatesIsNoAuthority() throws IOException {
		Path empty = Files.createFile(folder.resolve("empty.pem"));

		assertThatIllegalArgumentException().isThrownBy(() -> TrustStores.with(empty))
			.withMessageContaining("empty.pem");
	}

	@Test
	void theProxyIsToldTheHostAndNothingElse() throws IOException {
		try (Relay secure = Relay.secure(good, port()); Relay proxy = Relay.proxy(secure.port())) {
			Answer answer = ask("https://" + Authority.HOST, ca, "http://localhost:" + proxy.port());

			assertThat(answer.shape()).isEqualTo(Shape.GROUP);
			assertThat(proxy.heads).singleElement()
				.asString()
				.startsWith("CONNECT " + Authority.HOST + ":443 ")
				.doesNotContain("Authorization", PretendPortal.KEY, "/api");
		}
	}

	@Test
	void theProxyIsToldItsPasswordAndThePortalIsNot() throws IOException {
		try (Relay secure = Relay.secure(good, port()); Relay proxy = Relay.proxyFor("anna:p@ss+word", secure.port())) {
			Answer answer = ask("https://" + Authority.HOST, ca, "http://anna:p%40ss+word@localhost:" + proxy.port());

			assertThat(answer.shape()).isEqualTo(Shape.GROUP);
			assertThat(proxy.heads).hasSize(2);
			assertThat(this.portal.sent).singleElement()
				.satisfies((sent) -> assertThat(sent.headers()).doesNotContainKey("Proxy-authorization"));
		}
	}

	@Test
	void aProxyThatWantsAnotherPasswordHasSentNothing() throws IOException {
		try (Relay proxy = Relay.proxyFor("anna:right", port())) {
			String address = "localhost:" + proxy.port();

			assertNotSent(ask("https://" + Authority.HOST, ca, "http://" + address), "407", "HTTPS_PROXY");
			Answer wrong = ask("https://" + Authority.HOST, ca, "http://anna:wrong@" + address);
			assertNotSent(wrong, "407", "HTTPS_PROXY");
			assertThat(wrong.words()).doesNotContain("anna", "wrong");
		}
	}

	@Test
	void whatAProxyAnswersIsNotThePortalsAnswer() throws IOException {
		for (int status : List.of(302, 400, 403, 404, 502, 503, 504)) {
			try (RawServer proxy = RawServer.saying("HTTP/1.1 " + status + " No\r\nContent-Length: 2\r\n\r\nno")) {
				assertNotSent(ask("https://" + Authority.HOST, ca, proxy.url().toString()), "(" + status + ")",
						"NO_PROXY");
			}
		}
	}

	@Test
	void aProxyThatCutsOrTalksNonsenseHasSentNothing() {
		for (String said : List.of("", "garbage\r\n\r\n", "HTTP/1.1 20", "HTTP/1.1 42 What\r\n\r\n",
				"HTTP/1.1 000 What\r\n\r\n")) {
			try (RawServer proxy = RawServer.saying(said)) {
				assertNotSent(ask("https://" + Authority.HOST, ca, proxy.url().toString()), "the proxy");
			}
		}
	}

	@Test
	void aDeadProxyHasSentNothing() throws IOException {
		int dead;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			dead = free.getLocalPort();
		}

		assertNotSent(ask("https://" + Authority.HOST, ca, "http://u:secret@localhost:" + dead),
				"the proxy http://localhost:" + dead + " cannot be reached: connection refused", "HTTPS_PROXY");
		assertNotSent(ask("https://" + Authority.HOST, ca, "http://nobody.invalid:3128"),
				"the proxy http://nobody.invalid:3128 cannot be reached: no such host name");
	}

	@Test
	void plainHttpGoesThroughAProxyToo() throws IOException {
		try (Relay proxy = Relay.proxy(port())) {
			assertThat(ask("http://" + Authority.HOST, null, "http://localhost:" + proxy.port()).shape())
				.isEqualTo(Shape.GROUP);
			assertThat(proxy.heads).singleElement().asString().startsWith("GET http://" + Authority.HOST + "/api");
		}
	}

	@Test
	void aChangeGoesThroughAProxyThatWantsAPassword() throws IOException {
		try (Relay proxy = Relay.proxyFor("anna:x", port());
				PortalClient client = client("http://" + Authority.HOST, null,
						"http://anna:x@localhost:" + proxy.port())) {
			assertThat(client.send(GroupRequest.create("x", null, List.of())).shape()).isEqualTo(Shape.GROUP);
			assertThat(this.portal.sent).hasSize(1);
		}
	}

	@Test
	void aQuestionForAPasswordBehindTheTunnelDoesNotSendTheRequestTwice() throws IOException {
		try (PretendPortal asking = new PretendPortal().reply(407, Map.of("Proxy-Authenticate", "Basic realm=\"x\""),
				"");
				Relay secure = Relay.secure(good, asking.url().getPort());
				Relay proxy = Relay.proxyFor("anna:x", secure.port());
				PortalClient client = client("https://" + Authority.HOST, ca,
						"http://anna:x@localhost:" + proxy.port())) {
			assertThat(client.send(GroupRequest.create("x", null, List.of())).status()).isEqualTo(407);
			assertThat(asking.sent).hasSize(1);
			assertThat(asking.sent.get(0).headers()).doesNotContainKey("Proxy-authorization");
		}
	}

	@Test
	void theRouteDoesNotPrintThePassword() {
		Route route = new Route(ca, URI.create("http://anna:secret@proxy.example:3128"));

		assertThat(route.toString()).contains("proxy.example:3128").doesNotContain("secret", "anna");
	}

	private int port() {
		return this.portal.url().getPort();
	}

	private static Answer ask(String url, @Nullable Path ca, @Nullable String proxy) {
		try (PortalClient client = client(url, ca, proxy)) {
			return client.send(GroupRequest.get(Recorded.GROUP));
		}
	}

	private static PortalClient client(String url, @Nullable Path ca, @Nullable String proxy) {
		Route route = new Route(ca, (proxy != null) ? URI.create(proxy) : null);
		return new PortalClient(
				new PortalSettings(URI.create(url), ApiKey.of(PretendPortal.KEY), 2, Duration.ofSeconds(5)).by(route));
	}

	/** And it is a sentence for people, that says what to do. */
	private static void assertNotSent(Answer answer, String... words) {
		assertThat(answer.shape()).as(answer.toString()).isEqualTo(Shape.NOT_SENT);
		assertThat(answer.words()).contains(words).matches(".*[.?]$");
		assertThat(PortalException.of(URI.create("https://x.example"), answer).getMessage())
			.startsWith("No connection to https://x.example: ");
	}

}
