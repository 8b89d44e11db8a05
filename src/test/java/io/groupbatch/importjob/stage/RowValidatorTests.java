package io.groupbatch.importjob.stage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.groupbatch.csv.CsvRow;
import io.groupbatch.csv.groups.Columns;
import io.groupbatch.journal.row.Code;
import io.groupbatch.journal.row.RowError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RowValidatorTests {

	private static final List<String> HEADINGS = List.of("operation", "groupId", "groupName", "newGroupName",
			"groupManager", "members", "targetGroup");

	private static final String ID = "5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11";

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = ';',
			value = { "create,,Team,,,,", "create,,Team,,a@x,b@x c@x,", "create,,Team,,Anna Muster <a@x>,,",
					"create,,Team,,Anna Muster,Bea|Carl,", "get,,Team,,,,", "get,#,,,,,", "get,#,Team,,,,",
					"get,,Team,,a@x,b@x,", "update,,Team,New,,,", "update,,Team,,a@x,,", "update,#,New,,,,",
					"update,#,Team,New,,,", "delete,,Team,,,,", "delete,#,,,,,", "add-members,,Team,,,b@x,",
					"add-members,#,Team,New,a@x,b@x,", "remove-members,,Team,New,a@x,b@x,", "ADD MEMBERS,#,,,,#," })
	void aSoundRowHasNoMistake(String row) {
		assertThat(mistakes(row)).isEmpty();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = ';', quoteCharacter = '"', value = { ",,Team,,,,; operation MISSING_CELL",
			"creat,,Team,,,,; operation UNKNOWN_OPERATION", "get,1234,,,,,; groupId BAD_CELL",
			"get,5d1f6f0a7b1c4f6e9a572f6f3f0c9b11,,,,,; groupId BAD_CELL",
			"get,5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b1g,,,,,; groupId BAD_CELL", "get,,  ,,,,; groupName BAD_NAME",
			"get,,,,,,; groupName MISSING_CELL", "create,,,,,,; groupName MISSING_CELL",
			"create,#,Team,,,,; groupId UNUSED_CELL", "create,#,,,,,; groupId UNUSED_CELL, groupName MISSING_CELL",
			"create,,Team,New,,,; newGroupName UNUSED_CELL", "set-members,,Team,,,,; members MISSING_CELL",
			"move-members,,Team,,,,; targetGroup MISSING_CELL", "move-members,,,,,,Other; groupName MISSING_CELL",
			"move-members,,Team,New,anna@x,bea@x,Other; newGroupName UNUSED_CELL, groupManager UNUSED_CELL",
			"create,,Team,,,,Other; targetGroup UNUSED_CELL", "update,,Team,,,,; newGroupName MISSING_CELL",
			"update,#,,,,,; newGroupName MISSING_CELL", "update,,Team, ,,,; newGroupName BAD_NAME",
			"update,,Team,New,,b@x,; members UNUSED_CELL", "update,,Team,New,,,Other; targetGroup UNUSED_CELL",
			"delete,,Team,New,,,; newGroupName UNUSED_CELL", "get,,Team,,,,Other; targetGroup UNUSED_CELL",
			"add-members,,Team,,,,; members MISSING_CELL", "remove-members,,Team,,a@x,,; members MISSING_CELL",
			"add-members,,Team,,,b@x,Other; targetGroup UNUSED_CELL",
			"creat,77, ,,Anna,Bea,; operation UNKNOWN_OPERATION, groupId BAD_CELL, groupName BAD_NAME" })
	void everyMistakeIsListedWithItsColumn(String row, String mistakes) {
		assertThat(mistakes(row).stream()
			.map((mistake) -> mistake.heading() + " " + mistake.code())
			.collect(Collectors.joining(", "))).isEqualTo(mistakes);
	}

	@Test
	void aMistakeSaysWhereItIsAndWhatStandsThere() {
		List<RowError> mistakes = RowValidator.mistakes(Columns.of(HEADINGS),
				new CsvRow(7, 12, cells("update,,Team,New,,anna@x|Bea Beispiel,")), "update", false);

		assertThat(mistakes).hasSize(1);
		RowError mistake = mistakes.get(0);
		assertThat(mistake.row()).isEqualTo(7);
		assertThat(mistake.line()).isEqualTo(12);
		assertThat(mistake.heading()).isEqualTo("members");
		assertThat(mistake.cell()).isEqualTo("anna@x|Bea Beispiel");
		assertThat(mistake.problem()).contains("no use for members");
		assertThat(mistake.cure()).contains("blank");
		assertThat(mistake.message()).isEqualTo(mistake.problem() + " " + mistake.cure());
	}

	@ParameterizedTest(name = "{0} cells: {1}")
	@CsvSource({ "6, RAGGED_ROW", "8, RAGGED_ROW", "1, RAGGED_ROW" })
	void aRowOfAnotherLengthHasThisMistakeOnly(int cells, Code code) {
		List<String> row = Arrays.asList(new String[cells]);
		row.replaceAll((cell) -> "creat");

		List<RowError> mistakes = check(row, "creat");

		assertThat(mistakes).extracting(RowError::code).containsExactly(code);
		assertThat(mistakes.get(0).heading()).isNull();
		assertThat(mistakes.get(0).problem()).contains(cells + " of the 7 cells");
	}

	@Test
	void aRowOfBlanksIsEmptyHoweverManyCellsItHas() {
		assertThat(check(List.of(" ", "", "\t"), "")).extracting(RowError::code).containsExactly(Code.EMPTY_ROW);
	}

	@ParameterizedTest(name = "a name of {0}: {1} mistakes")
	@CsvSource({ "128, 0", "129, 1" })
	void aNameHasAtMost128Characters(int length, int mistakes) {
		assertThat(check(List.of("create", "", "n".repeat(length), "", "", "", ""), "create")).hasSize(mistakes)
			.allSatisfy((mistake) -> {
				assertThat(mistake.code()).isEqualTo(Code.BAD_NAME);
				assertThat(mistake.problem()).contains("129");
			});
	}

	@Test
	void theNewNameHasTheSameLimit() {
		assertThat(check(List.of("update", "", "Team", "n".repeat(129), "", "", ""), "update"))
			.extracting(RowError::heading)
			.containsExactly("newGroupName");
	}

	@ParameterizedTest(name = "a cell of {0}: {1} mistakes")
	@CsvSource({ "32766, 0", "32767, 1" })
	void aCellAsLongAsASpreadsheetCutsIsRefused(int length, int mistakes) {
		String people = "a@x;".repeat(length / 4 + 1).substring(0, length - 3) + "b@x";

		List<RowError> found = check(List.of("add-members", "", "Team", "", "", people, ""), "add-members");

		assertThat(found).filteredOn((mistake) -> mistake.code() == Code.CUT_CELL)
			.hasSize(mistakes)
			.allSatisfy((mistake) -> assertThat(mistake.cell()).hasSizeLessThan(300).endsWith("…"));
	}

	@Test
	void aFormulaEscapeIsNoPartOfTheCell() {
		List<RowError> mistakes = check(List.of("create", "", "Team", "'=boss", "", "", ""), "create");

		assertThat(mistakes).extracting(RowError::cell).containsExactly("=boss");
	}

	@Test
	void aMistakeIsToldInTheWordsOfTheFile() {
		Columns columns = Columns.again(List.of("Team", "Was tun?"), List.of("groupName", "operation"));

		assertThat(RowValidator.mistakes(columns, new CsvRow(2, 2, List.of("", "creat")), "creat", false))
			.extracting(RowError::heading)
			.containsExactly("Was tun?");
		assertThat(RowValidator.mistakes(columns, new CsvRow(2, 2, List.of("", "create")), "create", false))
			.extracting(RowError::heading)
			.containsExactly("Team");
	}

	@Test
	void theOperationMayComeFromTheCommandLine() {
		assertThat(check(List.of("", "", "Team", "", "", "", ""), "get")).isEmpty();
	}

	private static List<RowError> mistakes(String row) {
		List<String> cells = cells(row);
		return check(cells, cells.get(0));
	}

	private static List<RowError> check(List<String> cells, String operation) {
		return RowValidator.mistakes(Columns.of(HEADINGS), new CsvRow(2, 2, cells), operation, false);
	}

	private static List<String> cells(String row) {
		return Arrays.stream(row.replace("#", ID).split(",", -1)).toList();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '!', value = { "create;;A;;;; ! semicolons", "create,,A ! 4 more separators",
			"create,,A,,,,,, ! Delete the separators", "create,,A,,,a@x,b@x,c@x ! quotes around" })
	void aRowOfAnotherLengthIsToldByItsCause(String row, String advice) {
		List<RowError> mistakes = check(cells(row), "create");

		assertThat(mistakes).singleElement().satisfies((mistake) -> {
			assertThat(mistake.code()).isEqualTo(Code.RAGGED_ROW);
			assertThat(mistake.cure()).contains(advice);
			assertThat(mistake.cell()).contains(cells(row).get(0));
		});
	}

	@Test
	void aCommentIsToldAsOne() {
		assertThat(check(List.of("# the north"), "create")).singleElement()
			.satisfies((mistake) -> assertThat(mistake.cure()).contains("comment"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "#N/A", "#REF!", "#NAME?", "#DIV/0!", "#BEZUG!", "#NV", "null", "NULL", "undefined", "NaN",
			" null ", "(null)" })
	void whatIsWrittenWhereAValueIsMissingIsNoName(String name) {
		List<String> row = List.of("create", "", name, "", "", "", "");

		assertThat(check(row, "create")).singleElement()
			.satisfies((mistake) -> assertThat(mistake.code()).isEqualTo(Code.BAD_NAME))
			.satisfies((mistake) -> assertThat(mistake.cure()).contains("--allow-look-alikes"));
		assertThat(RowValidator.mistakes(Columns.of(HEADINGS), new CsvRow(2, 2, row), "create", true)).isEmpty();
		assertThat(check(List.of("get", ID, name, "", "", "", ""), "get")).as("it is called by its id").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "#1", "#general", "Nan Group", "Null Island", "N/A team" })
	void aNameThatOnlyLooksABitLikeThatIsOne(String name) {
		assertThat(check(List.of("create", "", name, "", "", "", ""), "create")).isEmpty();
	}

	@Test
	void aCellThatIsNotUsedMayBeCut() {
		Columns columns = Columns.of(List.of("groupName", "members", "message"));
		String cut = "x".repeat(32_767);

		assertThat(RowValidator.mistakes(columns, new CsvRow(2, 2, List.of("A", "", cut)), "upsert", false)).isEmpty();
		assertThat(RowValidator.mistakes(columns, new CsvRow(2, 2, List.of("A", cut, "")), "upsert", false))
			.extracting(RowError::heading)
			.containsExactly("members");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "b@x" })
	void aCutCellIsFoundInEveryColumnOfMembers(String second) {
		String cut = "a@x;".repeat(9000).substring(0, 32764) + "a@x";
		List<String> headings = List.of("operation", "groupName", "member", "members");

		assertThat(RowValidator.mistakes(Columns.of(headings),
				new CsvRow(2, 2, List.of("add-members", "Team", cut, second)), "add-members", false))
			.extracting(RowError::code)
			.containsExactly(Code.CUT_CELL);
	}

}
