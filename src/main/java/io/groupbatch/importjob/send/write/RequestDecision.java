package io.groupbatch.importjob.send.write;

import io.groupbatch.journal.send.RequestResult;
import io.groupbatch.journal.send.SendableRequest;

/**
 * What is to be done with a request, after the group or the name that it is about was
 * checked.
 */
public sealed interface RequestDecision {

	/**
	 * Nothing is sent for it now.
	 *
	 * @param result to be recorded
	 */
	record Settled(RequestResult result) implements RequestDecision {
	}

	/**
	 * It is sent, once it is marked.
	 *
	 * @param request perhaps only a part of what was planned
	 */
	record Send(SendableRequest request) implements RequestDecision {
	}

}
