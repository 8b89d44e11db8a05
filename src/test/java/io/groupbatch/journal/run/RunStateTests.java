package io.groupbatch.journal.run;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunStateTests {

	@ParameterizedTest
	@CsvSource({ "STAGING, PLANNING REFUSED CANCELLED", "PLANNING, PLANNED REFUSED UNFINISHED CANCELLED",
			"PLANNED, PLANNED REFUSED UNFINISHED CANCELLED", "UNFINISHED, WAITING FINISHED CANCELLED",
			"WAITING, WAITING FINISHED CANCELLED", "REFUSED, CANCELLED", "FINISHED, ''", "CANCELLED, ''" })
	void aRunGoesForwardOnly(RunState from, String to) {
		List<String> allowed = Arrays.stream(RunState.values()).filter(from::mayBecome).map(RunState::name).toList();

		assertThat(String.join(" ", allowed)).isEqualTo(to);
	}

}
