package io.groupbatch.sandbox.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

import io.groupbatch.sandbox.protocol.ApiResponse;

import org.jspecify.annotations.Nullable;

/**
 * The portal's three global limiters, asked in its order: sliding window, requests at
 * once, writes a day. A request refused by the second or third has used up its place in
 * the first (portal contract 4). Safe for many threads.
 */
public final class RateLimiter {

	private static final Duration WINDOW = Duration.ofSeconds(60);

	private final RateLimits limits;

	private final Clock clock;

	private final Map<String, Budget> budgets = new HashMap<>();

	public RateLimiter(RateLimits limits, Clock clock) {
		this.limits = limits;
		this.clock = clock;
	}

	private static final class Budget {

		private final ArrayDeque<Instant> window = new ArrayDeque<>();

		private int readsUnderWay;

		private int writesUnderWay;

		private int writesToday;

		private Instant dayEnds = Instant.MIN;

		private int underWay(boolean write) {
			return write ? this.writesUnderWay : this.readsUnderWay;
		}

		private void count(boolean write, int change) {
			if (write) {
				this.writesUnderWay += change;
			}
			else {
				this.readsUnderWay += change;
			}
		}

	}

	/** Lets a request in, or answers 429; a request let in must leave. */
	synchronized @Nullable ApiResponse enter(String caller, String method) {
		Instant now = this.clock.instant();
		Budget budget = this.budgets.computeIfAbsent(caller, (key) -> new Budget());
		if (!takesWindow(budget, now)) {
			return refused(this.limits.perMinute());
		}
		boolean write = isWrite(method);
		int atOnce = write ? this.limits.writesAtOnce() : this.limits.readsAtOnce();
		if (atOnce > 0 && budget.underWay(write) >= atOnce) {
			return refused(atOnce);
		}
		if ((method.equals("POST") || method.equals("PUT")) && !takesDay(budget, now)) {
			return refusedUntil(budget.dayEnds, now);
		}
		budget.count(write, 1);
		return null;
	}

	/** Everybody may write as on the first day. */
	public synchronized void newDay() {
		this.budgets.values().forEach((budget) -> budget.dayEnds = Instant.MIN);
	}

	private boolean takesWindow(Budget budget, Instant now) {
		if (this.limits.perMinute() == 0) {
			return true;
		}
		Instant start = now.minus(WINDOW);
		while (!budget.window.isEmpty() && !budget.window.getFirst().isAfter(start)) {
			budget.window.removeFirst();
		}
		if (budget.window.size() >= this.limits.perMinute()) {
			return false;
		}
		budget.window.addLast(now);
		return true;
	}

	private boolean takesDay(Budget budget, Instant now) {
		if (this.limits.writesPerDay() == 0) {
			return true;
		}
		if (!now.isBefore(budget.dayEnds)) {
			budget.dayEnds = now.plus(this.limits.day());
			budget.writesToday = 0;
		}
		if (budget.writesToday >= this.limits.writesPerDay()) {
			return false;
		}
		budget.writesToday++;
		return true;
	}

	synchronized void leave(String caller, String method) {
		Budget budget = this.budgets.get(caller);
		if (budget != null) {
			budget.count(isWrite(method), -1);
		}
	}

	private static boolean isWrite(String method) {
		return !method.equals("GET");
	}

	private static ApiResponse refused(int limit) {
		return ApiResponse.empty(429,
				Map.of("X-RateLimit-Limit", Integer.toString(limit), "X-RateLimit-Remaining", "0"));
	}

	private ApiResponse refusedUntil(Instant end, Instant now) {
		long seconds = Math.max(1, Duration.between(now, end).plusNanos(999_999_999).toSeconds());
		return ApiResponse.empty(429,
				Map.of("X-RateLimit-Limit", Integer.toString(this.limits.writesPerDay()), "X-RateLimit-Remaining", "0",
						"X-RateLimit-Reset", Long.toString(end.getEpochSecond()), "Retry-After",
						Long.toString(seconds)));
	}

}
