package io.groupbatch.importjob.options;

import java.util.List;

import io.groupbatch.csv.groups.Column;
import io.groupbatch.csv.groups.ColumnMap;
import io.groupbatch.importjob.options.ImportOptions.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

class ColumnMappingTests {

	@ParameterizedTest
	@CsvSource({ "Team=groupName, Team, groupName", "' Team name = group ', Team name, groupName",
			"a=b=members, a=b, members", "Wer?=MANAGER, Wer?, groupManager" })
	void aColumnMeansAField(String text, String heading, String field) {
		assertThat(ColumnMapping.parse(text)).isEqualTo(new ColumnMapping(heading, field));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Team", "=groupName", "Team=", "", "=" })
	void aHalfIsRefusedWithAnExample(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ColumnMapping.parse(text))
			.withMessageContaining("Team=groupName");
	}

	@Test
	void aFieldThatIsNotThereIsAnsweredWithThoseThatAre() {
		assertThatIllegalArgumentException().isThrownBy(() -> ColumnMapping.parse("Team=gruopName"))
			.withMessageContaining("no field \"gruopName\"; did you mean groupName?")
			.withMessageContaining(
					"operation, groupId, groupName, groups, newGroupName, groupManager, members, targetGroup");
		assertThatIllegalArgumentException().isThrownBy(() -> ColumnMapping.parse("Team=Department"))
			.withMessageContaining("no field \"Department\"; there are");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Team", "Team, name = x", "100 % ${user.home}", "Übung\n+", " " })
	void itIsKeptAsOneWordWithoutAComma(String heading) {
		for (ColumnMapping meaning : List.of(new ColumnMapping(heading, "members"), new ColumnMapping(heading, ""))) {
			assertThat(meaning.kept()).doesNotContain(",", " ", "$").isASCII();
			assertThat(ColumnMapping.of(meaning.kept())).isEqualTo(meaning);
		}
	}

	@Test
	void onlyAnotherMeaningOfTheSameColumnContradicts() {
		ColumnMapping meaning = ColumnMapping.parse("Team name=groupName");

		assertThat(meaning.contradicts(ColumnMapping.parse("team_name=members"))).isTrue();
		assertThat(meaning.contradicts(ColumnMapping.ignored("TEAMNAME"))).isTrue();
		assertThat(meaning.contradicts(ColumnMapping.parse("TeamName=group"))).isFalse();
		assertThat(meaning.contradicts(ColumnMapping.parse("Team=members"))).isFalse();
	}

	@Test
	void theOrderInWhichTheyAreSaidMeansNothing() {
		ColumnMapping team = ColumnMapping.parse("Team=groupName");
		ColumnMapping lead = ColumnMapping.parse("Lead=members");
		ColumnMapping note = ColumnMapping.ignored("Note");

		Reading one = new Reading(null, null, List.of(team, lead, note), true, null);

		assertThat(one).isEqualTo(new Reading(null, null, List.of(note, lead, team, lead), true, null));
		ColumnMap map = one.columnMap();
		assertThat(map.fields()).containsOnly(entry("Team", Column.GROUP_NAME), entry("Lead", Column.MEMBERS));
		assertThat(map.ignored()).containsExactly("Note");
		assertThat(map.ignoreOthers()).isTrue();
	}

}
