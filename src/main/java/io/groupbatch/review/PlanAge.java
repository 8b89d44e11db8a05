package io.groupbatch.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StateBefore;

import org.springframework.stereotype.Component;

/**
 * Says whether a plan is so old that what it changes is looked at first, and what that
 * costs (design section 5, "Old plans"). Thread-safe.
 */
@Component
public class PlanAge {

	/** A younger plan is sent as it is. */
	private static final Duration YOUNG = Duration.ofMinutes(10);

	private final Runs runs;

	private final StateBefore before;

	private final Clock clock;

	PlanAge(Runs runs, StateBefore before, Clock clock) {
		this.runs = runs;
		this.before = before;
		this.clock = clock;
	}

	/**
	 * Whether the run's plan is old now. It is as old as what it was made from, or was
	 * last compared with.
	 */
	public boolean isOld(long run) {
		Instant since = this.clock.instant().minus(YOUNG);
		return this.runs.directoryReadAt(run).filter(since::isAfter).isPresent();
	}

	/**
	 * How many looks the run takes besides its requests.
	 */
	public Looks looks(long run) {
		return new Looks(this.before.countOpenGroups(run), isOld(run));
	}

	/**
	 * What an old plan looks at before it is sent.
	 *
	 * @param most one look for each group that is still to be changed or made
	 * @param due whether the plan is old already; else they are taken only when it is
	 */
	public record Looks(long most, boolean due) {
	}

}
