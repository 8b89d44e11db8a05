package io.groupbatch.journal;

/**
 * What became of a row (design section 6).
 */
public enum RowStatus {

	/** The portal's answer shows what the row asked for. */
	SUCCEEDED,
	/** The portal was seen to hold it already; nothing was sent. */
	UNCHANGED,
	/** A part was applied and a part not. */
	PARTIAL,
	/** The row is wrong; it is never sent. */
	INVALID,
	/** Nothing of it was applied. */
	FAILED,
	/** In doubt: sent, and it is not known whether it was done. */
	UNKNOWN,
	/** The run stopped first, or an UNKNOWN row of its lane comes before it. */
	NOT_SENT,
	/** Given up by a person. */
	CANCELLED

}
