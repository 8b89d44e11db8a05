package io.groupbatch.journal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a portal limits an account, as far as its refusals have shown (portal contract 4).
 *
 * @param perMinute requests in any 60 seconds, null: not known
 * @param atOnce requests under way, null: not known
 * @param unlimited whether more than the usual number a minute went through
 * @param pausedUntil before then it takes nothing, null: no pause is known
 */
public record PortalLimits(@Nullable Integer perMinute, @Nullable Integer atOnce, boolean unlimited,
		@Nullable Instant pausedUntil) {

	/** Nothing is known. */
	public static final PortalLimits UNKNOWN = new PortalLimits(null, null, false, null);

}
