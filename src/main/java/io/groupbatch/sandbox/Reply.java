package io.groupbatch.sandbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One answer, in one of the shapes of portal contract 1.0 and 2.
 *
 * @param status the HTTP status
 * @param contentType none for an empty body
 * @param body the body as text
 * @param headers further headers
 * @param created the group the request created, for the log
 */
record Reply(int status, @Nullable String contentType, String body, Map<String, String> headers,
		@Nullable UUID created) {

	private static final String JSON = "application/json; charset=utf-8";

	private static final String PROBLEM = "application/problem+json; charset=utf-8";

	private static final String RFC = "https://tools.ietf.org/html/rfc9110#section-";

	private static final Map<String, String> NO_CACHE = Map.of("Cache-Control", "no-cache,no-store", "Pragma",
			"no-cache", "Expires", "-1");

	/** A success with one object. */
	static Reply of(Call call, JsonNode response) {
		return new Reply(200, JSON, Json.text(envelope(call, Json.trimmed(response, fields(call)), 1, null, 0, 200)),
				Map.of(), null);
	}

	/** A success with a list that has no total. */
	static Reply of(Call call, ArrayNode response) {
		return new Reply(200, JSON,
				Json.text(envelope(call, Json.trimmed(response, fields(call)), response.size(), null, 0, 200)),
				Map.of(), null);
	}

	/** A success with one page of a list. */
	static Reply of(Call call, ArrayNode response, int count, long total) {
		return new Reply(200, JSON,
				Json.text(envelope(call, Json.trimmed(response, fields(call)), count, total, 0, 200)), Map.of(), null);
	}

	/** Error shape E, and the answer to a delete. */
	static Reply empty(int status, Map<String, String> headers) {
		return new Reply(status, null, "", headers, null);
	}

	/** Error shapes A, B and C. */
	static Reply of(Call call, Refusal refusal) {
		return switch (refusal.shape()) {
			case THROWN -> thrown(refusal);
			case INVALID -> invalid(call, refusal);
			case UNSUPPORTED_MEDIA_TYPE -> new Reply(415, PROBLEM,
					Json.text(envelope(call, problem(415, "15.5.16", "Unsupported Media Type"), 1, null, 0, 200)),
					Map.of(), null);
		};
	}

	/** Error shape D. */
	static Reply bareProblem(int status, String section, String title) {
		return new Reply(status, PROBLEM, Json.text(problem(status, section, title)), Map.of(), null);
	}

	/** Error shape G: a bare string, in JSON when the request names JSON. */
	static Reply bareText(Call call, int status, String text) {
		boolean json = call.header("Accept").contains("json");
		return new Reply(status, json ? JSON : "text/plain; charset=utf-8", json ? '"' + text + '"' : text, Map.of(),
				null);
	}

	static Reply of(Misbehaviour.Answer answer) {
		String type = answer.contentType().isEmpty() ? null : answer.contentType();
		return new Reply(answer.status(), type, answer.body(), answer.headers(), null);
	}

	/** The same without its body, or with half of it; only a 200 can be spoilt so. */
	Reply spoilt(Misbehaviour.Spoil spoil) {
		String left = spoil.all() ? "" : this.body.substring(0, this.body.length() / 2);
		return (this.status == 200) ? new Reply(200, this.contentType, left, this.headers, this.created) : this;
	}

	Reply creating(UUID group) {
		return new Reply(this.status, this.contentType, this.body, this.headers, group);
	}

	private static Reply thrown(Refusal refusal) {
		ObjectNode root = Json.object();
		root.putObject("error")
			.put("message", refusal.text())
			.put("type", refusal.subject())
			.put("stack", "   at ASC.People.Api.GroupController.Sandbox()")
			.put("hresult", hresult(refusal));
		root.put("status", 1).put("statusCode", refusal.status());
		return new Reply(refusal.status(), JSON, Json.text(root), NO_CACHE, null);
	}

	private static int hresult(Refusal refusal) {
		return switch (refusal.subject()) {
			case "System.ArgumentException", "System.ArgumentNullException" -> -2147024809;
			case "System.NullReferenceException" -> -2147467261;
			case "System.InvalidOperationException" -> -2146233079;
			default -> -2146233088;
		};
	}

	private static Reply invalid(Call call, Refusal refusal) {
		ObjectNode problem = problem(400, "15.5.1", "One or more validation errors occurred.");
		problem.putObject("errors").putArray(refusal.subject()).add(refusal.text());
		return new Reply(400, PROBLEM, Json.text(envelope(call, problem, 1, null, 1, 400)), Map.of(), null);
	}

	private static ObjectNode problem(int status, String section, String title) {
		ObjectNode problem = Json.object();
		if (!title.isEmpty()) {
			problem.put("type", RFC + section).put("title", title);
		}
		return problem.put("status", status).put("traceId", "00-6f1c0000000000000000000000000000-9a2b000000000000-00");
	}

	private static ObjectNode envelope(Call call, JsonNode response, int count, @Nullable Long total, int status,
			int statusCode) {
		ObjectNode root = Json.object();
		root.set("response", response);
		root.put("count", count);
		if (total != null) {
			root.put("total", total);
		}
		root.putArray("links").addObject().put("href", call.url()).put("action", call.method());
		return root.put("status", status).put("statusCode", statusCode);
	}

	private static List<String> fields(Call call) {
		List<String> plain = call.texts("fields");
		return (plain.isEmpty() ? call.texts("fields[]") : plain).stream()
			.flatMap((text) -> List.of(text.split(",", -1)).stream())
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.toList();
	}

}
