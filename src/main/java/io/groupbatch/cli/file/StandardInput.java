package io.groupbatch.cli.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.groupbatch.cli.exit.FileErrors;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;

/**
 * A file that comes by standard input, as {@code -} says. It is copied into the state
 * folder, for a run reads its file after it was hashed, and again after a crash; the copy
 * is kept as long as a run may need it. All of them have one path, so that the next one
 * is to the last one as a file that has changed.
 *
 * @param folder the state folder
 */
public record StandardInput(Path folder) {

	private static final Path DASH = Path.of("-");

	private static final String NAME = "standard input";

	/** Whether a path on the command line means it. */
	public static boolean isMeant(Path file) {
		return file.equals(DASH);
	}

	/** Where a run finds it. */
	public Path file() {
		return this.folder.toAbsolutePath().normalize().resolve(NAME);
	}

	/**
	 * Copies all there is, under a name that no run reads: the state folder may be
	 * another process's.
	 * @return the copy, which only its owner can read
	 */
	public Path receive(InputStream in) {
		Path copy = this.folder.resolve(NAME + "." + ProcessHandle.current().pid());
		try {
			PrivateFiles.folder(this.folder);
			try (OutputStream out = PrivateFiles.file(copy)) {
				in.transferTo(out);
			}
			return copy;
		}
		catch (IOException ex) {
			discard(copy);
			throw FileErrors.cannotBeWritten("Standard input", this.folder, ex);
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
