package io.groupbatch.importjob.report;

import io.groupbatch.journal.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class CauseWordsTests {

	private final CauseWords words = new CauseWords();

	/** The others never stand with a row that needs attention. */
	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "CREATED", "READ", "UPSERTED", "UPDATED", "DELETED",
			"MEMBERS_ADDED", "MEMBERS_REMOVED", "ALREADY_SO", "EXISTING_SKIPPED", "BAD_FILE" })
	void everyCodeIsExplainedAndSaysWhatToDo(Code code) {
		assertThat(this.words.of(code).title()).isNotBlank().doesNotEndWith(".");
		assertThat(this.words.of(code).advice()).endsWith(".");
	}

}
