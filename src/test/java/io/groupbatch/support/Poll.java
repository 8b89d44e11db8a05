package io.groupbatch.support;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for what nothing announces, and leaves the processor to those who work at it.
 */
public final class Poll {

	private static final long NANOS = 1_000_000;

	private Poll() {
	}

	/** Returns when that is so, or the thread is interrupted. */
	public static void until(BooleanSupplier condition) {
		while (!condition.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(NANOS);
		}
	}

}
