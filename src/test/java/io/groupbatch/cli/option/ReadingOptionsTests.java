package io.groupbatch.cli.option;

import io.groupbatch.cli.option.ReadingOptions.Delimiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReadingOptionsTests {

	@ParameterizedTest(name = "{0} means {1}")
	@CsvSource(delimiter = '/', value = { ",/,", "comma/,", ";/;", "Semicolon/;", "|/|", "pipe/|" })
	void aSeparatorIsWrittenOrNamed(String written, char meant) {
		assertThat(new Delimiter().convert(written)).isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tab", "TAB", "\\t", "\t" })
	void aTabHasSeveralNames(String written) {
		assertThat(new Delimiter().convert(written)).isEqualTo('\t');
	}

	@Test
	void anythingElseIsAMistakeOfUsage() {
		assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> new Delimiter().convert("::"))
			.withMessageContaining("\"::\"");
	}

}
