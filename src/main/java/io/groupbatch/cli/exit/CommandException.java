package io.groupbatch.cli.exit;

import java.util.List;

import io.groupbatch.journal.run.StopCause;

/**
 * Thrown when a command cannot be carried out. The message says what is wrong and what to
 * do, in one line or, when several things are wrong, in several.
 */
public final class CommandException extends RuntimeException {

	private final ExitCode exitCode;

	private final transient List<String> lines;

	public CommandException(ExitCode exitCode, String message) {
		this(exitCode, List.of(message));
	}

	public CommandException(ExitCode exitCode, List<String> lines) {
		super(String.join("\n", lines));
		this.exitCode = exitCode;
		this.lines = List.copyOf(lines);
	}

	/** The portal, or a signal, is the reason. */
	public static CommandException because(StopCause halt) {
		return new CommandException(ExitCode.of(halt), halt.sentence());
	}

	/** The message, line by line; line feeds inside them come from outside. */
	List<String> lines() {
		return this.lines;
	}

	public ExitCode exitCode() {
		return this.exitCode;
	}

}
