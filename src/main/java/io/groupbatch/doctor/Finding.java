package io.groupbatch.doctor;

/**
 * What one check found.
 *
 * @param level how bad it is
 * @param subject what was looked at
 * @param text what was found
 * @param cure what to do; empty when there is nothing to do
 */
public record Finding(Level level, String subject, String text, String cure) {

	/** How bad something is. */
	public enum Level {

		/** All is well. */
		OK,
		/** It can go wrong. */
		WARNING,
		/** No run can succeed. */
		WRONG

	}

	/** All is well. */
	public static Finding ok(String subject, String text) {
		return new Finding(Level.OK, subject, text, "");
	}

	/** It can go wrong. */
	public static Finding warning(String subject, String text, String cure) {
		return new Finding(Level.WARNING, subject, text, cure);
	}

	/** No run can succeed. */
	public static Finding wrong(String subject, String text, String cure) {
		return new Finding(Level.WRONG, subject, text, cure);
	}

}
