package io.groupbatch.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.groupbatch.sandbox.Client.Answer;
import io.groupbatch.sandbox.state.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleTests {

	private final Sandbox sandbox = Sandbox.start(SandboxOptions.standard());

	private final Client client = new Client(this.sandbox);

	@AfterEach
	void stop() {
		this.sandbox.close();
	}

	@Test
	void aPersonIsFoundByAddressWhateverItsCase() {
		Answer answer = this.client.get("people/email?email=%20Anna.Muster@SANDBOX.example");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.response().path("userName").stringValue()).isEqualTo("anna.muster");
		assertThat(answer.response().path("department").stringValue()).isEqualTo("Old Hands, Sales");
		assertThat(answer.response().path("isCollaborator").booleanValue()).isTrue();
		assertThat(answer.response().path("registrationDate").stringValue())
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z");
	}

	@Test
	void aPlusInAnAddressNeedsItsEscape() {
		this.sandbox.add(Person.of("Plus", "Sign", "plus+sign@sandbox.example"));

		assertThat(this.client.get("people/email?email=plus%2Bsign@sandbox.example").status()).isEqualTo(200);
		assertThat(this.client.get("people/email?email=plus+sign@sandbox.example").status()).isEqualTo(404);
	}

	@ParameterizedTest(name = "{0} has status {1}")
	@CsvSource({ "dora.disabled, 2, 1, terminated", "ivan.invited, 4, 2, email", "gina.guest, 1, 1, isVisitor" })
	void everyStateIsFoundByAddress(String userName, int status, int activation, String has) {
		Answer answer = this.client.get("people/email?email=" + userName + "@sandbox.example");

		assertThat(answer.response().path("status").intValue()).isEqualTo(status);
		assertThat(answer.response().path("activationStatus").intValue()).isEqualTo(activation);
		assertThat(answer.response().has(has)).isTrue();
		assertThat(answer.response().has("terminated")).isEqualTo(status == 2);
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "email=no.body@sandbox.example, 404", "email=, 400", "'', 400" })
	void anAddressThatLeadsNowhereIsRefusedByTheAction(String query, int status) {
		Answer answer = this.client.get("people/email?" + query);

		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.json().has("error")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "@sandbox.example", "anna@", "a@b@c" })
	void whatIsNoAddressIsInvalid(String email) {
		assertThat(this.client.get("people/email?email=" + email).invalidKey()).isEqualTo("email");
		assertThat(this.client.get("people/email?email=" + "a".repeat(250) + email).status()).isEqualTo(400);
	}

	@Test
	void existenceTellsTheStatusAndNoId() {
		Answer known = this.client.get("people/exists?email=dora.disabled@sandbox.example");
		Answer unknown = this.client.get("people/exists?email=no.body@sandbox.example");

		assertThat(known.response().toString()).isEqualTo("{\"exists\":true,\"status\":2}");
		assertThat(unknown.response().path("exists").booleanValue()).isFalse();
	}

	@Test
	void existenceIsAskedForAnAddress() {
		assertThat(this.client.get("people/exists").status()).isEqualTo(400);
		assertThat(this.client.get("people/exists?email=%20").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "2, dora.disabled", "Pending, ivan.invited", "active, anna.muster" })
	void peopleAreListedByStatus(String status, String userName) {
		Answer answer = this.client.get("people/status/" + status + "?filterValue=" + userName);

		assertThat(answer.all("userName")).containsExactly(userName);
		assertThat(this.client.get("people/status/9").status()).isEqualTo(400);
	}

	/** As on the server, the group's id is sought in the people's names as well. */
	@Test
	void theListByStatusFindsNobodyOfAGroup() {
		String id = this.sandbox.groups("Old Hands").get(0).id().toString();

		assertThat(this.client.get("people/status/1?filterBy=group&filterValue=" + id).response()).isEmpty();
	}

	@Test
	void aSearchFindsActivePeopleByAllWords() {
		assertThat(this.client.get("people/@search/MUSTER%20anna").all("userName")).containsExactly("anna.muster");
		assertThat(this.client.get("people/@search/dora.disabled").response()).isEmpty();
	}

	@Test
	void theSimpleListNamesPeopleOnly() {
		Answer answer = this.client.get("people/simple/filter?filterValue=anna.muster");

		assertThat(answer.all("displayName")).containsExactly("Anna Muster");
		assertThat(answer.response().get(0).has("email")).isFalse();
		assertThat(answer.json().path("total").intValue()).isEqualTo(1);
	}

	@Test
	void keysAreListedWithoutTheirText() {
		Answer keys = this.client.get("keys");

		assertThat(keys.all("keyPostfix")).hasSize(1);
		assertThat(keys.text()).doesNotContain(this.sandbox.apiKey());
		assertThat(this.client.get("keys/permissions").response().toString()).contains("\"accounts:read\"",
				"\"*:write\"");
	}

	@Test
	void aPersonIsFoundByUserNameAndById() {
		String id = this.client.id("ben.okafor");

		assertThat(this.client.get("people/Ben.Okafor").response().path("id").stringValue()).isEqualTo(id);
		assertThat(this.client.get("people/" + id).response().path("userName").stringValue()).isEqualTo("ben.okafor");
		assertThat(this.client.get("people/no.body").status()).isEqualTo(404);
	}

	@Test
	void theOwnerIsNoAdminByTheFlags() {
		Answer self = this.client.get("people/@self");

		assertThat(self.response().path("email").stringValue()).isEqualTo("owner@sandbox.example");
		assertThat(self.response().path("isOwner").booleanValue()).isTrue();
		assertThat(self.response().path("isAdmin").booleanValue()).isFalse();
		assertThat(self.response().path("hasPersonalFolder").booleanValue()).isTrue();
		assertThat(this.client.get("people/ada.admin").response().path("isAdmin").booleanValue()).isTrue();
	}

	@ParameterizedTest(name = "{0} {1} is shown as {2}")
	@CsvSource({ "Jürgen, Müller, J&#252;rgen M&#252;ller", "Aoife, O'Brien, Aoife O&#39;Brien",
			"A<b>, \"&\", A&lt;b&gt; &quot;&amp;&quot;", "Иван, 王, Иван 王", "😀, Łuk, &#128512; Łuk",
			"\u00a0x, y, &#160;x y" })
	void namesToShowAreEncodedAndOthersAreRaw(String first, String last, String shown) {
		this.sandbox.add(Person.of(first, last, "new@sandbox.example"));
		Answer answer = this.client.get("people/new");

		assertThat(answer.response().path("displayName").stringValue()).isEqualTo(shown);
		assertThat(answer.response().path("firstName").stringValue()).isEqualTo(first);
		assertThat(answer.text()).contains(last.replace("\"", "\\\""));
	}

	@Test
	void departmentsAreEncodedAndGroupNamesAreRaw() {
		this.client.group("R&D Zürich", "", "frank.moore");
		Answer answer = this.client.get("people/frank.moore");

		assertThat(answer.response().path("department").stringValue()).contains("R&amp;D Z&#252;rich");
		assertThat(answer.text()).contains("\"name\":\"R&D Zürich\"");
	}

	@Test
	void somebodyInvitedWithoutANameIsShownByAddress() {
		this.sandbox.add(Person.of("", "", "late@sandbox.example").with(Person.Status.INVITED));

		assertThat(this.client.get("people/late").response().path("displayName").stringValue())
			.isEqualTo("late@sandbox.example");
	}

	@Test
	void allPeopleComeOnceWhenPagedByAddress() {
		List<String> addresses = new ArrayList<>();
		int total = Integer.MAX_VALUE;
		while (addresses.size() < total) {
			Answer page = this.client.get("people/filter?sortBy=email&startIndex=" + addresses.size());
			total = page.json().path("total").intValue();
			addresses.addAll(page.all("email"));
		}

		assertThat(addresses).doesNotHaveDuplicates()
			.hasSameElementsAs(this.sandbox.people().stream().map(Person::email).toList())
			.isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
	}

	@ParameterizedTest(name = "{0} finds {1}")
	@CsvSource({ "employeeStatus=2&filterValue=DISABLED, dora.disabled",
			"employeeStatus=4&filterValue=ivan.invited, ivan.invited",
			"employeeType=Guest&filterValue=gina, gina.guest", "employeeType=RoomAdmin&filterValue=rosa, rosa.rooms",
			"area=2&filterValue=gina.guest, gina.guest", "isAdministrator=true&filterValue=ada%20admin, ada.admin",
			"filterValue=xyz|anna.muster&filterSeparator=|, anna.muster",
			"employeeStatus=Pending&filterValue=ivan.invited, ivan.invited",
			"employeeStatus=terminated&filterValue=dora, dora.disabled", "employeeType=2&filterValue=gina, gina.guest",
			"employeeTypes=1&filterValue=rosa, rosa.rooms", "area=Guests&filterValue=gina.guest, gina.guest" })
	void filtersFind(String query, String userName) {
		assertThat(this.client.get("people/filter?" + query.replace("|", "%7C")).all("userName"))
			.containsExactly(userName);
	}

	@ParameterizedTest
	@ValueSource(strings = { "employeeStatus=1&filterValue=dora", "area=1&filterValue=gina.guest",
			"employeeStatus=5&filterValue=ivan.invited",
			"employeeTypes=User&employeeTypes=RoomAdmin&filterValue=gina.guest",
			"withoutGroup=true&filterValue=anna.muster", "area=People&filterValue=gina.guest",
			"filterValue=muster%7Canna&filterSeparator=%3B", "groupId=00000000-0000-0000-0000-000000000000" })
	void filtersLeaveOut(String query) {
		assertThat(this.client.get("people/filter?" + query).response()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "employeeStatus=3, employeeStatus", "employeeType=King, employeeType", "area=9, area",
			"groupId=x, groupId", "count=0, count" })
	void filtersThatDoNotConvertAreInvalid(String query, String key) {
		assertThat(this.client.get("people/filter?" + query).invalidKey()).isEqualTo(key);
	}

	@Test
	void theFilterByGroupShowsHiddenMembers() {
		String id = this.sandbox.groups("Old Hands").get(0).id().toString();

		assertThat(this.client.get("people/filter?sortBy=email&groupId=" + id).all("userName"))
			.containsExactly("anna.muster", "dora.disabled", "frank.moore");
		assertThat(this.client.get("people/filter?filterValue=frank.moore&excludeGroup=true&groupId=" + id).response())
			.isEmpty();
	}

	@Test
	void theDefaultOrderIsByStatusAndFirstName() {
		List<String> names = this.client.get("people/filter?filterValue=sandbox&employeeStatus=1").all("firstName");

		assertThat(names).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
		assertThat(this.client.get("people/filter?sortBy=lastName&sortOrder=descending").all("lastName"))
			.isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
	}

	@Test
	void theShortListHasActivePeopleOnly() {
		Answer answer = this.client.get("people?count=100");

		assertThat(answer.response().valueStream()).allMatch((person) -> person.path("status").intValue() == 1);
		assertThat(answer.json().path("total").longValue()).isEqualTo(
				this.sandbox.people().stream().filter((person) -> person.status() == Person.Status.ACTIVE).count());
	}

	@Test
	void theSeedIsTheSameEveryTimeAndItsAddressesArePlain() {
		try (Sandbox other = Sandbox.start(SandboxOptions.standard())) {
			assertThat(other.people()).isEqualTo(this.sandbox.people());
			assertThat(other.groups()).isEqualTo(this.sandbox.groups());
		}
		assertThat(this.sandbox.people()).extracting(Person::email)
			.allMatch((email) -> email.matches("[a-z0-9.-]+@sandbox\\.example"))
			.allMatch((email) -> email.equals(email.toLowerCase(Locale.ROOT)))
			.doesNotHaveDuplicates();
		assertThat(this.sandbox.people()).extracting(Person::role).contains(Person.Role.values());
		assertThat(this.sandbox.people()).extracting(Person::status).contains(Person.Status.values());
	}

	@Test
	void aSeedCanBeEmptyOrLarge() {
		try (Sandbox empty = Sandbox.start(SandboxOptions.standard().withSeed(Seed.empty()))) {
			assertThat(empty.people()).extracting(Person::email).containsExactly("owner@sandbox.example");
			assertThat(empty.groups()).isEmpty();
		}
		try (Sandbox large = Sandbox.start(SandboxOptions.standard().withSeed(Seed.of(2000, 150)))) {
			assertThat(large.people()).hasSize(2001);
			assertThat(large.groups()).hasSize(150);
			assertThat(large.groups("Group 00150").get(0).managerEmail()).isNotNull();
		}
	}

}
