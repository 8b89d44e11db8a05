package io.groupbatch.portal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.http.RequestedPause;

/**
 * Holds all reads back together while the portal asks for it ({@link RequestedPause}):
 * one of them waits for all. Thread-safe.
 */
final class ReadThrottle {

	private final PortalClient client;

	private final Consumer<Duration> sleep;

	private final ReentrantLock pausing = new ReentrantLock();

	private volatile Refusals refusals = Refusals.NONE;

	private int pauses;

	ReadThrottle(PortalClient client, Consumer<Duration> sleep) {
		this.client = client;
		this.sleep = sleep;
	}

	/**
	 * Waits while another read waits for the portal.
	 * @return how many pauses there were
	 */
	int await() {
		this.pausing.lock();
		try {
			return this.pauses;
		}
		finally {
			this.pausing.unlock();
		}
	}

	/** The portal took a read. */
	void letThrough() {
		this.refusals = Refusals.NONE;
	}

	/**
	 * The portal asks to wait; waits, unless that was done since the read was sent.
	 * @param pausesBefore how many pauses there were when it was sent
	 * @return whether to read again; not when the portal lets nothing through
	 */
	boolean refused(Answer answer, int pausesBefore) {
		this.pausing.lock();
		try {
			if (this.pauses != pausesBefore) {
				return true;
			}
			Refusals before = this.refusals;
			Duration pause = RequestedPause.of(answer, before.count(), ThreadLocalRandom.current()).length();
			Refusals now = new Refusals(before.count() + 1, before.waited().plus(pause));
			if (now.isEnough()) {
				return false;
			}
			this.refusals = now;
			this.client.pausing(pause);
			this.sleep.accept(pause);
			this.pauses++;
			return true;
		}
		finally {
			this.pausing.unlock();
		}
	}

	/**
	 * What was refused since something was let through.
	 *
	 * @param waited how long that was waited for
	 */
	private record Refusals(int count, Duration waited) {

		private static final Refusals NONE = new Refusals(0, Duration.ZERO);

		private boolean isEnough() {
			return this.count > RequestedPause.MOST_REFUSALS || this.waited.compareTo(RequestedPause.LONGEST_WAIT) > 0;
		}

	}

}
