package io.groupbatch.journal.run;

/**
 * Why a run stopped before its end; the exit code follows from it.
 */
public enum StopReason {

	/** Rows are wrong, nothing was sent. */
	BAD_INPUT,
	/** The file is not the one that the run was started with. */
	CHANGED_INPUT,
	/** A guard or a stop rule said no. */
	GUARD,
	/** The plan waits for a yes. */
	NOT_APPROVED,
	/** The portal asks to come back later. */
	PAUSED,
	/** No answer, or none that a portal would give. */
	PORTAL,
	/** The key, or what it may do. */
	KEY,
	/** Asked to stop by Ctrl-C (SIGINT). */
	INTERRUPTED,
	/** Asked to stop by another process, or the system (SIGTERM). */
	TERMINATED

}
