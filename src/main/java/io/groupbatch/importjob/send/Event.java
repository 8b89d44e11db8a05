package io.groupbatch.importjob.send;

import io.groupbatch.importjob.send.doubt.DoubtQueue;
import io.groupbatch.importjob.send.exchange.Look;
import io.groupbatch.journal.send.RequestResult;

import org.jspecify.annotations.Nullable;

/** What a worker has done. */
sealed interface Event permits Event.Sent, Event.Looked {

	/** It has sent a request. */
	record Sent(RequestResult result) implements Event {
	}

	/**
	 * It has looked at what a request in doubt may have done.
	 *
	 * @param look null when sending stopped first
	 */
	record Looked(DoubtQueue.Entry entry, @Nullable Look look) implements Event {
	}

}
