package io.groupbatch.journal.run;

/**
 * Why a run stopped, kept with it until it goes on.
 *
 * @param reason decides the exit code
 * @param sentence for people: what happened and what to do
 */
public record StopCause(StopReason reason, String sentence) {

	/** A plan that nobody has said yes to. */
	public static final StopCause NOT_APPROVED = new StopCause(StopReason.NOT_APPROVED,
			"Nothing was sent: the plan waits for a yes. Give it with apply.");

	/** Stopped by a signal. */
	public static final StopCause INTERRUPTED = new StopCause(StopReason.INTERRUPTED, "Stopped by a signal.");

}
