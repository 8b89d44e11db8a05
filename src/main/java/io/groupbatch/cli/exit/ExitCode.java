package io.groupbatch.cli.exit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.groupbatch.importjob.RunResult;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.StopCause;

/**
 * The exit codes of the program (docs/reference/exit-codes.md). The order is that of
 * precedence: when several apply, the first of them counts.
 */
public enum ExitCode {

	/** Stopped by Ctrl-C (SIGINT). */
	INTERRUPTED(130),
	/** Stopped by SIGTERM. */
	TERMINATED(143),
	/** An error of the program. */
	INTERNAL_ERROR(70),
	/** The journal or a report cannot be written. */
	CANNOT_WRITE(73),
	/** A setting is missing or wrong. */
	CONFIGURATION(78),
	/** The key, or what it may do. */
	KEY_OR_RIGHTS(77),
	/** The portal is not there, or is not one. */
	PORTAL_NOT_REACHABLE(69),
	/** The portal asks to come back later. */
	PAUSED(75),
	/** A guard, a lock, a changed file, or the plan was not approved. */
	STOPPED(4),
	/** Rows are wrong; nothing was sent. */
	BAD_INPUT(65),
	/** The command line is wrong. */
	USAGE(64),
	/** Finished, but some rows are in doubt. */
	SOME_UNKNOWN(3),
	/** Finished, but some rows were not done. */
	SOME_NOT_DONE(1),
	/** The portal is not as the file wants it; said only where it was asked for. */
	DIFFERENCES(2),
	/** All rows are as they should be. */
	OK(0);

	private final int code;

	ExitCode(int code) {
		this.code = code;
	}

	/** The number that the shell sees. */
	public int code() {
		return this.code;
	}

	/** What follows from how a run stands. */
	public static ExitCode of(RunResult result) {
		List<ExitCode> several = new ArrayList<>();
		StopCause halt = result.run().halt();
		if (halt != null) {
			several.add(of(halt));
		}
		if (result.has(RowStatus.UNKNOWN)) {
			several.add(SOME_UNKNOWN);
		}
		boolean waits = result.run().state() == RunState.PLANNED;
		if (result.has(RowStatus.NOT_SENT) && !result.has(RowStatus.UNKNOWN) && halt == null && !waits) {
			several.add(STOPPED);
		}
		boolean undone = result.run().state() == RunState.FINISHED && result.notUndone() > 0;
		if (undone || result.has(RowStatus.INVALID) || result.has(RowStatus.FAILED) || result.has(RowStatus.PARTIAL)) {
			several.add(SOME_NOT_DONE);
		}
		return first(several);
	}

	/** What follows from a reason to stop. */
	public static ExitCode of(StopCause halt) {
		return switch (halt.reason()) {
			case BAD_INPUT -> BAD_INPUT;
			case CHANGED_INPUT, GUARD, NOT_APPROVED -> STOPPED;
			case PAUSED -> PAUSED;
			case PORTAL -> PORTAL_NOT_REACHABLE;
			case KEY -> KEY_OR_RIGHTS;
			case INTERRUPTED -> INTERRUPTED;
			case TERMINATED -> TERMINATED;
		};
	}

	/** The number for the shell when the result of a command could not be printed. */
	public static int withUnprinted(int code) {
		return first(
				Arrays.stream(values()).filter((other) -> other.code == code || other == CANNOT_WRITE).toList()).code;
	}

	/** The one that counts when several apply; all is well when none does. */
	public static ExitCode first(Collection<ExitCode> several) {
		return several.stream().min(Comparator.naturalOrder()).orElse(OK);
	}

}
