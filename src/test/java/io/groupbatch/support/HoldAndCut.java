package io.groupbatch.support;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.groupbatch.sandbox.fault.FaultPolicy;
import io.groupbatch.sandbox.log.RecordedRequest;

/**
 * Holds all writes from the nth on, as when the program is killed meanwhile. The answer
 * to the first of them is lost afterwards; the key of the others should be good no more.
 * Safe for many threads.
 */
public final class HoldAndCut implements FaultPolicy {

	private final int nth;

	private final boolean works;

	private final AtomicInteger writes = new AtomicInteger();

	private final CountDownLatch reached = new CountDownLatch(1);

	private final CountDownLatch until = new CountDownLatch(1);

	/**
	 * Holds writes.
	 * @param nth the first one, counted from 1
	 * @param works whether that one is carried out in the end
	 */
	public HoldAndCut(int nth, boolean works) {
		this.nth = nth;
		this.works = works;
	}

	@Override
	public Act onRequest(RecordedRequest request) {
		int write = HoldFrom.isWrite(request) ? this.writes.incrementAndGet() : 0;
		if (write < this.nth) {
			return new Normal();
		}
		this.reached.countDown();
		try {
			this.until.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return (write == this.nth) ? new Cut(this.works) : new Normal();
	}

	/** Waits until the write is on hold, or the program has ended without it. */
	public boolean awaitHeld(BooleanSupplier ended) throws InterruptedException {
		while (!this.reached.await(5, TimeUnit.MILLISECONDS)) {
			if (ended.getAsBoolean()) {
				return this.reached.getCount() == 0;
			}
		}
		return true;
	}

	/** Carries the write out, or not, and cuts its connection. */
	public void release() {
		this.until.countDown();
	}

}
