package io.groupbatch.journal.row;

/**
 * The number by which the journal knows a row of a file. In a file with a row for each
 * group it is the number that a spreadsheet shows. A row of a file with a row for each
 * person is about several groups: it becomes a part for each group, and the number holds
 * both, so that parts stay in the order of the file.
 */
public final class RowNumber {

	/** The most parts that a row can have. */
	public static final int MAX_PARTS = 1 << 15;

	private static final int BITS = 15;

	private static final long WITH_PART = 1L << 39;

	private static final long MAX_ROW = (1L << 24) - 1;

	private RowNumber() {
	}

	/**
	 * The number of a part of a row.
	 * @param row the number that a spreadsheet shows
	 * @param part counted from 0
	 */
	public static long of(long row, int part) {
		if (row > MAX_ROW || part >= MAX_PARTS) {
			throw new IllegalArgumentException("Row %d, part %d is beyond the limit".formatted(row, part));
		}
		return WITH_PART + (row << BITS) + part;
	}

	/** The number that a spreadsheet shows. */
	public static long row(long number) {
		return hasPart(number) ? (number - WITH_PART) >> BITS : number;
	}

	/** Which part of the row it is, counted from 0. */
	public static int part(long number) {
		return hasPart(number) ? (int) (number & (MAX_PARTS - 1)) : 0;
	}

	/** Whether it is the number of a part. */
	public static boolean hasPart(long number) {
		return number >= WITH_PART;
	}

}
