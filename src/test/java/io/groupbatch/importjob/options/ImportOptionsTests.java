package io.groupbatch.importjob.options;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.groupbatch.importjob.options.ImportOptions.Allow;
import io.groupbatch.importjob.options.ImportOptions.Existing;
import io.groupbatch.importjob.options.ImportOptions.Groups;
import io.groupbatch.importjob.options.ImportOptions.People;
import io.groupbatch.importjob.options.ImportOptions.Reading;
import io.groupbatch.journal.row.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The line that the journal keeps with a run, in all its forms since the first version.
 */
public class ImportOptionsTests {

	private static final String USER_MAP = "0a".repeat(32);

	private static final ImportOptions USUAL = options(StandardCharsets.UTF_8, null, List.of(), false);

	public static Stream<ImportOptions> options() {
		List<ColumnMapping> columns = List.of(ColumnMapping.parse("Team name, 100 % = 1=groupName"),
				ColumnMapping.parse("${user.home} Ü=members"), ColumnMapping.ignored("Dept, old"));
		return Stream.of(options(null, null, List.of(), false), options(StandardCharsets.UTF_16LE, null, columns, true),
				options(null, ';', columns.subList(0, 1), false), options(null, '\t', columns.subList(2, 3), true),
				options(null, ' ', List.of(), false),
				new ImportOptions(new Reading(null, ';', List.of(), false, '/'), null, false, new People(false, null),
						new Allow(false, false, false), new Groups(Existing.UPDATE, true, false), false),
				new ImportOptions(Reading.FOUND_OUT, Operation.ADD_MEMBERS, true, new People(true, USER_MAP),
						new Allow(true, false, true), new Groups(Existing.SKIP, true, true), true),
				new ImportOptions(Reading.FOUND_OUT, null, false, new People(false, null),
						new Allow(false, true, false), new Groups(Existing.STOP, true, false), false));
	}

	private static ImportOptions options(Charset charset, Character delimiter, List<ColumnMapping> columns,
			boolean ignoreOthers) {
		return new ImportOptions(new Reading(charset, delimiter, columns, ignoreOthers, null), null, false,
				new People(false, null), new Allow(false, false, false), new Groups(Existing.UPDATE, true, false),
				false);
	}

	@ParameterizedTest
	@MethodSource("options")
	void aRunGoesOnWithTheOptionsItWasStartedWith(ImportOptions options) {
		ImportOptions kept = ImportOptions.ofLine(options.line());

		assertThat(kept.line()).isEqualTo(options.line());
		assertThat(kept).usingRecursiveComparison().ignoringFields("reading.charset", "allowEmpty").isEqualTo(options);
		assertThat(kept.allowEmpty()).isFalse();
	}

	@Test
	void theLineHasTheFormThatJournalsHold() {
		ImportOptions options = new ImportOptions(
				new Reading(StandardCharsets.ISO_8859_1, ';',
						List.of(ColumnMapping.parse("Team, a=groupName"), ColumnMapping.ignored("Dept")), true, null),
				Operation.ADD_MEMBERS, true, new People(true, USER_MAP), new Allow(true, false, true),
				new Groups(Existing.SKIP, true, true), true);

		assertThat(options.line()).isEqualTo("reading.charset=ISO-8859-1 reading.delimiter=59"
				+ " reading.columns=Dept=,Team%2C+a=groupName reading.ignoreOtherColumns=true operation=add-members"
				+ " skipInvalid=true people.leaveOut=true people.userMap=" + USER_MAP
				+ " allow.sameName=true allow.ldap=false allow.lookAlikes=true groups.existing=skip groups.trimNames=true");
		assertThat(USUAL.line()).isEqualTo("reading.charset=UTF-8 reading.delimiter= reading.columns="
				+ " reading.ignoreOtherColumns=false operation= skipInvalid=false people.leaveOut=false people.userMap="
				+ " allow.sameName=false allow.ldap=false allow.lookAlikes=false groups.existing=update groups.trimNames=false");
	}

	/** Options are what they were before there was a choice. */
	@ParameterizedTest
	@ValueSource(strings = {
			"reading.charset=UTF-8 reading.delimiter= reading.columns= reading.ignoreOtherColumns=false operation= skipInvalid=false people.leaveOut=false people.userMap= allow.sameName=false allow.ldap=false",
			"reading.charset=UTF-8 reading.delimiter= reading.columns= reading.ignoreOtherColumns=false operation= skipInvalid=false people.leaveOut=false people.userMap= allow.sameName=false allow.ldap=false groups.existing=update groups.trimNames=false",
			"verify reading.charset=UTF-8 reading.delimiter= reading.columns= reading.ignoreOtherColumns=false operation= skipInvalid=false",
			"reading.charset=UTF-8 options.unheardOf=true", "reading.charset=UTF-8 groups.existing=" })
	void aLineOfAnotherVersionIsRead(String line) {
		assertThat(ImportOptions.ofLine(line)).isEqualTo(USUAL);
	}

	/** Of the names in it, two are still the same. */
	@Test
	void aLineOfTheFirstVersionIsRead() {
		ImportOptions options = ImportOptions.ofLine("charset=windows-1252 delimiter=59 operation=create"
				+ " skipInvalid=true allowSameName=true allowLdap=true");

		assertThat(options)
			.isEqualTo(new ImportOptions(Reading.FOUND_OUT, Operation.CREATE, true, new People(false, null),
					new Allow(false, false, false), new Groups(Existing.UPDATE, true, false), false));
		assertThat(ImportOptions.ofLine("")).isEqualTo(options(null, null, List.of(), false));
	}

	@Test
	void whatIsUsualIsNotTyped() {
		assertThat(USUAL.arguments()).isEmpty();
		assertThat(options(null, '\t', List.of(ColumnMapping.ignored("Dept, old")), true).arguments())
			.containsExactly("--delimiter", "tab", "--ignore-column", "Dept, old", "--ignore-other-columns");
	}

}
