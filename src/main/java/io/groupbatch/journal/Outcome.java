package io.groupbatch.journal;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row, as far as it is known.
 *
 * @param status one of the eight
 * @param code the reason, or null for a row that waits to be sent
 * @param message for people: what happened and what to do; null when there is nothing to
 * say
 */
public record Outcome(RowStatus status, @Nullable Code code, @Nullable String message) {

	/** A row that waits to be sent. */
	public static final Outcome OPEN = new Outcome(RowStatus.NOT_SENT, null, null);

	/** A row for which there is nothing to do. */
	public static final Outcome HOLDS = new Outcome(RowStatus.UNCHANGED, Code.ALREADY_SO,
			"The portal holds this already; nothing was sent.");

	/** A row that leaves its group alone. */
	public static final Outcome EXISTING_SKIPPED = new Outcome(RowStatus.UNCHANGED, Code.EXISTING_SKIPPED,
			"The group is there already; --existing skip leaves it alone.");

	/**
	 * A row that is wrong.
	 */
	public static Outcome invalid(Code code, String message) {
		return new Outcome(RowStatus.INVALID, code, message);
	}

	static @Nullable Code code(@Nullable String text) {
		return (text != null) ? Code.valueOf(text) : null;
	}

}
