package io.groupbatch.cli;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.groupbatch.importjob.UserMapFile;
import io.groupbatch.journal.Operation;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be understood that is only compared.
 */
class VerifyReading {

	@Option(names = "--charset", paramLabel = "NAME", converter = FileOptions.CharsetName.class,
			description = "The file's encoding, such as windows-1252. Default: UTF-8, or what its BOM says")
	@Nullable Charset charset;

	@Option(names = "--delimiter", paramLabel = "CHAR", converter = FileOptions.Delimiter.class,
			description = "What separates cells: , ; | or tab. Default: found from the headings")
	@Nullable Character delimiter;

	@Mixin
	ColumnOptions columns = new ColumnOptions();

	@Option(names = "--user-map", paramLabel = "FILE",
			description = "A CSV file from,to: who is meant by a text of the file, by e-mail address or id.")
	@Nullable Path userMap;

	@Option(names = "--operation", paramLabel = "OP", converter = FileOptions.OperationName.class,
			description = "What rows ask for that do not say. Default: upsert")
	@Nullable Operation operation;

	@Option(names = "--trim-names", description = "Take blanks around names away.")
	boolean trimNames;

	@Option(names = "--output", paramLabel = "DIR",
			description = "Where the list goes. Default: output/verify-NNNN beside run.sh")
	@Nullable Path output;

	/** The folder of the list. */
	Path output(boolean sandbox) {
		if (this.output != null) {
			return this.output.toAbsolutePath();
		}
		Path parent = GlobalOptions.home().resolve(sandbox ? "output/sandbox" : "output");
		int number = 1;
		while (Files.exists(parent.resolve("verify-%04d".formatted(number)))) {
			number++;
		}
		return parent.resolve("verify-%04d".formatted(number));
	}

	/** The same as an import takes it. */
	FileOptions options(Path folder, @Nullable Boolean exact) {
		FileOptions options = new FileOptions() {

			@Override
			Map<String, Object> settings(@Nullable UserMapFile map) {
				Map<String, Object> settings = super.settings(map);
				settings.put("groupbatch.verify.output", folder.toString());
				if (exact != null) {
					settings.put("groupbatch.verify.exact", exact);
				}
				return settings;
			}

		};
		options.charset = this.charset;
		options.delimiter = this.delimiter;
		options.columns = this.columns;
		options.users.userMap = this.userMap;
		options.operation = this.operation;
		options.trimNames = this.trimNames;
		options.allowEmpty = true;
		options.output = this.output;
		return options;
	}

}
