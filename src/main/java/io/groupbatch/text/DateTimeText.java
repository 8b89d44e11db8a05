package io.groupbatch.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/**
 * A point in time, as people read it where this computer is.
 */
public final class DateTimeText {

	private DateTimeText() {
	}

	/** With its date, its second and its time zone. */
	public static String of(Instant time) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
			.format(time.atZone(ZoneId.systemDefault()));
	}

}
