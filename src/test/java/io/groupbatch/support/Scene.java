package io.groupbatch.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.state.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Groups made in a sandbox as its web interface would make them, with names that a CSV
 * file hardly holds.
 */
public final class Scene {

	/** Names that a file has to bring back as they are. */
	public static final List<String> HOSTILE_NAMES = List.of("Comma, and; semicolon | bar", "\"Quoted\" 'name'",
			"two\nlines", "two\r\nlines", "cr\rhere", " leading and trailing ", "\ttab", "=SUM(A1:A9)", "'=1+1", "''@x",
			"  +49", "-", "＝wide", "'", "''", "🎉 party 👩‍👩‍👧", "שלום", "\u202edne", "e\u0301", "é", "É", "straße",
			"STRASSE", "0012", "1e5", "TRUE", "sep=;", "#name", "\u00a0", "a\u00a0b", "\ufeffbom", "\u200b",
			"<b>&amp;</b>", "x".repeat(128), "Same", "Same");

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = new JsonMapper();

	private Scene() {
	}

	/** Makes a group with each of these names, and some that only an update gives. */
	public static void hostile(Sandbox sandbox) {
		List<Person> people = sandbox.people().stream().filter(Scene::mayJoin).toList();
		int next = 0;
		for (String name : HOSTILE_NAMES) {
			int size = next % 4;
			List<Person> members = people.subList(next, next + size);
			if (name.isBlank()) {
				rename(sandbox, group(sandbox, "x", null, members), name);
			}
			else {
				group(sandbox, name, (next % 3 == 0) ? people.get(next) : null, members);
			}
			next++;
		}
		rename(sandbox, group(sandbox, "x", people.get(0), people.subList(0, 2)), "");
		rename(sandbox, group(sandbox, "x", null, List.of()), "  ");
	}

	public static UUID group(Sandbox sandbox, String name, @Nullable Person manager, List<Person> members) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("groupName", name);
		body.put("members", ids(members));
		if (manager != null) {
			body.put("groupManager", manager.id().toString());
		}
		return UUID.fromString(send(sandbox, "POST", "", body).path("response").path("id").asString());
	}

	public static void rename(Sandbox sandbox, UUID group, String name) {
		send(sandbox, "PUT", "/" + group, Map.of("groupName", name));
	}

	public static void manager(Sandbox sandbox, UUID group, Person manager) {
		send(sandbox, "PUT", "/" + group, Map.of("groupManager", manager.id().toString()));
	}

	public static void add(Sandbox sandbox, UUID group, Person... people) {
		send(sandbox, "PUT", "/" + group, Map.of("membersToAdd", ids(List.of(people))));
	}

	public static void remove(Sandbox sandbox, UUID group, Person... people) {
		send(sandbox, "PUT", "/" + group, Map.of("membersToRemove", ids(List.of(people))));
	}

	public static void delete(Sandbox sandbox, UUID group) {
		send(sandbox, "DELETE", "/" + group, Map.of());
	}

	/** What the portal answers when it is asked for people with such an address. */
	public static String people(Sandbox sandbox, String address) {
		return send(sandbox, "GET", "/../people/filter?filterValue=" + address, Map.of()).toString();
	}

	public static boolean mayJoin(Person person) {
		return person.role() != Person.Role.GUEST && person.status() != Person.Status.DISABLED;
	}

	private static List<String> ids(List<Person> people) {
		return people.stream().map((person) -> person.id().toString()).toList();
	}

	private static JsonNode send(Sandbox sandbox, String method, String path, Map<String, ?> body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/api/2.0/group" + path).normalize())
			.header("Authorization", "Bearer " + sandbox.apiKey())
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
			.build();
		try {
			HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
			return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
