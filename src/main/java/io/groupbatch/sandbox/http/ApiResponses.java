package io.groupbatch.sandbox.http;

import java.util.List;
import java.util.Map;

import io.groupbatch.sandbox.protocol.ApiException;
import io.groupbatch.sandbox.protocol.ApiResponse;
import io.groupbatch.sandbox.protocol.JsonWriter;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the answers to a request, successes and errors, in the shapes of portal contract
 * 1.0 and 2.
 */
public final class ApiResponses {

	private static final String JSON = "application/json; charset=utf-8";

	private static final String PROBLEM = "application/problem+json; charset=utf-8";

	private static final String RFC = "https://tools.ietf.org/html/rfc9110#section-";

	private static final Map<String, String> NO_CACHE = Map.of("Cache-Control", "no-cache,no-store", "Pragma",
			"no-cache", "Expires", "-1");

	private ApiResponses() {
	}

	/** A success with one object. */
	public static ApiResponse of(ApiRequest request, JsonNode response) {
		return success(request, response, 1, null);
	}

	/** A success with a list that has no total. */
	public static ApiResponse of(ApiRequest request, ArrayNode response) {
		return success(request, response, response.size(), null);
	}

	/** A success with one page of a list. */
	public static ApiResponse of(ApiRequest request, ArrayNode response, int count, long total) {
		return success(request, response, count, total);
	}

	/** Error shapes A, B and C. */
	static ApiResponse of(ApiRequest request, ApiException error) {
		return switch (error.shape()) {
			case THROWN -> thrown(error);
			case INVALID -> invalid(request, error);
			case UNSUPPORTED_MEDIA_TYPE -> new ApiResponse(415, PROBLEM,
					JsonWriter
						.text(envelope(request, problem(415, "15.5.16", "Unsupported Media Type"), 1, null, 0, 200)),
					Map.of(), null);
		};
	}

	/** Error shape D. */
	static ApiResponse bareProblem(int status, String section, String title) {
		return new ApiResponse(status, PROBLEM, JsonWriter.text(problem(status, section, title)), Map.of(), null);
	}

	/** Error shape G: a bare string, in JSON when the request names JSON. */
	static ApiResponse bareText(ApiRequest request, int status, String text) {
		boolean json = request.header("Accept").contains("json");
		return new ApiResponse(status, json ? JSON : "text/plain; charset=utf-8", json ? '"' + text + '"' : text,
				Map.of(), null);
	}

	private static ApiResponse success(ApiRequest request, JsonNode response, int count, @Nullable Long total) {
		JsonNode trimmed = JsonWriter.trimmed(response, fields(request));
		return new ApiResponse(200, JSON, JsonWriter.text(envelope(request, trimmed, count, total, 0, 200)), Map.of(),
				null);
	}

	private static ApiResponse thrown(ApiException error) {
		ObjectNode root = JsonWriter.object();
		root.putObject("error")
			.put("message", error.text())
			.put("type", error.subject())
			.put("stack", "   at ASC.People.Api.GroupController.Sandbox()")
			.put("hresult", hresult(error));
		root.put("status", 1).put("statusCode", error.status());
		return new ApiResponse(error.status(), JSON, JsonWriter.text(root), NO_CACHE, null);
	}

	private static int hresult(ApiException error) {
		return switch (error.subject()) {
			case "System.ArgumentException", "System.ArgumentNullException" -> -2147024809;
			case "System.NullReferenceException" -> -2147467261;
			case "System.InvalidOperationException" -> -2146233079;
			default -> -2146233088;
		};
	}

	private static ApiResponse invalid(ApiRequest request, ApiException error) {
		ObjectNode problem = problem(400, "15.5.1", "One or more validation errors occurred.");
		problem.putObject("errors").putArray(error.subject()).add(error.text());
		return new ApiResponse(400, PROBLEM, JsonWriter.text(envelope(request, problem, 1, null, 1, 400)), Map.of(),
				null);
	}

	private static ObjectNode problem(int status, String section, String title) {
		ObjectNode problem = JsonWriter.object();
		if (!title.isEmpty()) {
			problem.put("type", RFC + section).put("title", title);
		}
		return problem.put("status", status).put("traceId", "00-6f1c0000000000000000000000000000-9a2b000000000000-00");
	}

	private static ObjectNode envelope(ApiRequest request, JsonNode response, int count, @Nullable Long total,
			int status, int statusCode) {
		ObjectNode root = JsonWriter.object();
		root.set("response", response);
		root.put("count", count);
		if (total != null) {
			root.put("total", total);
		}
		root.putArray("links").addObject().put("href", request.url()).put("action", request.method());
		return root.put("status", status).put("statusCode", statusCode);
	}

	private static List<String> fields(ApiRequest request) {
		List<String> plain = request.texts("fields");
		return (plain.isEmpty() ? request.texts("fields[]") : plain).stream()
			.flatMap((text) -> List.of(text.split(",", -1)).stream())
			.filter((name) -> !name.isEmpty())
			.toList();
	}

}
