package io.groupbatch.journal.run;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a portal limits an account, as far as its refusals have shown (portal contract 4).
 *
 * @param perMinute requests in any 60 seconds, null: not known
 * @param atOnce requests under way, null: not known
 * @param unlimited whether more than the usual number a minute went through
 * @param pause it takes nothing for a while, null: no pause is known
 */
public record PortalLimits(@Nullable Integer perMinute, @Nullable Integer atOnce, boolean unlimited,
		@Nullable Pause pause) {

	/** Nothing is known. */
	public static final PortalLimits UNKNOWN = new PortalLimits(null, null, false, null);

	/** The same, with another pause or none. */
	public PortalLimits paused(@Nullable Pause other) {
		return new PortalLimits(this.perMinute, this.atOnce, this.unlimited, other);
	}

	/**
	 * The portal asked to be left alone.
	 *
	 * @param said when it did
	 * @param length for how long from then
	 */
	public record Pause(Instant said, Duration length) {

		/** When it ends, by the clock that said when it began. */
		public Instant until() {
			return this.said.plus(this.length);
		}

		/**
		 * How long it still lasts. A clock that was set back since does not make it
		 * longer than it was.
		 */
		public Duration left(Instant now) {
			Duration left = Duration.between(now, until());
			return (left.compareTo(this.length) < 0) ? left : this.length;
		}

		/** Whether nothing is left of it. */
		public boolean isOver(Instant now) {
			return left(now).compareTo(Duration.ZERO) <= 0;
		}

	}

}
