package io.groupbatch.cli.option;

import io.groupbatch.importjob.options.ImportOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import static org.assertj.core.api.Assertions.assertThat;

class FileOptionsTests {

	/**
	 * Nobody can type a blank as separator; the user map is told apart from the others.
	 */
	@ParameterizedTest
	@MethodSource("io.groupbatch.importjob.options.ImportOptionsTests#options")
	void typedAgainTheyMeanTheSame(ImportOptions options) {
		String line = options.line().replace("delimiter=32 ", "delimiter= ").replaceFirst("userMap=\\w+", "userMap=");
		FileOptions typed = new FileOptions();
		CommandLine command = new CommandLine(
				CommandSpec.create().addMixin("file", CommandSpec.forAnnotatedObject(typed)));
		command.setCaseInsensitiveEnumValuesAllowed(true);

		command.parseArgs(ImportOptions.ofLine(line).arguments().toArray(String[]::new));

		assertThat(typed.importOptions(null).line()).isEqualTo(line);
	}

}
