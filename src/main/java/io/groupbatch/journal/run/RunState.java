package io.groupbatch.journal.run;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a run stands (docs/architecture.md, "Which run"). It outlives the process.
 */
public enum RunState {

	/** Its file is being copied into the journal. */
	STAGING,
	/** The portal is being looked at; nothing was marked. */
	PLANNING,
	/** Everything is decided and waits for a yes. */
	PLANNED,
	/** The file or a guard said no before anything was marked. */
	REFUSED,
	/** Something may have been sent, and rows are open. */
	UNFINISHED,
	/** All that is open is in doubt, and rows behind it. */
	WAITING,
	/** Nothing is open. */
	FINISHED,
	/** Given up by a person. */
	CANCELLED;

	/**
	 * Whether a run may change from this state to another one. A start that changes
	 * nothing may set PLANNED or WAITING again.
	 */
	public boolean mayBecome(RunState next) {
		return next().contains(next);
	}

	/** The table of allowed changes. A run begins in STAGING. */
	private Set<RunState> next() {
		return switch (this) {
			case STAGING -> EnumSet.of(PLANNING, REFUSED, CANCELLED);
			case PLANNING, PLANNED -> EnumSet.of(PLANNED, REFUSED, UNFINISHED, CANCELLED);
			case UNFINISHED, WAITING -> EnumSet.of(WAITING, FINISHED, CANCELLED);
			case REFUSED -> EnumSet.of(CANCELLED);
			case FINISHED, CANCELLED -> EnumSet.noneOf(RunState.class);
		};
	}

	/**
	 * Whether it will never go on.
	 */
	public boolean isEnded() {
		return this == REFUSED || this == FINISHED || this == CANCELLED;
	}

	/**
	 * Whether it has come to sending, so that there is something to report of groups.
	 */
	public boolean hasComeToSending() {
		return !isBeforeSending() && this != REFUSED;
	}

	/**
	 * Whether nothing of the run can have been sent.
	 */
	public boolean isBeforeSending() {
		return compareTo(UNFINISHED) < 0;
	}

}
