package io.groupbatch.cli.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.exportjob.ExportOptions;

import org.jspecify.annotations.Nullable;

/**
 * Where an export goes: to a file, or through one in the state folder to standard output,
 * a device or a pipe.
 *
 * @param file what the export writes
 * @param printed whether it is printed then
 * @param stream the device or pipe that it is copied to then; null: none
 */
public record ExportTarget(Path file, boolean printed, @Nullable Path stream) {

	public static ExportTarget of(@Nullable Path file, Path state) {
		Path through = state.toAbsolutePath().resolve("export.csv");
		if (file == null) {
			return new ExportTarget(through, true, null);
		}
		TargetFile target = new TargetFile(file);
		try {
			return target.isStream() ? new ExportTarget(through, false, file)
					: new ExportTarget(target.real().toAbsolutePath().normalize(), false, null);
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeWritten("The export", file, ex);
		}
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

	/** Whether the file is gone in the end, and what is beside it. */
	public boolean isPassedOn() {
		return this.printed || this.stream != null;
	}

	/** Prints or copies the file if that is wanted, and removes it then. */
	public void print() {
		if (this.stream != null) {
			copy(this.stream);
			return;
		}
		if (!this.printed) {
			return;
		}
		try {
			Files.copy(this.file, System.out);
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

	private void copy(Path device) {
		try {
			new TargetFile(device).write((out) -> Files.copy(this.file, out));
			Files.delete(this.file);
			Files.deleteIfExists(ExportOptions.leftOut(this.file));
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeWritten("The export", device, ex);
		}
	}

}
