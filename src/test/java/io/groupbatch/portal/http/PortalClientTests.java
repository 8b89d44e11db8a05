package io.groupbatch.portal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.groupbatch.portal.PretendPortal;
import io.groupbatch.portal.Recorded;
import io.groupbatch.portal.http.Answer.Pause;
import io.groupbatch.portal.http.Answer.Shape;
import io.groupbatch.portal.payload.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PortalClientTests {

	private static final GroupRequest GET = GroupRequest.get(Recorded.GROUP);

	private static final GroupRequest CREATE = GroupRequest.create("Field Support", null, List.of());

	private final PretendPortal portal = new PretendPortal();

	@AfterEach
	void close() {
		this.portal.close();
	}

	@Test
	void aGroupIsReadWithAllWeNeed() {
		Answer answer = this.portal.json(200, Recorded.envelope(Recorded.groupWithMembers())).answerTo(GET);

		assertThat(answer).isEqualTo(new Answer(200, Shape.GROUP, new Group(Recorded.GROUP, "Field Support",
				Recorded.JUERGEN, List.of(Recorded.JUERGEN, Recorded.OTHER), false, false, 2), "", null, null, null));
	}

	@Test
	void aGroupWithoutMembersAndManagerHasNone() {
		String json = Recorded.group(", \"manager\": null, \"members\": null, \"isSystem\": true");
		Answer answer = this.portal.json(201, Recorded.envelope(json.replace("P\": false", "P\": true")))
			.answerTo(CREATE);

		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.group()).isEqualTo(new Group(Recorded.GROUP, "Field Support", null, null, true, true, null));
	}

	@Test
	void aSystemGroupIsKnownByItsId() {
		Group everyone = new Group(Group.SYSTEM_IDS.iterator().next(), "Everyone", null, null, false, false, null);

		assertThat(everyone.system()).isTrue();
	}

	@Test
	void aMemberShownTwiceIsOneMember() {
		String json = Recorded.group(", \"members\": [" + Recorded.PERSON + "," + Recorded.PERSON + "]");

		assertThat(this.portal.json(200, Recorded.envelope(json)).answerTo(GET).group().members())
			.containsExactly(Recorded.JUERGEN);
	}

	@Test
	void aNameIsTakenAsItIs() {
		String json = Recorded.group("").replace("Field Support", "\\u0000 a\\n\\ud83d\\ude00 &lt; ");

		assertThat(this.portal.json(200, Recorded.envelope(json)).answerTo(GET).group().name())
			.isEqualTo("\0 a\n😀 &lt; ");
	}

	@Test
	void theNoContentOfADeleteIsEmpty() {
		assertThat(this.portal.empty(204).answerTo(GroupRequest.delete(Recorded.GROUP)))
			.isEqualTo(Answer.of(204, Shape.EMPTY, ""));
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 401, 403, 404, 405, 500 })
	void noBodyIsEmpty(int status) {
		assertThat(this.portal.empty(status).answerTo(GET)).isEqualTo(Answer.of(status, Shape.EMPTY, ""));
	}

	@ParameterizedTest
	@CsvSource({ "404, ASC.Common.Web.ItemNotFoundException, false", "400, System.ArgumentException, false",
			"403, ASC.Common.Security.Authorizing.AuthorizingException, true",
			"403, System.Security.SecurityException, true", "403, System.UnauthorizedAccessException, true",
			"403, System.InvalidOperationException, false", "500, System.NullReferenceException, false" })
	void anErrorShowsItsWordsAndType(int status, String type, boolean denied) {
		Answer answer = this.portal.json(status, Recorded.error("Une erreur\\n\\u202e here", type, status))
			.answerTo(GET);

		assertThat(answer).isEqualTo(new Answer(status, Shape.ERROR, null, "Une erreur here", type, null, null));
		assertThat(answer.meaning() == AnswerMeaning.NO_RIGHTS).isEqualTo(denied);
	}

	@Test
	void anErrorMayHideEverything() {
		String json = "{\"error\":{\"message\":null,\"type\":null,\"stack\":null,\"hresult\":0},\"status\":1}";

		assertThat(this.portal.json(403, json).answerTo(GET)).isEqualTo(Answer.of(403, Shape.ERROR, ""));
	}

	@Test
	void aRefusedBodySaysWhichFieldWasWrong() {
		String json = Recorded.wrapped(", \"errors\": {\"$.groupManager\": [\"The JSON value\", \"x\"]}", 400);

		assertThat(this.portal.problem(400, json).answerTo(CREATE))
			.isEqualTo(Answer.of(400, Shape.VALIDATION, "The JSON value"));
	}

	@Test
	void theStatusLineIsTrustedBeforeTheEnvelope() {
		String json = Recorded.wrapped("", 415).replace("\"statusCode\": 415", "\"statusCode\": 200");

		assertThat(this.portal.problem(415, json).answerTo(CREATE))
			.isEqualTo(Answer.of(415, Shape.UNSUPPORTED, "One or more validation errors occurred."));
	}

	@Test
	void aBareProblemIsThePortalsState() {
		this.portal.problem(404, "{\"title\": \"Not Found\", \"status\": 404, \"traceId\": \"00-6f1c\"}");
		this.portal.problem(402, "{\"status\": 402, \"traceId\": \"00-6f1c\"}");

		assertThat(this.portal.answerTo(GET)).isEqualTo(Answer.of(404, Shape.PROBLEM, "Not Found"));
		assertThat(this.portal.answerTo(GET)).isEqualTo(Answer.of(402, Shape.PROBLEM, ""));
	}

	@Test
	void aWebPageIsKnownByItsTypeOrItsLook() {
		this.portal.reply(502, Map.of("Content-Type", "text/html"),
				"<html><head><TITLE>\n502 Bad&nbsp;Gateway &amp; co</title></head></html>");
		this.portal.reply(200, Map.of(), " <!doctype html><p>hi");
		this.portal.reply(200, Map.of("Content-Type", "text/html; charset=utf-8"), "hello");

		assertThat(this.portal.answerTo(GET)).isEqualTo(Answer.of(502, Shape.PAGE, "502 Bad Gateway & co"));
		assertThat(this.portal.answerTo(GET)).isEqualTo(Answer.of(200, Shape.PAGE, "a web page"));
		assertThat(this.portal.answerTo(GET)).isEqualTo(Answer.of(200, Shape.PAGE, "a web page"));
	}

	@Test
	void aPageThatRefusesIsToldByItsFirstWords() {
		this.portal.reply(403, Map.of("Content-Type", "text/html"), "<html><head><style>b { }</style></head><body>"
				+ "<script>var x;</script><h1>Blocked&nbsp;by policy</h1>\n<p>Case\u001b[31m 17</p></body></html>");
		this.portal.json(403, "{\"error\":{\"code\":403,\"message\":\"Denied\"}}");
		this.portal.json(404, "{\"title\":\"Not here\",\"status\":404}");
		this.portal.json(400, "{\"response\":{\"title\":\"No\"}}");

		assertThat(this.portal.answerTo(GET))
			.isEqualTo(Answer.of(403, Shape.PAGE, "Blocked by policy Case\u241b[31m 17"));
		assertThat(this.portal.answerTo(GET))
			.isEqualTo(Answer.of(403, Shape.UNREADABLE, "{\"error\":{\"code\":403,\"message\":\"Denied\"}}"));
		assertThat(this.portal.answerTo(GET).shape()).isEqualTo(Shape.UNREADABLE);
		assertThat(this.portal.answerTo(GET).shape()).isEqualTo(Shape.UNREADABLE);
	}

	@Test
	void somebodyWithoutAnIdIsNobodyToGoBy() {
		String json = Recorded.group(", \"manager\": {\"displayName\": \"x\"}");

		assertThat(this.portal.json(200, Recorded.envelope(json)).answerTo(GET).shape()).isEqualTo(Shape.UNREADABLE);
	}

	@Test
	void aDateToComeBackAtCountsFromThePortalsClock() {
		this.portal.reply(503, Map.of("Retry-After", "Thu, 31 Dec 2099 23:59:59 GMT"), "");

		assertThat(this.portal.answerTo(GET).pause().retryAfter()).isGreaterThan(Duration.ofDays(365));
	}

	@Test
	void plainWordsAreText() {
		this.portal.reply(403, Map.of("Content-Type", "text/plain"), "Your IP\tis not allowed\nmore");
		this.portal.json(403, "\"Your IP is not allowed\"");

		assertThat(this.portal.answerTo(GET)).isEqualTo(Answer.of(403, Shape.TEXT, "Your IP is not allowed"));
		assertThat(this.portal.answerTo(GET)).isEqualTo(Answer.of(403, Shape.TEXT, "Your IP is not allowed"));
	}

	@Test
	void longWordsAreCutBetweenCharacters() {
		Answer answer = this.portal.json(500, Recorded.error("a" + "😀".repeat(500), "X", 500)).answerTo(GET);

		assertThat(answer.words()).isEqualTo("a" + "😀".repeat(149));
	}

	@Test
	void thePauseOfALimitIsRead() {
		this.portal.reply(429, Map.of("X-RateLimit-Limit", "1500"), "");
		this.portal.reply(429, Map.of("X-RateLimit-Limit", "10000", "Retry-After", "86400"), "");
		this.portal.reply(429, Map.of("Retry-After", "soon", "X-RateLimit-Limit", "99999999999"), "");
		this.portal.reply(503, Map.of("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT"), "");
		this.portal.reply(429, Map.of("Retry-After", "99999999999"), "");
		this.portal.reply(429, Map.of("Retry-After", "1e12"), "");
		this.portal.reply(429, Map.of("Retry-After", "-1"), "");

		assertThat(this.portal.answerTo(GET).pause()).isEqualTo(new Pause(null, 1500));
		assertThat(this.portal.answerTo(GET).pause()).isEqualTo(new Pause(Duration.ofDays(1), 10000));
		assertThat(this.portal.answerTo(GET).pause()).isEqualTo(new Pause(null, null));
		assertThat(this.portal.answerTo(GET).pause()).isEqualTo(new Pause(Duration.ZERO, null));
		assertThat(this.portal.answerTo(GET).pause().retryAfter()).isGreaterThan(Duration.ofDays(365));
		assertThat(this.portal.answerTo(GET).pause()).isEqualTo(new Pause(null, null));
		assertThat(this.portal.answerTo(GET).pause()).isEqualTo(new Pause(null, null));
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 307, 308 })
	void aRedirectIsAnAnswerAndTheKeyStaysHere(int status) {
		try (PretendPortal elsewhere = new PretendPortal().empty(200)) {
			String target = elsewhere.url() + "/api/2.0/group";
			Answer answer = this.portal.reply(status, Map.of("Location", target), "").answerTo(GET);

			assertThat(answer.location()).isEqualTo(target);
			assertThat(answer.status()).isEqualTo(status);
			assertThat(elsewhere.sent).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "null", "17", "\"x\"", "{}", "{\"response\": null}", "{\"response\": []}",
			"{\"response\": {}}", "{\"response\": {\"id\": \"5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11\"}}",
			"{\"response\": {\"name\": \"x\"}}", "{\"error\": {\"message\": \"x\"}}", "not json" })
	void aSuccessThatIsNoGroupIsUnreadable(String json) {
		assertThat(this.portal.json(200, json).answerTo(GET).shape()).isEqualTo(Shape.UNREADABLE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"5d1f6f0a-|\"5d1f6f0a", "\"5d1f6f0a-|\"+d1f6f0a-", "\"5d1f6f0a-|\"{d1f6f0a-",
					"\"id\": \"5d1f|\"id\": 5, \"x\": \"5d1f", "\"5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11\"|null",
					"5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11|00000000-0000-0000-0000-000000000000",
					"5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11|6d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11",
					"\"Field Support\"|{\"a\": 1}", "\"isLDAP\": false|\"isLDAP\": \"no\"",
					"\"isLDAP\": false|\"manager\": \"j.mueller\"", "\"isLDAP\": false|\"manager\": {\"id\": \"x\"}",
					"\"isLDAP\": false|\"members\": {}", "\"isLDAP\": false|\"members\": [null]",
					"\"isLDAP\": false|\"members\": [{}]", "\"isLDAP\": false|\"members\": [\"x\"]" })
	void aGroupWithSomethingEssentialWrongIsUnreadable(String right, String wrong) {
		String json = Recorded.group("").replace(right, wrong);

		assertThat(json).isNotEqualTo(Recorded.group(""));
		assertThat(this.portal.json(200, Recorded.envelope(json)).answerTo(GET))
			.isEqualTo(Answer.of(200, Shape.UNREADABLE, "an answer that cannot be read"));
	}

	@Test
	void deepJsonIsUnreadable() {
		String deep = "[".repeat(200_000) + "]".repeat(200_000);
		this.portal.json(200, Recorded.envelope(Recorded.group(", \"x\": " + deep)));
		this.portal.json(500, deep);

		assertThat(this.portal.answerTo(GET).shape()).isEqualTo(Shape.UNREADABLE);
		assertThat(this.portal.answerTo(GET).shape()).isEqualTo(Shape.UNREADABLE);
	}

	@Test
	void whatFollowsTheEnvelopeMakesItUnreadable() {
		String json = Recorded.envelope(Recorded.group(""));
		this.portal.json(200, json + json).json(200, json + "\n");

		assertThat(this.portal.answerTo(GET).shape()).isEqualTo(Shape.UNREADABLE);
		assertThat(this.portal.answerTo(GET).shape()).isEqualTo(Shape.GROUP);
	}

	@Test
	void bytesThatAreNoTextAreUnreadable() {
		byte[] json = Recorded.envelope(Recorded.group("")).getBytes(StandardCharsets.ISO_8859_1);
		byte[] broken = new String(json, StandardCharsets.ISO_8859_1).replace("Field", "F\u00e9ld")
			.getBytes(StandardCharsets.ISO_8859_1);
		this.portal.reply(200, Map.of("Content-Type", "application/json"), broken);
		this.portal.reply(200, Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"), broken);

		assertThat(this.portal.answerTo(GET).shape()).isEqualTo(Shape.UNREADABLE);
		assertThat(this.portal.answerTo(GET)).isEqualTo(AnswerReader.unreadable(200));
	}

	@Test
	void aPackedAnswerIsUnpacked() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(Recorded.envelope(Recorded.groupWithMembers()).getBytes(StandardCharsets.UTF_8));
		}
		this.portal.reply(200, Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
				packed.toByteArray());

		assertThat(this.portal.answerTo(GET).shape()).isEqualTo(Shape.GROUP);
	}

	@Test
	void aConnectionIsUsedAgain() {
		this.portal.json(200, Recorded.envelope(Recorded.groupWithMembers()));
		try (PortalClient client = this.portal.client()) {
			IntStream.range(0, 20).forEach((i) -> client.send(GET));
		}

		assertThat(this.portal.connections).hasSize(1);
	}

	@Test
	void aGroupOfTenThousandIsRead() {
		StringBuilder members = new StringBuilder();
		for (int i = 1; i <= 10_000; i++) {
			String id = "00000000-0000-0000-0000-%012d".formatted(i);
			members.append((i > 1) ? "," : "").append(Recorded.PERSON.replace(Recorded.JUERGEN.toString(), id));
		}
		String json = Recorded.group(", \"members\": [" + members + "]");

		assertThat(this.portal.json(200, Recorded.envelope(json)).answerTo(GET).group().members()).hasSize(10_000);
	}

	@Test
	void theKeyIsNotRepeatedWhenThePortalDoes() {
		this.portal.json(401, Recorded.error("bad " + PretendPortal.KEY, "X", 401));
		this.portal.reply(302, Map.of("Location", "http://x/?k=" + PretendPortal.KEY), PretendPortal.KEY);

		assertThat(this.portal.answerTo(GET).toString()).doesNotContain("sk-").contains("bad ***");
		assertThat(this.portal.answerTo(GET).toString()).doesNotContain("sk-");
	}

}
