package io.groupbatch.importjob.send;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.groupbatch.journal.Halt;

/**
 * Whether sending has to stop, and why; the first reason stands. Thread-safe.
 */
final class RunStop {

	private final AtomicReference<Halt> halt = new AtomicReference<>();

	void because(Halt why) {
		this.halt.compareAndSet(null, why);
	}

	boolean isSet() {
		return this.halt.get() != null;
	}

	Optional<Halt> why() {
		return Optional.ofNullable(this.halt.get());
	}

}
