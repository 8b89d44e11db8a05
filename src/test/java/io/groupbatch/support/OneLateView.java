package io.groupbatch.support;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.log.RecordedRequest;

/**
 * Does something to one write; one of the looks after it shows what was there a minute
 * ago.
 *
 * @param write which write, from 1
 * @param look which look, from 1
 */
public record OneLateView(int write, Act act, int look, AtomicInteger writes,
		AtomicInteger looks) implements FaultPolicy {

	public OneLateView(int write, Act act, int look) {
		this(write, act, look, new AtomicInteger(), new AtomicInteger());
	}

	@Override
	public Act onRequest(RecordedRequest request) {
		if (request.method().equals("PUT")) {
			return (this.writes.incrementAndGet() == this.write) ? this.act : new Normal();
		}
		boolean after = this.writes.get() >= this.write;
		return (after && this.looks.incrementAndGet() == this.look) ? new Old(lag()) : new Normal();
	}

	@Override
	public Duration lag() {
		return Duration.ofMinutes(1);
	}

}
