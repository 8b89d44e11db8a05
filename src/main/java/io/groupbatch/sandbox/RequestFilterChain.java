package io.groupbatch.sandbox;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.groupbatch.sandbox.ApiKeys.Caller;
import io.groupbatch.sandbox.Routes.Admission;
import io.groupbatch.sandbox.Routes.Route;
import io.groupbatch.sandbox.Sandbox.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The checks that a request passes before its endpoint, in the order of portal contract
 * 2.3: route, key, rate limits, scope, and the condition of the portal as a whole.
 */
final class RequestFilterChain {

	private static final Caller NOBODY = new Caller(Person.of("", "", "").with(Person.Role.GUEST),
			new ApiKeys.Key("", new UUID(0, 0), List.of(), null));

	private final Routes routes;

	private final ApiKeys keys;

	private final RateLimiter limiter;

	private final Duration latency;

	private volatile Condition condition = Condition.OPEN;

	RequestFilterChain(Routes routes, ApiKeys keys, SandboxOptions options, Clock clock) {
		this.routes = routes;
		this.keys = keys;
		this.limiter = new RateLimiter(options.limits, clock);
		this.latency = options.latency;
	}

	void become(Condition other) {
		this.condition = other;
	}

	void newDay() {
		this.limiter.newDay();
	}

	/** The true answer, after the work of the request. */
	Reply pass(Call call, InetAddress from) throws InterruptedException {
		Route route = this.routes.find(call);
		if (route == null) {
			String allowed = this.routes.allowed(call);
			return allowed.isEmpty() ? Reply.empty(404, Map.of()) : Reply.empty(405, Map.of("Allow", allowed));
		}
		if (this.condition == Condition.UNKNOWN_HOST && call.header("Authorization").startsWith("Bearer sk-")) {
			return Reply.of(call, Refusal.unknownPortal());
		}
		Caller caller = this.keys.authenticate(call);
		String counted = (caller != null) ? caller.person().id().toString() : from.getHostAddress();
		Reply refused = this.limiter.enter(counted, call.method());
		if (refused != null) {
			return refused;
		}
		try {
			Reply reply = admitted(call, route, caller);
			new CountDownLatch(1).await(this.latency.toNanos(), TimeUnit.NANOSECONDS);
			return reply;
		}
		finally {
			this.limiter.leave(counted, call.method());
		}
	}

	private Reply admitted(Call call, Route route, @Nullable Caller caller) throws InterruptedException {
		if (caller == null && route.admission() != Admission.ANYBODY) {
			boolean basic = call.header("Authorization").startsWith("Basic ");
			return Reply.empty(401, basic ? Map.of("WWW-Authenticate", "Basic") : Map.of());
		}
		if (caller != null && !route.admission().admits(caller.key())) {
			return Reply.empty(403, Map.of());
		}
		Reply closed = closed(call, route);
		if (closed != null) {
			return closed;
		}
		try {
			return route.action().run(call, (caller != null) ? caller : NOBODY);
		}
		catch (Refusal refusal) {
			return Reply.of(call, refusal);
		}
	}

	private @Nullable Reply closed(Call call, Route route) {
		return switch (this.condition) {
			case OPEN, UNKNOWN_HOST -> null;
			case SUSPENDED -> Reply.bareProblem(404, "15.5.5", "Not Found");
			case BEING_MOVED -> Reply.bareProblem(403, "15.5.4", "Forbidden");
			case UNPAID -> route.free() ? null : Reply.bareProblem(402, "", "");
			case ADDRESS_REFUSED -> Reply.bareText(call, 403, "Your IP address is not allowed");
		};
	}

}
