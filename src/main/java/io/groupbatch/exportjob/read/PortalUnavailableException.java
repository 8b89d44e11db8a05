package io.groupbatch.exportjob.read;

import io.groupbatch.journal.run.StopCause;

/**
 * Thrown in a step when the portal cannot be read.
 */
public final class PortalUnavailableException extends RuntimeException {

	private final transient StopCause halt;

	public PortalUnavailableException(StopCause halt, Throwable cause) {
		super(halt.sentence(), cause);
		this.halt = halt;
	}

	/** Why, and what to do. */
	public StopCause halt() {
		return this.halt;
	}

}
