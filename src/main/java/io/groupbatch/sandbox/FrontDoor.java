package io.groupbatch.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.groupbatch.sandbox.ApiKeys.Caller;
import io.groupbatch.sandbox.Routes.Admission;
import io.groupbatch.sandbox.Routes.Route;
import io.groupbatch.sandbox.Sandbox.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Takes each request through the portal's gates in the order of portal contract 2.3, and
 * past the {@link Misbehaviour} on its way in and out.
 */
final class FrontDoor implements HttpHandler {

	private static final Caller NOBODY = new Caller(Person.of("", "", "").with(Person.Role.GUEST),
			new ApiKeys.Key("", new UUID(0, 0), List.of(), null));

	private final Routes routes;

	private final ApiKeys keys;

	private final RateLimiter limiter;

	private final Traffic traffic;

	private final Duration latency;

	private final Clock clock = Clock.systemUTC();

	private volatile Misbehaviour misbehaviour = Misbehaviour.none();

	private volatile Condition condition = Condition.OPEN;

	FrontDoor(Routes routes, ApiKeys keys, Traffic traffic, SandboxOptions options) {
		this.routes = routes;
		this.keys = keys;
		this.limiter = new RateLimiter(options.limits(), this.clock);
		this.traffic = traffic;
		this.latency = options.latency();
	}

	void misbehave(Misbehaviour other) {
		this.misbehaviour = other;
	}

	void become(Condition other) {
		this.condition = other;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Call call = Call.of(exchange);
			Traffic.Request request = this.traffic.begin(call, this.clock.instant());
			Traffic.Request answered = request.answered(0, null);
			Reply reply = null;
			try {
				reply = reply(call, request, exchange.getRemoteAddress().getAddress());
				if (reply != null) {
					answered = request.answered(reply.status(), reply.created());
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				this.traffic.end(call, answered);
			}
			if (reply != null) {
				write(exchange, reply);
			}
		}
	}

	/** The answer; none when the connection is to be cut. */
	private @Nullable Reply reply(Call call, Traffic.Request request, InetAddress from) throws InterruptedException {
		Misbehaviour.Act act = this.misbehaviour.onRequest(request);
		if (act instanceof Misbehaviour.Hold hold && !hold.worksFirst()) {
			hold.until().await();
		}
		Reply honest = act.works() ? answer(call, from) : null;
		if (act instanceof Misbehaviour.Hold hold && hold.worksFirst()) {
			hold.until().await();
		}
		if (act instanceof Misbehaviour.Answer answer) {
			return Reply.of(answer);
		}
		return (act instanceof Misbehaviour.Cut) ? null : honest;
	}

	private Reply answer(Call call, InetAddress from) throws InterruptedException {
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
		Reply refused = this.limiter.enter(counted, call);
		if (refused != null) {
			return refused;
		}
		try {
			Reply reply = admitted(call, route, caller);
			new CountDownLatch(1).await(this.latency.toNanos(), TimeUnit.NANOSECONDS);
			return reply;
		}
		finally {
			this.limiter.leave(counted, call);
		}
	}

	private Reply admitted(Call call, Route route, @Nullable Caller caller) {
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

	private static void write(HttpExchange exchange, Reply reply) throws IOException {
		reply.headers().forEach(exchange.getResponseHeaders()::set);
		if (reply.contentType() != null) {
			exchange.getResponseHeaders().set("Content-Type", reply.contentType());
		}
		byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(reply.status(), (body.length > 0) ? body.length : -1);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
	}

}
