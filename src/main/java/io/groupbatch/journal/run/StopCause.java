package io.groupbatch.journal.run;

import java.util.List;

/**
 * Why a run stopped, kept with it until it goes on.
 *
 * @param reason decides the exit code
 * @param sentence for people: what happened and what to do
 */
public record StopCause(StopReason reason, String sentence) {

	/** A plan that is not approved. */
	public static final StopCause NOT_APPROVED = new StopCause(StopReason.NOT_APPROVED,
			"Nothing was sent: the plan waits for a yes. Give it with apply.");

	/**
	 * A plan whose approval could not be asked for: there is no terminal.
	 * @param risks what is much of it, a sentence each
	 */
	public static StopCause nobodyAsked(List<String> risks) {
		return new StopCause(StopReason.NOT_APPROVED,
				("Nothing was sent: there is no terminal to ask at, and --yes was not"
						+ " given, which a scheduled job needs. The plan is kept: send it with apply, at a terminal or with"
						+ " --yes; or give the same command again with --yes. " + String.join(" ", risks))
					.strip());
	}

	/** Stopped by a signal. */
	public static final StopCause INTERRUPTED = new StopCause(StopReason.INTERRUPTED, "Stopped by a signal.");

}
