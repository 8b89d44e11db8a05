package io.groupbatch.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of something are still few: a number, or a part of all.
 *
 * @param number how many, or how many of a hundred
 * @param percent whether it is a part
 */
record Most(double number, boolean percent) {

	private static final Pattern FORM = Pattern.compile("(\\d{1,9})|(\\d{1,3}(?:\\.\\d{1,6})?)%");

	/**
	 * Reads {@code 20} or {@code 5%}.
	 */
	static Most of(String text) {
		Matcher form = FORM.matcher(text.strip());
		if (!form.matches()) {
			throw new IllegalArgumentException("\"" + text + "\" is neither a number such as 20 nor a part such as 5%");
		}
		boolean percent = form.group(2) != null;
		return new Most(Double.parseDouble(percent ? form.group(2) : form.group(1)), percent);
	}

	/** Whether so many are too many. */
	boolean isExceeded(long count, long all) {
		return count > (this.percent ? all * this.number / 100 : this.number);
	}

}
