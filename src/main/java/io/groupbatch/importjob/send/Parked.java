package io.groupbatch.importjob.send;

import java.time.Instant;

import io.groupbatch.journal.ReadyRequest;

import org.jspecify.annotations.Nullable;

/**
 * A request in doubt that waits for a look. Its lane holds no worker and no place
 * meanwhile.
 *
 * @param request as the plan made it
 * @param ours whether this run decides it; else its end is only waited for
 * @param due when to look, by the monotonic clock
 * @param seen what was seen last, null before the first look
 * @param looks how many looks there were
 */
record Parked(ReadyRequest request, boolean ours, Instant due, @Nullable Look seen, int looks) {

	Parked lookedAt(Look look, Instant next) {
		return new Parked(this.request, this.ours, next, look, this.looks + 1);
	}

	long id() {
		return this.request.request().id();
	}

}
