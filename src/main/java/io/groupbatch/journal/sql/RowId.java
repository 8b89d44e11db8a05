package io.groupbatch.journal.sql;

/**
 * The key of a row: one number that holds its run and its number in the file, so that a
 * run's rows lie together and in order.
 */
public final class RowId {

	private static final int BITS = 40;

	private RowId() {
	}

	/** The key of a row. */
	public static long of(long run, long row) {
		return (run << BITS) + row;
	}

	/** The run. */
	public static long run(long id) {
		return id >> BITS;
	}

	/** The row's number in the file. */
	public static long row(long id) {
		return id & ((1L << BITS) - 1);
	}

	/** Below the first row of a run. */
	public static long before(long run) {
		return run << BITS;
	}

	/** Above the last row of a run. */
	public static long after(long run) {
		return (run + 1) << BITS;
	}

}
