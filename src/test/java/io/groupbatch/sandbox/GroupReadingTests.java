package io.groupbatch.sandbox;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.state.GroupView;
import io.groupbatch.sandbox.state.Person;

import static org.assertj.core.api.Assertions.assertThat;

class GroupReadingTests {

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private final Client client = new Client(this.sandbox);

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void theListHasItsEnvelopeAndGroupsWithoutMembers() {
		Answer list = this.client.get("group");

		assertThat(list.status()).isEqualTo(200);
		assertThat(list.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
		assertThat(list.json().propertyNames()).containsExactly("response", "count", "total", "links", "status",
				"statusCode");
		assertThat(list.json().path("total").intValue()).isEqualTo(7);
		assertThat(list.json().path("links").path(0).path("href").stringValue())
			.isEqualTo(this.sandbox.url() + "/api/2.0/group");
		assertThat(list.response().path(0).propertyNames()).containsExactlyInAnyOrder("name", "parent", "category",
				"id", "isLDAP", "manager", "membersCount");
	}

	@Test
	void theListIsSortedByNameWhateverTheCase() {
		this.client.group("aardvarks", "");
		this.client.group("SALT", "");

		assertThat(this.client.get("group").all("name")).containsExactly("aardvarks", "Directory Sync", "Engineering",
				"Old Hands", "Sales", "SALT", "Support", "Twins", "Twins");
		assertThat(this.client.get("group?sortOrder=descending").all("name")).startsWith("Twins", "Twins", "Support");
	}

	@Test
	void groupsOfTheSameNameChangePlaces() {
		Set<Object> orders = new HashSet<>();
		orders.add(this.client.get("group?filterValue=twins").all("id"));
		orders.add(this.client.get("group?filterValue=twins").all("id"));

		assertThat(orders).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "101", "abc", "-1" })
	void anImpossiblePageSizeIsInvalid(String count) {
		Answer answer = this.client.get("group?count=" + count);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.invalidKey()).isEqualTo("count");
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "userId=nonsense, userId", "manager=1, manager", "sortOrder=up, sortOrder",
			"startIndex=x, startIndex" })
	void whatDoesNotConvertIsInvalid(String query, String key) {
		Answer answer = this.client.get("group?" + query);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.invalidKey()).isEqualTo(key);
	}

	@Test
	void pagesTellTheTotalAndTheirOwnCount() {
		Answer page = this.client.get("group?count=5&startIndex=5");

		assertThat(page.response()).hasSize(2);
		assertThat(page.json().path("count").intValue()).isEqualTo(2);
		assertThat(page.json().path("total").intValue()).isEqualTo(7);
		assertThat(this.client.get("group?startIndex=50").response()).isEmpty();
	}

	@Test
	void theFilterTrimsAndContains() {
		assertThat(this.client.get("group?filterValue=%20SUPP%20").all("name")).containsExactly("Support");
		assertThat(this.client.get("group?filterValue=nothing").json().path("total").intValue()).isZero();
	}

	@Test
	void groupsOfAMemberAndOfAManager() {
		String ben = this.client.id("ben.okafor");

		assertThat(this.client.get("group?userId=" + ben).all("name")).containsExactly("Sales", "Twins", "Twins");
		assertThat(this.client.get("group?manager=True&userId=" + ben).all("name")).containsExactly("Twins");
		assertThat(this.client.get("group?manager=true").response()).hasSize(7);
		assertThat(this.client.get("group?userId=").response()).hasSize(7);
	}

	@Test
	void sortingByMembersCountsHiddenRowsToo() {
		assertThat(this.client.get("group?sortBy=memberscount&sortOrder=1").all("name").subList(0, 1))
			.containsExactly("Support");
		assertThat(this.client.get("group?sortBy=MembersCount&sortOrder=1").all("name").subList(1, 3))
			.containsExactlyInAnyOrder("Sales", "Old Hands");
	}

	@Test
	void oneGroupComesWithItsMembersUnlessToldNotTo() {
		String id = this.sandbox.groups("Sales").get(0).id().toString();
		Answer full = this.client.get("group/" + id);

		assertThat(full.members()).containsExactly("anna.muster", "ben.okafor", "carla.rossi");
		assertThat(full.manager()).isEqualTo("anna.muster");
		assertThat(full.json().path("count").intValue()).isEqualTo(1);
		assertThat(full.json().path("status").intValue()).isZero();
		assertThat(full.json().path("statusCode").intValue()).isEqualTo(200);
		assertThat(full.json().has("total")).isFalse();
		assertThat(this.client.get("group/" + id + "?includeMembers=false").response().has("members")).isFalse();
		assertThat(this.client.get("group/" + id + "?includeMembers=false").response().path("membersCount").intValue())
			.isEqualTo(3);
	}

	@Test
	void anEmptyGroupHasAnEmptyListAndNoManager() {
		Answer answer = this.client.get("group/" + this.client.group("Empty", ""));

		assertThat(answer.response().path("members").isArray()).isTrue();
		assertThat(answer.response().path("members")).isEmpty();
		assertThat(answer.response().has("manager")).isFalse();
		assertThat(answer.response().has("isSystem")).isFalse();
	}

	@Test
	void pathsAcceptEverySpellingOfAGuid() {
		String id = this.sandbox.groups("Sales").get(0).id().toString();

		assertThat(this.client.get("group/" + id.replace("-", "")).status()).isEqualTo(200);
		assertThat(this.client.get("GROUP/%7B" + id + "%7D/").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "74b9cbd1-2412-4e79-9f36-7163583e9d3a", "11111111-1111-1111-1111-111111111111" })
	void anUnknownGroupIsNotFound(String id) {
		Answer answer = this.client.get("group/" + id);

		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.error()).isEqualTo("The group could not be found");
		assertThat(answer.header("Cache-Control")).isEqualTo("no-cache,no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e", "aced04fa-dd96-4b35-af3e-346bf1eb972d",
			"abef62db-11a8-4673-9d32-ef1d8af19dc0", "cd84e66b-b803-40fc-99f9-b2969a54a1de",
			"88f11e7c-7407-4bea-b4cb-070010cdbb6b" })
	void systemGroupsAreAddressableByIdOnly(String id) {
		Answer answer = this.client.get("group/" + id);

		assertThat(answer.response().path("isSystem").booleanValue()).isTrue();
		assertThat(answer.response().path("category").stringValue()).isEqualTo("7717039d-fbe9-45ad-81c1-68a1aa10ce1f");
		assertThat(this.client.get("group").all("id")).doesNotContain(id);
	}

	@Test
	void theSystemGroupOfGuestsHasTheGuests() {
		assertThat(this.client.get("group/aced04fa-dd96-4b35-af3e-346bf1eb972d").members()).contains("gina.guest")
			.doesNotContain("anna.muster");
	}

	@Test
	void aDirectorysGroupSaysSo() {
		assertThat(this.client.get("group?filterValue=directory").response().path(0).path("isLDAP").booleanValue())
			.isTrue();
	}

	@Test
	void theGroupsOfAPersonAreSortedByteByByte() {
		this.client.group("aardvarks", "", "anna.muster");
		Answer answer = this.client.get("group/user/" + this.client.id("anna.muster"));

		assertThat(answer.all("name")).containsExactly("Old Hands", "Sales", "aardvarks");
		assertThat(answer.all("manager")).containsExactly("frank.moore", "anna.muster", "");
		assertThat(answer.json().path("count").intValue()).isEqualTo(3);
		assertThat(answer.json().has("total")).isFalse();
	}

	@Test
	void anUnknownPersonHasNoGroups() {
		Answer answer = this.client.get("group/user/11111111-1111-1111-1111-111111111111");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.response()).isEmpty();
	}

	@Test
	void disabledMembersAreHiddenButKept() {
		GroupView group = this.sandbox.groups("Old Hands").get(0);
		Answer answer = this.client.get("group/" + group.id());

		assertThat(group.hiddenEmails()).containsExactly("dora.disabled@sandbox.example");
		assertThat(answer.members()).containsExactly("anna.muster", "frank.moore");
		assertThat(answer.response().path("membersCount").intValue()).isEqualTo(2);
		this.sandbox.change("dora.disabled@sandbox.example", (person) -> person.with(Person.Status.ACTIVE));
		assertThat(this.client.get("group/" + group.id()).members()).contains("dora.disabled");
	}

	@Test
	void aDisabledManagerIsStillShown() {
		GroupView group = this.sandbox.groups("Sales").get(0);
		this.sandbox.disable("anna.muster@sandbox.example");

		assertThat(this.client.get("group/" + group.id()).manager()).isEqualTo("anna.muster");
		assertThat(this.client.get("group/" + group.id()).members()).containsExactly("ben.okafor", "carla.rossi");
	}

	@Test
	void fieldsTrimThePayloadAndNotTheEnvelope() {
		Answer list = this.client.get("group?fields=id,manager.email");

		assertThat(list.json().propertyNames()).contains("count", "total", "links");
		assertThat(list.response().path(0).propertyNames()).containsExactlyInAnyOrder("id", "manager");
		assertThat(list.response().path(0).path("manager").propertyNames()).containsExactly("email");
		assertThat(this.client.get("group?fields=id,%20name").response().path(0).propertyNames())
			.as("names are not trimmed")
			.containsExactly("id");
	}

	@Test
	void aMembersOwnGroupsAreToldUpToAFixedNumber() {
		for (int number = 0; number < 25; number++) {
			this.client.group("Many", "", "elif.yilmaz");
		}
		Answer inGroup = this.client.get("group/" + this.client.group("Many", "", "elif.yilmaz"));

		assertThat(inGroup.response().path("members").path(0).path("groups")).hasSize(20);
		assertThat(this.client.get("people/elif.yilmaz").response().path("groups")).hasSize(28);
	}

}
