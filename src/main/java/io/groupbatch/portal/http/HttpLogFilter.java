package io.groupbatch.portal.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.Marker;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the API key out of the log at every level: the HTTP client writes whole headers
 * when it is asked to tell much.
 */
public final class HttpLogFilter extends TurboFilter {

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] params, @Nullable Throwable cause) {
		boolean chatty = logger.getName().startsWith("org.apache.hc.") && !level.isGreaterOrEqual(Level.INFO);
		return chatty ? FilterReply.DENY : FilterReply.NEUTRAL;
	}

}
