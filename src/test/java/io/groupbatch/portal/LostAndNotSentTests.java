package io.groupbatch.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.Answer.Shape;
import io.groupbatch.portal.http.AnswerReader;
import io.groupbatch.portal.http.ApiKey;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.support.Poll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Whether a request can have reached the portal. */
class LostAndNotSentTests {

	private static final GroupRequest CREATE = GroupRequest.create("x", null, List.of());

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	@Test
	void aRefusedConnectionSentNothing() throws IOException {
		URI nobody;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			nobody = URI.create("http://localhost:" + free.getLocalPort());
		}

		assertThat(send(nobody)).isEqualTo(Answer.of(0, Shape.NOT_SENT, "connection refused"));
	}

	@Test
	void anUnknownHostWasSentNothing() {
		assertThat(send(URI.create("http://nobody.invalid")))
			.isEqualTo(Answer.of(0, Shape.NOT_SENT, "no such host name"));
	}

	@Test
	void noSecureConnectionSentNothing() {
		try (RawServer server = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
			Answer answer = send(URI.create(server.url().toString().replace("http:", "https:")));

			assertThat(answer.shape()).isEqualTo(Shape.NOT_SENT);
			assertThat(answer.words()).startsWith("no secure connection");
		}
	}

	@Test
	void aPoolThatStaysFullSentNothing() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		try (RawServer slow = new RawServer((connection, out) -> {
			arrived.countDown();
			out.write((HEAD + "\r\n").getBytes(StandardCharsets.US_ASCII));
			while (!answered.await(20, TimeUnit.MILLISECONDS)) {
				out.write(' ');
			}
		}); PortalClient client = clientOfOneConnection(slow.url())) {
			Thread other = new Thread(() -> client.send(CREATE));
			other.start();
			arrived.await();
			Answer answer = client.send(CREATE);
			answered.countDown();
			other.join();

			assertThat(answer.shape()).isEqualTo(Shape.NOT_SENT);
			assertThat(slow.requests).hasValue(1);
		}
	}

	/** Doubts are counted from there. */
	@Test
	void aRequestLeavesWhenItHasGotAConnection() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		CountDownLatch left = new CountDownLatch(1);
		try (RawServer slow = new RawServer((connection, out) -> {
			arrived.countDown();
			answered.await();
		});
				PortalClient client = new PortalClient(
						new PortalSettings(slow.url(), ApiKey.of("sk-1"), 1, Duration.ofMinutes(1)))) {
			Thread first = new Thread(() -> client.send(CREATE));
			first.start();
			arrived.await();
			Thread second = new Thread(() -> client.send(CREATE, left::countDown));
			second.start();
			Poll.until(() -> second.getState() == Thread.State.TIMED_WAITING || !second.isAlive());
			assertThat(left.getCount()).as("it waits for the connection").isEqualTo(1);

			answered.countDown();
			first.join();
			second.join();

			assertThat(left.getCount()).isZero();
		}
	}

	@Test
	void whatIsNotSentNeverLeaves() {
		AtomicBoolean left = new AtomicBoolean();
		try (RawServer server = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n");
				PortalClient client = PretendPortal
					.client(URI.create(server.url().toString().replace("http:", "https:")))) {
			client.send(CREATE, () -> left.set(true));
		}

		assertThat(left).isFalse();
	}

	@Test
	void anAnswerThatDoesNotComeIsLost() {
		try (RawServer silent = new RawServer(
				(connection, out) -> connection.getInputStream().transferTo(OutputStream.nullOutputStream()))) {
			assertThat(silent.answerTo(CREATE)).isEqualTo(Answer.of(0, Shape.LOST, "no answer within 0.4s"));
			assertThat(silent.requests).hasValue(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 20", "garbage\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345",
			HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"res\r\n",
			HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", HEAD + "Content-Length: x\r\n\r\n",
			"HTTP/1.1 42 What\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 000 What\r\nContent-Length: 0\r\n\r\n" })
	void anAnswerThatIsCutOrNoneIsLost(String said) {
		try (RawServer server = RawServer.saying(said)) {
			assertThat(server.answerTo(CREATE)).isEqualTo(Answer.of(0, Shape.LOST, "the connection was cut"));
			assertThat(server.requests).hasValue(1);
		}
	}

	@Test
	void aResetIsLost() {
		try (RawServer server = new RawServer((connection, out) -> connection.setSoLinger(true, 0))) {
			assertThat(server.answerTo(CREATE)).isEqualTo(Answer.of(0, Shape.LOST, "the connection was cut"));
			assertThat(server.requests).hasValue(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "Content-Length: 999999999999\r\n\r\n",
			"Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n" })
	void anAnswerWithoutAnEndIsLeftAlone(String rest) {
		byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
		try (RawServer endless = new RawServer((connection, out) -> {
			out.write((HEAD + rest).getBytes(StandardCharsets.US_ASCII));
			while (!connection.isClosed()) {
				out.write(blanks);
			}
		})) {
			assertThat(endless.answerTo(CREATE)).isEqualTo(AnswerReader.unreadable(200));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 ", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n",
			HEAD + "Transfer-Encoding: chunked\r\n\r\n" })
	void aHeadWithoutAnEndIsLeftAlone(String start) {
		byte[] more = (start.endsWith("X: ") || start.endsWith("200 ") ? "x" : "x: y\r\n").repeat(1 << 16)
			.getBytes(StandardCharsets.US_ASCII);
		AtomicLong said = new AtomicLong();
		try (RawServer endless = new RawServer((connection, out) -> {
			out.write(start.getBytes(StandardCharsets.US_ASCII));
			while (!connection.isClosed()) {
				out.write(more);
				said.addAndGet(more.length);
			}
		})) {
			assertThat(endless.answerTo(CREATE)).isEqualTo(Answer.of(0, Shape.LOST, "the connection was cut"));
			assertThat(said).hasValueLessThan(64 << 20);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { HEAD + "\r\n", HEAD + "X: ", "HTTP/1.1 200 OK" })
	void anAnswerThatDripsIsGivenUp(String start) {
		AtomicBoolean over = new AtomicBoolean();
		try (RawServer dripping = new RawServer((connection, out) -> {
			out.write(start.getBytes(StandardCharsets.US_ASCII));
			CountDownLatch never = new CountDownLatch(1);
			while (!over.get() && !never.await(100, TimeUnit.MILLISECONDS)) {
				out.write(' ');
				out.flush();
			}
		})) {
			Answer answer = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> dripping.answerTo(CREATE));

			over.set(true);
			assertThat(answer).isEqualTo(Answer.of(0, Shape.LOST, "the connection was cut"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 102 Processing\r\n\r\n",
			"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", "HTTP/1.1 199 What\r\n\r\n" })
	void anInterimAnswerIsNoAnswer(String interim) {
		try (RawServer server = RawServer.saying(interim)) {
			assertThat(server.answerTo(CREATE)).isEqualTo(Answer.of(0, Shape.LOST, "the connection was cut"));
			assertThat(server.requests).hasValue(1);
		}
		try (RawServer server = RawServer
			.saying(interim + interim + "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
			assertThat(server.answerTo(CREATE)).isEqualTo(Answer.of(403, Shape.EMPTY, ""));
			assertThat(server.requests).hasValue(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLS/1.2", "h2c", "websocket" })
	void anotherProtocolIsNoAnswer(String protocol) {
		try (RawServer server = RawServer
			.saying("HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: " + protocol + "\r\n\r\nrubbish")) {
			assertThat(server.answerTo(CREATE).shape()).isEqualTo(Shape.LOST);
			assertThat(server.requests).hasValue(1);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 401, 407, 408, 421, 425, 426, 429, 503 })
	void noStatusMakesTheClientSendTwice(int status) {
		try (PretendPortal portal = new PretendPortal()) {
			portal.reply(status, Map.of("Retry-After", "0", "Location", "/other", "Upgrade", "TLS/1.2",
					"WWW-Authenticate", "Basic realm=\"x\"", "Proxy-Authenticate", "Basic realm=\"x\""), "");

			assertThat(portal.answerTo(CREATE).status()).isEqualTo(status);
			assertThat(portal.answerTo(GroupRequest.get(Recorded.GROUP)).status()).isEqualTo(status);
			assertThat(portal.sent).hasSize(2);
			assertThat(portal.sent).allSatisfy((sent) -> assertThat(sent.headers()).doesNotContainKey("Upgrade"));
		}
	}

	@Test
	void aConnectionThatIsCutWhileItIsIdleSendsOnce() {
		try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
				PortalClient client = PretendPortal.client(server.url())) {
			for (int i = 1; i <= 20; i++) {
				Shape shape = client.send(CREATE).shape();
				assertThat(shape).isIn(Shape.EMPTY, Shape.LOST);
			}
			assertThat(server.requests).hasValueLessThanOrEqualTo(20);
		}
	}

	@Test
	void aClosedClientSendsNothing() {
		try (PretendPortal portal = new PretendPortal().empty(204)) {
			PortalClient client = portal.client();
			client.close();

			assertThat(client.send(CREATE).shape()).isEqualTo(Shape.NOT_SENT);
			assertThat(portal.sent).isEmpty();
		}
	}

	private static PortalClient clientOfOneConnection(URI url) {
		return new PortalClient(new PortalSettings(url, ApiKey.of("sk-1"), 1, Duration.ofSeconds(1)));
	}

	private static Answer send(URI url) {
		try (PortalClient client = PretendPortal.client(url)) {
			return client.send(CREATE);
		}
	}

}
