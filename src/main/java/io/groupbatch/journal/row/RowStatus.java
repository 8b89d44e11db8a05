package io.groupbatch.journal.row;

import java.util.Comparator;
import java.util.List;

/**
 * What became of a row (docs/reference/statuses-and-codes.md).
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
	CANCELLED;

	private static final List<RowStatus> BY_SEVERITY = List.of(UNKNOWN, NOT_SENT, FAILED, INVALID, PARTIAL, CANCELLED,
			SUCCEEDED, UNCHANGED);

	/**
	 * The one order of severity, the gravest first, for all that tells of several rows at
	 * once. It is that of the exit codes: a row in doubt (3) hides rows that wait, most
	 * of which wait for it; rows that were not sent are those of a run that stopped (4
	 * and above), which counts for more than rows that are not done (1); what was given
	 * up or is done is 0. Among the rows of code 1, the less was done, the graver.
	 */
	public static Comparator<RowStatus> gravestFirst() {
		return Comparator.comparing(BY_SEVERITY::indexOf);
	}

	/** The graver one of two. */
	public static RowStatus graver(RowStatus one, RowStatus other) {
		return (gravestFirst().compare(one, other) <= 0) ? one : other;
	}

}
