package io.groupbatch.sandbox.protocol;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One answer of the sandbox.
 *
 * @param status the HTTP status
 * @param contentType none for an empty body
 * @param body the body as text
 * @param headers further headers
 * @param created the group the request created, for the log
 */
public record ApiResponse(int status, @Nullable String contentType, String body, Map<String, String> headers,
		@Nullable UUID created) {

	/** Error shape E, and the answer to a delete. */
	public static ApiResponse empty(int status, Map<String, String> headers) {
		return new ApiResponse(status, null, "", headers, null);
	}

	/**
	 * The same without its body, or with the first half of it; only a 200 is truncated.
	 */
	public ApiResponse truncated(boolean whole) {
		String left = whole ? "" : this.body.substring(0, this.body.length() / 2);
		return (this.status == 200) ? new ApiResponse(200, this.contentType, left, this.headers, this.created) : this;
	}

	/** The same as the answer to a request that created this group. */
	public ApiResponse withCreated(UUID group) {
		return new ApiResponse(this.status, this.contentType, this.body, this.headers, group);
	}

}
