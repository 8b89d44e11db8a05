package io.groupbatch.importjob.send.pace;

import java.time.Duration;

import io.groupbatch.journal.run.PortalLimits;
import io.groupbatch.portal.http.RecentRequests;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.jspecify.annotations.Nullable;

/**
 * How many requests the portal lets through, as far as its refusals have shown (portal
 * contract 4); the program stays just below. Thread-safe.
 */
public final class RateBudget {

	private static final Logger logger = LoggerFactory.getLogger(RateBudget.class);

	/** Below it a limit is one of requests at once, not of requests a minute. */
	private static final int SMALL_LIMIT = 100;

	/** Requests at once stay below a learned limit by that: places are freed late. */
	private static final int ROOM_AT_ONCE = 2;

	/** Requests a minute stay below it by that: so many may be on their way uncounted. */
	private static final int ROOM_PER_MINUTE = 15;

	/**
	 * Where a portal that limits requests usually does. Around it few are sent at once,
	 * so that few are refused.
	 */
	private static final int USUAL_PER_MINUTE = 1500;

	private static final int CAREFUL_AT_ONCE = 3;

	private final RecentRequests recent;

	private PortalLimits limits;

	/**
	 * Begins with what was learned before.
	 */
	public RateBudget(RecentRequests recent, PortalLimits known) {
		this.recent = recent;
		this.limits = known;
	}

	/** What is known now. */
	public synchronized PortalLimits limits() {
		return this.limits;
	}

	/** The portal asks for a long pause; null: it is over. */
	synchronized void paused(PortalLimits.@Nullable Pause pause) {
		this.limits = this.limits.paused(pause);
	}

	/**
	 * The portal refused a request because of a limit.
	 * @return whether it was one of requests a minute
	 */
	synchronized boolean learn(int limit) {
		PortalLimits old = this.limits;
		boolean minute = limit >= SMALL_LIMIT;
		this.limits = new PortalLimits(minute ? Integer.valueOf(limit) : old.perMinute(),
				minute ? old.atOnce() : Integer.valueOf(limit), old.unlimited(), old.pause());
		if (!this.limits.equals(old)) {
			logger.info("Limit(of={}, {})", limit, minute ? "requests a minute" : "requests at once");
		}
		if (minute) {
			this.recent.assume(Math.max(0, limit - this.recent.count()));
		}
		return minute;
	}

	/**
	 * How many further requests may be marked now.
	 * @param busy how many are under way
	 */
	synchronized int places(int busy) {
		int left = (this.limits.perMinute() != null) ? mostPerMinute(this.limits.perMinute()) - this.recent.count()
				: Integer.MAX_VALUE;
		return Math.min(left, atOnce() - busy);
	}

	/**
	 * Whether requests may be marked that have to wait for a free sender. Not when a
	 * limit is known or near: then a free sender may have to wait, too.
	 */
	synchronized boolean isUnlimited() {
		boolean near = !this.limits.unlimited() && this.recent.count() > USUAL_PER_MINUTE - 2 * ROOM_PER_MINUTE;
		return this.limits.perMinute() == null && this.limits.atOnce() == null && !near;
	}

	/** How long until one more may be sent. */
	synchronized Duration untilNext() {
		return (this.limits.perMinute() != null) ? this.recent.untilAtMost(mostPerMinute(this.limits.perMinute()) - 1)
				: Duration.ZERO;
	}

	private int atOnce() {
		int seen = this.recent.count();
		boolean usual = this.limits.perMinute() == null && !this.limits.unlimited();
		if (usual && seen > USUAL_PER_MINUTE + ROOM_PER_MINUTE) {
			this.limits = new PortalLimits(null, this.limits.atOnce(), true, this.limits.pause());
		}
		else if (usual && seen > USUAL_PER_MINUTE - ROOM_PER_MINUTE) {
			return CAREFUL_AT_ONCE;
		}
		Integer atOnce = this.limits.atOnce();
		return (atOnce != null) ? Math.max(1, atOnce - ROOM_AT_ONCE) : Integer.MAX_VALUE;
	}

	private static int mostPerMinute(int limit) {
		return Math.max(1, limit - ROOM_PER_MINUTE);
	}

}
