package io.groupbatch.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.Answer.Shape;
import io.groupbatch.portal.http.AnswerReader;
import io.groupbatch.portal.http.AnswerReader.Read;
import io.groupbatch.portal.http.ApiKey;
import io.groupbatch.portal.http.GroupRequest;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.portal.payload.Json;
import io.groupbatch.portal.payload.Person;
import io.groupbatch.support.Fuzz;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JsonParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a portal answers: a value, and words that can be shown.
 */
class AnswerFuzzTests {

	private static final List<Integer> STATUSES = List.of(200, 200, 200, 201, 204, 299, 301, 302, 400, 401, 402, 403,
			404, 405, 408, 415, 429, 500, 502, 503, 504, 599, 600, 999);

	private static final List<String> TYPES = List.of("application/json", "application/json; charset=utf-8",
			"application/problem+json", "text/html", "text/plain", "", ";", "json", "APPLICATION/JSON", "image/png",
			"a/json;;;\u00FF");

	private static final List<String> PIECES = List.of("{", "}", "[", "]", ",", ":", "\"", "null", "true", "false", "0",
			"-1", "1e999", "99999999999999999999", "\"response\":", "\"total\":", "\"error\":", "\"members\":",
			"\"manager\":", "\"id\":", "\"name\":", "\"isLDAP\":", "\"isSystem\":", "\"title\":", "\"errors\":",
			"\"message\":", "\"type\":", "\\u0000", "\\ud800", "&#1114112;", "&#x41;", "\u202E", "\u001B[2J", "<html>",
			"<title>", "</title>", " ", "\n", PretendPortal.KEY, Recorded.GROUP.toString(), "1-1-1-1-1", "😀",
			"[".repeat(2000), "{\"response\":".repeat(200), "9".repeat(3000), "x".repeat(5000));

	private static final List<String> BODIES = List.of(Recorded.envelope(Recorded.groupWithMembers()),
			Recorded.envelope(Recorded.group("")), Recorded.page(2, Recorded.PERSON, Recorded.PERSON),
			Recorded.page(1, Recorded.group("")), Recorded.page(1_000_000, Recorded.group("")),
			Recorded.page(9_000_000_000_000_000_000L), Recorded.error("No", "System.ArgumentException", 400),
			Recorded.wrapped("{\"members[0]\": [\"bad\"]}", 400), "", "\"words\"", "<title>Bad gateway</title>");

	private static final List<Function<JsonParser, ?>> CONTENTS = List.of(Group::read, Person::read,
			(json) -> Json.list(json, Group::read), (json) -> Json.list(json, Person::read));

	private final AnswerReader reader = new AnswerReader(ApiKey.of(PretendPortal.KEY));

	@Test
	void anyAnswerIsAValueWithCleanWords() {
		long tried = new Fuzz().attack((chance) -> {
			int status = pick(STATUSES, chance);
			byte[] body = (chance.nextInt(50) > 0) ? body(chance) : null;

			Read<?> read = this.reader.read(status, headers(chance), body, pick(CONTENTS, chance));

			assertThat(read.answer().status()).isEqualTo(status);
			assertThat(read.answer().shape()).isNotIn(Shape.NOT_SENT, Shape.LOST);
			assertThat(read.content() != null).isEqualTo(read.answer().shape() == Shape.GROUP);
			check(read.answer());
		});
		assertThat(tried).isGreaterThan(100);
	}

	@Test
	void anyBytesOnTheWireAreAValueAndNeverMeanThatNothingWasSent() {
		AtomicReference<byte[]> bytes = new AtomicReference<>(new byte[0]);
		try (RawServer server = new RawServer((connection, out) -> say(bytes.get(), connection, out));
				PortalClient client = PretendPortal.client(server.url())) {
			new Fuzz().attack((chance) -> {
				bytes.set(wire(chance));

				Answer answer = client.send(GroupRequest.get(Recorded.GROUP));

				assertThat(answer.shape()).as(answer.toString()).isNotEqualTo(Shape.NOT_SENT);
				check(answer);
			});
		}
	}

	private static void check(Answer answer) {
		assertClean(answer.words());
		assertClean((answer.location() != null) ? answer.location() : "");
		assertClean((answer.errorType() != null) ? answer.errorType() : "");
		assertThat(answer.group() == null || answer.shape() == Shape.GROUP).isTrue();
	}

	private static void assertClean(String words) {
		assertThat(words).hasSizeLessThanOrEqualTo(300)
			.doesNotContain(PretendPortal.KEY)
			.doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
	}

	/** All of it, and no wait for the end of a keep-alive. */
	private static void say(byte[] bytes, Socket connection, OutputStream out) throws IOException {
		out.write(bytes);
		out.flush();
		connection.shutdownOutput();
	}

	private static byte[] wire(Random chance) {
		StringBuilder head = new StringBuilder("HTTP/1.1 " + pick(STATUSES, chance) + " Said\r\n");
		String body = new String(body(chance), StandardCharsets.ISO_8859_1);
		headers(chance).forEach((name, values) -> values
			.forEach((value) -> head.append(name).append(": ").append(value).append("\r\n")));
		head.append(pick(List.of("", "Content-Length: " + body.length() + "\r\n", "Content-Length: 7\r\n",
				"Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n",
				"Content-Encoding: deflate\r\n", "Content-Encoding: br\r\n", "Connection: close\r\n",
				"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"), chance));
		byte[] bytes = (head + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1);
		for (int i = chance.nextInt(6) - 3; i > 0; i--) {
			bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt();
		}
		return bytes;
	}

	private static HttpHeaders headers(Random chance) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.CONTENT_TYPE, pick(TYPES, chance));
		if (chance.nextInt(3) == 0) {
			headers.set(HttpHeaders.RETRY_AFTER,
					pick(List.of("", "0", "5", "-5", "999999999", "99999999999", "1e12", "x",
							"Fri, 31 Dec 9999 23:59:59 GMT", "Fri, 31 Dec 1999 23:59:59 GMT",
							"Wed, 21 Oct 2026 07:28:00 GMT", "Wed, 99 Oct 9999999 07:28:00 GMT"), chance));
			headers.set(HttpHeaders.DATE,
					pick(List.of("", "x", "Wed, 21 Oct 2026 07:28:00 GMT", "Sat, 01 Jan 0000 00:00:00 GMT"), chance));
			headers.set("X-RateLimit-Limit", pick(List.of("1500", "0", "-1", "999999999999", "", "1,500"), chance));
			headers.set(HttpHeaders.LOCATION,
					pick(List.of("https://elsewhere.example", "", "\u0001", "//", "x".repeat(2000), PretendPortal.KEY),
							chance));
		}
		return headers;
	}

	private static byte[] body(Random chance) {
		if (chance.nextInt(10) == 0) {
			byte[] any = new byte[chance.nextInt(300)];
			chance.nextBytes(any);
			return any;
		}
		StringBuilder body = new StringBuilder(pick(BODIES, chance));
		for (int i = chance.nextInt(8); i > 0; i--) {
			int at = chance.nextInt(body.length() + 1);
			int end = Math.min(body.length(), at + chance.nextInt(20));
			body.replace(at, chance.nextBoolean() ? end : at, pick(PIECES, chance));
		}
		return body.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static <T> T pick(List<T> from, Random chance) {
		return from.get(chance.nextInt(from.size()));
	}

}
