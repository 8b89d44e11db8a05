package io.groupbatch.portal.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * When the requests of the last minute were sent: a portal may limit them in any 60
 * seconds (portal contract 4). Of more than {@value #MOST} only the latest are known.
 * Thread-safe.
 */
public final class RecentRequests {

	private static final int MOST = 1 << 15;

	/**
	 * A little longer than the portal's, because requests do not all travel equally fast.
	 */
	private static final long WINDOW_MILLIS = 60_200;

	private final LongSupplier nanoTime;

	private final long origin;

	private final long[] times = new long[MOST];

	private int first;

	private int count;

	/**
	 * Begins with none.
	 * @param nanoTime measures time, as {@link System#nanoTime()}: it cannot be set
	 */
	public RecentRequests(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.origin = nanoTime.getAsLong();
	}

	/** A request is sent now. */
	synchronized void note() {
		add(millis());
	}

	/**
	 * The portal counts more requests than these, sent by other clients; it is not known
	 * when, so they are taken to be spread evenly over the last minute.
	 * @param others how many
	 */
	public synchronized void assume(int others) {
		restore(LongStream.range(0, others).map((i) -> WINDOW_MILLIS * i / Math.max(1, others)).toArray());
	}

	/**
	 * Takes over what an earlier process has sent.
	 * @param ages how many milliseconds ago it was sent
	 */
	public synchronized void restore(long[] ages) {
		long now = millis();
		long[] all = LongStream.concat(Arrays.stream(ages), Arrays.stream(ages())).map((age) -> now - age).toArray();
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
		return Duration.ofMillis(Math.max(1, last + WINDOW_MILLIS - millis()));
	}

	/**
	 * How long ago each request of the last minute was sent, oldest first.
	 * @return milliseconds
	 */
	public synchronized long[] ages() {
		long now = millis();
		long[] ages = new long[this.count];
		for (int i = 0; i < this.count; i++) {
			ages[i] = now - this.times[(this.first + i) % MOST];
		}
		return ages;
	}

	private long millis() {
		return TimeUnit.NANOSECONDS.toMillis(this.nanoTime.getAsLong() - this.origin);
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
		long oldest = millis() - WINDOW_MILLIS;
		while (this.count > 0 && this.times[this.first] <= oldest) {
			this.first = (this.first + 1) % MOST;
			this.count--;
		}
	}

}
