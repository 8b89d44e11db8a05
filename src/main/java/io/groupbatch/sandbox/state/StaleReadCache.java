package io.groupbatch.sandbox.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How groups looked a while ago, for reads from a cache that lags (portal contract 9.11).
 * Not safe for threads; its user locks.
 */
public final class StaleReadCache {

	private final Clock clock;

	private final Deque<Was> changed = new ArrayDeque<>();

	private Duration kept = Duration.ZERO;

	public StaleReadCache(Clock clock) {
		this.clock = clock;
	}

	private record Was(Instant until, StoredGroup group) {

	}

	/** Sets for how long what was is kept; at first nothing is. */
	public void keep(Duration time) {
		this.kept = time;
	}

	/** The group is about to change. */
	void note(StoredGroup group) {
		Instant now = this.clock.instant();
		while (!this.changed.isEmpty() && this.changed.getFirst().until.isBefore(now.minus(this.kept))) {
			this.changed.removeFirst();
		}
		if (!this.kept.isZero()) {
			this.changed.addLast(new Was(now, group.copy(group.name())));
		}
	}

	/**
	 * The group as it was so long ago: empty if it is newer; null if it was not there.
	 */
	public @Nullable StoredGroup seen(UUID id, @Nullable StoredGroup now, Duration age) {
		return before(age).getOrDefault(id, now);
	}

	/** A group of a list, whose name is always new. */
	StoredGroup listed(StoredGroup now, Duration age) {
		StoredGroup seen = seen(now.id(), now, age);
		return (seen == null || seen == now) ? now : seen.copy(now.name());
	}

	/** The person's groups so long ago, of those that the person has now. */
	List<StoredGroup> seen(StoredPerson account, Collection<StoredGroup> now, Duration age) {
		Map<UUID, StoredGroup> before = before(age);
		List<StoredGroup> seen = new ArrayList<>(now);
		seen.removeIf((group) -> before.containsKey(group.id()));
		before.values().stream().filter(account::isIn).forEach(seen::add);
		return seen;
	}

	/** Groups that have changed since, as they were. */
	private Map<UUID, StoredGroup> before(Duration age) {
		Map<UUID, StoredGroup> before = new LinkedHashMap<>();
		if (!age.isZero()) {
			Instant then = this.clock.instant().minus(age);
			this.changed.stream()
				.filter((was) -> was.until.isAfter(then))
				.forEach((was) -> before.putIfAbsent(was.group.id(), was.group));
		}
		return before;
	}

}
