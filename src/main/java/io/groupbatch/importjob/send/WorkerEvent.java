package io.groupbatch.importjob.send;

import io.groupbatch.importjob.send.doubt.DoubtQueue;
import io.groupbatch.importjob.send.exchange.Observation;
import io.groupbatch.journal.send.RequestResult;

import org.jspecify.annotations.Nullable;

/** What a worker has done. */
sealed interface WorkerEvent permits WorkerEvent.Sent, WorkerEvent.HandedBack, WorkerEvent.Looked {

	/** It has sent a request. */
	record Sent(RequestResult result) implements WorkerEvent {
	}

	/** It has not begun to send a request, because nothing may be sent now. */
	record HandedBack(RequestResult result) implements WorkerEvent {
	}

	/**
	 * It has looked at what a request in doubt may have done.
	 *
	 * @param look null when sending stopped first
	 */
	record Looked(DoubtQueue.Entry entry, @Nullable Observation look) implements WorkerEvent {
	}

}
