package io.groupbatch.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * The one answer to a request, early or at the end of its work; what comes after the
 * first is left out. For one thread.
 */
final class Sending {

	private final HttpExchange exchange;

	private final Traffic traffic;

	private final Traffic.Request request;

	private boolean entered;

	private boolean written;

	Sending(HttpExchange exchange, Traffic traffic, Traffic.Request request) {
		this.exchange = exchange;
		this.traffic = traffic;
		this.request = request;
	}

	/** Enters the answer in the traffic; none means that the connection is cut. */
	void enter(@Nullable Reply reply) {
		if (!this.entered) {
			this.entered = true;
			this.traffic.answer((reply != null) ? this.request.answered(reply.status(), reply.created())
					: this.request.answered(0, null));
		}
	}

	/** Sends the answer; none cuts the connection. */
	void write(@Nullable Reply reply) throws IOException {
		if (this.written) {
			return;
		}
		this.written = true;
		try (this.exchange) {
			if (reply != null) {
				write(this.exchange, reply);
			}
		}
	}

	/** Answers a request whose work goes on, also when nobody listens any more. */
	void early(@Nullable Reply reply) {
		enter(reply);
		try {
			write(reply);
		}
		catch (IOException gone) {
			// The work does not depend on who waits for its answer.
			return;
		}
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
