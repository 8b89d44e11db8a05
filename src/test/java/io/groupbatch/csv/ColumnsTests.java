package io.groupbatch.csv;

import java.util.List;

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
		List<Mistake> mistakes = mistakes("members", first, "groupname", second);

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
			assertThat(mistake.cure()).startsWith("Rename it to ").contains("members");
		});
	}

	@ParameterizedTest(name = "{0} was meant to be {1}")
	@CsvSource({ "groupNmae, groupName", "gruop, groupName", "Groups, groupName", "memebrs, members",
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
			assertThat(mistake.cure()).contains("Known are operation, groupId, groupName");
		});
	}

	@Test
	void headingsThatWereNotSplitPointToTheDelimiter() {
		assertThat(mistakes("groupName;members")).extracting(Mistake::cure).first().asString().contains("--delimiter");
	}

	@Test
	void anEmptyHeadingIsCounted() {
		assertThat(mistakes("groupName", "", " ")).extracting(Mistake::problem)
			.containsExactly("Column 2 has no heading", "Column 3 has no heading");
	}

	@Test
	void aFileMustSayWhichGroup() {
		assertThat(mistakes("operation", "members")).singleElement()
			.satisfies((mistake) -> assertThat(mistake.cure()).contains("groupName or groupId"));
		assertThat(Columns.of(List.of("groupId")).has(Column.GROUP_ID)).isTrue();
	}

	@Test
	void allMistakesAreToldAtOnce() {
		assertThat(mistakes("action", "Operation", "name", "", "Department")).extracting(Mistake::problem)
			.containsExactly("\"action\" and \"Operation\" both mean operation",
					"This heading could mean a person or a group", "Column 4 has no heading", "Unknown column",
					"No column says which group a row is about");
	}

	@Test
	void aReportIsNoInputFileBecauseItLacksWhatItsRowsAskedFor() {
		assertThat(mistakes("row", "operation", "groupName", "groupManager", "membersRequested"))
			.extracting(Mistake::problem)
			.containsExactly("This is a report of ours, which does not hold all that its rows asked for");
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

	private static List<Mistake> mistakes(String... headings) {
		return catchThrowableOfType(BadFile.class, () -> Columns.of(List.of(headings))).mistakes();
	}

}
