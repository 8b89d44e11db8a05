package io.groupbatch.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time as people read it: ISO 8601 in the time zone of this computer, with a
 * blank between date and time, and the same in every locale.
 */
public final class DateTimeText {

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mmxxx", Locale.ROOT);

	private DateTimeText() {
	}

	/** With its date, its second and the offset of its time zone. */
	public static String of(Instant time) {
		return of(time, ZoneId.systemDefault());
	}

	/** The same in another time zone. */
	public static String of(Instant time, ZoneId zone) {
		return SECOND.format(time.atZone(zone));
	}

	/** In the time zone of this computer, up to the minute. */
	public static String minute(Instant time) {
		return MINUTE.format(time.atZone(ZoneId.systemDefault()));
	}

}
