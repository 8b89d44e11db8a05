package io.groupbatch.review;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.groupbatch.journal.send.PlanBaseline;

import org.springframework.stereotype.Component;

/**
 * Says whether the plan of a run may be out of date, so that each group is compared with
 * the portal before it is changed.
 * <p>
 * A plan is up to date for ten minutes after this process has read the portal for it.
 * What an earlier process has read counts for nothing, whatever the time: another run may
 * have been sent since, the journal may be a copy from a backup, or the clock may have
 * been set. Only the monotonic clock is used. Thread-safe.
 */
@Component
public class PlanFreshness {

	private static final long YOUNG_NANOS = Duration.ofMinutes(10).toNanos();

	private final PlanBaseline before;

	private final Map<Long, Long> readAt = new ConcurrentHashMap<>();

	public PlanFreshness(PlanBaseline before) {
		this.before = before;
	}

	/**
	 * The time now, to be given to {@link #read}.
	 * @return monotonic, in nanoseconds
	 */
	public long now() {
		return System.nanoTime();
	}

	/**
	 * Notes that this process has read the portal for the plan of a run, or has compared
	 * the two and found them the same.
	 * @param began {@link #now} just before it began to read
	 */
	public void read(long run, long began) {
		this.readAt.put(run, began);
	}

	/**
	 * Whether the run's plan may be out of date now.
	 */
	public boolean isOld(long run) {
		Long read = this.readAt.get(run);
		return read == null || now() - read > YOUNG_NANOS;
	}

	/**
	 * How many looks the run takes in addition to its requests.
	 */
	public Looks looks(long run) {
		return new Looks(this.before.countOpenGroups(run), isOld(run));
	}

	/**
	 * What is looked at before an old plan is sent.
	 *
	 * @param most one look for each group that is still to be changed or made
	 * @param due whether the plan is old already; else they are taken only when it is
	 */
	public record Looks(long most, boolean due) {
	}

}
