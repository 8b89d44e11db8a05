package io.groupbatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.groupbatch.journal.Halt;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;

/**
 * How a run stands, as numbers and as the exit code that follows from them.
 *
 * @param run the run
 * @param counts how many rows have each status
 */
record Verdict(Run run, Map<RowStatus, Long> counts) {

	ExitCode exitCode() {
		List<ExitCode> several = new ArrayList<>();
		Halt halt = this.run.halt();
		if (halt != null) {
			several.add(of(halt));
		}
		if (has(RowStatus.UNKNOWN)) {
			several.add(ExitCode.SOME_UNKNOWN);
		}
		boolean waits = this.run.state() == RunState.PLANNED;
		if (has(RowStatus.NOT_SENT) && !has(RowStatus.UNKNOWN) && halt == null && !waits) {
			several.add(ExitCode.STOPPED);
		}
		if (has(RowStatus.INVALID) || has(RowStatus.FAILED) || has(RowStatus.PARTIAL)) {
			several.add(ExitCode.SOME_NOT_DONE);
		}
		return ExitCode.first(several);
	}

	boolean has(RowStatus status) {
		return count(status) > 0;
	}

	long count(RowStatus status) {
		return this.counts.getOrDefault(status, 0L);
	}

	long total() {
		return this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Whether sending can go on, by the same command or by resume. */
	boolean isOpen() {
		return switch (this.run.state()) {
			case STAGING, PLANNING, PLANNED, UNFINISHED, WAITING -> true;
			case REFUSED, FINISHED, CANCELLED -> false;
		};
	}

	/**
	 * Whether another command can go on: a plan for a sandbox that ends with the command
	 * cannot be sent.
	 */
	boolean goesOn() {
		return isOpen() && !this.run.target().sandbox();
	}

	/** What the shell is told of a reason to stop. */
	static ExitCode of(Halt halt) {
		return switch (halt.reason()) {
			case BAD_INPUT -> ExitCode.BAD_INPUT;
			case CHANGED_INPUT, GUARD, NOT_APPROVED -> ExitCode.STOPPED;
			case PAUSED -> ExitCode.PAUSED;
			case PORTAL -> ExitCode.PORTAL_NOT_REACHABLE;
			case KEY -> ExitCode.KEY_OR_RIGHTS;
			case INTERRUPTED -> ExitCode.INTERRUPTED;
			case TERMINATED -> ExitCode.TERMINATED;
		};
	}

}
