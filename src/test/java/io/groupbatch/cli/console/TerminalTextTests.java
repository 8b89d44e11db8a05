package io.groupbatch.cli.console;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "Team 7, \"Süd\" – 東京", "👩", "a  b" })
	void ordinaryTextStaysAsItIs(String text) {
		assertThat(TerminalText.printable(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Nothing was sent. Give it again.        | Nothing was sent.#  Give it again.
			Forecast: 3 requests, and 1 lookup      | Forecast: 3#          requests,#          and 1#          lookup
			'    + "Berlin": no manager, 0 members' | '    + "Berlin": no#      manager, 0#      members'
			Go on: ./run.sh apply 1 --state /tmp/x  | Go on:#  ./run.sh apply 1 --state /tmp/x
			./run.sh apply 1 --state /tmp/a/folder  | ./run.sh apply 1 --state /tmp/a/folder
			/a/path/that/is/longer/than/the/screen  | /a/path/that/is/longer/than/the/screen
			Short.                                  | Short.
			""")
	void aLongLineIsPartedBetweenWordsAndACommandNever(String line, String parted) {
		assertThat(TerminalText.wrapped(line, 20, "./run.sh")).isEqualTo(parted.replace('#', '\n'));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u001b", "\n", "\r", "\t", "\u0000", "\u007f", "\u009b", "\u202e", "\u200b", "\u2028",
			"\ud800" })
	void whatCouldSteerATerminalIsShownAsASign(String sign) {
		assertThat(TerminalText.printable("a" + sign + "b")).isEqualTo("a␦b");
	}

}
