package io.groupbatch.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.groupbatch.importjob.UserMapFile;
import io.groupbatch.journal.Operation;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be understood, and where its reports go.
 */
class FileOptions {

	@Option(names = "--charset", paramLabel = "NAME", converter = CharsetName.class,
			description = "The file's encoding, such as windows-1252. Default: UTF-8, or what its BOM says")
	@Nullable Charset charset;

	@Option(names = "--delimiter", paramLabel = "CHAR", converter = Delimiter.class,
			description = "What separates cells: , ; | or tab. Default: found from the headings")
	@Nullable Character delimiter;

	@Mixin
	ColumnOptions columns = new ColumnOptions();

	@Mixin
	UserOptions users = new UserOptions();

	@Option(names = "--operation", paramLabel = "OP", converter = OperationName.class,
			description = "What rows ask for that do not say. Default: upsert")
	@Nullable Operation operation;

	@Option(names = "--on-invalid", paramLabel = "stop|skip",
			description = "When rows are wrong: send nothing (stop, the default), or the others (skip).")
	OnInvalid onInvalid = OnInvalid.stop;

	@Option(names = "--existing", paramLabel = "update|skip|stop",
			description = "When the group of an upsert is there: complete it (update, the default), leave it"
					+ " alone (skip), or refuse the row (stop).")
	Existing existing = Existing.update;

	@Option(names = "--allow-look-alikes",
			description = "Also give names that differ from another group's only in blanks, case or the form of letters.")
	boolean allowLookAlikes;

	@Option(names = "--trim-names", description = "Take blanks around names away.")
	boolean trimNames;

	@Option(names = "--allow-same-name", description = "Also make groups whose name another group bears.")
	boolean allowSameName;

	@Option(names = "--allow-ldap", description = "Also change groups that a directory owns.")
	boolean allowLdap;

	@Option(names = "--allow-empty", description = "Be content with a file that has headings and no rows.")
	boolean allowEmpty;

	@Option(names = "--rerun", description = "Import a file once more that was imported before.")
	boolean rerun;

	@Option(names = "--note", paramLabel = "TEXT",
			description = "What to find the run by, such as a ticket. Kept with it, and told in its reports")
	@Nullable String note;

	@Option(names = "--output", paramLabel = "DIR",
			description = "Where the reports go. Default: output/run-NNNN beside run.sh")
	@Nullable Path output;

	/**
	 * Settings for Spring.
	 * @param userMap the user map that is given, if any
	 */
	Map<String, Object> settings(@Nullable UserMapFile userMap) {
		Map<String, Object> settings = new HashMap<>(this.columns.settings());
		if (this.charset != null) {
			settings.put("groupbatch.import.reading.charset", this.charset.name());
		}
		if (this.delimiter != null) {
			settings.put("groupbatch.import.reading.delimiter", this.delimiter);
		}
		if (userMap != null) {
			settings.put("groupbatch.import.people.user-map", userMap.sha256());
		}
		settings.put("groupbatch.import.people.leave-out", this.users.leaveOut());
		if (this.operation != null) {
			settings.put("groupbatch.import.operation", this.operation.text());
		}
		settings.put("groupbatch.import.skip-invalid", this.onInvalid == OnInvalid.skip);
		settings.put("groupbatch.import.groups.existing", this.existing.name());
		settings.put("groupbatch.import.allow.same-name", this.allowSameName);
		settings.put("groupbatch.import.allow.ldap", this.allowLdap);
		settings.put("groupbatch.import.allow.look-alikes", this.allowLookAlikes);
		settings.put("groupbatch.import.groups.trim-names", this.trimNames);
		settings.put("groupbatch.stage.allow-empty", this.allowEmpty);
		return settings;
	}

	/** Spelled as on the command line. */
	enum OnInvalid {

		stop, skip

	}

	/** Spelled as on the command line. */
	enum Existing {

		update, skip, stop

	}

	/** An encoding by its name. */
	static final class CharsetName implements ITypeConverter<Charset> {

		@Override
		public Charset convert(String name) {
			try {
				return Charset.forName(name);
			}
			catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
				throw new TypeConversionException("there is no encoding \"" + name + "\"; try windows-1252");
			}
		}

	}

	/** A separator as it can be written on a command line. */
	static final class Delimiter implements ITypeConverter<Character> {

		@Override
		public Character convert(String text) {
			return Delimiters.parse(text);
		}

	}

	/** An operation as in a file. */
	static final class OperationName implements ITypeConverter<Operation> {

		@Override
		public Operation convert(String name) {
			return Operation.of(name)
				.orElseThrow(() -> new TypeConversionException(
						"there is no operation \"" + name + "\"; there are " + Operation.list()));
		}

	}

}
