package io.groupbatch.cli;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExitCodeTests {

	@Test
	void theOrderOfPrecedenceIsThatOfTheDesign() {
		assertThat(Arrays.stream(ExitCode.values()).filter((code) -> code != ExitCode.USAGE).map(ExitCode::code))
			.containsExactly(130, 143, 70, 73, 78, 77, 69, 75, 4, 65, 3, 1, 2, 0);
		assertThat(ExitCode.USAGE.code()).isEqualTo(64);
	}

	@Test
	void theFirstOfSeveralCounts() {
		assertThat(ExitCode.first(List.of(ExitCode.SOME_NOT_DONE, ExitCode.PAUSED, ExitCode.SOME_UNKNOWN)))
			.isEqualTo(ExitCode.PAUSED);
		assertThat(ExitCode.first(List.of())).isEqualTo(ExitCode.OK);
	}

}
