package io.groupbatch.sandbox.log;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One request to the sandbox, as the log keeps it.
 *
 * @param number counted from 1 in order of arrival
 * @param time when it arrived
 * @param method the HTTP method
 * @param path the path with the query, percent-encoded as sent
 * @param status the status answered; 0 while unanswered, and if the connection was cut
 * @param body the request's body
 * @param group the group it is about: the one in the path, or the one it created
 */
public record RecordedRequest(long number, Instant time, String method, String path, int status, String body,
		@Nullable UUID group) {

	public RecordedRequest answered(int answer, @Nullable UUID created) {
		return new RecordedRequest(this.number, this.time, this.method, this.path, answer, this.body,
				(created != null) ? created : this.group);
	}

}
