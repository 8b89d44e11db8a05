package io.groupbatch.support;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.log.RecordedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds requests of a kind from the nth on, so that the program certainly stands in the
 * middle of its work. Safe for many threads.
 */
public final class HoldFrom implements FaultPolicy {

	private final int nth;

	private final Predicate<RecordedRequest> kind;

	private final boolean worksFirst;

	private final AtomicInteger count = new AtomicInteger();

	private final CountDownLatch reached = new CountDownLatch(1);

	private final CountDownLatch until = new CountDownLatch(1);

	/**
	 * Holds some requests.
	 * @param nth the first one to hold, counted from 1
	 * @param worksFirst whether a held request is carried out before the wait
	 */
	public HoldFrom(int nth, Predicate<RecordedRequest> kind, boolean worksFirst) {
		this.nth = nth;
		this.kind = kind;
		this.worksFirst = worksFirst;
	}

	public static boolean isWrite(RecordedRequest request) {
		return !request.method().equals("GET");
	}

	@Override
	public Act onRequest(RecordedRequest request) {
		if (!this.kind.test(request) || this.count.incrementAndGet() < this.nth) {
			return new Normal();
		}
		this.reached.countDown();
		return new Hold(this.until, this.worksFirst);
	}

	/** Waits until a request is on hold. */
	public void awaitHeld() throws InterruptedException {
		assertThat(this.reached.await(1, TimeUnit.MINUTES)).as("a request was held").isTrue();
	}

	/** Lets the held requests go, and all that follow. */
	public void release() {
		this.until.countDown();
	}

}
