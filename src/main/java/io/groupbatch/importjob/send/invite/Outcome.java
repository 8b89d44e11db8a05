package io.groupbatch.importjob.send.invite;

import io.groupbatch.journal.run.StopCause;

import org.jspecify.annotations.Nullable;

/**
 * How sending the invitations of a run has ended.
 *
 * @param isDone whether it is known of each person what became of the invitation
 * @param why why not; null when it is known, or when the process was asked to stop
 */
public record Outcome(boolean isDone, @Nullable StopCause why) {

	static final Outcome DONE = new Outcome(true, null);

	static final Outcome BROKEN_OFF = new Outcome(false, null);

	static Outcome stopped(StopCause why) {
		return new Outcome(false, why);
	}

}
