package io.groupbatch.sandbox.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.groupbatch.sandbox.http.ApiKeys.Caller;
import io.groupbatch.sandbox.http.Routes.Admission;
import io.groupbatch.sandbox.http.Routes.Route;
import io.groupbatch.sandbox.protocol.ApiException;
import io.groupbatch.sandbox.protocol.ApiResponse;
import io.groupbatch.sandbox.state.Person;
import org.jspecify.annotations.Nullable;

/**
 * The checks that a request passes before its endpoint, in the order of portal contract
 * 2.3: route, key, rate limits, scope, and the condition of the portal as a whole.
 */
public final class RequestFilterChain {

	private static final Caller ANONYMOUS = new Caller(Person.of("", "", "").with(Person.Role.GUEST),
			new ApiKeys.Key("", new UUID(0, 0), List.of(), null));

	private final Routes routes;

	private final ApiKeys keys;

	private final RateLimiter limiter;

	private final Duration latency;

	private volatile PortalCondition condition = PortalCondition.OPEN;

	public RequestFilterChain(Routes routes, ApiKeys keys, RateLimiter limiter, Duration latency) {
		this.routes = routes;
		this.keys = keys;
		this.limiter = limiter;
		this.latency = latency;
	}

	/** Puts the portal as a whole into another state, from the next request on. */
	public void setCondition(PortalCondition other) {
		this.condition = other;
	}

	/** The true answer, after the work of the request. */
	ApiResponse pass(ApiRequest request, InetAddress from) throws InterruptedException {
		Route route = this.routes.find(request);
		if (route == null) {
			String allowed = this.routes.allowed(request);
			return allowed.isEmpty() ? ApiResponse.empty(404, Map.of())
					: ApiResponse.empty(405, Map.of("Allow", allowed));
		}
		if (this.condition == PortalCondition.UNKNOWN_HOST
				&& request.header("Authorization").startsWith("Bearer sk-")) {
			return ApiResponses.of(request, ApiException.unknownPortal());
		}
		Caller caller = this.keys.authenticate(request);
		String counted = (caller != null) ? caller.person().id().toString() : from.getHostAddress();
		ApiResponse refused = this.limiter.enter(counted, request.method());
		if (refused != null) {
			return refused;
		}
		try {
			ApiResponse response = admitted(request, route, caller);
			new CountDownLatch(1).await(this.latency.toNanos(), TimeUnit.NANOSECONDS);
			return response;
		}
		finally {
			this.limiter.leave(counted, request.method());
		}
	}

	private ApiResponse admitted(ApiRequest request, Route route, @Nullable Caller caller) throws InterruptedException {
		if (caller == null && route.admission() != Admission.ANYBODY) {
			boolean basic = request.header("Authorization").startsWith("Basic ");
			return ApiResponse.empty(401, basic ? Map.of("WWW-Authenticate", "Basic") : Map.of());
		}
		if (caller != null && !route.admission().admits(caller.key())) {
			return ApiResponse.empty(403, Map.of());
		}
		ApiResponse closed = closed(request, route);
		if (closed != null) {
			return closed;
		}
		try {
			return route.action().run(request, (caller != null) ? caller : ANONYMOUS);
		}
		catch (ApiException ex) {
			return ApiResponses.of(request, ex);
		}
	}

	private @Nullable ApiResponse closed(ApiRequest request, Route route) {
		return switch (this.condition) {
			case OPEN, UNKNOWN_HOST -> null;
			case SUSPENDED -> ApiResponses.bareProblem(404, "15.5.5", "Not Found");
			case BEING_MOVED -> ApiResponses.bareProblem(403, "15.5.4", "Forbidden");
			case UNPAID -> route.free() ? null : ApiResponses.bareProblem(402, "", "");
			case ADDRESS_REFUSED -> ApiResponses.bareText(request, 403, "Your IP address is not allowed");
		};
	}

}
