package io.groupbatch.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThresholdTests {

	@ParameterizedTest(name = "{0} of {1} is {2}")
	@CsvSource({ "20, 7, 20", "0, 7, 0", " 5 , 7, 5", "999999999, 7, 999999999", "5%, 1000, 50", "5%, 19, 0",
			"0.5%, 1000, 5", "100%, 7, 7", "33.3333333%, 3, 0" })
	void isANumberOrAPercentageOfAllRoundedDown(String text, long all, long few) {
		Threshold threshold = Threshold.of(text).orElseThrow();

		assertThat(threshold.of(all)).isEqualTo(few);
		assertThat(threshold.isExceeded(few, all)).isFalse();
		assertThat(threshold.isExceeded(few + 1, all)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "many", "-1", "1234567890", "101%", "100.5%", "5 %", "%", "1.5", ".5%" })
	void anythingElseIsNone(String text) {
		assertThat(Threshold.of(text)).isEmpty();
	}

}
