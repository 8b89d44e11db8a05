package io.groupbatch.csv.groups;

import io.groupbatch.csv.CsvOptions;
import io.groupbatch.csv.CsvFile;
import java.util.ArrayList;
import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.groupbatch.csv.CsvError;
import io.groupbatch.csv.CsvFileException;
import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.CsvText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ColumnsTests {

	@ParameterizedTest(name = "{0} means {1}")
	@CsvSource({ "operation, OPERATION", "action, OPERATION", "groupId, GROUP_ID", "groupName, GROUP_NAME",
			"group, GROUP_NAME", "newGroupName, NEW_GROUP_NAME", "groupManager, GROUP_MANAGER",
			"manager, GROUP_MANAGER", "members, MEMBERS", "member, MEMBERS", "targetGroup, TARGET_GROUP",
			"GROUPNAME, GROUP_NAME", "'Group Name', GROUP_NAME", "group_name, GROUP_NAME", "group-name, GROUP_NAME",
			"' group \t name ', GROUP_NAME", "'group\u00a0name', GROUP_NAME", "'Group\nName', GROUP_NAME",
			"GROUP_ID, GROUP_ID" })
	void aHeadingMatchesWithoutRegardToHowItIsWritten(String heading, Column column) {
		assertThat(Column.of(heading)).contains(column);
	}

	@Test
	void cellsAreFoundByTheirColumn() {
		Columns columns = Columns.of(List.of("Members", "group", "status"));

		assertThat(columns.cell(Column.GROUP_NAME, List.of("anna@x.ch", "Team", "FAILED"))).isEqualTo("Team");
		assertThat(columns.cell(Column.MEMBERS, List.of("anna@x.ch", "Team", "FAILED"))).isEqualTo("anna@x.ch");
		assertThat(columns.has(Column.GROUP_NAME)).isTrue();
	}

	@Test
	void aColumnOrCellThatIsNotThereIsEmpty() {
		Columns columns = Columns.of(List.of("groupName", "members"));

		assertThat(columns.has(Column.GROUP_ID)).isFalse();
		assertThat(columns.cell(Column.GROUP_ID, List.of("Team", "x"))).isEmpty();
		assertThat(columns.cell(Column.MEMBERS, List.of("Team"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "'=1, =1", "''=1, '=1", "'-, -", "-, -", "=1, =1", "'n Abend, 'n Abend" })
	void oneFormulaEscapeIsTakenOff(String written, String meant) {
		assertThat(Columns.of(List.of("groupName")).cell(Column.GROUP_NAME, List.of(written))).isEqualTo(meant);
	}

	@Test
	void severalColumnsMaySayTheMembers() {
		Columns columns = Columns.of(List.of("group", "member", "members", "Member"));

		String cell = columns.cell(Column.MEMBERS, List.of("Team", "a@x", "", "'@b"));

		assertThat(cell).isEqualTo("a@x\n@b");
	}

	@ParameterizedTest
	@CsvSource({ "group, groupName, groupName", "Group ID, groupId, groupId", "manager, Group-Manager, groupManager",
			"action, Action, operation" })
	void anyOtherColumnIsThereOnlyOnce(String first, String second, String both) {
		List<CsvError> mistakes = mistakes("members", first, "groupname", second);

		assertThat(mistakes.get(mistakes.size() - 1).problem()).isEqualTo("\"%s\" and \"%s\" both mean %s", first,
				second, both);
	}

	@ParameterizedTest(name = "{0} could be anything")
	@ValueSource(strings = { "name", "Name", "names", "id", "IDs", "email", "E-Mail", "e-mails", "mail", "mails",
			"user", "users", "User Name", "username", "user_names", "user-id", "User IDs", "e-mail address",
			"mail address" })
	void aHeadingThatCouldBeAPersonOrAGroupIsNotGuessed(String heading) {
		assertThat(mistakes("groupName", heading)).singleElement().satisfies((mistake) -> {
			assertThat(mistake.column()).isEqualTo(heading);
			assertThat(mistake.problem()).contains("could mean a person or a group");
			assertThat(mistake.cure()).startsWith("Say which: --map ")
				.contains("=members", "leave it out: --ignore-column ");
		});
	}

	@ParameterizedTest(name = "{0} was meant to be {1}")
	@CsvSource({ "groupNmae, groupName", "gruop, groupName", "Groupz, groupName", "memebrs, members",
			"operations, operation", "actoin, operation", "group-idd, groupId", "newGroupNam, newGroupName",
			"tragetGroup, targetGroup", "manger, groupManager" })
	void aSlipIsAnsweredWithWhatWasMeant(String heading, String meant) {
		assertThat(mistakes("groupId", "groupName", heading)).singleElement()
			.satisfies((mistake) -> assertThat(mistake.cure()).startsWith("Did you mean " + meant + "?"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Department", "x", "rom", "Team", "grip" })
	void anyOtherHeadingIsAnsweredWithWhatIsKnown(String heading) {
		assertThat(mistakes("groupName", heading)).singleElement().satisfies((mistake) -> {
			assertThat(mistake.problem()).isEqualTo("Unknown column");
			assertThat(mistake.cure()).contains("--map " + heading + "=FIELD", "--ignore-column " + heading,
					"--ignore-other-columns", "FIELD is one of operation, groupId, groupName");
		});
	}

	@Test
	void headingsThatWereNotSplitPointToTheDelimiter() {
		assertThat(mistakes("groupName;members")).extracting(CsvError::cure).first().asString().contains("--delimiter");
	}

	@Test
	void aFirstRowThatIsDataIsToldAsSuch() {
		assertThat(mistakes("create", "Team X", "anna@example.com", "")).singleElement().satisfies((mistake) -> {
			assertThat(mistake.problem()).isEqualTo("The first row looks like data, not like headings");
			assertThat(mistake.cure()).contains("names the columns");
		});
	}

	@Test
	void whatCanBeMeantIsListedOnce() {
		assertThat(mistakes("groupName", "Department", "Cost centre")).extracting(CsvError::cure)
			.satisfiesExactly((cure) -> assertThat(cure).contains("FIELD is one of"),
					(cure) -> assertThat(cure).doesNotContain("FIELD is one of").contains("--map 'Cost centre=FIELD'"));
	}

	@Test
	void anEmptyHeadingIsCounted() {
		assertThat(mistakes("groupName", "", " ")).extracting(CsvError::problem)
			.containsExactly("Column 2 has no heading", "Column 3 has no heading");
	}

	@Test
	void aFileMustSayWhichGroup() {
		assertThat(mistakes("members")).singleElement()
			.satisfies((mistake) -> assertThat(mistake.cure()).contains("groupName or groupId"));
		assertThat(Columns.of(List.of("groupId")).has(Column.GROUP_ID)).isTrue();
	}

	@Test
	void aRowIsAboutOneGroupOrAboutSeveral() {
		assertThat(mistakes("groups", "groupName", "members")).singleElement()
			.satisfies((mistake) -> assertThat(mistake.cure()).contains("--ignore-column"));
		assertThat(Columns.of(List.of("groups", "members")).isByPerson()).isTrue();
		assertThat(Columns.of(List.of("operation", "members")).isByPerson()).isTrue();
		assertThat(Columns.of(List.of("groupId", "members")).isByPerson()).isFalse();
	}

	@Test
	void allMistakesAreToldAtOnce() {
		assertThat(mistakes("action", "Operation", "name", "", "Department")).extracting(CsvError::problem)
			.containsExactly("\"action\" and \"Operation\" both mean operation",
					"This heading could mean a person or a group", "Column 4 has no heading", "Unknown column",
					"No column says which group a row is about");
	}

	@Test
	void aReportIsNoInputFileBecauseItLacksWhatItsRowsAskedFor() {
		assertThat(mistakes("row", "operation", "groupName", "groupManager", "membersRequested"))
			.extracting(CsvError::problem)
			.containsExactly("This is a report of Groupbatch, which does not contain all that the rows asked for");
	}

	@Test
	void theListOfGroupsOfARunIsNoInputFileUnlessItSaysWhatToDo() {
		List<String> headings = new ArrayList<>(List.of("groupId", "groupName", "url", "groupManager", "members",
				"wanted", "present", "missing", "status"));
		assertThat(mistakes(headings.toArray(String[]::new))).extracting(CsvError::problem)
			.containsExactly(
					"This is groups.csv, the list of groups of a run, which says what is there and not what to do");

		headings.add("operation");
		assertThat(Columns.of(headings).has(Column.OPERATION)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Team list 2026,,\n,,\ngroupName,groupManager,members\nA,,\n",
			"# exported 2026\nTeam;Name\ngroupName;members\nA;\n",
			"version:v1.0,\n\"Member [x] Required\",groupName\nu,A\n" })
	void linesAboveTheHeadingsAreRecognised(String text) throws IOException {
		try (CsvFile file = CsvFile.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
				new CsvOptions(null, null))) {
			CsvFileException refused = new CsvFileException(List.of());

			assertThat(Columns.lookBelow(refused, file).mistakes()).singleElement()
				.satisfies((mistake) -> assertThat(mistake.problem())
					.matches("The headings are in line [23], and lines are above them"));
		}
	}

	@Test
	void aFileWhoseHeadingsAreNotKnownKeepsItsOwnMistakes() throws IOException {
		try (CsvFile file = CsvFile.open(new ByteArrayInputStream("Team,Lead\nA,B\n".getBytes(StandardCharsets.UTF_8)),
				new CsvOptions(null, null))) {
			CsvFileException refused = new CsvFileException(List.of());

			assertThat(Columns.lookBelow(refused, file)).isSameAs(refused);
		}
	}

	@Test
	void columnsOfOurReportsAreIgnored() {
		Columns columns = Columns.of(List.of("row", "line", "operation", "groupId", "groupName", "status", "code",
				"message", "httpStatus", "groupManager", "membersRequested", "membersApplied", "membersNotApplied",
				"requests", "attempts", "sentAt", "durationMs", "isLDAP", "url", "wanted", "present", "missing",
				"reason", "status", "members"));

		assertThat(columns.cell(Column.GROUP_NAME, List.of("1", "2", "get", "id", "Team"))).isEqualTo("Team");
	}

	@Test
	void whatWasUnderstoodIsSaidInOneLine() {
		assertThat(Columns.of(List.of("Group", "Mem\nbers", "status", "Code")).understood())
			.isEqualTo("Columns: \"Group\" → groupName, \"Mem␊bers\" → members · ignored: \"status\", \"Code\"");
		assertThat(Columns.of(List.of("groupId")).understood()).isEqualTo("Columns: \"groupId\" → groupId");
	}

	@ParameterizedTest(name = "{0} among {2}: {1}")
	@CsvSource(delimiter = ';', quoteCharacter = '#',
			value = { "Name; --map Name=groupName or --map Name=groupManager or --map Name=members; x",
					"name; --map name=groupManager or --map name=members; groupName",
					"ID; --map ID=groupId or --map ID=groupManager or --map ID=members; groupName",
					"E-Mail; --map E-Mail=members or --map E-Mail=groupManager; groupName",
					"E-Mail; --map E-Mail=members; manager",
					"User Name; --map 'User Name=members' or --map 'User Name=groupManager'; groupName",
					"User␊Name; --map 'User Name=members' or --map 'User Name=groupManager'; groupName" })
	void aHeadingThatIsNotGuessedIsOfferedTheOptionToGive(String heading, String options, String other) {
		String cure = mistakes(CsvText.text(heading), other).get(0).cure();

		assertThat(cure).contains("Say which: " + options + ";");
	}

	@Test
	void whatIsOfferedIsUnderstood() {
		assertThat(mistakes("groupName", "It's␊me".replace('␊', '\n')).get(0).cure())
			.contains("--map 'It'\\''s me=FIELD'");
		assertThat(columns(map("It's me", Column.MEMBERS), "groupName", "It's\nme").has(Column.MEMBERS)).isTrue();
	}

	@Test
	void aHeadingThatNobodyCanTypeIsToBeRenamed() {
		assertThat(mistakes("groupName", "x\u0007").get(0).cure()).startsWith("Rename it");
		assertThat(mistakes("groupName", "x".repeat(61)).get(0).cure()).startsWith("Rename it");
	}

	@ParameterizedTest(name = "{0} is Team Name")
	@ValueSource(strings = { "Team Name", "team_name", "TEAM-NAME", " teamname" })
	void aMappedHeadingMeansWhatTheUserSaysHoweverItIsWritten(String said) {
		Columns columns = columns(map(said, Column.GROUP_NAME), "Team Name", "members");

		assertThat(columns.cell(Column.GROUP_NAME, List.of("A", "b@x"))).isEqualTo("A");
		assertThat(columns.understood()).isEqualTo("Columns: \"Team Name\" → groupName, \"members\" → members");
	}

	@Test
	void whatTheUserSaysGoesBeforeWhatAHeadingSays() {
		Columns columns = columns(new ColumnMap(Map.of("group", Column.NEW_GROUP_NAME, "status", Column.OPERATION),
				List.of("manager"), false), "groupId", "group", "status", "manager");

		assertThat(columns.fields()).containsExactly("groupId", "newGroupName", "operation", "");
	}

	@Test
	void thePeopleOfSeveralMappedColumnsAreJoinedInOrder() {
		ColumnMap map = new ColumnMap(Map.of("Deputy", Column.MEMBERS, "Lead", Column.MEMBERS), List.of(), false);
		Columns columns = columns(map, "Lead", "group", "members", "Deputy");

		assertThat(columns.cell(Column.MEMBERS, List.of("a@x", "Team", "b@x;c@x", "d@x")))
			.isEqualTo("a@x\nb@x;c@x\nd@x");
		assertThat(columns.heading(Column.MEMBERS)).isEqualTo("members");
		assertThat(columns.heading(Column.GROUP_NAME)).isEqualTo("group");
		assertThat(columns.heading(Column.GROUP_ID)).isEqualTo("groupId");
	}

	@Test
	void ignoredColumnsMeanNothingAndAreSaid() {
		ColumnMap named = new ColumnMap(Map.of(), List.of("Cost centre", "members"), false);
		Columns columns = columns(named, "groupName", "cost_centre", "Members");

		assertThat(columns.has(Column.MEMBERS)).isFalse();
		assertThat(columns.understood())
			.isEqualTo("Columns: \"groupName\" → groupName · ignored: \"cost_centre\", \"Members\"");
	}

	@Test
	void allOtherColumnsMayBeIgnoredEvenDangerousOnesAndThoseWithoutHeading() {
		ColumnMap others = new ColumnMap(Map.of("Team", Column.GROUP_NAME), List.of(), true);

		assertThat(columns(others, "Team", "Name", "x", "", "member").understood())
			.isEqualTo("Columns: \"Team\" → groupName, \"member\" → members · ignored: \"Name\", \"x\", column 4");
	}

	@Test
	void aMapThatNamesNoColumnOfTheFileIsRefused() {
		ColumnMap map = new ColumnMap(Map.of("Taem", Column.GROUP_NAME), List.of("Nothing like it"), true);

		assertThat(mistakes(map, "groupId", "Team")).singleElement().satisfies((mistake) -> {
			assertThat(mistake.column()).isEqualTo("Taem");
			assertThat(mistake.problem()).contains("names a column that the file does not have");
			assertThat(mistake.cure()).isEqualTo("Did you mean \"Team\"?");
		});
		assertThat(mistakes(map, "groupId", "Department").get(0).cure())
			.isEqualTo("Its columns are \"groupId\", \"Department\"");
	}

	@Test
	void twoColumnsForOneFieldAreRefusedWithTheOptionThatHelps() {
		assertThat(mistakes(map("Team", Column.GROUP_NAME), "Team", "group")).singleElement().satisfies((mistake) -> {
			assertThat(mistake.problem()).isEqualTo("\"Team\" and \"group\" both mean groupName");
			assertThat(mistake.cure()).isEqualTo("Keep one of them, or leave one out: --ignore-column group");
		});
		assertThat(mistakes("group", "Group").get(0).cure()).isEqualTo("Keep one of them");
	}

	@Test
	void whatWasUnderstoodIsUnderstoodAgain() {
		Columns columns = columns(
				new ColumnMap(Map.of("Team", Column.GROUP_NAME, "Lead", Column.MEMBERS), List.of("Note"), false),
				"Team", "member", "Note", "Lead");
		Columns again = Columns.again(List.of("Team", "member", "Note", "Lead"), columns.fields());

		assertThat(columns.fields()).containsExactly("groupName", "members", "", "members");
		assertThat(again.cell(Column.MEMBERS, List.of("A", "a@x", "n", "b@x"))).isEqualTo("a@x\nb@x");
		assertThat(again.understood()).isEqualTo(columns.understood());
		assertThat(again.count()).isEqualTo(4);
	}

	private static ColumnMap map(String heading, Column column) {
		return new ColumnMap(Map.of(heading, column), List.of(), false);
	}

	private static Columns columns(ColumnMap map, String... headings) {
		return Columns.of(new CsvRow(1, 1, List.of(headings)), map);
	}

	private static List<CsvError> mistakes(ColumnMap map, String... headings) {
		return catchThrowableOfType(CsvFileException.class, () -> columns(map, headings)).mistakes();
	}

	private static List<CsvError> mistakes(String... headings) {
		return mistakes(ColumnMap.NONE, headings);
	}

	@Test
	void blanksAroundNamesAreTakenAwayWhereThatIsAskedFor() {
		Columns columns = Columns.of(List.of("groupName", "members", "targetGroup"));
		List<String> cells = List.of("\u00a0 Two  words\u2003", " anna ", " ");

		assertThat(columns.cell(Column.GROUP_NAME, cells)).isEqualTo("\u00a0 Two  words\u2003");
		assertThat(columns.trimmingNames(true).cell(Column.GROUP_NAME, cells)).isEqualTo("Two  words");
		assertThat(columns.trimmingNames(true).cell(Column.MEMBERS, cells)).isEqualTo(" anna ");
		assertThat(columns.trimmingNames(true).cell(Column.TARGET_GROUP, cells)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\u00a0", "\u2007", "\u200b", "\u2800", "\u3164", "\ufe0f", "\u200e\u202e", "\u034f",
			"'\t" })
	void aCellThatShowsNothingIsBlankUnlessItGivesAName(String cell) {
		Columns columns = Columns
			.of(List.of("operation", "groupId", "groupName", "newGroupName", "groupManager", "members", "member"));
		List<String> cells = Collections.nCopies(7, cell);

		for (Column column : List.of(Column.OPERATION, Column.GROUP_ID, Column.GROUP_MANAGER, Column.MEMBERS)) {
			assertThat(columns.cell(column, cells)).as(column.heading()).isEmpty();
		}
		assertThat(columns.cell(Column.GROUP_NAME, cells)).isNotEmpty();
		assertThat(columns.cell(Column.NEW_GROUP_NAME, cells)).isNotEmpty();
	}

	@Test
	void whatShowsNothingInAHeadingDoesNotCount() {
		assertThat(Columns.of(List.of("\ufeff\ufeffgroup\u00adName", "\u2060Members\u200b")).fields())
			.containsExactly("groupName", "members");
		assertThat(mistakes("groupName", "\u200b")).extracting(CsvError::problem)
			.containsExactly("Column 2 has no heading");
	}

}
