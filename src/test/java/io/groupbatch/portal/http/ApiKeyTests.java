package io.groupbatch.portal.http;

import io.groupbatch.portal.PretendPortal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiKeyTests {

	@ParameterizedTest
	@ValueSource(strings = { "sk-1", " sk-1\n", "Bearer sk-1", "bearer   sk-1 ", "BEARER sk-1\r\n" })
	void isTakenWithOrWithoutItsScheme(String text) {
		assertThat(ApiKey.of(text).reveal()).isEqualTo("sk-1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Bearer ", "sk-1\r\nHost: x", "sk 1", "sk-\u00001", "sk-ü", "sk-\u007f" })
	void thatCannotStandInAHeaderIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiKey.of(text))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("sk-"));
	}

	@Test
	void isNeverPrinted() {
		ApiKey key = ApiKey.of(PretendPortal.KEY);

		assertThat(key).hasToString("***").isEqualTo(ApiKey.of("Bearer " + PretendPortal.KEY));
		assertThat(key.hideIn("bad key " + PretendPortal.KEY + "!")).isEqualTo("bad key ***!");
	}

}
