package io.groupbatch.portal.http;

import java.net.URI;
import java.time.Duration;

/**
 * Where the portal is and how to talk to it. Whether plain {@code http} is acceptable is
 * for the caller to decide.
 *
 * @param url the portal's address without {@code /api}, which is cut off if it is there
 * @param key the API key
 * @param connections how many requests may be under way at once
 * @param readTimeout how long to wait for an answer to go on; above the proxy's 60 s, so
 * that we lose no answers ourselves
 * @param route how to get there
 */
public record PortalSettings(URI url, ApiKey key, int connections, Duration readTimeout, Route route) {

	public static final Duration READ_TIMEOUT = Duration.ofSeconds(90);

	static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

	public PortalSettings {
		url = withoutApi(url);
		if (connections < 1) {
			throw new IllegalArgumentException("At least one connection is needed, not " + connections);
		}
		if (readTimeout.isNegative() || readTimeout.toMillis() < 1) {
			throw new IllegalArgumentException("The read time-out must be above zero, not " + readTimeout);
		}
	}

	public PortalSettings(URI url, ApiKey key, int connections) {
		this(url, key, connections, READ_TIMEOUT);
	}

	public PortalSettings(URI url, ApiKey key, int connections, Duration readTimeout) {
		this(url, key, connections, readTimeout, Route.OWN);
	}

	/** The same, on another route. */
	public PortalSettings by(Route other) {
		return new PortalSettings(this.url, this.key, this.connections, this.readTimeout, other);
	}

	private static URI withoutApi(URI url) {
		boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
		if (!web || url.getHost() == null) {
			throw new IllegalArgumentException("The portal's address must look like https://docspace.example.com");
		}
		if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
			throw new IllegalArgumentException("The portal's address must have no user name, no ? and no #");
		}
		String path = url.getRawPath().replaceFirst("/*(/api(/2\\.0)?)?/*$", "");
		return URI.create(url.getScheme() + "://" + url.getRawAuthority() + path);
	}

}
