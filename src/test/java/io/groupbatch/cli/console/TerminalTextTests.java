package io.groupbatch.cli.console;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "Team 7, \"Süd\" – 東京", "👩", "a  b" })
	void ordinaryTextStaysAsItIs(String text) {
		assertThat(TerminalText.printable(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u001b", "\n", "\r", "\t", "\u0000", "\u007f", "\u009b", "\u202e", "\u200b", "\u2028",
			"\ud800" })
	void whatCouldSteerATerminalIsShownAsASign(String sign) {
		assertThat(TerminalText.printable("a" + sign + "b")).isEqualTo("a␦b");
	}

}
