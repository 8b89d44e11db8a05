package io.groupbatch.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.importjob.ReportFiles;
import io.groupbatch.journal.run.Run;

import org.jspecify.annotations.Nullable;

/**
 * Where the reports of a run go. Only its owner can read a new folder, because it holds
 * personal data.
 */
public final class OutputFolder {

	private OutputFolder() {
	}

	/**
	 * The folder for a new run, which no other run uses unless the user wants it so.
	 * @param wanted by the user, null for the usual one
	 */
	public static Path forRun(long number, @Nullable Path wanted, boolean sandbox) {
		if (wanted != null) {
			return wanted.toAbsolutePath();
		}
		Path output = InstallationFolder.data().resolve("output");
		Path parent = sandbox ? output.resolve("sandbox") : output;
		Path folder = parent.resolve("run-%04d".formatted(number));
		for (int again = 2; Files.exists(folder); again++) {
			folder = parent.resolve("run-%04d-%d".formatted(number, again));
		}
		return folder;
	}

	/**
	 * Makes sure, before there is a new run, that its report can be written, and that no
	 * report takes the place of the file.
	 * @param file what is to be imported
	 * @throws CommandException when it cannot
	 */
	public static Path prepareNew(Path folder, Path file) {
		Path normal = file.toAbsolutePath().normalize();
		if (folder.normalize().equals(normal.getParent())
				&& ReportFiles.NAMES.contains(String.valueOf(normal.getFileName()))) {
			throw new CommandException(ExitCode.USAGE, file + " would be overwritten by this run's own "
					+ normal.getFileName() + ". Give the run another --output.");
		}
		prepare(folder, "Give another folder with --output.");
		return folder;
	}

	/**
	 * Makes sure, before anything more is sent, that the report of a run can be written.
	 * @throws CommandException when it cannot
	 */
	public static void prepare(Run run) {
		prepare(run.output(), "Make it writable, then give the same command again.");
	}

	private static void prepare(Path folder, String cure) {
		try {
			PrivateFiles.folder(folder);
			Files.delete(Files.createTempFile(folder, "try", null));
		}
		catch (IOException ex) {
			throw new CommandException(ExitCode.CANNOT_WRITE, "The reports cannot be written to " + folder + ": "
					+ FileErrors.reason(ex) + ". Nothing was sent. " + cure);
		}
	}

}
