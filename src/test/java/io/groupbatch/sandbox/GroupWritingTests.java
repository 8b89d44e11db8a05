package io.groupbatch.sandbox;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;

import static org.assertj.core.api.Assertions.assertThat;

class GroupWritingTests {

	private static final String UNKNOWN = "11111111-1111-1111-1111-111111111111";

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private final Client client = new Client(this.sandbox);

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void aNewGroupIsAnsweredInFullAndItsManagerIsAMember() {
		Answer answer = this.client.post("group", """
				{"groupName": " Field \\u00dc & Co ", "groupManager": "%s", "members": ["%s", "%s"], "more": 1}"""
			.formatted(this.client.id("anna.muster"), this.client.id("ivan.invited"), this.client.id("ada.admin")));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).contains("\" Field Ü & Co \"");
		assertThat(answer.manager()).isEqualTo("anna.muster");
		assertThat(answer.members()).containsExactly("ada.admin", "anna.muster", "ivan.invited");
		assertThat(answer.response().path("membersCount").intValue()).isEqualTo(3);
		assertThat(this.sandbox.groups(" Field Ü & Co ")).hasSize(1);
	}

	@Test
	void propertyNamesMatchWhateverTheirCase() {
		assertThat(this.client.post("group", "{\"GROUPNAME\":\"Loud\"}").status()).isEqualTo(200);
	}

	@Test
	void namesMayRepeat() {
		this.client.group("Sales", "");

		assertThat(this.sandbox.groups("Sales")).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gina.guest", "dora.disabled", "nobody" })
	void oneIneligibleMemberRefusesTheWholeGroup(String userName) {
		String id = userName.equals("nobody") ? UNKNOWN : this.client.id(userName);
		Answer asMember = this.client.post("group",
				"{\"groupName\":\"New\",\"members\":[\"" + this.client.id("anna.muster") + "\",\"" + id + "\"]}");
		Answer asManager = this.client.post("group", "{\"groupName\":\"New\",\"groupManager\":\"" + id + "\"}");

		assertThat(asMember.status()).isEqualTo(400);
		assertThat(asMember.error()).isEqualTo("The user could not be found");
		assertThat(asMember.json().path("error").path("type").stringValue()).isEqualTo("System.ArgumentException");
		assertThat(asManager.status()).isEqualTo(400);
		assertThat(this.sandbox.groups("New")).isEmpty();
	}

	@ParameterizedTest(name = "{0} is invalid at {1}")
	@CsvSource(delimiter = '|',
			value = { "{\"groupName\":\"\"}|GroupName", "{}|$", "{\"groupName\":5}|$.groupName",
					"{\"groupName\":\"a\",\"groupManager\":null}|$.groupManager",
					"{\"groupName\":\"a\",\"groupManager\":\"\"}|$.groupManager",
					"{\"groupName\":\"a\",\"members\":[\"10001\"]}|$.members[0]",
					"{\"groupName\":\"a\",\"members\":[null]}|$.members[0]",
					"{\"groupName\":\"a\",\"members\":[\"11111111111111111111111111111111\"]}|$.members[0]",
					"{\"groupName\":\"a\",\"members\":[\"{11111111-1111-1111-1111-111111111111}\"]}|$.members[0]",
					"{\"groupName\":\"a\",\"members\":\"b\"}|$.members", "[]|$", "{\"groupName\"|$",
					"{\"groupName\":\"\\ud800\"}|$.groupName" })
	void aCreateThatDoesNotBindIsInvalid(String body, String key) {
		Answer answer = this.client.post("group", body);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json; charset=utf-8");
		assertThat(answer.invalidKey()).isEqualTo(key);
		assertThat(answer.json().path("status").intValue()).isEqualTo(1);
		assertThat(answer.json().path("statusCode").intValue()).isEqualTo(400);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "null, Value cannot be null. (Parameter 'inDto.GroupName')",
			"'\"  \"', The value cannot be an empty string or composed entirely of whitespace. (Parameter 'inDto.GroupName')" })
	void aBlankNameIsRefusedByTheAction(String name, String message) {
		Answer answer = this.client.post("group", "{\"groupName\":" + name + "}");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).startsWith(message.substring(0, 20)).contains("inDto.GroupName");
	}

	@Test
	void aNameHas128UnitsAtMostAndAnAstralCharacterIsTwo() {
		assertThat(this.client.post("group", "{\"groupName\":\"" + "😀".repeat(64) + "\"}").status()).isEqualTo(200);
		assertThat(this.client.post("group", "{\"groupName\":\"" + "😀".repeat(64) + "a\"}").invalidKey())
			.isEqualTo("GroupName");
		assertThat(this.client.put(sales(), "{\"groupName\":\"" + "a".repeat(129) + "\"}").invalidKey())
			.isEqualTo("Update.GroupName");
	}

	@ParameterizedTest(name = "{0} {1} without a body: {2}")
	@CsvSource({ "POST, group, ''", "PUT, group/ID, Update", "POST, group/ID/members, Members",
			"PUT, group/ID/members, Members", "DELETE, group/ID/members, Members",
			"PUT, group/ID/manager, SetManager" })
	void aMissingBodyIsInvalid(String method, String path, String key) {
		Answer answer = this.client.send(method, path.replace("group/ID", sales()), "", "application/json");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.invalidKey()).isEqualTo(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "text/plain", "application/json; charset=latin1" })
	void anotherTypeThanJsonIsUnsupportedAndItsEnvelopeLies(String type) {
		Answer answer = this.client.send("POST", "group", "{}", type);

		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.json().path("statusCode").intValue()).isEqualTo(200);
		assertThat(answer.json().path("status").intValue()).isZero();
		assertThat(answer.response().path("status").intValue()).isEqualTo(415);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json; charset=utf-8", "text/json", "application/merge-patch+json" })
	void everyJsonTypeIsRead(String type) {
		assertThat(this.client.send("POST", "group", "{\"groupName\":\"a\"}", type).status()).isEqualTo(200);
	}

	@Test
	void anUpdateChangesOnlyWhatItNames() {
		assertThat(this.client.put(sales(), "{}").status()).isEqualTo(200);
		Answer answer = this.client.put(sales(), "{\"groupName\":null}");

		assertThat(answer.response().path("name").stringValue()).isEqualTo("Sales");
		assertThat(answer.manager()).isEqualTo("anna.muster");
		assertThat(answer.members()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", " Sales EU" })
	void anUpdateStoresAnyName(String name) {
		String sales = sales();

		assertThat(this.client.put(sales, "{\"groupName\":\"" + name + "\"}").status()).isEqualTo(200);
		assertThat(this.sandbox.group(UUID.fromString(sales.substring(6))).orElseThrow().name()).isEqualTo(name);
		assertThat(this.client.get("people/ben.okafor").response().path("groups").valueStream())
			.anyMatch((group) -> group.path("name").stringValue().equals(name));
	}

	@Test
	void theOldManagerStaysAMember() {
		Answer answer = this.client.put(sales(), "{\"groupManager\":\"" + this.client.id("frank.moore") + "\"}");

		assertThat(answer.manager()).isEqualTo("frank.moore");
		assertThat(answer.members()).contains("anna.muster", "frank.moore");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gina.guest", "dora.disabled" })
	void anUpdateIgnoresAnIneligibleManagerAndMember(String userName) {
		String id = this.client.id(userName);
		Answer answer = this.client.put(sales(),
				"{\"groupManager\":\"" + id + "\",\"membersToAdd\":[\"" + id + "\",\"" + UNKNOWN + "\"]}");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.manager()).isEqualTo("anna.muster");
		assertThat(answer.members()).hasSize(3);
		assertThat(this.sandbox.groups("Sales").get(0).hidden()).isEmpty();
	}

	@Test
	void whoIsAddedAndRemovedEndsRemoved() {
		String frank = this.client.id("frank.moore");
		Answer answer = this.client.put(sales(), """
				{"groupManager": "%1$s", "membersToAdd": ["%1$s"], "membersToRemove": ["%1$s"]}""".formatted(frank));

		assertThat(answer.manager()).isEqualTo("nobody");
		assertThat(answer.members()).doesNotContain("frank.moore");
	}

	@Test
	void anUpdateDoesNotBindAnEmptyManager() {
		assertThat(this.client.put(sales(), "{\"groupManager\":\"\"}").invalidKey()).isEqualTo("$.groupManager");
		assertThat(this.client.put(sales(), "{\"membersToAdd\":[\"" + UNKNOWN + "\",null]}").invalidKey())
			.isEqualTo("$.membersToAdd[1]");
	}

	@Test
	void aDeletedGroupIsGoneAndTheSecondDeleteFindsNothing() {
		String sales = sales();
		Answer first = this.client.delete(sales);

		assertThat(first.status()).isEqualTo(204);
		assertThat(first.text()).isEmpty();
		assertThat(this.client.delete(sales).status()).isEqualTo(404);
		assertThat(this.client.get(sales).status()).isEqualTo(404);
		assertThat(this.sandbox.groups("Sales")).isEmpty();
		assertThat(this.client.get("people/anna.muster").response().path("department").stringValue())
			.isEqualTo("Old Hands");
	}

	@Test
	void deletingASystemGroupAnswersNoContentAndDeletesNothing() {
		String everyone = "group/c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e";

		assertThat(this.client.delete(everyone).status()).isEqualTo(204);
		assertThat(this.client.get(everyone).members()).contains("anna.muster");
	}

	@Test
	void movingTakesEveryVisibleMemberAndLeavesNoManager() {
		String oldHands = id("Old Hands");
		Answer answer = this.client.send("PUT", "group/" + oldHands + "/members/" + id("Engineering"), "", "");

		assertThat(answer.response().path("name").stringValue()).isEqualTo("Engineering");
		assertThat(answer.members()).containsExactly("anna.muster", "david.kim", "frank.moore");
		assertThat(answer.manager()).isEqualTo("david.kim");
		GroupView source = this.sandbox.groups("Old Hands").get(0);
		assertThat(source.members()).isEmpty();
		assertThat(source.managerEmail()).isNull();
		assertThat(source.hiddenEmails()).containsExactly("dora.disabled@sandbox.example");
	}

	@Test
	void movingOntoItselfEmptiesAGroup() {
		Answer answer = this.client.send("PUT", sales() + "/members/" + id("Sales"), "", "");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.members()).isEmpty();
	}

	@Test
	void movingDropsWhoIsNoLongerEligible() {
		this.sandbox.change("ben.okafor@sandbox.example", (person) -> person.with(Person.Role.GUEST));
		Answer answer = this.client.send("PUT", sales() + "/members/" + id("Engineering"), "", "");

		assertThat(answer.members()).doesNotContain("ben.okafor");
		assertThat(this.sandbox.groups("Sales").get(0).members()).isEmpty();
	}

	@Test
	void movingToNowhereChangesNothing() {
		assertThat(this.client.send("PUT", sales() + "/members/" + UNKNOWN, "", "").status()).isEqualTo(404);
		assertThat(this.sandbox.groups("Sales").get(0).members()).hasSize(3);
	}

	@Test
	void replacingDropsTheManagerEvenWhenListed() {
		Answer answer = this.client.post(sales() + "/members", members("anna.muster", "david.kim", "gina.guest"));

		assertThat(answer.members()).containsExactly("anna.muster", "david.kim");
		assertThat(answer.manager()).isEqualTo("nobody");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|',
			value = { "{\"members\":[]}|Members", "{\"members\":[\"11111111-1111-1111-1111-111111111111\"]}|Members",
					"{\"members\":null}|Value cannot be null. (Parameter 'source')",
					"{}|Value cannot be null. (Parameter 'source')" })
	void replacingNeedsAnEligibleMember(String body, String message) {
		Answer answer = this.client.post(sales() + "/members", body);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo(message);
		assertThat(this.client.post("group/" + UNKNOWN + "/members", body).status()).isEqualTo(400);
		assertThat(this.sandbox.groups("Sales").get(0).members()).hasSize(3);
	}

	@Test
	void addingSkipsTheIneligibleAndRepeatsHarmlessly() {
		String body = members("david.kim", "gina.guest", "dora.disabled");
		this.client.put(sales() + "/members", body);
		Answer again = this.client.put(sales() + "/members", body);

		assertThat(again.status()).isEqualTo(200);
		assertThat(again.members()).containsExactly("anna.muster", "ben.okafor", "carla.rossi", "david.kim");
		assertThat(again.manager()).isEqualTo("anna.muster");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"members\":null}" })
	void addingNoListIsAnErrorAndRemovingNoListIsNothing(String body) {
		Answer added = this.client.put(sales() + "/members", body);

		assertThat(added.status()).isEqualTo(500);
		assertThat(added.json().path("error").path("type").stringValue()).isEqualTo("System.NullReferenceException");
		assertThat(this.client.delete(sales() + "/members", body).status()).isEqualTo(200);
	}

	@Test
	void removingTheManagerClearsTheRole() {
		Answer answer = this.client.delete(sales() + "/members", members("anna.muster", "david.kim"));

		assertThat(answer.members()).containsExactly("ben.okafor", "carla.rossi");
		assertThat(answer.manager()).isEqualTo("nobody");
	}

	@Test
	void aDisabledMemberCanBeRemoved() {
		this.client.put("group/" + id("Old Hands"),
				"{\"membersToRemove\":[\"" + this.client.id("dora.disabled") + "\"]}");

		assertThat(this.sandbox.groups("Old Hands").get(0).hidden()).isEmpty();
	}

	@Test
	void aNewManagerBecomesAMember() {
		Answer answer = this.client.put(sales() + "/manager", user("david.kim"));

		assertThat(answer.manager()).isEqualTo("david.kim");
		assertThat(answer.members()).contains("anna.muster", "david.kim");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gina.guest", "dora.disabled" })
	void anIneligibleManagerIsIgnored(String userName) {
		Answer answer = this.client.put(sales() + "/manager", user(userName));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.manager()).isEqualTo("anna.muster");
	}

	@Test
	void anUnknownManagerIsNotFoundAndNeitherIsTheGroup() {
		String unknown = "{\"userId\":\"" + UNKNOWN + "\"}";

		assertThat(this.client.put(sales() + "/manager", unknown).error()).isEqualTo("The user could not be found");
		assertThat(
				this.client.put(sales() + "/manager", "{\"userId\":\"00000000-0000-0000-0000-000000000000\"}").status())
			.isEqualTo(404);
		assertThat(this.client.put("group/" + UNKNOWN + "/manager", unknown).error())
			.isEqualTo("The group could not be found");
		assertThat(this.client.put(sales() + "/manager", "{}").invalidKey()).isEqualTo("$");
		assertThat(this.client.put(sales() + "/manager", "{\"userId\":null}").invalidKey()).isEqualTo("$.userId");
	}

	private String sales() {
		return "group/" + id("Sales");
	}

	private String id(String group) {
		return this.sandbox.groups(group).get(0).id().toString();
	}

	private String user(String userName) {
		return "{\"userId\":\"" + this.client.id(userName) + "\"}";
	}

	private String members(String... userNames) {
		StringBuilder body = new StringBuilder("{\"members\":[");
		for (String userName : userNames) {
			body.append(body.toString().endsWith("[") ? "\"" : ",\"").append(this.client.id(userName)).append('"');
		}
		return body.append("]}").toString();
	}

}
