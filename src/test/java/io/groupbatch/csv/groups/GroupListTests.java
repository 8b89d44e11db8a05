package io.groupbatch.csv.groups;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a cell names several groups.
 */
class GroupListTests {

	private static final String ID = "5d1f6f0a-7b1c-4f6e-9a57-2f6f3f0c9b11";

	private static final String OTHER_ID = "5D1F6F0A-7B1C-4F6E-9A57-2F6F3F0C9B12";

	@ParameterizedTest
	@CsvSource(delimiter = '#', quoteCharacter = '\'',
			value = { "Sales; Support# Sales/Support", "Sales,Support|Help# Sales/Support/Help",
					"\"Sales, EMEA\";Support# Sales, EMEA/Support", "\"Say \"\"hi\"\"\"# Say \"hi\"",
					"Field Support ;; ,# Field Support", "A;B;A# A/B", "12\" Screens;B# 12\" Screens/B",
					"\"12\" Screens;B# \"12\" Screens/B", "\"open;B# \"open/B", "' ; '# ''" })
	void separatorsPartGroupsUnlessTheyStandInQuotes(String cell, String groups) {
		assertThat(String.join("/", GroupList.split(cell))).isEqualTo(groups);
	}

	@Test
	void lineBreaksSeparateAndSoDoBlanksBetweenIds() {
		assertThat(GroupList.split("Sales\r\nSupport\n")).containsExactly("Sales", "Support");
		assertThat(GroupList.split(ID + " " + OTHER_ID)).containsExactly(ID, OTHER_ID);
		assertThat(GroupList.split(ID + ";" + ID.toUpperCase(Locale.ROOT))).containsExactly(ID);
	}

	@Test
	void quotesKeepBlanksAtTheEndsOfAName() {
		assertThat(GroupList.split("\" Sales \"; Support ")).containsExactly(" Sales ", "Support");
	}

	@Test
	void whateverNamesAreJoinedAreSplitAgain() {
		Random random = new Random(7);
		for (int i = 0; i < 5000; i++) {
			List<String> names = random.ints(1 + random.nextInt(3), 0, 1 << 20)
				.mapToObj((seed) -> name(new Random(seed)))
				.distinct()
				.toList();

			assertThat(GroupList.split(GroupList.join(names))).isEqualTo(names);
		}
		List<String> ids = List.of(ID + " " + OTHER_ID, ID);
		assertThat(GroupList.split(GroupList.join(ids))).isEqualTo(ids);
	}

	private static String name(Random random) {
		StringBuilder name = new StringBuilder("x");
		random.ints(random.nextInt(6), 0, 9).forEach((i) -> name.append("ab \";,|\n'".charAt(i)));
		return random.nextBoolean() ? name.reverse().toString() : name.toString();
	}

}
