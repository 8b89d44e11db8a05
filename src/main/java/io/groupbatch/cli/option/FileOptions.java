package io.groupbatch.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.groupbatch.cli.file.OutputFolder;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.importjob.options.UserMapFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;

/**
 * Options of an import: how its file is to be understood, and where its reports go.
 */
public class FileOptions {

	@Mixin
	ReadingOptions reading = new ReadingOptions();

	@Mixin
	UserOptions users = new UserOptions();

	@Option(names = "--on-invalid", paramLabel = "stop|skip",
			description = "When rows are wrong: send nothing (stop, the default), or the others (skip).")
	OnInvalid onInvalid = OnInvalid.stop;

	@Option(names = "--existing", paramLabel = "update|skip|stop",
			description = "When the group of an upsert is there: complete it (update, the default), leave it"
					+ " alone (skip), or refuse the row (stop).")
	Existing existing = Existing.update;

	@Option(names = "--allow-look-alikes",
			description = "Also give names that differ from another group's only in blanks, case or the form of letters,"
					+ " and take #N/A, null and the like as names.")
	boolean allowLookAlikes;

	@Option(names = "--allow-same-name", description = "Also create groups whose name another group has.")
	boolean allowSameName;

	@Option(names = "--allow-ldap", description = "Also change groups that a directory owns.")
	boolean allowLdap;

	@Option(names = "--allow-empty", description = "Accept a file that has headings and no rows.")
	boolean allowEmpty;

	@Option(names = "--rerun", description = "Import a file again that was imported before.")
	public boolean rerun;

	@Option(names = "--note", paramLabel = "TEXT",
			description = "A note to find the run by, such as a ticket. It is kept with the run and shown in its reports")
	public @Nullable String note;

	@Option(names = "--output", paramLabel = "DIR",
			description = "Where the reports go. Default: output/run-NNNN beside run.sh; when installed, in your own folder")
	@Nullable Path output;

	/**
	 * What the options mean.
	 * @param userMap the user map that is given, if any
	 * @throws io.groupbatch.cli.exit.CommandException when the map file cannot be used,
	 * or two options contradict
	 */
	ImportOptions importOptions(@Nullable UserMapFile userMap) {
		return new ImportOptions(this.reading.reading(), this.reading.operation, this.onInvalid == OnInvalid.skip,
				new ImportOptions.People(this.users.leaveOut(), (userMap != null) ? userMap.sha256() : null,
						this.users.invite()),
				new ImportOptions.Allow(this.allowSameName, this.allowLdap, this.allowLookAlikes),
				new ImportOptions.Groups(ImportOptions.Existing.valueOf(this.existing.name().toUpperCase(Locale.ROOT)),
						this.reading.trimNames),
				this.allowEmpty);
	}

	/**
	 * What the user says of a file, for a command that sends.
	 * @throws io.groupbatch.cli.exit.CommandException when the user map or the map file
	 * cannot be used, or options contradict
	 */
	public FileInputOptions options(SendOptions sending) {
		UserMapFile userMap = UserOptions.read(this.users.userMap, this.output, this.reading.charset);
		return new FileInputOptions(importOptions(userMap), userMap,
				List.of(sending.options(Map.of()), sending.guards()));
	}

	/**
	 * Where the reports of a new run go.
	 * @param file what is imported
	 */
	public Path output(long number, Path file, boolean sandbox) {
		return OutputFolder.prepareNew(OutputFolder.forRun(number, this.output, sandbox), file);
	}

	/** Where the user map was read from, null: there is none. */
	public @Nullable Path userMap() {
		Path userMap = this.users.userMap;
		return (userMap != null) ? userMap.toAbsolutePath().normalize() : null;
	}

	/** Spelled as on the command line. */
	enum OnInvalid {

		stop, skip

	}

	/** Spelled as on the command line. */
	enum Existing {

		update, skip, stop

	}

}
