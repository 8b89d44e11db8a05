package io.groupbatch.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.groupbatch.sandbox.Misbehaviour.Act;
import io.groupbatch.sandbox.Misbehaviour.Hold;
import org.jspecify.annotations.Nullable;

/** Takes each request past the {@link Misbehaviour} on its way in and out. */
final class FrontDoor implements HttpHandler {

	private final Gates gates;

	private final Traffic traffic;

	private final Clock clock;

	private volatile Misbehaviour misbehaviour = Misbehaviour.none();

	FrontDoor(Gates gates, Traffic traffic, Clock clock) {
		this.gates = gates;
		this.traffic = traffic;
		this.clock = clock;
	}

	void misbehave(Misbehaviour other) {
		this.misbehaviour = other;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Call call = Call.of(exchange);
			Traffic.Request request = this.traffic.begin(call, this.clock.instant());
			Sending sending = new Sending(exchange, this.traffic, request);
			Reply reply = null;
			try {
				Misbehaviour present = this.misbehaviour;
				Act act = present.onRequest(request);
				Course course = new Course(request, act, present, () -> sending.early(seen(act, null)));
				reply = reply(call.on(course), act, exchange.getRemoteAddress().getAddress());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				// Who holds the answer may send the next write for the group at once.
				this.traffic.release(call);
				sending.enter(reply);
			}
			sending.write(reply);
		}
	}

	private @Nullable Reply reply(Call call, Act act, InetAddress from) throws InterruptedException {
		if (act instanceof Hold hold && !hold.worksFirst()) {
			hold.until().await();
		}
		Reply honest = act.works() ? this.gates.pass(call, from) : null;
		if (act instanceof Hold hold && hold.worksFirst()) {
			hold.until().await();
		}
		return seen(act, honest);
	}

	/** What is answered instead of the true answer; none when the connection is cut. */
	private static @Nullable Reply seen(Act act, @Nullable Reply honest) {
		if (act instanceof Misbehaviour.Cut) {
			return null;
		}
		if (act instanceof Misbehaviour.Answer answer) {
			return Reply.of(answer);
		}
		if (act instanceof Misbehaviour.Late late) {
			return (late.answer() != null) ? Reply.of(late.answer()) : null;
		}
		return (act instanceof Misbehaviour.Spoil spoil && honest != null) ? honest.spoilt(spoil) : honest;
	}

}
