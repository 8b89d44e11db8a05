package io.groupbatch.cli;

import java.util.List;

import io.groupbatch.journal.Halt;

/**
 * A command cannot be carried out. The message says what is wrong and what to do, in one
 * line or, when several things are wrong, in several.
 */
final class Stop extends RuntimeException {

	private final ExitCode exitCode;

	Stop(ExitCode exitCode, String message) {
		super(message);
		this.exitCode = exitCode;
	}

	Stop(ExitCode exitCode, List<String> lines) {
		this(exitCode, String.join("\n", lines));
	}

	/** The portal, or a signal, is the reason. */
	static Stop because(Halt halt) {
		return new Stop(ExitCode.of(halt), halt.sentence());
	}

	ExitCode exitCode() {
		return this.exitCode;
	}

}
