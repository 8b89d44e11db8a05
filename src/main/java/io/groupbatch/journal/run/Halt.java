package io.groupbatch.journal.run;

/**
 * Why a run stopped, kept with it until it goes on.
 *
 * @param reason decides the exit code
 * @param sentence for people: what happened and what to do
 */
public record Halt(StopReason reason, String sentence) {

	/** A plan that nobody has said yes to. */
	public static final Halt NOT_APPROVED = new Halt(StopReason.NOT_APPROVED,
			"Nothing was sent: the plan waits for a yes. Give it with apply.");

	/** Stopped by a signal. */
	public static final Halt INTERRUPTED = new Halt(StopReason.INTERRUPTED, "Stopped by a signal.");

}
