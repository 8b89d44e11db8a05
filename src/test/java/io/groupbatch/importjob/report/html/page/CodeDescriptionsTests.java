package io.groupbatch.importjob.report.html.page;

import io.groupbatch.journal.row.Code;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;

class CodeDescriptionsTests {

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "ALREADY_SO", "EXISTING_SKIPPED", "CREATED", "READ", "UPDATED",
			"DELETED", "UPSERTED", "MEMBERS_ADDED", "MEMBERS_REMOVED", "MEMBERS_SET", "MEMBERS_MOVED" })
	void everyCodeOfARowThatNeedsAttentionIsExplained(Code code) {
		assertThat(new CodeDescriptions().of(code).title()).isNotBlank();
		assertThat(new CodeDescriptions().of(code).advice()).isNotBlank();
	}

}
