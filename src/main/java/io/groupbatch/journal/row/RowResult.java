package io.groupbatch.journal.row;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row, as far as it is known.
 *
 * @param status one of the eight
 * @param code the reason, or null for a row that waits to be sent
 * @param message for people: what happened and what to do; null when the code says it all
 */
public record RowResult(RowStatus status, @Nullable Code code, @Nullable String message) {

	/** A row that waits to be sent. */
	public static final RowResult OPEN = new RowResult(RowStatus.NOT_SENT, null, null);

	/**
	 * A row that is wrong.
	 */
	public static RowResult invalid(Code code, String message) {
		return new RowResult(RowStatus.INVALID, code, message);
	}

	/** The same, with this message. */
	public RowResult saying(String words) {
		return new RowResult(this.status, this.code, words);
	}

	/**
	 * The code with this name; null for null.
	 * @throws IllegalArgumentException if there is no such code
	 */
	public static @Nullable Code code(@Nullable String text) {
		return (text != null) ? Code.valueOf(text) : null;
	}

}
