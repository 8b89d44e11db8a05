package io.groupbatch.cli;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.groupbatch.sandbox.Sandbox;

/**
 * A portal, and all that is needed to be let in. Never prints the key.
 *
 * @param url the portal's address
 * @param key the API key
 * @param way how to get there
 */
record Access(URI url, String key, Way way) {

	static Access of(Sandbox sandbox) {
		return new Access(sandbox.url(), sandbox.apiKey(), Way.DIRECT);
	}

	/** Settings for Spring. */
	Map<String, Object> settings() {
		Map<String, Object> settings = new HashMap<>();
		settings.put("groupbatch.portal.url", this.url.toString());
		settings.put("groupbatch.portal.key", this.key);
		if (this.way.ca() != null) {
			settings.put("groupbatch.portal.ca", this.way.ca().toString());
		}
		if (this.way.proxy() != null) {
			settings.put("groupbatch.portal.proxy", this.way.proxy().toString());
		}
		return settings;
	}

	@Override
	public String toString() {
		return this.url + " with key ***";
	}

}
