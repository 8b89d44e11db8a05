package io.groupbatch.importjob.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.plan.Planning.Plan;
import io.groupbatch.journal.JournalExtension;
import io.groupbatch.journal.TestJournal;
import io.groupbatch.journal.row.RowError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of docs/operations.md, planned against a real journal.
 */
@ExtendWith(JournalExtension.class)
class PlanTests {

	private TestJournal journal;

	private Planning portal;

	@BeforeEach
	void open(TestJournal journal) {
		this.journal = journal;
		this.portal = new Planning(this.journal);
	}

	@Test
	void aCreateIsOneRequest() {
		Plan plan = this.portal.plan("create | | Team | | anna | bea dora");

		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" manager anna +bea +dora");
		assertThat(plan.rows()).containsExactly("2 by 1");
	}

	@Test
	void theCreateRowsOfOneNameAreOneGroup() {
		Plan plan = this.portal.plan("create | | Team | | | bea", "create | | Other | | | bea",
				"create | | Team | | anna | carl bea", "create | | Team | | |");

		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" manager anna +bea +carl",
				"2 CREATE \"Other\" +bea");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 1", "5 by 1");
	}

	@Test
	void twoManagersOfOneNewGroupAreRefusedAndTheFirstRowIsNamed() {
		Plan plan = this.portal.plan("create | | Team | | anna | bea", "create | | Team | | carl |",
				"create | | Team | | anna | carl");

		assertThat(plan.rows()).containsExactly("2 by 1", "3 INVALID TWO_MANAGERS", "4 by 1");
		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" manager anna +bea +carl");
		assertThat(plan.mistakes()).extracting(RowError::problem).allMatch((text) -> text.contains("Row 2"));
	}

	@Test
	void aRequestNamesAtMostAHundredPeople() {
		this.portal.crowd(230);

		Plan plan = this.portal.plan("create | | Team | | anna | " + people(1, 230));

		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" manager anna " + adds(1, 100) + " judged by 3",
				"2 UPDATE " + adds(101, 200) + " behind 1 judged by 3", "3 UPDATE " + adds(201, 230) + " behind 2");
		assertThat(plan.rows()).containsExactly("2 by 3 of 3");
	}

	@Test
	void aHundredPeopleAreOneRequest() {
		this.portal.crowd(100);

		assertThat(this.portal.plan("create | | Team | | | " + people(1, 100)).requests())
			.containsExactly("1 CREATE \"Team\" " + adds(1, 100));
	}

	@Test
	void aRowThatDoesNotFitStartsTheNextRequest() {
		this.portal.crowd(105);

		Plan plan = this.portal.plan("create | | Team | | | " + people(1, 98),
				"create | | Team | | | p99 p100 p101 p102", "create | | Team | | | p103");

		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" " + adds(1, 98),
				"2 UPDATE +p99 +p100 +p101 +p102 +p103 behind 1");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 2");
	}

	@Test
	void aManagerNamedLateJoinsTheLastRequest() {
		this.portal.crowd(101);

		Plan plan = this.portal.plan("create | | Team | | | " + people(1, 101), "create | | Team | | anna | bea");

		assertThat(plan.requests()).hasSize(2).last().isEqualTo("2 UPDATE manager anna +p101 +bea behind 1");
	}

	@Test
	void manyPeopleOfAGroupThatIsThereAreSeveralRequests() {
		this.portal.crowd(150).group("Team", null, people(1, 150).split(" "));

		Plan plan = this.portal.plan("remove-members | | Team | | | " + people(1, 150));

		assertThat(plan.requests()).containsExactly("1 UPDATE " + adds(1, 100).replace('+', '-') + " judged by 2",
				"2 UPDATE " + adds(101, 150).replace('+', '-') + " behind 1");
	}

	@Test
	void aTakenNameIsRefusedUnlessAllowed() {
		this.portal.group("Team", null);

		assertThat(this.portal.plan("create | | Team | | |", "create | | Teams | | |").rows())
			.containsExactly("2 INVALID NAME_TAKEN", "3 by 1");
		assertThat(
				this.portal.allowSameName().plan("create | | Team | | | anna", "create | | Team | | | bea").requests())
			.containsExactly("1 CREATE \"Team\" +anna +bea");
	}

	@Test
	void aNameThatWillBeTakenCannotBeGiven() {
		this.portal.group("Team", null).group("Other", null);

		Plan plan = this.portal.plan("update | | Team | Other | |", "create | | New | | |",
				"update | | Team | New | |");

		assertThat(plan.rows()).containsExactly("2 INVALID NAME_TAKEN", "3 by 1", "4 INVALID NAME_TAKEN");
		assertThat(plan.mistakes()).extracting(RowError::heading).containsOnly("newGroupName");
	}

	@Test
	void aRenamedGroupIsCalledByItsNewName() {
		this.portal.group("Team", null);

		Plan plan = this.portal.plan("update | | Team | New | |", "add-members | | New | | | anna",
				"get | | Team | | |", "update | | New | Newer | |", "delete | | Newer | | |");

		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 1", "4 INVALID NAME_GIVEN_UP", "5 by 2", "6 by 3");
		assertThat(plan.requests()).containsExactly("1 UPDATE \"New\" +anna", "2 UPDATE \"Newer\" behind 1 needs 1",
				"3 DELETE behind 2 needs 2");
		assertThat(plan.mistakes()).extracting(RowError::problem).containsExactly("Row 2 renames the group \"Team\".");
	}

	@Test
	void aNameGivenUpCanBeTakenByACreate() {
		this.portal.group("Team", null);

		Plan plan = this.portal.plan("update | | Team | Old | |", "create | | Team | | | anna",
				"create | | Team | | | bea", "add-members | | Team | | | carl", "add-members | #1 | | | | carl");

		assertThat(plan.requests()).containsExactly("1 UPDATE \"Old\" +carl",
				"2 CREATE \"Team\" +anna +bea +carl name from 1");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 2", "5 by 2", "6 by 1");
	}

	@Test
	void aDeletedGroupCanBeMadeAnew() {
		this.portal.group("Team", null);

		Plan plan = this.portal.plan("delete | | Team | | |", "get | | Team | | |", "create | | Team | | |",
				"get | #1 | | | |", "get | | Team | | |");

		assertThat(plan.requests()).containsExactly("1 DELETE", "2 CREATE \"Team\" name from 1", "3 GET behind 2");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 INVALID NAME_GIVEN_UP", "4 by 2",
				"5 INVALID GROUP_MISSING", "6 by 3");
		assertThat(plan.mistakes()).extracting(RowError::problem)
			.containsExactly("Row 2 deletes the group \"Team\".", "Row 2 deletes this group.");
	}

	@Test
	void namesCanBeExchangedByAThird() {
		this.portal.group("A", null).group("B", null);

		Plan plan = this.portal.plan("update | | A | Swap | |", "update | | B | A | |", "update | | Swap | B | |");

		assertThat(plan.requests()).containsExactly("1 UPDATE \"Swap\"", "2 UPDATE \"A\" name from 1",
				"3 UPDATE \"B\" behind 1 name from 2 needs 1");
	}

	@Test
	void aNewGroupThatIsRenamedGivesItsNameUp() {
		Plan plan = this.portal.plan("create | | Team | | | anna", "update | | Team | Old | |",
				"create | | Team | | | bea", "create | | Old | | | carl");

		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" +anna", "2 UPDATE \"Old\" behind 1",
				"3 CREATE \"Team\" +bea name from 2");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 3", "5 INVALID NAME_TAKEN");
	}

	@Test
	void aCreateAfterAnotherOperationStillJoinsItsGroup() {
		Plan plan = this.portal.plan("create | | Team | | | anna", "remove-members | | Team | | | anna",
				"create | | Team | | | anna", "get | | Team | | |", "create | | Team | | | bea");

		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" +anna", "2 UPDATE -anna behind 1",
				"3 UPDATE +anna behind 2", "4 GET behind 3", "5 UPDATE +bea behind 4");
	}

	@Test
	void rowsOfOneGroupAreOneLane() {
		this.portal.group("Team", null, "anna");

		Plan plan = this.portal.plan("get | | Team | | |", "add-members | #1 | Team | | | bea",
				"remove-members | | Team | | | anna", "delete | #1 | | | |");

		assertThat(plan.requests()).containsExactly("1 GET", "2 UPDATE +bea -anna behind 1", "3 DELETE behind 2");
		assertThat(this.portal.oneByOne()
			.plan("get | | Team | | |", "add-members | #1 | Team | | | bea", "remove-members | | Team | | | anna",
					"delete | #1 | | | |")
			.requests())
			.containsExactly("1 GET", "2 UPDATE +bea behind 1", "3 UPDATE -anna behind 2", "4 DELETE behind 3");
	}

	@Test
	void withAnIdTheNameMustBeThePresentOne() {
		this.portal.group("Team", null).group("Other", null);

		Plan plan = this.portal.plan("get | #1 | Team | | |", "get | #1 | Other | | |", "get | #9 | | | |",
				"delete | #2 | other | | |");

		assertThat(plan.rows()).containsExactly("2 by 1", "3 INVALID NAME_DIFFERS", "4 INVALID GROUP_MISSING",
				"5 INVALID NAME_DIFFERS");
	}

	@Test
	void withAnIdTheNameOfAnUpdateIsTheWantedOne() {
		this.portal.group("Team", null);

		Plan plan = this.portal.plan("update | #1 | New | | |", "update | #1 | New | Newer | |");

		assertThat(plan.requests()).containsExactly("1 UPDATE \"New\"", "2 UPDATE \"Newer\" behind 1");
	}

	@Test
	void anAmbiguousNameIsRefusedWithTheCandidates() {
		this.portal.group("Team", null).group("Team", null);

		Plan plan = this.portal.plan("get | | Team | | |", "get | #2 | Team | | |", "delete | #1 | | | |",
				"get | | Team | | |");

		assertThat(plan.rows()).containsExactly("2 INVALID NAME_AMBIGUOUS", "3 by 1", "4 by 2", "5 by 3");
		assertThat(plan.mistakes().get(0).problem()).contains("2 groups", "00000000-0000-0001-0000-000000000001",
				"00000000-0000-0001-0000-000000000002");
	}

	@ParameterizedTest
	@ValueSource(strings = { "get", "delete", "add-members" })
	void aSystemGroupIsNeverTouched(String operation) {
		Plan plan = this.portal.plan(operation + " | c5cc67d1-c3e8-43c0-a3ad-3928ae3e5b5e | | | | anna");

		assertThat(plan.rows()).containsExactly("2 INVALID SYSTEM_GROUP");
	}

	@Test
	void aGroupOfADirectoryIsReadOnlyUnlessAllowed() {
		this.portal.ldapGroup("Staff");
		String[] rows = { "get | | Staff | | |", "add-members | | Staff | | | anna", "delete | #1 | | | |" };

		assertThat(this.portal.plan(rows).rows()).containsExactly("2 by 1", "3 INVALID LDAP_GROUP",
				"4 INVALID LDAP_GROUP");
		assertThat(this.portal.allowLdap().plan(rows).rows()).containsExactly("2 by 1", "3 by 2", "4 by 3");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "upsert | | Staff | | |, UNCHANGED ALREADY_SO", "upsert | | Staff | | | guest, INVALID USER_IS_GUEST",
			"upsert | #1 | Staff | | | dora, UNCHANGED ALREADY_SO", "upsert | #1 | Crew | | | dora, INVALID LDAP_GROUP",
			"upsert | | Staff | | anna | dora, INVALID LDAP_GROUP",
			"add-members | | Staff | | | dora, UNCHANGED ALREADY_SO",
			"remove-members | | Staff | | | anna, UNCHANGED ALREADY_SO",
			"remove-members | | Staff | | | dora, INVALID LDAP_GROUP" })
	void aRowThatHoldsIsNoChangeOfADirectorysGroup(String row, String outcome) {
		this.portal.ldapGroup("Staff", "dora");

		assertThat(this.portal.plan(row).rows()).containsExactly("2 " + outcome);
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource({ "add-members, nobody, INVALID USER_MISSING", "add-members, twin, INVALID USER_AMBIGUOUS",
			"add-members, guest, INVALID USER_IS_GUEST", "add-members, gone, INVALID USER_IS_DISABLED",
			"add-members, dora, by 1", "add-members, ANNA@X, by 1", "add-members, ANNA <anna@X>, by 1",
			"remove-members, nobody, INVALID USER_MISSING", "remove-members, guest, by 1",
			"remove-members, gone, by 1" })
	void whoMayJoinAndWhoMayLeave(String operation, String person, String outcome) {
		this.portal.group("Team", null, "guest", "gone");

		assertThat(this.portal.plan(operation + " | | Team | | | " + person).rows()).containsExactly("2 " + outcome);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "nobody, INVALID USER_MISSING", "guest, INVALID USER_IS_GUEST", "gone, INVALID USER_IS_DISABLED",
			"twin, INVALID USER_AMBIGUOUS", "dora, by 1" })
	void whoMayManage(String person, String outcome) {
		Plan plan = this.portal.plan("create | | Team | | " + person + " |");

		assertThat(plan.rows()).containsExactly("2 " + outcome);
		assertThat(plan.mistakes()).allMatch((mistake) -> "groupManager".equals(mistake.heading()));
	}

	@Test
	void anIdTellsPeopleApartAndFindsThoseWithoutAddress() {
		this.portal.group("Team", null);
		String twin = this.portal.id("twin2");

		assertThat(this.portal.plan("add-members | | Team | | | " + twin + " " + this.portal.id("nomail")).requests())
			.containsExactly("1 UPDATE +twin2 +nomail");
	}

	@Test
	void aPersonNamedTwiceIsOnePerson() {
		this.portal.group("Team", null);

		Plan plan = this.portal.plan("add-members | | Team | | | anna ANNA@X " + this.portal.id("anna"));

		assertThat(plan.requests()).containsExactly("1 UPDATE +anna");
	}

	@Test
	void everyMistakeOfARowIsListed() {
		Plan plan = this.portal.plan("add-members | | Nowhere | | guest | nobody gone");

		assertThat(plan.rows()).hasSize(1).first().asString().contains("INVALID");
		assertThat(plan.mistakes()).extracting((mistake) -> mistake.heading() + " " + mistake.code())
			.containsExactlyInAnyOrder("groupManager USER_IS_GUEST", "members USER_MISSING", "members USER_IS_DISABLED",
					"groupName GROUP_MISSING");
	}

	@Test
	void nobodyIsMadeManagerAndTakenOutAtOnce() {
		this.portal.group("Team", null, "anna");

		assertThat(this.portal.plan("remove-members | | Team | | anna | anna bea").rows())
			.containsExactly("2 INVALID MANAGER_REMOVED");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "add-members | | Team | | | anna bea, true", "add-members | | Team | | | anna carl, false",
			"add-members | | Team | | anna | bea, true", "add-members | | Team | | bea | bea, false",
			"add-members | | Team | New | | anna, false", "add-members | #1 | Team | Team | | anna, true",
			"remove-members | | Team | | | carl, true", "remove-members | | Team | | | carl anna, false",
			"update | #1 | Team | | |, true", "update | | Team | | anna |, true", "update | | Team | | bea |, false",
			"get | | Team | | |, false", "delete | | Team | | |, false" })
	void whatThePortalHoldsAlreadyIsNotSent(String row, boolean holds) {
		this.portal.group("Team", "anna", "anna", "bea");

		assertThat(this.portal.plan(row).rows()).containsExactly(holds ? "2 UNCHANGED ALREADY_SO" : "2 by 1");
	}

	@Test
	void whatHoldsOnlyThroughAnEarlierRowIsJudgedByItsAnswer() {
		this.portal.group("Team", null, "anna");
		String[] rows = { "add-members | | Team | | | bea", "get | | Team | | |", "add-members | | Team | | | anna bea",
				"add-members | | Team | | | anna", "update | | Team | | bea |", "update | | Team | | bea |" };

		Plan plan = this.portal.plan(rows);

		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 1", "5 UNCHANGED ALREADY_SO", "6 by 3",
				"7 by 3");
		assertThat(plan.requests()).containsExactly("1 UPDATE +bea", "2 GET behind 1", "3 UPDATE manager bea behind 2");
		assertThat(this.portal.oneByOne().plan(rows).rows()).containsExactly("2 by 1", "3 by 2", "4 by 3",
				"5 UNCHANGED ALREADY_SO", "6 by 4", "7 by 5");
	}

	@Test
	void aWishWithANewNameIsFoundUnderItTheSecondTime() {
		this.portal.group("New", null, "anna");

		Plan plan = this.portal.plan("add-members | | Team | New | | anna", "remove-members | | Team | New | | anna",
				"add-members | | Team | Nowhere | | anna", "update | | Team | New | anna |");

		assertThat(plan.rows()).containsExactly("2 UNCHANGED ALREADY_SO", "3 by 1", "4 INVALID GROUP_MISSING",
				"5 INVALID GROUP_MISSING");
	}

	@Test
	void aWishWithANewNameThatSeveralBearIsRefused() {
		this.portal.group("New", null).group("New", null);

		assertThat(this.portal.plan("add-members | | Team | New | | anna").rows())
			.containsExactly("2 INVALID NAME_AMBIGUOUS");
	}

	@Test
	void rowsOfAGroupThatAWrongRowWouldMakeFail() {
		Plan plan = this.portal.plan("!create | | Team | | | Anna", "add-members | | Team | | | anna",
				"create | | Other | | nobody |", "get | | Other | | |");

		assertThat(plan.rows()).containsExactly("2 INVALID BAD_CELL", "3 FAILED EARLIER_ROW", "4 INVALID USER_MISSING",
				"5 FAILED EARLIER_ROW");
		assertThat(plan.requests()).isEmpty();
	}

	@Test
	void aLaterSoundRowMakesTheGroupAfterAll() {
		Plan plan = this.portal.plan("!create | | Team | | | Anna", "create | | Team | | | anna",
				"add-members | | Team | | | bea");

		assertThat(plan.rows()).containsExactly("2 INVALID BAD_CELL", "3 by 1", "4 by 1");
		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" +anna +bea");
	}

	@Test
	void aWrongRowChangesNothingForTheNext() {
		this.portal.group("Team", null);

		Plan plan = this.portal.plan("update | | Team | New | nobody |", "add-members | | Team | | | anna",
				"!delete | | Team | | |", "get | | Team | | |");

		assertThat(plan.rows()).containsExactly("2 INVALID USER_MISSING", "3 by 1", "4 INVALID BAD_CELL", "5 by 2");
	}

	@Test
	void peopleOfAGetOrDeleteAreNotLookedUp() {
		this.portal.group("Team", null);

		assertThat(this.portal.plan("get | | Team | | nobody | nobody", "delete | | Team | | nobody |").rows())
			.containsExactly("2 by 1", "3 by 2");
	}

	@Test
	void aRenameToAFreedNameWaitsForIt() {
		this.portal.group("A", null).group("B", null);

		Plan plan = this.portal.plan("delete | | A | | |", "update | | B | A | |", "add-members | | A | | | anna");

		assertThat(plan.requests()).containsExactly("1 DELETE", "2 UPDATE \"A\" +anna name from 1");
		assertThat(this.portal.oneByOne()
			.plan("delete | | A | | |", "update | | B | A | |", "add-members | | A | | | anna")
			.requests()).containsExactly("1 DELETE", "2 UPDATE \"A\" name from 1", "3 UPDATE +anna behind 2 needs 2");
	}

	@ParameterizedTest(name = "{0} {1}: {2}")
	@CsvSource({ "add-members, nobody, without nobody@x MISSING", "add-members, guest, without guest@x GUEST",
			"add-members, gone, without gone@x DISABLED", "add-members, Bea-Müller, without Bea-Müller MISSING",
			"remove-members, nobody, without nobody@x MISSING", "remove-members, guest, ''",
			"remove-members, gone, ''" })
	void aRowGoesOnWithoutPeopleWhoCannotBeHad(String operation, String person, String without) {
		this.portal.group("Team", null, "guest", "gone", "bea").leaveOut();

		Plan plan = this.portal
			.plan(operation + " | | Team | | | " + person + " ; " + ("add-members".equals(operation) ? "carl" : "bea"));

		assertThat(plan.rows()).containsExactly(("2 by 1 " + without).strip());
		assertThat(plan.mistakes()).isEmpty();
	}

	@Test
	void whichOfTwoUsersIsMeantIsAskedEvenThen() {
		this.portal.group("Team", null).leaveOut();

		Plan plan = this.portal.plan("add-members | | Team | | | twin bea");

		assertThat(plan.rows()).containsExactly("2 INVALID USER_AMBIGUOUS");
		assertThat(plan.toFix()).containsExactly("twin@x AMBIGUOUS 2 Team");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "add-members | | Team | | | nobody, FAILED USER_MISSING",
			"add-members | | Team | | nobody | guest, FAILED USER_MISSING",
			"add-members | | Team | | | guest gone, FAILED USER_IS_GUEST",
			"update | | Team | | gone |, FAILED USER_IS_DISABLED",
			"remove-members | | Team | | | nobody, FAILED USER_MISSING",
			"add-members | | Team | | | nobody anna, PARTIAL USER_MISSING",
			"add-members | | Team | | guest | anna, PARTIAL USER_IS_GUEST",
			"add-members | | Nowhere | | | nobody, INVALID GROUP_MISSING",
			"add-members | | Team | New | | nobody, by 1 without nobody@x MISSING",
			"add-members | | Team | | anna | nobody, by 1 without nobody@x MISSING",
			"create | | New | | nobody | guest, by 1 without nobody@x MISSING without guest@x GUEST",
			"get | | Team | | nobody | nobody, by 1" })
	void whatIsLeftOfARowDecides(String row, String outcome) {
		this.portal.group("Team", null, "anna").leaveOut();

		assertThat(this.portal.plan(row).rows()).containsExactly("2 " + outcome);
	}

	@Test
	void aGroupIsMadeWithoutThem() {
		Plan plan = this.portal.leaveOut()
			.plan("create | | Team | | guest | nobody bea", "add-members | | Team | | | gone");

		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" +bea");
		assertThat(plan.rows()).containsExactly("2 by 1 without guest@x GUEST without nobody@x MISSING",
				"3 FAILED USER_IS_DISABLED");
	}

	@Test
	void everybodyWhoCannotBeHadIsListedWhateverBecomesOfTheRow() {
		this.portal.group("Team", null);
		String[] rows = { "add-members | | Team | | Bea-Müller | nobody NOBODY ; Anna-M <Nobody@X>",
				"create | | New | | | nobody", "!get | | Team | | | nobody", "get | | Team | | | nobody",
				"remove-members | #1 | | | | guest nobody2" };
		List<String> expected = List.of("Bea-Müller MISSING 2 Team", "nobody2@x MISSING 6 " + Planning.groupId(1),
				"nobody@x MISSING 2 Team", "nobody@x MISSING 3 New", "nobody@x MISSING 4 Team");

		assertThat(this.portal.plan(rows).toFix()).isEqualTo(expected);
		assertThat(this.portal.leaveOut().plan(rows).toFix()).isEqualTo(expected);
	}

	@Test
	void theUserMapSaysWhoIsMeant() {
		this.portal.group("Team", null)
			.translate("Bea-Müller", "bea@x")
			.translate("carl.old@x", this.portal.id("carl"))
			.translate("The-Boss", "anna@x");

		Plan plan = this.portal.plan("add-members | | Team | | The-Boss ; | Bea-Müller, Carl-C <CARL.old@x> ; dora");

		assertThat(plan.requests()).containsExactly("1 UPDATE manager anna +bea +carl +dora");
		assertThat(plan.toFix()).isEmpty();
	}

	@Test
	void whomTheUserMapLeavesOutIsLeftOutEvenWhereOthersStopTheRun() {
		this.portal.group("Team", null, "bea").translate("nobody@x", "").translate("anna@x", "");

		Plan plan = this.portal.plan("add-members | | Team | | | nobody carl", "add-members | | Team | | | anna bea",
				"add-members | | Team | | | nobody", "add-members | | Team | | | gone carl");

		assertThat(plan.rows()).containsExactly("2 by 1 without nobody@x BY_USER_MAP", "3 PARTIAL USER_LEFT_OUT",
				"4 FAILED USER_LEFT_OUT", "5 INVALID USER_IS_DISABLED");
		assertThat(plan.toFix()).contains("anna@x BY_USER_MAP 3 Team", "nobody@x BY_USER_MAP 2 Team");
	}

	@Test
	void aTranslationToNobodyOfThePortalIsToldWithBothTexts() {
		this.portal.group("Team", null).translate("Bea-Müller", "bea.new@x");

		Plan plan = this.portal.plan("add-members | | Team | | | Bea-Müller");

		assertThat(plan.mistakes()).singleElement()
			.satisfies((mistake) -> assertThat(mistake.problem()).contains("bea.new@x", "Bea-Müller"));
		assertThat(plan.toFix()).containsExactly("Bea-Müller MISSING 2 Team");
	}

	@Test
	void severalManagersAreNoPersonToBeFixed() {
		Plan plan = this.portal.plan("create | | Team | | anna bea |", "create | | Other | | Bea-M; Anna-M |");

		assertThat(plan.rows()).containsExactly("2 INVALID BAD_CELL", "3 INVALID USER_MISSING");
		assertThat(plan.toFix()).containsExactly("Bea-M; Anna-M MISSING 3 Other");
	}

	@Test
	void peopleAreLookedUpInARowOfNoKnownOperationToo() {
		Plan plan = this.portal.plan("!creat | | Team | | | nobody guest");

		assertThat(plan.mistakes()).extracting(RowError::cell).containsExactly("nobody@x");
	}

	@Test
	void rowsThatFollowOneAnotherAreOneRequest() {
		this.portal.group("Team", "anna", "anna", "bea").group("Other", null);

		Plan plan = this.portal.plan("add-members | | Team | | | carl", "add-members | | Other | | | carl",
				"update | | Team | New | dora |", "remove-members | #1 | | | | bea anna",
				"add-members | #2 | | | | dora", "upsert | | New | | | carl dora");

		assertThat(plan.requests()).containsExactly("1 UPDATE \"New\" manager dora +carl -bea -anna",
				"2 UPDATE +carl +dora");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 1", "5 by 1", "6 by 2", "7 by 1");
	}

	@ParameterizedTest(name = "{0} then {1}")
	@CsvSource(delimiter = ';', value = { "add-members|#1||||bea carl; remove-members|#1||||carl",
			"remove-members|#1||||anna; add-members|#1||||anna", "update|#1||New||; update|#1||Newer||",
			"update|#1|||carl|; update|#1|||dora|", "update|#1|||carl|; remove-members|#1||||carl",
			"remove-members|#1||||anna; update|#1|||anna|", "add-members|#1||||anna carl; remove-members|#1||||anna",
			"remove-members|#1||||anna bea; add-members|#1||||bea", "remove-members|#1||||anna bea; update|#1|||bea|",
			"upsert|#1|||anna|bea; update|#1|||carl|", "upsert|#1|||anna|bea; remove-members|#1||||anna",
			"upsert|#1|Team|||bea; update|#1||New||", "add-members|#1||||carl; get|#1||||",
			"get|#1||||; add-members|#1||||carl", "add-members|#1||||carl; delete|#1||||" })
	void aRowThatUndoesOrOverridesAnEarlierOneStartsTheNextRequest(String first, String second) {
		this.portal.group("Team", "anna", "anna");

		assertThat(this.portal.plan(first, second).rows()).containsExactly("2 by 1", "3 by 2");
	}

	@Test
	void aRowWaitsForNothingThatItCanDoWithout() {
		this.portal.group("A", null).group("B", null);

		Plan plan = this.portal.plan("update | | A | Free | |", "add-members | #2 | | | | anna", "update | | B | A | |",
				"add-members | #2 | | | | bea", "add-members | | A | | | carl");

		assertThat(plan.requests()).containsExactly("1 UPDATE \"Free\"", "2 UPDATE +anna",
				"3 UPDATE \"A\" behind 2 name from 1", "4 UPDATE +bea behind 3", "5 UPDATE +carl behind 4 needs 3");
	}

	@Test
	void aCreateIsNotRenamedNorPlunderedByItsOwnRequest() {
		Plan plan = this.portal.plan("create | | Team | | | anna", "update | | Team | New | |",
				"upsert | | Two | | | anna", "remove-members | | Two | | | anna", "remove-members | | Two | | | bea");

		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" +anna", "2 UPDATE \"New\" behind 1",
				"3 CREATE \"Two\" +anna", "4 UPDATE -anna behind 3");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 3", "5 by 4", "6 by 3");
	}

	@Test
	void whoIsTakenOutManagesNoLonger() {
		this.portal.group("Team", "anna", "anna", "bea");

		Plan plan = this.portal.plan("remove-members | | Team | | | anna", "update | | Team | | anna |",
				"upsert | | Team | | anna | anna");

		assertThat(plan.requests()).containsExactly("1 UPDATE -anna", "2 UPDATE manager anna behind 1");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 2");
	}

	@Test
	void theSetMembersRowsOfAGroupAreOneWish() {
		this.portal.group("Team", "anna", "anna", "bea", "gone").group("Other", null);

		Plan plan = this.portal.plan("set-members | | Team | | | carl", "set-members | | Other | | | anna",
				"set-members | #1 | | | | dora", "set-members | | Team | | | carl");

		assertThat(plan.requests()).containsExactly("1 UPDATE +carl +dora -bea only [carl dora]",
				"2 UPDATE +anna only [anna]");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 1", "5 by 1");
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "set-members | | Team | | | anna bea", "set-members | | Team | | | bea",
			"set-members | | Team | | anna | bea", "set-members | #1 | Team | | | bea",
			"set-members | | Old | Team | | bea" })
	void aGroupThatHasExactlyThosePeopleIsLeftAlone(String row) {
		Plan plan = this.portal.group("Team", "anna", "anna", "bea", "gone").plan(row);

		assertThat(plan.requests()).isEmpty();
		assertThat(plan.rows()).containsExactly("2 UNCHANGED ALREADY_SO");
	}

	@Test
	void aDashStandsForNobodyButTheManager() {
		Plan plan = this.portal.group("Team", "anna", "anna", "bea", "gone", "guest")
			.plan("set-members | | Team | | | -");

		assertThat(plan.requests()).containsExactly("1 UPDATE -bea -guest only []");
		assertThat(plan.toFix()).isEmpty();
	}

	@Test
	void whoManagesNoLongerIsTakenOutUnlessListed() {
		this.portal.group("Team", "anna", "anna", "bea");

		assertThat(this.portal.plan("set-members | | Team | | | bea", "set-members | | Team | | bea | -").requests())
			.containsExactly("1 UPDATE manager bea -anna only [bea]");
		assertThat(this.portal.plan("set-members | | Team | | bea | anna").requests())
			.containsExactly("1 UPDATE manager bea only [anna]");
	}

	@Test
	void aWishForManyPeopleIsSeveralRequestsOfWhichTheLastDecides() {
		this.portal.crowd(230).group("Team", null, people(1, 110).split(" "));

		Plan plan = this.portal.plan("set-members | | Team | | anna | " + people(111, 230),
				"set-members | | Team | | | bea");

		assertThat(plan.requests()).hasSize(3);
		assertThat(plan.requests().get(0)).startsWith("1 UPDATE manager anna +p111").endsWith("judged by 3");
		assertThat(plan.requests().get(2)).contains("-p110").contains(" only [").endsWith("behind 2");
		assertThat(plan.rows()).containsExactly("2 by 3 of 3", "3 by 3 of 3");
	}

	@Test
	void aNewNameStandsInTheFirstSetMembersRow() {
		Plan plan = this.portal.group("Team", null, "dora")
			.plan("set-members | | Team | | | anna", "set-members | | Team | New | | bea",
					"set-members | | Team | | | carl");

		assertThat(plan.rows()).containsExactly("2 by 1 without 3 HOLDS_BACK", "3 INVALID TWO_NAMES",
				"4 by 1 without 3 HOLDS_BACK");
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "set-members | | Team | | | guest", "set-members | | Team | | | nobody",
			"set-members | #1 | Tea | | | dora", "! set-members | | Team | | | dora",
			"set-members | | Team | | bea | dora", "set-members | | Team | Other | | dora" })
	void aRowThatIsWrongHoldsRemovalsBack(String wrong) {
		this.portal.group("Team", "anna", "anna", "bea");

		Plan plan = this.portal.plan("set-members | | Team | | anna | carl", wrong, "set-members | | Team | | | dora");

		assertThat(plan.requests()).containsExactly("1 UPDATE +carl +dora");
		assertThat(plan.rows()).hasSize(3).contains("2 by 1 without 3 HOLDS_BACK", "4 by 1 without 3 HOLDS_BACK");
		assertThat(plan.rows().get(1)).startsWith("3 INVALID");
	}

	@Test
	void aWrongRowHoldsRemovalsBackAlsoInTheGroupWhoseNameItWants() {
		this.portal.group("Team", "anna", "anna", "bea").group("Other", null);

		Plan plan = this.portal.plan("set-members | | Team | | anna | carl", "set-members | | Other | Team | | dora");

		assertThat(plan.requests()).containsExactly("1 UPDATE +carl");
		assertThat(plan.rows()).containsExactly("2 by 1 without 3 HOLDS_BACK", "3 INVALID NAME_TAKEN");
	}

	@Test
	void aWrongRowIsNoMatterWhereNobodyWouldBeRemoved() {
		this.portal.group("Team", "anna", "anna");

		Plan plan = this.portal.plan("set-members | | Team | | anna | carl", "set-members | | Team | | | nobody");

		assertThat(plan.requests()).containsExactly("1 UPDATE +carl");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 INVALID USER_MISSING");
	}

	@Test
	void aRowThatLeavesSomebodyOutHoldsRemovalsBackAndOnlyADashEmptiesAGroup() {
		this.portal.leaveOut().group("Team", null, "bea");

		assertThat(this.portal.plan("set-members | | Team | | | guest anna").requests())
			.containsExactly("1 UPDATE +anna");
		assertThat(this.portal.plan("set-members | | Team | | | guest", "set-members | | Team | | | anna").rows())
			.containsExactly("2 FAILED USER_IS_GUEST", "3 by 1 without 2 HOLDS_BACK");
		assertThat(this.portal.plan("set-members | | Team | | | guest bea").rows())
			.containsExactly("2 PARTIAL USER_IS_GUEST");
	}

	@Test
	void otherChangesOfAGroupMustNotComeBetweenItsSetMembersRows() {
		this.portal.group("Team", null, "bea");

		Plan plan = this.portal.plan("set-members | | Team | | | anna", "get | | Team | | |",
				"add-members | | Team | | | carl", "set-members | | Team | | | dora");

		assertThat(plan.rows()).containsExactly("2 by 1 without 5 HOLDS_BACK", "3 by 2", "4 by 3",
				"5 INVALID CONTRADICTS_ROW");
		assertThat(plan.requests()).containsExactly("1 UPDATE +anna", "2 GET behind 1", "3 UPDATE +carl behind 2");
		assertThat(plan.mistakes()).extracting(RowError::problem)
			.containsExactly("Row 2 sets the members of \"Team\", and row 4 changes the group after it.");
	}

	@Test
	void aNameThatIsTakenAnewMeansAnotherGroup() {
		this.portal.group("Team", null, "bea");

		Plan plan = this.portal.plan("set-members | | Team | | | anna", "update | | Team | Old | |",
				"create | | Team | | | bea", "set-members | | Team | | | carl");

		assertThat(plan.requests()).containsExactly("1 UPDATE +anna -bea only [anna]", "2 UPDATE \"Old\" behind 1",
				"3 CREATE \"Team\" +bea name from 2", "4 UPDATE +carl -bea only [carl] behind 3");
	}

	@Test
	void aSetMembersRowMayRenameItsGroup() {
		this.portal.group("Old", null, "bea");

		Plan plan = this.portal.plan("set-members | | Old | Team | | anna", "set-members | | Old | Team | | bea",
				"set-members | | Team | | | carl", "set-members | | Old | | | dora");

		assertThat(plan.requests()).containsExactly("1 UPDATE \"Team\" +anna +carl");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 1", "4 by 1", "5 INVALID NAME_GIVEN_UP");
	}

	@Test
	void noOtherRowJoinsASetRequestAndItJoinsNone() {
		this.portal.group("Team", null, "bea");

		Plan plan = this.portal.plan("add-members | | Team | | | anna", "set-members | | Team | | | anna",
				"add-members | | Team | | | carl", "upsert | | Team | | | anna");

		assertThat(plan.requests()).containsExactly("1 UPDATE +anna", "2 UPDATE +anna -bea only [anna] behind 1",
				"3 UPDATE +carl behind 2");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 3", "5 by 2");
	}

	@Test
	void aMoveStandsInTheLanesOfBothGroups() {
		this.portal.group("From", "anna", "anna", "bea", "gone")
			.group("Into", null, "bea")
			.group("Third", null, "carl");

		Plan plan = this.portal.plan("update | | Into | | carl |", "move-members | | From | | | | Into",
				"get | | From | | |", "update | | Into | New | |", "move-members | #3 | | | | | New");

		assertThat(plan.requests()).containsExactly("1 UPDATE manager carl",
				"2 CARRY +anna -anna -bea into group 2 there behind 1", "3 GET behind 2", "4 UPDATE \"New\" behind 2",
				"5 CARRY +carl -carl into group 2 there behind 4 there needs 4");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2 without gone@x DISABLED", "4 by 3", "5 by 4",
				"6 by 5");
	}

	@Test
	void whomAMoveLeavesInAGroupIsNotTakenForGranted() {
		this.portal.group("From", "anna", "anna", "bea").group("Into", "carl", "carl", "dora");

		Plan plan = this.portal.plan("move-members | | From | | | | Into", "add-members | | Into | | | anna dora",
				"remove-members | | From | | | anna", "upsert | | From | | anna |", "set-members | | Into | | | bea");

		assertThat(plan.requests()).containsExactly("1 CARRY +anna +bea -anna -bea into group 2",
				"2 UPDATE +anna +dora behind 1", "3 UPDATE -anna behind 1", "4 UPDATE manager anna behind 3",
				"5 UPDATE +bea -anna -dora only [bea] behind 2");
	}

	@Test
	void aMoveOfNamedPeopleLeavesTheOthers() {
		this.portal.group("From", "anna", "anna", "bea", "carl").group("Into", null, "dora");

		Plan plan = this.portal.plan("move-members | | From | | | anna bea | Into", "add-members | | From | | | carl",
				"add-members | | Into | | | bea");

		assertThat(plan.requests()).containsExactly("1 MOVE_SOME +anna +bea -anna -bea into group 2",
				"2 UPDATE +bea behind 1");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 UNCHANGED ALREADY_SO", "4 by 2");
	}

	@Test
	void whoIsToBeMovedAndIsInNeitherGroupIsLeftOut() {
		this.portal.group("From", null, "anna").group("Into", null, "bea");

		Plan plan = this.portal.plan("move-members | | From | | | bea | Into",
				"move-members | | From | | | anna bea carl | Into", "move-members | | From | | | carl | Into");

		assertThat(plan.requests()).containsExactly("1 MOVE_SOME +anna -anna into group 2");
		assertThat(plan.rows()).containsExactly("2 UNCHANGED ALREADY_SO", "3 by 1 without carl@x NOT_IN_GROUP",
				"4 FAILED NOT_IN_GROUP");
	}

	@Test
	void whomAnEarlierRowPutsIntoAGroupCanBeMovedOutOfIt() {
		this.portal.group("From", null).group("Into", null, "bea");

		Plan plan = this.portal.plan("add-members | | From | | | anna", "move-members | | From | | | anna | Into",
				"move-members | | From | | | anna bea | Into");

		assertThat(plan.requests()).containsExactly("1 UPDATE +anna", "2 MOVE_SOME +anna -anna behind 1 into group 2",
				"3 MOVE_SOME -anna behind 2 into group 2 there behind 2");
	}

	@Test
	void guestsStayBehindAndAreNamed() {
		Plan plan = this.portal.group("From", null, "anna", "guest")
			.group("Into", null)
			.plan("move-members | | From | | | | " + Planning.groupId(2));

		assertThat(plan.requests()).containsExactly("1 CARRY +anna -anna into group 2");
		assertThat(plan.rows()).containsExactly("2 by 1 without guest@x GUEST");
	}

	@Test
	void manyPeopleAreCarriedStepByStep() {
		this.portal.crowd(101).group("From", null, people(1, 101).split(" ")).group("Into", null);

		assertThat(this.portal.plan("move-members | | From | | | | Into").requests()).hasSize(1)
			.first()
			.asString()
			.startsWith("1 CARRY");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = ';',
			value = { "move-members | | Empty | | | | Team; UNCHANGED ALREADY_SO",
					"move-members | | Hidden | | | | Team; PARTIAL USER_IS_DISABLED",
					"move-members | | Team | | | | Team; INVALID SAME_GROUP",
					"move-members | #1 | | | | | Team; INVALID SAME_GROUP",
					"move-members | | Team | | | | Nobody; INVALID GROUP_MISSING",
					"move-members | | Team | | | | Synced; INVALID LDAP_GROUP",
					"move-members | | Synced | | | | Team; INVALID LDAP_GROUP" })
	void aMoveNeedsTwoGroups(String row, String outcome) {
		this.portal.group("Team", null, "anna").group("Empty", null).group("Hidden", null, "gone").ldapGroup("Synced");

		Plan plan = this.portal.plan(row);

		assertThat(plan.rows()).containsExactly("2 " + outcome);
		assertThat(plan.requests()).isEmpty();
	}

	@Test
	void whatIsWrongWithTheTargetIsToldOfItsColumn() {
		Plan plan = this.portal.group("Team", null, "anna").plan("move-members | | Team | | | | Nobody");

		assertThat(plan.mistakes()).extracting(RowError::heading).containsExactly("targetGroup");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = ';',
			value = { "create | | team ß | | |", "upsert | | TEAM SS | | |", "upsert | | Team\u00a0ß | | |",
					"update | | Other | Team  ß | |", "upsert | | Other | teamß | |",
					"upsert | | New | \uff34eam ß | |", "create | | Te\u200bam\u2800ß\ufe0f | | |",
					"create | | T\u034fe\u3164am ß\u00ad | | |" })
	void aNameThatLooksLikeAnotherGroupsIsRefusedUnlessAllowed(String row) {
		this.portal.group("Team ß", null).group("Other", null);

		Plan plan = this.portal.plan(row);

		assertThat(plan.rows()).containsExactly("2 INVALID LOOK_ALIKE");
		assertThat(plan.mistakes().get(0).problem()).contains("\"Team ß\" (" + Planning.groupId(1) + ")");
		assertThat(this.portal.allowLookAlikes().plan(row).rows()).containsExactly("2 by 1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "zoe\u0308@x; ", "zo\u200bë@x; ", "ZOË\uff20X; ", "zoë@x\u2060; ",
			"jo@xn--mller-kva.x; , or in how its domain is written", "Jo <jo@mu\u0308ller.x>; " })
	void anAddressThatDiffersUnseenIsNamedAsSuch(String written, String more) {
		this.portal.user("zoë@x").user("jo@müller.x").group("Team", null);

		Plan plan = this.portal.plan("add-members | | Team | | | " + written, "update | | Team | | " + written + " |");

		assertThat(plan.rows()).containsExactly("2 INVALID USER_MISSING", "3 INVALID USER_MISSING");
		assertThat(plan.mistakes()).extracting(RowError::problem)
			.allMatch((problem) -> problem.contains(" differs from the portal's \"") && problem
				.endsWith(" only in characters that cannot be seen" + ((more != null) ? more : "") + "."));
	}

	@Test
	void namesOfTheFileMustNotLookAlikeEither() {
		Plan plan = this.portal.plan("create | | Café | | |", "create | | Cafe\u0301 | | | anna",
				"update | | Café | Bar | |", "upsert | | CAFÉ | | |", "update | | Bar | BAR | |");

		assertThat(plan.rows()).containsExactly("2 by 1", "3 INVALID LOOK_ALIKE", "4 by 2", "5 by 3", "6 by 4");
		assertThat(plan.mistakes().get(0).problem()).contains("\"Café\" (row 2)");
	}

	@Test
	void whoMeansAGroupByItsNameIsNotAskedForOthersThatLookLikeIt() {
		this.portal.group("Team", null).group("TEAM", null);

		assertThat(this.portal.plan("upsert | | Team | | | anna", "update | | TEAM | | bea |").requests()).hasSize(2);
	}

	@Test
	void anUpsertMakesTheGroupOnce() {
		Plan plan = this.portal.plan("upsert | | Team | | anna | bea", "upsert | | Team | | | carl",
				"upsert | | Team | | |", "add-members | | Team | | | dora", "create | | Team | | | dora");

		assertThat(plan.requests()).containsExactly("1 CREATE \"Team\" manager anna +bea +carl +dora");
		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 1", "4 by 1", "5 by 1", "6 by 1");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = ';', value = { "upsert | | Team | | | bea; UNCHANGED ALREADY_SO; ''",
			"upsert | | Team | | |; UNCHANGED ALREADY_SO; ''",
			"upsert | #1 | Team | | anna |; UNCHANGED ALREADY_SO; ''",
			"upsert | | Old | Team | anna | anna; UNCHANGED ALREADY_SO; ''",
			"upsert | | Team | | | bea carl; by 1; 1 UPDATE +carl",
			"upsert | | Team | New | bea | carl; by 1; 1 UPDATE \"New\" manager bea +carl",
			"upsert | #1 | New | | |; by 1; 1 UPDATE \"New\"",
			"upsert | | Nowhere | New | | bea; by 1; 1 CREATE \"New\" +bea",
			"upsert | #9 | Team | | |; INVALID GROUP_MISSING; ''", "upsert | | Twins | | |; INVALID NAME_AMBIGUOUS; ''",
			"upsert | | Nowhere | Twins | |; INVALID NAME_AMBIGUOUS; ''",
			"upsert | | Team | Other | |; INVALID NAME_TAKEN; ''" })
	void anUpsertSendsOnlyWhatIsMissing(String row, String outcome, String request) {
		this.portal.group("Team", "anna", "anna", "bea").group("Twins", null).group("Twins", null).group("Other", null);

		Plan plan = this.portal.plan(row);

		assertThat(plan.rows()).containsExactly("2 " + outcome);
		assertThat(plan.requests()).isEqualTo(request.isEmpty() ? List.of() : List.of(request));
	}

	@ParameterizedTest
	@ValueSource(strings = { "create | | Team | | |", "create | | Team | | | carl" })
	void aNameThatSetMembersGivesUpMayBelongToANewGroup(String create) {
		this.portal.group("Team", "anna", "anna", "bea", "carl");

		Plan plan = this.portal.plan("set-members | | Team | Red | | anna", create, "set-members | | Team | | | dora",
				"set-members | | Red | | | bea");

		assertThat(plan.requests().get(0)).isEqualTo("1 UPDATE \"Red\" -carl only [anna bea]");
		assertThat(plan.rows()).allMatch((row) -> row.contains(" by "));
	}

	@Test
	void aMoveIntoTheNewGroupOfANameChangesNothingOfTheFormerOne() {
		this.portal.group("Team", "anna", "anna", "bea").group("Other", "carl", "carl");

		Plan plan = this.portal.plan("set-members | | Team | Red | | anna", "create | | Team | | |",
				"move-members | | Other | | | | Team", "set-members | | Red | | | dora");

		assertThat(plan.rows()).allMatch((row) -> row.contains(" by "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SKIP", "STOP" })
	void anUpsertThatChangesNothingStandsBetweenNoSetMembersRows(ImportOptions.Existing existing) {
		this.portal.group("Team", "anna", "anna", "bea", "carl").existing(existing);

		Plan plan = this.portal.plan("set-members | | Team | | | anna", "upsert | | Team | | | dora",
				"set-members | | Team | | | bea");

		assertThat(plan.requests()).containsExactly("1 UPDATE -carl only [anna bea]");
		assertThat(plan.rows().get(2)).isEqualTo("4 by 1");
	}

	@ParameterizedTest(name = "{0}: {1}, {2}")
	@CsvSource({ "UPDATE, by 1, by 2, by 2", "SKIP, UNCHANGED EXISTING_SKIPPED, by 1, by 1",
			"STOP, INVALID GROUP_EXISTS, by 1, by 1" })
	void whatIsThereAlreadyIsCompletedOrSkippedOrRefused(ImportOptions.Existing existing, String there, String made,
			String again) {
		this.portal.group("Team", null).existing(existing);

		assertThat(
				this.portal.plan("upsert | | Team | | | anna", "upsert | | New | | | anna", "upsert | | New | | | bea")
					.rows())
			.containsExactly("2 " + there, "3 " + made, "4 " + again);
	}

	@Test
	void twoRowsMustNotSayDifferentThingsOfOneGroup() {
		this.portal.group("Team", "anna", "anna").group("Other", null);

		Plan plan = this.portal.plan("upsert | | Team | | anna |", "upsert | | Team | | bea |",
				"upsert | #2 | Second | | |", "upsert | #2 | Third | | |", "update | #2 | Fourth | | |",
				"upsert | #2 | Fifth | | |", "update | | Team | | bea |", "upsert | | Team | | carl |");

		assertThat(plan.rows()).containsExactly("2 UNCHANGED ALREADY_SO", "3 INVALID TWO_MANAGERS", "4 by 1",
				"5 INVALID TWO_NAMES", "6 by 2", "7 by 3", "8 by 4", "9 by 5");
		assertThat(plan.mistakes()).extracting((mistake) -> mistake.heading() + ": " + mistake.problem())
			.containsExactly("groupManager: Row 2 gives \"Team\" another manager.",
					"newGroupName: Row 4 gives this group the name \"Second\".");
	}

	@Test
	void aStepEndsAClaimEvenWhereItChangesNothing() {
		String[] rows = { "upsert | | Team | | anna |", "update | | Team | | anna |", "upsert | | Team | | bea |" };

		assertThat(this.portal.plan(rows).rows()).containsExactly("2 by 1", "3 by 1", "4 by 2");
		assertThat(this.portal.oneByOne().plan(rows).rows()).containsExactly("2 by 1", "3 by 2", "4 by 3");
	}

	@Test
	void anUpdateEndsOnlyTheClaimsOfWhatItNames() {
		this.portal.group("Team", null);

		assertThat(
				this.portal.plan("upsert | | Team | | anna |", "update | | Team | New | |", "upsert | | New | | bea |")
					.rows())
			.containsExactly("2 by 1", "3 by 1", "4 INVALID TWO_MANAGERS");
	}

	@Test
	void aGroupOfTheFileThatWasRenamedThereAndBackIsNotMadeAgain() {
		String[] rows = { "create | | Team | | | anna", "update | | Team | Other | |", "update | | Other | Team | |",
				"create | | Team | | | bea" };

		assertThat(this.portal.plan(rows).rows()).last().isEqualTo("5 INVALID NAME_TAKEN");
		assertThat(this.portal.allowSameName().plan(rows).requests())
			.filteredOn((request) -> request.contains("CREATE"))
			.hasSize(2);
	}

	@Test
	void rowsBehindACreateThatCannotBeUnderstoodHaveNoGroup() {
		Plan plan = this.portal.plan("!sack | | Team | | | anna", "add-members | | Team | | | anna");

		assertThat(plan.rows()).containsExactly("2 INVALID BAD_CELL", "3 INVALID GROUP_MISSING");
	}

	@Test
	void anUpsertBuildsOnEarlierRows() {
		this.portal.group("Team", null).group("Gone", null);

		Plan plan = this.portal.plan("update | | Team | New | |", "upsert | | Team | | | anna", "upsert | | New | | |",
				"delete | | Gone | | |", "upsert | | Gone | | | anna", "!upsert | | Wrong | | | ?",
				"add-members | | Wrong | | | anna", "upsert | | Wrong | | | bea");

		assertThat(plan.rows()).containsExactly("2 by 1", "3 INVALID NAME_GIVEN_UP", "4 by 1", "5 by 2", "6 by 3",
				"7 INVALID BAD_CELL", "8 FAILED EARLIER_ROW", "9 by 4");
		assertThat(plan.requests()).containsExactly("1 UPDATE \"New\"", "2 DELETE",
				"3 CREATE \"Gone\" +anna name from 2", "4 CREATE \"Wrong\" +bea");
	}

	@Test
	void anUpsertWithoutPeopleWhoCannotBeHadStillIsAboutItsGroup() {
		this.portal.group("Team", null).leaveOut();

		assertThat(this.portal.plan("upsert | | Team | | | nobody", "upsert | | New | | | nobody").rows())
			.containsExactly("2 PARTIAL USER_MISSING", "3 by 1 without nobody@x MISSING");
	}

	private static String people(int from, int to) {
		return IntStream.rangeClosed(from, to).mapToObj((i) -> "p" + i).collect(Collectors.joining(" "));
	}

	private static String adds(int from, int to) {
		return IntStream.rangeClosed(from, to).mapToObj((i) -> "+p" + i).collect(Collectors.joining(" "));
	}

	@Test
	void aNameThatIsBorneAgainIsLostNoMore() {
		this.portal.group("Team", null).group("Other", null).allowSameName();

		assertThat(this.portal.plan("update | | Team | Old | |", "create | | Team | | |", "update | | Other | Team | |")
			.requests()).containsExactly("1 UPDATE \"Old\"", "2 CREATE \"Team\" name from 1", "3 UPDATE \"Team\"");
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "update | | Team | Other | |", "update | | Team | | bea |",
			"remove-members | | Team | | | p101", "remove-members | | Team | | | p1",
			"remove-members | | Team | | | anna" })
	void aRowDoesNotJoinTheLastOfSeveralRequestsWhereItUndoesAnyOfThem(String later) {
		this.portal.crowd(101);

		Plan plan = this.portal.plan("create | | Team | | anna | " + people(1, 101), later);

		assertThat(plan.rows()).containsExactly("2 by 2 of 2", "3 by 3");
	}

	@Test
	void norWhereItPutsSomebodyBackWhomOneOfThemTookOut() {
		this.portal.crowd(101).group("Team", null, people(1, 101).split(" "));

		Plan plan = this.portal.plan("remove-members | | Team | | | " + people(1, 101), "add-members | | Team | | | p1",
				"add-members | | Team | | | anna");

		assertThat(plan.rows()).containsExactly("2 by 2 of 2", "3 by 3", "4 by 3");
	}

	@Test
	void elseItJoins() {
		this.portal.crowd(101);

		Plan plan = this.portal.plan("create | | Team | | | " + people(1, 101), "add-members | | Team | | anna | bea");

		assertThat(plan.rows()).containsExactly("2 by 2 of 2", "3 by 2");
	}

	@Test
	void whatRowsAskIsComparedWithWhatRowsAsked() {
		Plan plan = this.portal.plan("create | | Team | | anna |", "remove-members | | Team | | | anna",
				"upsert | | Team | | anna |", "upsert | | Team | | bea |");

		assertThat(plan.rows()).containsExactly("2 by 1", "3 by 2", "4 by 3", "5 INVALID TWO_MANAGERS");
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "move-members | | From | | | | Nobody", "move-members | #1 | | | | | Nobody",
			"move-members | | From | | | | From", "! move-members | | From | | | |",
			"! move-memers | | From | | | | Into", "! move-members | #1 | | | | |",
			"remove-members | | From | | | nobody", "set-members | | From | | | nobody" })
	void aGroupIsNotDeletedAfterARowThatShouldTakePeopleOutOfItAndIsInvalid(String row) {
		this.portal.group("From", null, "anna", "bea").group("Into", null);

		assertThat(this.portal.plan(row, "delete | | From | | |").rows().get(1)).isEqualTo("3 FAILED EARLIER_ROW");
		assertThat(this.portal.plan(row, "update | | From | Other | |", "delete | | Other | | |").rows().get(2))
			.isEqualTo("4 FAILED EARLIER_ROW");
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "create | | Into | | | anna", "add-members | | Nobody | | | anna",
			"add-members | | Into | | | guest", "update | | Nobody | | anna |", "upsert | | Into | | anna | nobody",
			"! add-members | | | | | anna", "! add-membrs | | Into | | | anna" })
	void norAfterARowThatShouldPutPeopleOfItElsewhereAndIsInvalid(String row) {
		this.portal.group("From", null, "anna", "bea", "guest").group("Into", null);

		assertThat(this.portal.plan(row, "delete | | From | | |").rows().get(1)).isEqualTo("3 FAILED EARLIER_ROW");
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "create | | Into | | | carl", "add-members | | Nobody | | | dora",
			"move-members | | Into | | | | Nobody", "! remove-members | | Into | | | anna",
			"remove-members | | Into | | | nobody", "add-members | | From | | | guest" })
	void otherInvalidRowsDoNotKeepAGroup(String row) {
		this.portal.group("From", null, "anna", "bea").group("Into", null, "carl");

		assertThat(this.portal.plan(row, "delete | | From | | |").rows().get(1)).isEqualTo("3 by 1");
	}

	@Test
	void aGroupIsNotDeletedWhereAMoveLeavesSomebody() {
		this.portal.group("From", null, "anna", "gone", "guest").group("Into", null);

		Plan plan = this.portal.plan("move-members | | From | | | | Into", "get | | From | | |",
				"delete | | From | | |", "delete | | Into | | |");

		assertThat(plan.rows()).containsExactly("2 by 1 without guest@x GUEST without gone@x DISABLED", "3 by 2",
				"4 FAILED EARLIER_ROW", "5 by 4");
	}

	@Test
	void whatFollowsADeleteThatIsNotSentDoesNotTouchTheGroup() {
		this.portal.group("From", null, "guest").group("Into", null);

		Plan plan = this.portal.plan("move-members | | From | | | | Into", "delete | #1 | | | |",
				"add-members | #1 | | | | anna");

		assertThat(plan.rows()).containsExactly("2 PARTIAL USER_IS_GUEST", "3 FAILED EARLIER_ROW",
				"4 INVALID GROUP_MISSING");
	}

	@Test
	void aDeleteNeedsTheRowsThatPutPeopleOfTheGroupElsewhere() {
		this.portal.group("From", null, "anna", "bea").group("Into", null).group("Third", null);

		Plan plan = this.portal.plan("add-members | | Third | | | carl", "remove-members | | From | | | anna",
				"add-members | | Into | | | anna", "create | | New | | bea |", "delete | | From | | |");

		assertThat(plan.requests().get(4)).isEqualTo("5 DELETE behind 2 needs whole 3 4");
	}

}
