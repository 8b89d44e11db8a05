package io.groupbatch.portal.http;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * How the portal is reached. Never prints what the proxy's address says of a password.
 *
 * @param ca a file with certificates (PEM) that are trusted in addition to those of Java;
 * null: none
 * @param proxy the proxy, perhaps with a user and a password; null: the one of the Java
 * machine, if it has one
 */
public record Route(@Nullable Path ca, @Nullable URI proxy) {

	/** As the Java machine goes by itself. */
	public static final Route OWN = new Route(null, null);

	@Override
	public String toString() {
		return "Route[ca=" + this.ca + ", proxy="
				+ ((this.proxy != null) ? this.proxy.getHost() + ":" + this.proxy.getPort() : null) + "]";
	}

}
