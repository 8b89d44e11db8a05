package io.groupbatch.cli.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.exportjob.ExportOptions;

import org.jspecify.annotations.Nullable;

/**
 * Where an export goes: to a file, or through one in the state folder to standard output,
 * a device or a named pipe.
 *
 * @param file what the export writes
 * @param stream what the file is copied to when it is complete; {@code -} is standard
 * output, and null: the file is the result
 */
public record ExportTarget(Path file, @Nullable Path stream) {

	private static final Path STANDARD_OUTPUT = Path.of("-");

	/**
	 * Where an export to this file goes.
	 * @param file what the user named; null and {@code -} mean standard output
	 * @param state the state folder, which holds the file to be printed
	 * @throws CommandException if the links of the file cannot be followed
	 */
	public static ExportTarget of(@Nullable Path file, Path state) {
		if (file != null && OutputFile.isRegular(file)) {
			try {
				return new ExportTarget(OutputFile.resolved(file), null);
			}
			catch (IOException ex) {
				throw FileErrors.cannotBeWritten("The export", file, ex);
			}
		}
		return new ExportTarget(state.toAbsolutePath().resolve("export.csv"), (file != null) ? file : STANDARD_OUTPUT);
	}

	/** Whether the export does not stay as a file. */
	public boolean printed() {
		return this.stream != null;
	}

	/**
	 * Makes sure, before the portal is read, that the file can be written.
	 */
	public void check() {
		Path folder = this.file.getParent();
		if (folder == null || !Files.isDirectory(folder)) {
			throw new CommandException(ExitCode.CANNOT_WRITE,
					"There is no folder " + folder + " to write the export to. Make it, or name another one.");
		}
		if (Files.isDirectory(this.file)) {
			throw new CommandException(ExitCode.CANNOT_WRITE, this.file + " is a folder. Name a file in it.");
		}
		try {
			Files.delete(Files.createTempFile(folder, "try", null));
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeWritten("The export", folder, ex);
		}
	}

	/** Copies the file to where it is wanted, and removes it then. */
	public void print() {
		if (this.stream == null) {
			return;
		}
		try {
			if (OutputFile.isStandardOutput(this.stream)) {
				OutputStream out = Terminal.data();
				Files.copy(this.file, out);
				out.flush();
			}
			else {
				try (OutputStream out = Files.newOutputStream(this.stream, StandardOpenOption.WRITE)) {
					Files.copy(this.file, out);
				}
			}
			Files.delete(this.file);
			Files.deleteIfExists(ExportOptions.leftOut(this.file));
		}
		catch (IOException ex) {
			throw FileErrors.cannotBePrinted("The export");
		}
		if (System.out.checkError()) {
			throw FileErrors.cannotBePrinted("The export");
		}
	}

}
