package io.groupbatch.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.groupbatch.support.Front;
import io.groupbatch.support.Program;
import io.groupbatch.support.StandardPortal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An answer that lacks a part of the group proves nothing about that part.
 */
class MembersNotShownIT extends StandardPortal {

	private static final JsonMapper JSON = new JsonMapper();

	private static final List<String> ROWS = List.of("create,A,anna.muster@sandbox.example,ben.okafor@sandbox.example",
			"add-members,Sales,,frank.moore@sandbox.example", "update,Support,ada.admin@sandbox.example,",
			"get,Engineering,,");

	@ParameterizedTest
	@ValueSource(strings = { "members", "manager", "name", "id" })
	void whatTheAnswerToAWriteLacksIsReadFromTheGroup(String field) throws IOException {
		assertAllIsDone((method, path, body) -> method.equals("GET") ? body : without(field, body));
	}

	@Test
	void whereNoAnswerAboutAGroupShowsMembersTheListOfItsPeopleDoes() throws IOException {
		assertAllIsDone((method, path, body) -> path.contains("/api/2.0/group") ? without("members", body) : body);
	}

	@Test
	void whereNothingShowsMembersNobodyClaimsToKnow() throws IOException {
		try (Front front = new Front(this.sandbox.url(), (method, path, body) -> path.contains("/api/2.0/group")
				? without("members", body) : path.contains("groupId=") ? "{}" : body)) {
			Program behind = new Program(this.folder, front.url(), this.sandbox.apiKey());
			Program.Result result = behind.importing(file(List.of("create,A,,ben.okafor@sandbox.example")),
					"--concurrency", "2");

			assertThat(result.exit()).as(result.err()).isEqualTo(3);
			assertThat(behind.report().rows().get(0)).containsEntry("status", "UNKNOWN");
			assertThat(behind.report().rows().get(0).get("message")).contains("does not show the members");
			assertThat(this.sandbox.groups("A")).hasSize(1);
		}
	}

	private void assertAllIsDone(Front.Change change) throws IOException {
		try (Front front = new Front(this.sandbox.url(), change)) {
			Program behind = new Program(this.folder, front.url(), this.sandbox.apiKey());
			Program.Result result = behind.importing(file(ROWS));

			assertThat(result.exit()).as(result.err() + result.out()).isZero();
			assertThat(behind.report().counts()).containsOnlyKeys("SUCCEEDED");
			assertThat(this.sandbox.groups("A")).singleElement().satisfies((group) -> {
				assertThat(group.managerEmail()).isEqualTo("anna.muster@sandbox.example");
				assertThat(group.memberEmails()).containsExactlyInAnyOrder("anna.muster@sandbox.example",
						"ben.okafor@sandbox.example");
			});
			assertThat(this.sandbox.traffic().sent("POST")).isEqualTo(1);
			assertThat(this.sandbox.traffic().sent("PUT")).isEqualTo(2);
		}
	}

	private static String without(String field, String body) {
		JsonNode root = body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode();
		if (root.path("response") instanceof ObjectNode group && group.has("isLDAP") && group.has("name")) {
			group.remove(field);
			return root.toString();
		}
		return body;
	}

	private Path file(List<String> rows) throws IOException {
		return Files.writeString(this.folder.resolve("rows.csv"),
				"operation,groupName,groupManager,members\n" + String.join("\n", rows) + "\n");
	}

}
