package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import org.jspecify.annotations.Nullable;

/**
 * How sending behaves.
 *
 * @param patience how long to wait, in all, for a portal in trouble (design section 7)
 * @param settle how long the portal may still be at a request whose answer was lost
 * @param decide what a person decided about rows in doubt: an id, or {@code none}
 * @param rate at most so many requests a minute; null: as fast as the portal takes them
 * @param sleepThrough whether to sleep through long pauses
 * @param ignorePause whether to send although the portal has asked an earlier start for a
 * longer pause
 * @param maxErrors how many rows may fail in one start, as {@code 20} or {@code 5%};
 * null: all
 */
@ConfigurationProperties("groupbatch.send")
record SendProperties(@DefaultValue("2m") Duration patience, @DefaultValue("90s") Duration settle,
		@DefaultValue Map<Long, String> decide, @Nullable Integer rate, @DefaultValue("false") boolean sleepThrough,
		@DefaultValue("false") boolean ignorePause, @Nullable String maxErrors) {

	SendProperties {
		decide = Map.copyOf(decide);
	}

	private static final Duration LONGEST_GAP = Duration.ofSeconds(2);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	/**
	 * Between two looks that shall agree: time for what is still under way to show.
	 */
	Duration gap() {
		Duration part = this.settle.dividedBy(4);
		return (part.compareTo(LONGEST_GAP) < 0) ? part : LONGEST_GAP;
	}

	/** What a person decided about rows in doubt. */
	Decisions decisions() {
		return new Decisions(this.decide.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> Decisions.Decision.of(entry.getValue()))));
	}

	/**
	 * The pauses before each try whether the portal is back: growing, and no more than
	 * patience in all.
	 */
	List<Duration> pauses() {
		List<Duration> pauses = new ArrayList<>();
		Duration left = this.patience;
		Duration next = Duration.ofSeconds(1);
		while (left.compareTo(Duration.ZERO) > 0) {
			Duration pause = (next.compareTo(left) < 0) ? next : left;
			pauses.add(pause);
			left = left.minus(pause);
			next = (next.compareTo(LONGEST_PAUSE) < 0) ? next.multipliedBy(2) : LONGEST_PAUSE;
		}
		return pauses;
	}

}
