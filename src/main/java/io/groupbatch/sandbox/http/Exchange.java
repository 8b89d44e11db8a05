package io.groupbatch.sandbox.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.sun.net.httpserver.HttpExchange;
import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.fault.FaultPolicy.Act;
import io.groupbatch.sandbox.log.RecordedRequest;
import io.groupbatch.sandbox.log.RequestLog;
import io.groupbatch.sandbox.protocol.ApiResponse;
import org.jspecify.annotations.Nullable;

/**
 * One request from its arrival to its answer, with what the {@link FaultPolicy} makes of
 * it. There is one answer, early or at the end of the work; what comes after the first is
 * left out. For one thread.
 */
public final class Exchange {

	private final HttpExchange http;

	private final RequestLog traffic;

	private final FaultPolicy misbehaviour;

	private final RecordedRequest request;

	private Act act = new FaultPolicy.Normal();

	private boolean entered;

	private boolean written;

	public Exchange(HttpExchange http, RequestLog traffic, FaultPolicy misbehaviour) throws IOException {
		this.http = http;
		this.traffic = traffic;
		this.misbehaviour = misbehaviour;
		String target = http.getRequestURI().toString();
		String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.request = traffic.begin(http.getRequestMethod(), target, body, ApiRequest.groups(target));
	}

	/** Has the request answered, as far as nothing goes wrong with it. */
	public void handle(RequestFilterChain filters) throws IOException {
		ApiResponse response = null;
		try {
			this.act = this.misbehaviour.onRequest(this.request);
			this.act.await(false);
			ApiRequest request = ApiRequest.of(this.request, this.http.getRequestHeaders(), this);
			ApiResponse honest = this.act.works() ? filters.pass(request, this.http.getRemoteAddress().getAddress())
					: null;
			this.act.await(true);
			response = this.act.received(honest);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			// Who holds the answer may send the next write for the group at once.
			this.traffic.release(this.request);
			enter(response);
		}
		write(response);
	}

	public RecordedRequest request() {
		return this.request;
	}

	/** What happens to the request. */
	public Act act() {
		return this.act;
	}

	/** The work of a write has begun: answers it now if its answer does not wait. */
	public void begun() {
		if (this.act.answersEarly()) {
			ApiResponse response = this.act.received(null);
			enter(response);
			try {
				write(response);
			}
			catch (IOException gone) {
				// The work does not depend on who waits for its answer.
				return;
			}
		}
	}

	/** The request has made a group. */
	public void created(UUID group) {
		this.misbehaviour.onCreate(this.request, group);
	}

	/** Enters the answer in the traffic; none means that the connection is cut. */
	private void enter(@Nullable ApiResponse response) {
		if (!this.entered) {
			this.entered = true;
			this.traffic.answer((response != null) ? this.request.answered(response.status(), response.created())
					: this.request.answered(0, null));
		}
	}

	/** Sends the answer; none cuts the connection. */
	private void write(@Nullable ApiResponse response) throws IOException {
		if (this.written) {
			return;
		}
		this.written = true;
		try (this.http) {
			if (response != null) {
				response.headers().forEach(this.http.getResponseHeaders()::set);
				if (response.contentType() != null) {
					this.http.getResponseHeaders().set("Content-Type", response.contentType());
				}
				byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
				this.http.sendResponseHeaders(response.status(), (body.length > 0) ? body.length : -1);
				if (body.length > 0) {
					this.http.getResponseBody().write(body);
				}
			}
		}
	}

}
