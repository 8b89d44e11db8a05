package io.groupbatch.cli.exit;

import java.util.List;

import io.groupbatch.journal.run.StopCause;

/**
 * A command cannot be carried out. The message says what is wrong and what to do, in one
 * line or, when several things are wrong, in several.
 */
public final class CommandException extends RuntimeException {

	private final ExitCode exitCode;

	public CommandException(ExitCode exitCode, String message) {
		super(message);
		this.exitCode = exitCode;
	}

	public CommandException(ExitCode exitCode, List<String> lines) {
		this(exitCode, String.join("\n", lines));
	}

	/** The portal, or a signal, is the reason. */
	public static CommandException because(StopCause halt) {
		return new CommandException(ExitCode.of(halt), halt.sentence());
	}

	public ExitCode exitCode() {
		return this.exitCode;
	}

}
