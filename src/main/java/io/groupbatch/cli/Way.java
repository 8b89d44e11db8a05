package io.groupbatch.cli;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * How a portal is reached. Never prints the proxy's password.
 *
 * @param ca a file of certificates that are trusted besides those of Java, null: none
 * @param proxy the proxy that the variables name for this portal, null: none
 */
record Way(@Nullable Path ca, @Nullable URI proxy) {

	/** Nothing is between. */
	static final Way DIRECT = new Way(null, null);

	@Override
	public String toString() {
		return "Way[ca=" + this.ca + ", proxy=" + ((this.proxy != null) ? ProxyVariables.shown(this.proxy) : null)
				+ "]";
	}

}
