package io.groupbatch.portal.http;

import java.time.Duration;

/**
 * Is told when a pause that the portal has asked for is waited for. Thread-safe.
 */
@FunctionalInterface
public interface PauseListener {

	/** Nobody listens. */
	PauseListener NONE = (length) -> {
	};

	/** So long, from now, nothing is sent. */
	void pausing(Duration length);

}
