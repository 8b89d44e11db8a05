package io.groupbatch.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/**
 * When the requests of the last minute were sent: a portal may limit them in any 60
 * seconds (portal contract 4). Of more than {@value #MOST} only the latest are known.
 * Thread-safe.
 */
public final class RecentRequests {

	private static final int MOST = 1 << 15;

	/** A little longer than the portal's, for requests do not all travel equally fast. */
	private static final long WINDOW_MILLIS = 60_200;

	private final Clock clock;

	private final long[] times = new long[MOST];

	private int first;

	private int count;

	public RecentRequests(Clock clock) {
		this.clock = clock;
	}

	/** A request is sent now. */
	synchronized void note() {
		add(this.clock.millis());
	}

	/**
	 * The portal counts more requests than these, sent by somebody else; nobody knows
	 * when.
	 * @param others how many
	 */
	public synchronized void assume(int others) {
		long now = this.clock.millis();
		for (int i = 0; i < others; i++) {
			add(now);
		}
	}

	/**
	 * Takes over what an earlier process has sent.
	 * @param earlier times in milliseconds of the epoch
	 */
	public synchronized void restore(long[] earlier) {
		long[] all = Arrays.copyOf(earlier, earlier.length + this.count);
		System.arraycopy(times(), 0, all, earlier.length, this.count);
		Arrays.sort(all);
		this.count = 0;
		Arrays.stream(all).forEach(this::add);
		expire();
	}

	/**
	 * How many requests the last minute saw.
	 * @return the number
	 */
	public synchronized int count() {
		expire();
		return this.count;
	}

	/**
	 * How long until the last minute has seen no more than some requests.
	 * @param most how many
	 * @return the time; zero when it is so now
	 */
	public synchronized Duration untilAtMost(int most) {
		expire();
		if (this.count <= most) {
			return Duration.ZERO;
		}
		long last = this.times[(this.first + this.count - most - 1) % MOST];
		return Duration.ofMillis(Math.max(1, last + WINDOW_MILLIS - this.clock.millis()));
	}

	/**
	 * The times of the last minute, oldest first.
	 * @return milliseconds of the epoch
	 */
	public synchronized long[] times() {
		long[] copy = new long[this.count];
		for (int i = 0; i < this.count; i++) {
			copy[i] = this.times[(this.first + i) % MOST];
		}
		return copy;
	}

	private void add(long time) {
		if (this.count == MOST) {
			this.first = (this.first + 1) % MOST;
			this.count--;
		}
		this.times[(this.first + this.count) % MOST] = time;
		this.count++;
	}

	private void expire() {
		long oldest = this.clock.millis() - WINDOW_MILLIS;
		while (this.count > 0 && this.times[this.first] <= oldest) {
			this.first = (this.first + 1) % MOST;
			this.count--;
		}
	}

}
