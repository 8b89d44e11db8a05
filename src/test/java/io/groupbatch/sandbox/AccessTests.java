package io.groupbatch.sandbox;

import java.time.Instant;

import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.http.PortalCondition;
import io.groupbatch.sandbox.state.GroupView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is let in, and which refusal comes first (portal contract 2.3 and 5). */
class AccessTests {

	private static final String UNKNOWN = "group/11111111-1111-1111-1111-111111111111";

	private static final String OWNER = "owner@sandbox.example";

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private final Client client = new Client(this.sandbox);

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void theKeyHasThePortalsForm() {
		assertThat(this.sandbox.apiKey()).matches("sk-[0-9a-f]{64}");
		assertThat(this.sandbox.addKey(OWNER)).matches("sk-[0-9a-f]{64}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", Sandbox.API_KEY, "bearer " + Sandbox.API_KEY, "Bearer sk-wrong",
			"Bearer  " + Sandbox.API_KEY, "Basic " + Sandbox.API_KEY })
	void onlyABearerKeySpelledSoIsAccepted(String header) {
		Answer answer = this.client.with(header).get("group");

		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.text()).isEmpty();
		assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(header.startsWith("Basic"));
	}

	@Test
	void aKeyThatIsNoLongerGoodIsUnauthorized() {
		String revoked = this.sandbox.addKey(OWNER);
		this.sandbox.revoke(revoked);
		String expired = this.sandbox.addKey(OWNER, Instant.now().minusSeconds(1));
		String ownersOut = this.sandbox.addKey("ada.admin@sandbox.example");
		assertThat(this.client.withKey(ownersOut).get("group").status()).isEqualTo(200);
		this.sandbox.disable("ada.admin@sandbox.example");

		assertThat(this.client.withKey(revoked).get("group").status()).isEqualTo(401);
		assertThat(this.client.withKey(expired).get("group").status()).isEqualTo(401);
		assertThat(this.client.withKey(ownersOut).get("group").status()).isEqualTo(401);
		assertThat(this.client.withKey(this.sandbox.addKey("ivan.invited@sandbox.example")).get("group").status())
			.isEqualTo(401);
		assertThat(this.client.withKey(this.sandbox.addKey(OWNER, Instant.now().plusSeconds(600)))
			.get("keys/@self")
			.response()
			.has("expiresAt")).isTrue();
	}

	@ParameterizedTest(name = "{0}: {1} {2} is {3}")
	@CsvSource({ "*, GET, group, 200", "*, PUT, UNKNOWN, 404", "*:read, GET, group, 200", "*:read, PUT, UNKNOWN, 403",
			"*:write, GET, group, 200", "*:write, PUT, UNKNOWN, 404", "accounts:read, GET, group, 200",
			"accounts:read, PUT, UNKNOWN, 403", "accounts:write, GET, group, 403", "accounts:write, PUT, UNKNOWN, 404",
			"accounts:write, GET, people/filter, 200",
			"accounts:read, GET, people/email?email=ada.admin@sandbox.example, 200",
			"files:read, GET, people/filter, 403", "files:read, GET, people/ada.admin, 200",
			"files:read, GET, people/exists?email=a@b.c, 200", "files:read, GET, keys/@self, 200",
			"accounts:write, GET, people/@self, 403", "accounts.self:read, GET, people/@self, 200",
			"accounts.self:read, GET, people/filter, 403", "*:read, GET, settings/version/build, 403" })
	void aScopeOpensWhatTheTableSays(String scope, String method, String path, int status) {
		Client scoped = this.client.withKey(this.sandbox.addKey(OWNER, scope));
		Answer answer = scoped.send(method, path.replace("UNKNOWN", UNKNOWN), method.equals("PUT") ? "{}" : "",
				"application/json");

		assertThat(answer.status()).isEqualTo(status);
		if (status == 403) {
			assertThat(answer.text()).isEmpty();
		}
	}

	@ParameterizedTest(name = "{0} reads with {1} and writes with {2}")
	@CsvSource({ "owner, 200, 404", "ada.admin, 200, 404", "rosa.rooms, 200, 403", "anna.muster, 403, 403",
			"gina.guest, 403, 403" })
	void aRoleMayWhatTheContractSays(String userName, int read, int write) {
		Client other = this.client.withKey(this.sandbox.addKey(userName + "@sandbox.example"));
		Answer written = other.put(UNKNOWN, "{}");

		assertThat(other.get("group").status()).isEqualTo(read);
		assertThat(other.get(UNKNOWN).status()).isEqualTo((read == 200) ? 404 : 403);
		assertThat(other.get("group/user/11111111-1111-1111-1111-111111111111").status()).isEqualTo(read);
		assertThat(written.status()).isEqualTo(write);
		assertThat(written.json().has("error")).isTrue();
		assertThat(other.get("people/filter").status()).isEqualTo(read);
	}

	@ParameterizedTest(name = "{0} sees {1}: {2}")
	@CsvSource({ "ada.admin, gina.guest, 200", "rosa.rooms, anna.muster, 200", "rosa.rooms, gina.guest, 403",
			"anna.muster, anna.muster, 200", "anna.muster, ben.okafor, 403" })
	void peopleAreSeenByRole(String userName, String other, int status) {
		Client seeing = this.client.withKey(this.sandbox.addKey(userName + "@sandbox.example"));

		assertThat(seeing.get("people/email?email=" + other + "@sandbox.example").status()).isEqualTo(status);
	}

	@Test
	void aRoomAdminIsNotToldOfTheDisabledNorOfCreators() {
		Client rooms = this.client.withKey(this.sandbox.addKey("rosa.rooms@sandbox.example"));

		assertThat(rooms.get("people/filter?employeeStatus=2").response()).isEmpty();
		assertThat(rooms.get("people/anna.muster").response().has("createdBy")).isFalse();
		assertThat(this.client.get("people/anna.muster").response().has("createdBy")).isTrue();
	}

	@Test
	void theManagerIsSwitchedBeforeThePermissionIsAskedFor() {
		GroupView sales = this.sandbox.groups("Sales").get(0);
		Client rooms = this.client.withKey(this.sandbox.addKey("rosa.rooms@sandbox.example"));
		Answer answer = rooms.put("group/" + sales.id() + "/manager",
				"{\"userId\":\"" + this.client.id("frank.moore") + "\"}");

		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.error()).isEqualTo("Access denied");
		assertThat(this.sandbox.groups("Sales").get(0).managerEmail()).isEqualTo("frank.moore@sandbox.example");
		assertThat(this.sandbox.groups("Sales").get(0).memberEmails()).doesNotContain("frank.moore@sandbox.example");
	}

	@Test
	void aKeyKnowsItself() {
		String key = this.sandbox.addKey(OWNER, "accounts:read", "accounts:write");
		Answer answer = this.client.withKey(key).get("keys/@self");

		assertThat(answer.response().path("key").stringValue()).isEqualTo("sk-***" + key.substring(63));
		assertThat(answer.response().path("permissions")).hasSize(2);
		assertThat(answer.response().path("createBy").path("displayName").stringValue()).isEqualTo("Olga Owner");
	}

	@Test
	void theVersionIsForAnybody() {
		assertThat(this.client.with("").get("settings/version/build").response().path("docSpace").stringValue())
			.isEqualTo("3.7.2");
	}

	@ParameterizedTest(name = "{0} {1} is {2}")
	@CsvSource({ "GET, group/10001, 404, ''", "GET, nothing, 404, ''", "GET, /index.html, 404, ''",
			"DELETE, group, 405, 'GET, POST'",
			"PATCH, group/11111111-1111-1111-1111-111111111111, 405, 'GET, PUT, DELETE'" })
	void routesComeBeforeKeys(String method, String path, int status, String allowed) {
		Answer answer = this.client.with("").send(method, path, "", "");

		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.text()).isEmpty();
		assertThat(answer.header("Allow")).isEqualTo(allowed);
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "SUSPENDED, 404, application/problem+json; charset=utf-8",
			"BEING_MOVED, 403, application/problem+json; charset=utf-8",
			"UNPAID, 402, application/problem+json; charset=utf-8", "ADDRESS_REFUSED, 403, text/plain; charset=utf-8",
			"UNKNOWN_HOST, 500, application/json; charset=utf-8" })
	void aPortalThatDoesNotServeSaysWhyInItsOwnShape(PortalCondition condition, int status, String type) {
		this.sandbox.setCondition(condition);
		Answer answer = this.client.post("group", "{}");

		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo(type);
		assertThat(answer.text()).doesNotContain("response");
	}

	@Test
	void anUnpaidPortalStillServesMostOfThePeople() {
		this.sandbox.setCondition(PortalCondition.UNPAID);

		assertThat(this.client.get("people/filter").status()).isEqualTo(200);
		assertThat(this.client.get("people/ada.admin").status()).isEqualTo(200);
		assertThat(this.client.get("people/email?email=ada.admin@sandbox.example").status()).isEqualTo(402);
	}

	@Test
	void refusalsComeInThePortalsOrder() {
		Client scoped = this.client.withKey(this.sandbox.addKey(OWNER, "accounts:read"));
		Client reader = this.client.withKey(this.sandbox.addKey("rosa.rooms@sandbox.example"));
		this.sandbox.setCondition(PortalCondition.SUSPENDED);

		assertThat(this.client.with("").post("group", "").status()).isEqualTo(401);
		assertThat(scoped.post("group", "").status()).isEqualTo(403);
		assertThat(reader.send("POST", "group", "", "").status()).isEqualTo(404);
		this.sandbox.setCondition(PortalCondition.OPEN);
		assertThat(reader.send("POST", "group", "", "").status()).isEqualTo(415);
		assertThat(reader.post("group", "{}").invalidKey()).isEqualTo("$");
		assertThat(reader.post("group", "{\"groupName\":\" \"}").status()).isEqualTo(403);
		assertThat(reader.put(UNKNOWN, "{}").status()).isEqualTo(403);
		assertThat(this.client.put(UNKNOWN, "{}").status()).isEqualTo(404);
		assertThat(reader.post(UNKNOWN + "/members", "{\"members\":[]}").status()).isEqualTo(400);
	}

}
