package io.groupbatch.portal.http;

import java.time.Duration;

/**
 * Is told of the traffic with the portal, for a user who waits. Thread-safe.
 */
public interface TrafficListener {

	/** Nobody listens. */
	TrafficListener NONE = new TrafficListener() {

		@Override
		public void pausing(Duration length) {
		}

		@Override
		public void answered(Duration took) {
		}

	};

	/**
	 * For this time, from now on, nothing is sent, because the portal has asked for it.
	 */
	void pausing(Duration length);

	/**
	 * A request was answered.
	 * @param took from its first byte to the last one of the answer
	 */
	void answered(Duration took);

}
