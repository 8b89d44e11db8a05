package io.groupbatch.sandbox;

import java.util.UUID;

import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.protocol.ServerVersion;
import io.groupbatch.sandbox.state.GroupView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Servers up to 3.6.1 (portal contract 12), and MySQL (9.8). */
class OldServerTests {

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withVersion(ServerVersion.V3_6));

	private final Client client = new Client(this.sandbox);

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void ineligiblePeopleAreSkippedInSilence() {
		Answer answer = this.client.post("group",
				"""
						{"groupName": "New", "groupManager": "%s", "members": ["%s", "%s", "%s"]}""".formatted(
						this.client.id("gina.guest"), this.client.id("anna.muster"), this.client.id("dora.disabled"),
						UUID.randomUUID()));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.members()).containsExactly("anna.muster");
		assertThat(answer.manager()).isEqualTo("nobody");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   " })
	void aBlankNameIsStored(String name) {
		assertThat(this.client.post("group", "{\"groupName\":\"" + name + "\"}").status()).isEqualTo(200);
		assertThat(this.sandbox.groups(name)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"groupName\":null}" })
	void noNameBreaksTheServer(String body) {
		assertThat(this.client.post("group", body).status()).isEqualTo(500);
		assertThat(this.sandbox.traffic().writes()).isEmpty();
	}

	@Test
	void movingCopies() {
		String target = "group/" + id("Engineering");
		Answer answer = this.client.send("PUT", "group/" + id("Sales") + "/members/" + target.substring(6), "", "");

		assertThat(answer.members()).contains("anna.muster", "ben.okafor", "carla.rossi", "david.kim");
		assertThat(this.sandbox.groups("Sales").get(0).members()).hasSize(3);
		assertThat(this.sandbox.groups("Sales").get(0).managerEmail()).isEqualTo("anna.muster@sandbox.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"members\":[]}", "{\"members\":[\"11111111-1111-1111-1111-111111111111\"]}" })
	void replacingWithNobodyEmptiesAGroup(String body) {
		assertThat(this.client.post("group/" + id("Sales") + "/members", body).status()).isEqualTo(200);
		assertThat(this.sandbox.groups("Sales").get(0).members()).isEmpty();
	}

	@Test
	void removingNoListBreaksTheServer() {
		assertThat(this.client.delete("group/" + id("Sales") + "/members", "{}").status()).isEqualTo(500);
	}

	@Test
	void itTellsItsVersion() {
		assertThat(this.client.get("settings/version/build").response().path("docSpace").stringValue())
			.isEqualTo("3.6.1");
	}

	@ParameterizedTest
	@EnumSource(ServerVersion.class)
	void aNarrowDatabaseBreaksAtAnEmoji(ServerVersion version) {
		SandboxOptions options = SandboxOptions.standard().withVersion(version).withNarrowNames(true);
		try (Sandbox narrow = Sandbox.start(options)) {
			Client other = new Client(narrow);
			String sales = "group/" + id("Sales");
			Answer created = other.post("group", "{\"groupName\":\"Party 😀\"}");

			assertThat(created.status()).isEqualTo(500);
			assertThat(created.json().path("error").path("type").stringValue()).contains("DbUpdateException");
			assertThat(other.put(sales, "{\"groupName\":\"Sales 😀\"}").status()).isEqualTo(500);
			assertThat(narrow.groups()).extracting(GroupView::name).noneMatch((name) -> name.contains("😀"));
			assertThat(narrow.traffic().writes()).isEmpty();
			assertThat(other.put(sales, "{\"groupName\":\"Verkäufe €\"}").status()).isEqualTo(200);
		}
	}

	private UUID id(String name) {
		return this.sandbox.groups(name).get(0).id();
	}

}
