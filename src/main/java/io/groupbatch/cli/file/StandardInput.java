package io.groupbatch.cli.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;

/**
 * Input that can be read only once: standard input, as {@code -} says, and whatever else
 * is no regular file, such as a named pipe. It is copied into the state folder, because a
 * run reads its file after it was hashed, and again after a crash; the copy is kept as
 * long as a run may need it. All of them have one path, so that the next one is to the
 * last one as a file that has changed.
 *
 * @param folder the state folder
 */
public record StandardInput(Path folder) {

	private static final Path DASH = Path.of("-");

	private static final String NAME = "standard input";

	/** A device may have no end. */
	private static final long MAX_BYTES = 1L << 30;

	/** Whether a path on the command line is standard input or another such source. */
	public static boolean isMeant(Path file) {
		return file.equals(DASH) || file.startsWith("/dev") || file.startsWith("/proc")
				|| (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file));
	}

	/** Opens what is to be copied; a named pipe waits for its writer. */
	public static InputStream open(Path file) {
		if (file.equals(DASH)) {
			return System.in;
		}
		try {
			return Files.newInputStream(file);
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeRead(file, ex);
		}
	}

	/** Where a run finds it. */
	public Path file() {
		return this.folder.toAbsolutePath().normalize().resolve(NAME);
	}

	/**
	 * Copies all there is, under a name that no run reads: the state folder may be
	 * another process's.
	 * @param what is copied, for messages
	 * @return the copy, which only its owner can read
	 */
	public Path receive(InputStream in, String what) {
		Path copy = this.folder.resolve(NAME + "." + ProcessHandle.current().pid());
		try {
			PrivateFiles.folder(this.folder);
			try (OutputStream out = PrivateFiles.file(copy)) {
				copy(in, out, what);
			}
			return copy;
		}
		catch (IOException ex) {
			discard(copy);
			throw FileErrors.cannotBeWritten("The copy of " + what, this.folder, ex);
		}
		catch (CommandException ex) {
			discard(copy);
			throw ex;
		}
	}

	private static void copy(InputStream in, OutputStream out, String what) throws IOException {
		byte[] part = new byte[1 << 16];
		long all = 0;
		for (int count = read(in, part, what); count >= 0; count = read(in, part, what)) {
			all += count;
			if (all > MAX_BYTES) {
				throw new CommandException(ExitCode.BAD_INPUT,
						"More than 1 GiB came from " + what + ". Save it as a file, and give the file.");
			}
			out.write(part, 0, count);
		}
	}

	private static int read(InputStream in, byte[] part, String what) {
		try {
			return in.read(part);
		}
		catch (IOException ex) {
			throw new CommandException(ExitCode.BAD_INPUT, what + " cannot be read: " + FileErrors.reason(ex)
					+ ". It may be closed. Give a file, or connect it.");
		}
	}

	/** Puts a copy where a run finds it; the state folder is ours now. */
	public void keep(Path copy) {
		try {
			Files.move(copy, file(), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw FileErrors.cannotBeWritten("Standard input", file(), ex);
		}
	}

	/** Removes the copy, unless a run has not read all of it yet. */
	public void tidy(Runs runs) {
		if (Files.exists(file()) && runs.all().stream().noneMatch(this::needs)) {
			discard(file());
		}
	}

	/** What is left of it is written over by the next. */
	public static void discard(Path copy) {
		try {
			Files.deleteIfExists(copy);
		}
		catch (IOException ex) {
			// it is readable by its owner only
		}
	}

	private boolean needs(Run run) {
		return run.state() == RunState.STAGING && run.source().file().equals(file());
	}

}
