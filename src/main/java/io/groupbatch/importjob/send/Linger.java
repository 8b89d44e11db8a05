package io.groupbatch.importjob.send;

import io.groupbatch.journal.send.RequestResult;

/**
 * How long to wait for the other results when one has arrived.
 * <p>
 * Every turn of the pipeline costs about the same, and waits for the disk once, for
 * however many requests. Where the portal answers faster than a turn takes, the others
 * are about to arrive as well, and to take them along saves more time than it costs.
 * Where it is slower, that pays only as long as the workers have enough to send without
 * it. For one thread.
 */
final class Linger {

	private static final double WEIGHT = 0.1;

	/** A turn takes at most a fifth of the time while the workers have enough to send. */
	private static final long TURNS = 4;

	private double turnNanos;

	private double answerNanos = Double.MAX_VALUE;

	/** From results to the next requests on their way it took so long. */
	void turned(long nanos) {
		this.turnNanos += WEIGHT * (nanos - this.turnNanos);
	}

	/** An answer came. */
	void answered(RequestResult result) {
		Integer millis = (result.trace() != null) ? result.trace().millis() : null;
		if (millis != null) {
			// Whole milliseconds, rounded down.
			double nanos = (millis + 0.5) * 1_000_000;
			this.answerNanos = (this.answerNanos == Double.MAX_VALUE) ? nanos
					: this.answerNanos + WEIGHT * (nanos - this.answerNanos);
		}
	}

	/**
	 * How long it pays to wait; 0: not at all.
	 * @param enough whether the workers have enough to send meanwhile
	 */
	long nanos(boolean enough) {
		if (enough) {
			return TURNS * (long) this.turnNanos;
		}
		return (this.answerNanos < this.turnNanos) ? (long) this.turnNanos : 0;
	}

}
