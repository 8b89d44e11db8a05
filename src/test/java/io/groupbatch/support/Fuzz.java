package io.groupbatch.support;

import java.time.Duration;
import java.util.Random;

/**
 * Tries something with input made by chance, over and over, until its time is up: two
 * seconds, or as many as {@code -Dfuzz.seconds} says. A failure names its seed;
 * {@code -Dfuzz.seed} begins with that.
 */
public final class Fuzz {

	/** What a user would not wait for. */
	private static final Duration HANG = Duration.ofSeconds(1);

	private final long first = Long.getLong("fuzz.seed", System.nanoTime());

	private final Duration budget = Duration.ofSeconds(Long.getLong("fuzz.seconds", 2));

	/** What is tried: an exception or a failed assertion is a finding. */
	@FunctionalInterface
	public interface Target {

		void meet(Random chance) throws Exception;

	}

	/**
	 * Tries it.
	 * @return how often
	 */
	public long attack(Target target) {
		long end = System.nanoTime() + this.budget.toNanos();
		long seed = this.first;
		do {
			// A busy computer may stop for a second, but not twice at the same place.
			if (isSlow(seed, target, 2)) {
				throw new AssertionError("It takes over a second: -Dfuzz.seed=" + seed);
			}
			seed++;
		}
		while (System.nanoTime() < end);
		return seed - this.first;
	}

	private static boolean isSlow(long seed, Target target, int attempts) {
		for (int i = 0; i < attempts; i++) {
			if (time(seed, target).compareTo(HANG) <= 0) {
				return false;
			}
		}
		return true;
	}

	private static Duration time(long seed, Target target) {
		long start = System.nanoTime();
		try {
			target.meet(new Random(seed));
		}
		catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError ex) {
			throw new AssertionError("Found with -Dfuzz.seed=" + seed, ex);
		}
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
