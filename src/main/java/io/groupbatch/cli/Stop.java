package io.groupbatch.cli;

/**
 * A command cannot be carried out. The message says what is wrong and what to do.
 */
final class Stop extends RuntimeException {

	private final ExitCode exitCode;

	Stop(ExitCode exitCode, String message) {
		super(message);
		this.exitCode = exitCode;
	}

	ExitCode exitCode() {
		return this.exitCode;
	}

}
