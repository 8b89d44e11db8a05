package io.groupbatch.cli.exit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.importjob.StorageFailures;
import io.groupbatch.journal.StateFolder;

import picocli.CommandLine.ParseResult;

/**
 * Prints an exception as a sentence, and chooses the exit code. The one place where
 * everything that no other code handles ends up.
 */
public final class ExceptionReporter {

	private ExceptionReporter() {
	}

	/**
	 * Tells it on standard error.
	 * @return what the shell is to be told
	 */
	public static int tell(Throwable failure, ParseResult parsed, PrintWriter err) {
		ExitCode code = codeOf(failure);
		List<String> lines = (failure instanceof CommandException stop) ? stop.lines()
				: List.of(sentence(failure, code));
		Terminal screen = Terminal.ofProcess(false, false);
		lines.stream().map(screen::shown).forEach(err::println);
		if (isVerbose(parsed)) {
			stackTrace(failure).lines()
				.map((line) -> "    " + TerminalText.printable(line.replace("\t", "    ")))
				.forEach(err::println);
		}
		else if (code == ExitCode.INTERNAL_ERROR) {
			err.println(screen
				.shown("This is an error in Groupbatch. Run it again with -v for details, and please report it."));
		}
		return code.code();
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	private static ExitCode codeOf(Throwable failure) {
		if (failure instanceof CommandException stop) {
			return stop.exitCode();
		}
		if (isInUse(failure)) {
			return ExitCode.STOPPED;
		}
		return StorageFailures.isOne(failure) ? ExitCode.CANNOT_WRITE : ExitCode.INTERNAL_ERROR;
	}

	/** The last cause, for people. */
	public static String reason(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return (root instanceof IOException io) ? FileErrors.reason(io)
				: root.getClass().getSimpleName() + ": " + root.getMessage();
	}

	private static String sentence(Throwable failure, ExitCode code) {
		if (failure instanceof StateFolder.InUse || failure instanceof StateFolder.NotWritable) {
			return String.valueOf(failure.getMessage());
		}
		if (code != ExitCode.CANNOT_WRITE) {
			return "Something unexpected happened (" + reason(failure) + ").";
		}
		if (StateFolder.isDamage(failure)) {
			return "The journal in the state folder is damaged: " + reason(failure)
					+ ". Put a backup of the folder back, or give another one with --state.";
		}
		return (StateFolder.isStorageTrouble(failure) ? "The state folder cannot be written: "
				: "Groupbatch cannot write its files: ") + reason(failure)
				+ ". What was done is kept. Make room, then give the same command again.";
	}

	private static boolean isInUse(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof StateFolder.InUse) {
				return true;
			}
		}
		return false;
	}

	private static boolean isVerbose(ParseResult parsed) {
		ParseResult command = parsed;
		while (command.hasSubcommand()) {
			command = command.subcommand();
		}
		return command.hasMatchedOption("-v");
	}

}
