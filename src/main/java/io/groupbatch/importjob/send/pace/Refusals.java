package io.groupbatch.importjob.send.pace;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How often in a row the portal has refused requests, with none let through; those that
 * were under way together count as one. Not thread-safe.
 */
final class Refusals {

	private int count;

	private @Nullable Instant latest;

	/**
	 * One more.
	 * @param begun when the request was begun
	 * @return how many there are
	 */
	int add(Instant begun, Instant now) {
		if (this.count == 0 || this.latest == null || begun.isAfter(this.latest)) {
			this.count++;
			this.latest = now;
		}
		return this.count;
	}

	/** A request was let through. */
	void end() {
		this.count = 0;
	}

}
