package io.groupbatch.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a sandbox over HTTP with one key, and knows nothing of its inside. */
public final class Client {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Sandbox sandbox;

	private final String authorization;

	public Client(Sandbox sandbox) {
		this(sandbox, "Bearer " + sandbox.apiKey());
	}

	private Client(Sandbox sandbox, String authorization) {
		this.sandbox = sandbox;
		this.authorization = authorization;
	}

	/** What came back. */
	public record Answer(int status, HttpHeaders headers, String text) {

		JsonNode json() {
			return new JsonMapper().readTree(this.text);
		}

		JsonNode response() {
			return json().path("response");
		}

		public String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

		/** The texts at this place of every entry. */
		List<String> all(String name) {
			return response().valueStream().map((entry) -> entry.path(name).asString("")).toList();
		}

		/** The addresses of the members, sorted. */
		List<String> members() {
			return response().path("members")
				.valueStream()
				.map((member) -> member.path("userName").stringValue())
				.sorted()
				.toList();
		}

		String manager() {
			return response().path("manager").path("userName").asString("nobody");
		}

		/** The one key of a validation problem. */
		String invalidKey() {
			return response().path("errors").propertyNames().iterator().next();
		}

		String error() {
			return json().path("error").path("message").stringValue();
		}

	}

	public Client with(String header) {
		return new Client(this.sandbox, header);
	}

	public Client withKey(String key) {
		return with("Bearer " + key);
	}

	public Answer get(String path) {
		return send("GET", path, "", "");
	}

	public Answer post(String path, String body) {
		return send("POST", path, body, "application/json");
	}

	Answer put(String path, String body) {
		return send("PUT", path, body, "application/json");
	}

	Answer delete(String path) {
		return send("DELETE", path, "", "");
	}

	Answer delete(String path, String body) {
		return send("DELETE", path, body, "application/json");
	}

	Answer send(String method, String path, String body, String contentType) {
		try {
			return answer(HTTP.send(request(method, path, body, contentType), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	CompletableFuture<Answer> later(String method, String path, String body) {
		return HTTP.sendAsync(request(method, path, body, "application/json"), BodyHandlers.ofString())
			.thenApply(Client::answer);
	}

	/** The id of a person at {@code sandbox.example}. */
	String id(String userName) {
		return this.sandbox.person(userName + "@sandbox.example").orElseThrow().id().toString();
	}

	/** Creates a group and tells its id. */
	public String group(String name, String manager, String... members) {
		List<String> ids = new ArrayList<>();
		for (String member : members) {
			ids.add('"' + id(member) + '"');
		}
		String managed = manager.isEmpty() ? "" : ",\"groupManager\":\"" + id(manager) + '"';
		Answer answer = post("group", "{\"groupName\":\"" + name + "\",\"members\":" + ids + managed + '}');
		return answer.response().path("id").stringValue();
	}

	private HttpRequest request(String method, String path, String body, String contentType) {
		URI uri = URI.create(this.sandbox.url() + (path.startsWith("/") ? path : "/api/2.0/" + path));
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		if (!this.authorization.isEmpty()) {
			request.header("Authorization", this.authorization);
		}
		if (!contentType.isEmpty()) {
			request.header("Content-Type", contentType);
		}
		return request.build();
	}

	private static Answer answer(HttpResponse<String> response) {
		return new Answer(response.statusCode(), response.headers(), response.body());
	}

}
