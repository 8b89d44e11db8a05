package io.groupbatch.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.importjob.options.UserMapFile;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import org.jspecify.annotations.Nullable;

/**
 * Who is meant by a file, and what is done about people who cannot be had.
 */
public class UserOptions {

	@Option(names = "--on-unknown-user", paramLabel = "stop|leave-out", converter = OnUnknownUserName.class,
			description = "When a person is not on the portal, a guest or disabled: the row is wrong (stop, the default),"
					+ " or goes on without (leave-out).")
	OnUnknownUser onUnknownUser = OnUnknownUser.STOP;

	@Option(names = "--user-map", paramLabel = "FILE",
			description = "A CSV file from,to: who is meant by a text of the file, by e-mail address or id."
					+ " An empty to leaves the person out.")
	@Nullable Path userMap;

	/**
	 * Reads a user map, if one is given.
	 * @param output the folder that the user wants reports in, if any
	 * @throws CommandException when it cannot be used
	 */
	public static @Nullable UserMapFile read(@Nullable Path userMap, @Nullable Path output) {
		if (userMap == null) {
			return null;
		}
		if (output != null && output.resolve("people-to-fix.csv")
			.toAbsolutePath()
			.normalize()
			.equals(userMap.toAbsolutePath().normalize())) {
			throw new CommandException(ExitCode.USAGE, userMap
					+ " would be overwritten by this run's own people-to-fix.csv. Give the file another name, or the run another --output.");
		}
		try {
			return UserMapFile.read(userMap);
		}
		catch (UserMapFile.Unusable ex) {
			List<String> lines = new ArrayList<>(ex.mistakes());
			lines.add("The user map " + userMap + " cannot be used. Mend it; nothing was sent.");
			throw new CommandException(ExitCode.BAD_INPUT, lines);
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeRead(userMap, ex);
		}
	}

	boolean leaveOut() {
		return this.onUnknownUser == OnUnknownUser.LEAVE_OUT;
	}

	/** What to do about them. */
	enum OnUnknownUser {

		STOP, LEAVE_OUT

	}

	/** Spelled as on the command line. */
	static final class OnUnknownUserName implements ITypeConverter<OnUnknownUser> {

		@Override
		public OnUnknownUser convert(String text) {
			return switch (text) {
				case "stop" -> OnUnknownUser.STOP;
				case "leave-out" -> OnUnknownUser.LEAVE_OUT;
				default -> throw new TypeConversionException("\"" + text + "\" is neither stop nor leave-out");
			};
		}

	}

}
