package io.groupbatch.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.groupbatch.importjob.ColumnMeaning;
import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.ImportOptions.Allow;
import io.groupbatch.importjob.ImportOptions.Existing;
import io.groupbatch.importjob.ImportOptions.Groups;
import io.groupbatch.importjob.ImportOptions.People;
import io.groupbatch.importjob.ImportOptions.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class RunOptionsTests {

	static Stream<ImportOptions> options() {
		List<ColumnMeaning> columns = List.of(ColumnMeaning.parse("Team name, 100 % = 1=groupName"),
				ColumnMeaning.parse("${user.home} Ü=members"), ColumnMeaning.ignored("Dept, old"));
		return Stream.of(options(null, null, List.of(), false), options(StandardCharsets.UTF_16LE, null, columns, true),
				options(null, ';', columns.subList(0, 1), false), options(null, '\t', columns.subList(2, 3), true),
				options(null, ' ', List.of(), false),
				new ImportOptions(new Reading(null, null, List.of(), false), "add-members", true,
						new People(true, "0a".repeat(32)), new Allow(true, false, true),
						new Groups(Existing.SKIP, true, true), 15),
				new ImportOptions(new Reading(null, null, List.of(), false), null, false, new People(false, null),
						new Allow(false, true, false), new Groups(Existing.STOP, true, false), 15));
	}

	private static ImportOptions options(Charset charset, Character delimiter, List<ColumnMeaning> columns,
			boolean ignoreOthers) {
		return new ImportOptions(new Reading(charset, delimiter, columns, ignoreOthers), null, false,
				new People(false, null), new Allow(false, false, false), new Groups(Existing.UPDATE, true, false), 15);
	}

	@ParameterizedTest
	@MethodSource("options")
	void aRunGoesOnWithTheOptionsItWasStartedWith(ImportOptions options) {
		Map<String, Object> settings = RunOptions.settings(options.meaning());

		ImportOptions bound = new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("groupbatch.import",
				ImportOptions.class);

		assertThat(bound.meaning()).isEqualTo(options.meaning());
		assertThat(bound.reading()).usingRecursiveComparison().ignoringFields("charset").isEqualTo(options.reading());
		assertThat(bound.operation()).isEqualTo(options.operation());
		assertThat(bound.people()).isEqualTo(options.people());
		assertThat(bound.allow()).isEqualTo(options.allow());
	}

	/**
	 * Nobody can type a blank as separator; the user map is told apart from the others.
	 */
	@ParameterizedTest
	@MethodSource("options")
	void typedAgainTheyMeanTheSame(ImportOptions options) {
		String meaning = options.meaning()
			.replace("delimiter=32 ", "delimiter= ")
			.replaceFirst("userMap=\\w+", "userMap=");
		FileOptions typed = new FileOptions();
		CommandLine line = new CommandLine(
				CommandSpec.create().addMixin("file", CommandSpec.forAnnotatedObject(typed)));
		line.setCaseInsensitiveEnumValuesAllowed(true);

		line.parseArgs(RunOptions.arguments(meaning).toArray(String[]::new));

		ImportOptions bound = new Binder(new MapConfigurationPropertySource(typed.settings(null)))
			.bindOrCreate("groupbatch.import", ImportOptions.class);
		assertThat(bound.meaning()).isEqualTo(meaning);
	}

}
