package io.groupbatch.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import io.groupbatch.importjob.ImportOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class RunOptionsTests {

	static Stream<ImportOptions> options() {
		return Stream.of(new ImportOptions(null, null, null, false, false, false, 15),
				new ImportOptions(StandardCharsets.UTF_16LE, null, null, true, false, false, 15),
				new ImportOptions(null, null, "add-members", false, false, true, 15),
				new ImportOptions(null, ';', null, false, true, false, 15),
				new ImportOptions(null, '\t', null, false, true, false, 15));
	}

	@ParameterizedTest
	@MethodSource("options")
	void aRunGoesOnWithTheOptionsItWasStartedWith(ImportOptions options) {
		Map<String, Object> settings = RunOptions.settings(options.meaning());

		ImportOptions bound = new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("groupbatch.import",
				ImportOptions.class);

		assertThat(bound.meaning()).isEqualTo(options.meaning());
		assertThat(bound.delimiter()).isEqualTo(options.delimiter());
		assertThat(bound.operation()).isEqualTo(options.operation());
	}

}
