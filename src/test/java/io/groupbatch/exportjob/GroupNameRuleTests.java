package io.groupbatch.exportjob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that an import takes, and names with a number.
 */
class GroupNameRuleTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "\t\n", "\u00a0", "\u2007", "\u200b\u2060", "\u2800", "\u3164", "\ufe0f", "a\0b",
			"\ud83d", "x\udf89" })
	void noImportTakes(String name) {
		assertThat(GroupNameRule.canBeImported(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Team", " Team ", "\u00a0x", "\u200d\u00ad👩", "=1", "🎉", "a\r\nb" })
	void anImportTakes(String name) {
		assertThat(GroupNameRule.canBeImported(name)).isTrue();
	}

	@Test
	void aNameIsNoLongerThanThePortalTakes() {
		assertThat(GroupNameRule.canBeImported("x".repeat(128))).isTrue();
		assertThat(GroupNameRule.canBeImported("x".repeat(129))).isFalse();
		assertThat(GroupNameRule.numbered("x".repeat(128), 12)).hasSize(128).endsWith("x (12)");
	}

	@Test
	void aNumberDoesNotCutACharacterInTwo() {
		assertThat(GroupNameRule.numbered("x".repeat(123) + "🎉🎉x", 2)).isEqualTo("x".repeat(123) + " (2)");
	}

}
