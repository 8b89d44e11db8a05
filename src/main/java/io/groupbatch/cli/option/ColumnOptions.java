package io.groupbatch.cli.option;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.importjob.options.ColumnMapping;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean whose headings do not say it.
 */
class ColumnOptions {

	@Option(names = "--map", paramLabel = "COLUMN=FIELD", converter = Meaning.class,
			description = "What a column means, such as --map Team=groupName. Repeatable; several may mean members")
	List<ColumnMapping> map = new ArrayList<>();

	@Option(names = "--map-file", paramLabel = "FILE",
			description = "The same from a file, a line for each: Team = groupName. Lines with # are comments")
	@Nullable Path mapFile;

	@Option(names = "--ignore-column", paramLabel = "COLUMN", description = "A column that means nothing. Repeatable")
	List<String> ignored = new ArrayList<>();

	@Option(names = "--ignore-other-columns", description = "Ignore all unknown columns.")
	boolean ignoreOthers;

	/**
	 * All that is said of columns.
	 * @param charset the encoding that the map file may have instead of UTF-8, null: none
	 * @throws CommandException when the map file cannot be used, or two of these options
	 * contradict
	 */
	List<ColumnMapping> meanings(@Nullable Charset charset) {
		List<ColumnMapping> all = new ArrayList<>(this.map);
		if (this.mapFile != null) {
			all.addAll(ColumnMappingFile.read(this.mapFile, charset));
		}
		this.ignored.stream().map(ColumnMapping::ignored).forEach(all::add);
		refuseContradictions(all);
		return all;
	}

	private static void refuseContradictions(List<ColumnMapping> all) {
		for (ColumnMapping one : all) {
			all.stream().filter(one::contradicts).findFirst().ifPresent((other) -> {
				throw new CommandException(ExitCode.USAGE,
						"The options contradict each other about one column: %s and %s. Keep one of them."
							.formatted(one.describe(), other.describe()));
			});
		}
	}

	/** A column and what it means. */
	static final class Meaning implements ITypeConverter<ColumnMapping> {

		@Override
		public ColumnMapping convert(String text) {
			try {
				return ColumnMapping.parse(text);
			}
			catch (IllegalArgumentException ex) {
				throw new TypeConversionException(ex.getMessage());
			}
		}

	}

}
