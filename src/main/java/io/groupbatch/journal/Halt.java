package io.groupbatch.journal;

/**
 * Why a run stopped, kept with it until it goes on.
 *
 * @param reason decides the exit code
 * @param sentence for people: what happened and what to do
 */
public record Halt(StopReason reason, String sentence) {

	/** Stopped by a signal. */
	public static final Halt INTERRUPTED = new Halt(StopReason.INTERRUPTED, "Stopped by a signal.");

}
