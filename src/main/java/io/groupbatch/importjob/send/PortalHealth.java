package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.groupbatch.journal.Halt;
import io.groupbatch.journal.StopReason;
import io.groupbatch.portal.Answer;

/**
 * Notices a portal in trouble from what its answers have in common, so that it costs no
 * more rows than there are workers (design section 7, "Portal in trouble" and "Stop
 * rules"). Thread-safe.
 */
final class PortalHealth {

	private static final int MOST_REFUSALS = 10;

	private final int workers;

	private final List<Duration> pauses;

	private int bad;

	private int refusals;

	private boolean recovering;

	/**
	 * Begins with a portal that is well.
	 * @param pauses before each try whether a portal in trouble is back
	 */
	PortalHealth(int workers, List<Duration> pauses) {
		this.workers = workers;
		this.pauses = List.copyOf(pauses);
	}

	/**
	 * Takes an answer into account.
	 * @return why sending has to stop, when the portal refuses everything
	 */
	synchronized Optional<Halt> saw(NextStep step, Answer answer) {
		boolean good = step == NextStep.COMPARE || step == NextStep.GONE || step == NextStep.REFUSED;
		if (good) {
			this.bad = 0;
			this.recovering = false;
		}
		else if (step == NextStep.DOUBT || answer.status() >= 500) {
			this.bad++;
		}
		boolean odd = step == NextStep.REFUSED && answer.status() != 400 && answer.status() != 404
				&& answer.status() != 415;
		this.refusals = odd ? this.refusals + 1 : good ? 0 : this.refusals;
		return (this.refusals < MOST_REFUSALS) ? Optional.empty()
				: Optional.of(new Halt(StopReason.GUARD,
						"The portal refused %d requests in a row (%d). Find out why before you go on."
							.formatted(this.refusals, answer.status())));
	}

	/** How long to wait before each try whether the portal is back. */
	List<Duration> pauses() {
		return this.pauses;
	}

	/** How many requests may be under way now; none while the portal is in trouble. */
	synchronized int places() {
		return isInTrouble() ? 0 : this.recovering ? 1 : this.workers;
	}

	/** Whether so many answers in a row were bad that nothing new may be marked. */
	synchronized boolean isInTrouble() {
		return this.bad >= this.workers;
	}

	/** The portal answers again: one request first, then all. */
	synchronized void recovered() {
		this.bad = 0;
		this.recovering = true;
	}

}
