package io.groupbatch.importjob.send;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sending behaves; there is no reason to change it but a test in a hurry.
 *
 * @param patience how long to wait, in all, for a portal in trouble (design section 7)
 */
@ConfigurationProperties("groupbatch.send")
record SendProperties(@DefaultValue("2m") Duration patience) {

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

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
