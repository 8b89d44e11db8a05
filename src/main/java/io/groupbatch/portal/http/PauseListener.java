package io.groupbatch.portal.http;

import java.time.Duration;

/**
 * Is called when a read waits because the portal asked for a pause. Thread-safe.
 */
@FunctionalInterface
public interface PauseListener {

	/** Ignores all pauses. */
	PauseListener NONE = (length) -> {
	};

	/** So long, from now, nothing is sent. */
	void pausing(Duration length);

}
