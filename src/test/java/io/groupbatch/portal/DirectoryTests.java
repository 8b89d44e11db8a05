package io.groupbatch.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.groupbatch.portal.Directory.Account;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.payload.Group;
import io.groupbatch.portal.payload.Person;
import io.groupbatch.portal.payload.Person.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DirectoryTests {

	private final PretendPortal portal = new PretendPortal();

	private final PortalClient client = this.portal.client();

	private final List<Duration> pauses = new ArrayList<>();

	private final Directory directory = PretendPortal.directory(this.client, this.pauses);

	private final List<Group> groups = new ArrayList<>();

	@AfterEach
	void close() {
		this.client.close();
		this.portal.close();
	}

	@Test
	void theAccountIsTheKeysOwner() {
		this.portal.json(200, Recorded.envelope("""
				{"id": "7a1d52be-3a9f-4e2d-9a70-c6fe4e2a9d10", "name": "groups-sync", "key": "sk-***9f3a",
				"permissions": ["accounts:read", "accounts:write"], "createBy": {
				"id": "1b9c2a50-9a3d-4a77-8a0e-5f6b5a3c7e01", "displayName": "Ada Q&#252;st &#128512;"},
				"isActive": true}"""));

		assertThat(this.directory.account()).isEqualTo(new Account(
				UUID.fromString("1b9c2a50-9a3d-4a77-8a0e-5f6b5a3c7e01"), "Ada Qüst 😀",
				List.of("accounts:read", "accounts:write"), UUID.fromString("7a1d52be-3a9f-4e2d-9a70-c6fe4e2a9d10")));
		assertThat(this.portal.sent.get(0).path()).isEqualTo("/api/2.0/keys/@self");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "7", "null", "\"groups-sync\"", "\"00000000-0000-0000-0000-000000000000\"", "{\"id\": [1]}" })
	void aKeyMayHaveAnyId(String id) {
		this.portal.json(200, Recorded.envelope("""
				{"id": %s, "createBy": {"id": "1b9c2a50-9a3d-4a77-8a0e-5f6b5a3c7e01", "displayName": "Ada"}}"""
			.formatted(id)));

		assertThat(this.directory.account())
			.isEqualTo(new Account(UUID.fromString("1b9c2a50-9a3d-4a77-8a0e-5f6b5a3c7e01"), "Ada", List.of(), null));
	}

	@ParameterizedTest
	@ValueSource(ints = { 403, 404 })
	void aServerThatDoesNotSayGivesAnUnknownAccount(int status) {
		this.portal.empty(status);

		assertThat(this.directory.account()).isEqualTo(new Account(null, "", List.of(), null));
	}

	@Test
	void aRefusedKeyIsTrouble() {
		this.portal.empty(401);

		PortalException trouble = trouble(this.directory::account);
		assertThat(trouble.kind()).isEqualTo(PortalException.Kind.KEY_REFUSED);
		assertThat(trouble.toString()).doesNotContain("sk-");
		assertThat(this.portal.sent).hasSize(1);
	}

	@Test
	void aListIsReadPageByPage() {
		this.portal.json(200, groups(250, 0, 100)).json(200, groups(250, 100, 200)).json(200, groups(250, 200, 250));
		List<Integer> sizes = new ArrayList<>();

		this.directory.groups((page) -> {
			sizes.add(page.size());
			this.groups.addAll(page);
		});

		assertThat(sizes).containsExactly(100, 100, 50);
		assertThat(this.groups).extracting(Group::id).doesNotHaveDuplicates().hasSize(250);
		assertThat(this.portal.sent).extracting(PretendPortal.Sent::path)
			.containsExactly("/api/2.0/group?sortBy=Title&count=100&startIndex=0",
					"/api/2.0/group?sortBy=Title&count=100&startIndex=100",
					"/api/2.0/group?sortBy=Title&count=100&startIndex=200");
	}

	@Test
	void anEmptyListIsNoPage() {
		this.portal.json(200, Recorded.page(0));

		this.directory.groups((page) -> this.groups.add(page.get(0)));

		assertThat(this.groups).isEmpty();
		assertThat(this.portal.sent).hasSize(1);
	}

	@Test
	void aRowThatRepeatsIsGivenOnceAndTheMissingOneIsLookedFor() {
		this.portal.json(200, groups(101, 0, 100)).json(200, groups(101, 99, 100));
		this.portal.json(200, groups(101, 0, 100)).json(200, groups(101, 100, 101));

		this.directory.groups(this.groups::addAll);

		assertThat(this.groups).extracting(Group::id).doesNotHaveDuplicates().hasSize(101);
		assertThat(this.portal.sent).hasSize(4);
	}

	@Test
	void whatTwoReadingsMissInTurnIsFoundByBoth() {
		this.portal.json(200, groups(101, 0, 100)).json(200, groups(101, 99, 100));
		this.portal.json(200, groups(101, 1, 101)).json(200, groups(101, 99, 100));

		this.directory.groups(this.groups::addAll);

		assertThat(this.groups).hasSize(101);
		assertThat(this.portal.sent).hasSize(4);
	}

	@Test
	void aTotalThatMovesMeansReadingAgain() {
		this.portal.json(200, groups(102, 0, 100)).json(200, groups(101, 101, 102));
		this.portal.json(200, groups(101, 0, 100)).json(200, groups(101, 100, 101));

		this.directory.groups(this.groups::addAll);

		assertThat(this.groups).extracting(Group::id).contains(id(100)).doesNotHaveDuplicates();
		assertThat(this.portal.sent).hasSize(4);
	}

	@Test
	void aListThatNeverFitsIsTrouble() {
		this.portal.json(200, groups(7, 0, 5));

		assertThat(trouble(() -> this.directory.groups(this.groups::addAll)).kind())
			.isEqualTo(PortalException.Kind.UNSTEADY);
		assertThat(this.groups).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 1_000_000, 10_000_000 })
	void aListThatGivesFewerThanItSaysIsTrouble(int total) {
		this.portal.json(200, groups(total, 0, 5));

		PortalException trouble = trouble(() -> this.directory.groups(this.groups::addAll));
		assertThat(trouble.kind()).isEqualTo(PortalException.Kind.UNSTEADY);
		assertThat(trouble).hasMessageContaining("says that a list has %,d entries, and shows 5", total);
		assertThat(this.groups).hasSize(5);
		assertThat(this.portal.sent).hasSizeLessThanOrEqualTo(5);
	}

	@Test
	void aListThatSaysTheImpossibleIsTrouble() {
		this.portal.json(200, Recorded.page(9_000_000_000_000_000_000L));

		assertThat(trouble(() -> this.directory.groups(this.groups::addAll))).hasMessageContaining("9,000,000,");
		assertThat(trouble(this.directory::size).kind()).isEqualTo(PortalException.Kind.UNSTEADY);
		assertThat(this.portal.sent).hasSize(2);
	}

	@Test
	void aListThatRepeatsItsFirstPageIsTrouble() {
		this.portal.json(200, groups(1_000_000, 0, 100));

		assertThat(trouble(() -> this.directory.groups(this.groups::addAll)))
			.hasMessageContaining("1,000,000 entries, and shows 100");
		assertThat(this.groups).hasSize(100);
		assertThat(this.portal.sent).as("five times the first pages, and what was asked for ahead")
			.hasSizeLessThanOrEqualTo(5 * 4);
	}

	@Test
	void aListWhosePagesAreEmptyOrShrinkIsTrouble() {
		for (int i = 0; i < 5; i++) {
			this.portal.json(200, groups(100_000, 0, 100))
				.json(200, groups(100_000, 100, 150))
				.json(200, groups(100_000, 0, 0));
		}

		assertThat(trouble(() -> this.directory.groups(this.groups::addAll)).kind())
			.isEqualTo(PortalException.Kind.UNSTEADY);
		assertThat(this.portal.sent).hasSizeLessThanOrEqualTo(5 * 4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"response\": [], \"count\": 0}", "{\"response\": {}, \"total\": 0}",
			"{\"response\": [{}], \"total\": 1}", "{\"response\": [], \"total\": \"0\"}", "{\"total\": 0}" })
	void aListThatIsNoneIsTrouble(String json) {
		this.portal.json(200, json);

		assertThat(trouble(() -> this.directory.groups(this.groups::addAll)).kind())
			.isEqualTo(PortalException.Kind.NOT_A_PORTAL);
	}

	@Test
	void aNameIsComparedExactly() {
		String same = Recorded.group("");
		String longer = same.replace("Field Support", "Field Support 2").replace("5d1f", "6d1f");
		String lower = same.replace("Field Support", "field support").replace("5d1f", "7d1f");
		this.portal.json(200, Recorded.page(3, same, longer, lower));

		assertThat(this.directory.groupsNamed("Field Support")).extracting(Group::id).containsExactly(Recorded.GROUP);
		assertThat(this.portal.sent.get(0).path()).startsWith("/api/2.0/group?filterValue=eld%20support&count=100");
		assertThat(this.directory.groupsNamed("a&b=ü+#%")).isEmpty();
		assertThat(this.portal.sent.get(1).path()).startsWith("/api/2.0/group?sortBy=Title&count=100");
	}

	@Test
	void aPersonIsReadWithAllWeNeed() {
		this.portal.json(200, Recorded.page(1, Recorded.PERSON));
		List<Person> people = new ArrayList<>();

		this.directory.people(people::addAll);

		assertThat(people).containsExactly(new Person(Recorded.JUERGEN, "Juergen.Mueller@example.com", "Jürgen Müller",
				Person.Kind.ROOM_ADMIN, Status.ACTIVE, List.of(Recorded.GROUP)));
		assertThat(this.portal.sent.get(0).path())
			.isEqualTo("/api/2.0/people/filter?sortBy=email&count=100&startIndex=0");
	}

	@ParameterizedTest
	@CsvSource({ "isVisitor, GUEST", "isCollaborator, USER", "isRoomAdmin, ROOM_ADMIN", "isAdmin, ADMIN",
			"isOwner, OWNER", "nothing, USER" })
	void aPersonsKindIsAFlag(String flag, Person.Kind kind) {
		assertThat(person("{\"id\": \"" + Recorded.OTHER + "\", \"" + flag + "\": true}").kind()).isEqualTo(kind);
	}

	@ParameterizedTest
	@CsvSource({ "1, ACTIVE", "2, DISABLED", "4, INVITED", "null, ACTIVE", "9, ACTIVE" })
	void aPersonsStatusIsANumber(String number, Status status) {
		assertThat(person("{\"id\": \"" + Recorded.OTHER + "\", \"status\": " + number + "}").status())
			.isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"firstName\": \" Jo \", \"lastName\": \"\"|Jo", "\"lastName\": \"Li\"|Li",
					"\"firstName\": null, \"displayName\": \"J&#252;rgen &lt;3 &amp;amp;\"|Jürgen <3 &amp;",
					"\"displayName\": \"&#-5;\"|&#-5;", "\"displayName\": \"\", \"email\": \"a@b.c\"|a@b.c",
					"\"email\": null|''" })
	void aPersonIsCalledByTheBestNameThereIs(String fields, String name) {
		assertThat(person("{\"id\": \"" + Recorded.OTHER + "\", " + fields + "}").displayName()).isEqualTo(name);
	}

	@Test
	void hiddenMembersAreTheDisabledOnes() {
		this.portal.json(200, Recorded.page(1, Recorded.PERSON.replace("\"status\": 1", "\"status\": 2")));

		assertThat(this.directory.hiddenMembers(Recorded.GROUP)).extracting(Person::status)
			.containsExactly(Status.DISABLED);
		assertThat(this.portal.sent.get(0).path())
			.isEqualTo("/api/2.0/people/filter?sortBy=email&employeeStatus=2&groupId=" + Recorded.GROUP
					+ "&count=100&startIndex=0");
	}

	@Test
	void aReadThatFailsIsRepeatedWithGrowingPauses() {
		this.portal.empty(502).empty(500).empty(408).json(200, Recorded.page(0));

		this.directory.groups(this.groups::addAll);

		assertThat(this.pauses).containsExactly(Duration.ofMillis(300), Duration.ofMillis(600),
				Duration.ofMillis(1200));
	}

	@Test
	void aReadThatKeepsFailingIsTrouble() {
		this.portal.empty(502);

		assertThat(trouble(() -> this.directory.groups(this.groups::addAll)).kind())
			.isEqualTo(PortalException.Kind.UNAVAILABLE);
		assertThat(this.portal.sent).hasSize(4);
	}

	@Test
	void aLostReadIsRepeated() {
		try (RawServer server = RawServer.saying("HTTP/1.1 20");
				PortalClient raw = PretendPortal.client(server.url())) {
			Directory broken = PretendPortal.directory(raw, this.pauses);

			assertThat(trouble(broken::account).kind()).isEqualTo(PortalException.Kind.UNREACHABLE);
			assertThat(server.requests).hasValue(4);
		}
	}

	@Test
	void aLimitIsWaitedForAsLongAsItSays() {
		this.portal.reply(429, Map.of("Retry-After", "61"), "").empty(429).json(200, Recorded.page(0));

		this.directory.groups(this.groups::addAll);

		assertThat(this.pauses).hasSize(2).startsWith(Duration.ofSeconds(61));
		assertThat(this.pauses.get(1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
	}

	@Test
	void aLimitThatLastsIsTroubleWithItsPause() {
		this.portal.reply(429, Map.of("Retry-After", "121"), "");

		PortalException trouble = trouble(() -> this.directory.groups(this.groups::addAll));
		assertThat(trouble.kind()).isEqualTo(PortalException.Kind.BUSY);
		assertThat(trouble.pause()).isEqualTo(Duration.ofSeconds(121));
		assertThat(this.pauses).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "1e12", "soon", "Fri, 31 Dec 1999 23:59:59 GMT" })
	void aLimitWithoutATimeIsWaitedForTwoMinutesInAll(String retryAfter) {
		this.portal.reply(429, Map.of("Retry-After", retryAfter), "");

		PortalException trouble = trouble(() -> this.directory.groups(this.groups::addAll));
		assertThat(trouble.pause()).isEqualTo(Duration.ofMinutes(15));
		assertThat(trouble).hasMessageContaining("Try again after ");
		assertThat(this.pauses.stream().mapToLong(Duration::toSeconds).sum()).isBetween(60L, 120L);
		assertThat(this.portal.sent).hasSizeBetween(7, 11);
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999999", "99999999999", "Fri, 31 Dec 9999 23:59:59 GMT" })
	void aLimitThatLastsLongerThanADayIsTakenForADay(String retryAfter) {
		this.portal.reply(429, Map.of("Retry-After", retryAfter), "");

		PortalException trouble = trouble(() -> this.directory.groups(this.groups::addAll));
		assertThat(trouble.pause()).isEqualTo(Duration.ofDays(1));
		assertThat(trouble).hasMessageContaining("more than a day");
		assertThat(this.portal.sent).hasSize(1);
	}

	/** Each of them would begin its pauses again otherwise. */
	@Test
	void readsThatAreRefusedTogetherWaitTogether() {
		this.portal.empty(429);

		for (int i = 0; i < 20; i++) {
			trouble(this.directory::account);
		}

		assertThat(this.portal.sent).hasSizeLessThanOrEqualTo(11 + 19);
	}

	@Test
	void anInterruptEndsTheRepeating() {
		this.portal.empty(502);
		Directory interrupted = new Directory(this.client, (pause) -> Thread.currentThread().interrupt());

		assertThat(trouble(interrupted::account).kind()).isEqualTo(PortalException.Kind.UNAVAILABLE);
		assertThat(Thread.interrupted()).isTrue();
	}

	private Person person(String json) {
		this.portal.json(200, Recorded.page(1, json));
		List<Person> people = new ArrayList<>();
		this.directory.people(people::addAll);
		return people.get(0);
	}

	private static PortalException trouble(Runnable read) {
		return catchThrowableOfType(PortalException.class, read::run);
	}

	private static String groups(int total, int from, int to) {
		return Recorded.page(total,
				IntStream.range(from, to)
					.mapToObj((i) -> Recorded.group("").replace(Recorded.GROUP.toString(), id(i).toString()))
					.toArray(String[]::new));
	}

	private static UUID id(int number) {
		return new UUID(1, number);
	}

}
