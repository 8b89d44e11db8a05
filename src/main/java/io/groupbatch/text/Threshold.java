package io.groupbatch.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of something are still few: a number, or a percentage of all.
 *
 * @param number how many, or how many of a hundred
 * @param percent whether it is a percentage
 */
public record Threshold(double number, boolean percent) {

	private static final Pattern FORM = Pattern.compile("(\\d{1,9})|(\\d{1,2}(?:\\.\\d+)?|100)%");

	/**
	 * Reads {@code 20} or {@code 5%}.
	 * @return nothing when the text is neither
	 */
	public static Optional<Threshold> of(String text) {
		Matcher form = FORM.matcher(text.strip());
		if (!form.matches()) {
			return Optional.empty();
		}
		boolean percent = form.group(2) != null;
		return Optional.of(new Threshold(Double.parseDouble(percent ? form.group(2) : form.group(1)), percent));
	}

	/** How many of so many are still few, rounded down. */
	public long of(long all) {
		return (long) (this.percent ? all * this.number / 100 : this.number);
	}

	/** Whether so many of all are too many. */
	public boolean isExceeded(long count, long all) {
		return count > of(all);
	}

}
