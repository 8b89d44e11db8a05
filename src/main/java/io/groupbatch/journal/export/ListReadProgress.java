package io.groupbatch.journal.export;

import java.util.List;
import java.util.stream.LongStream;

/**
 * How far a list is read. The portal orders by name only and counts apart from reading,
 * so rows may repeat or vanish between pages (portal contract 6): a list that did not
 * stand still is read once more, in another pass.
 *
 * @param list the list
 * @param number of the pass, counted from 1
 * @param total how many rows the list had at the first page; -1 before it
 * @param next how many rows come before the first page that is not read
 * @param since the first pass in which the list was as long as it is now
 * @param steady whether each page of this pass said the same total
 * @param before the total of the pass before, -1 in the first
 */
public record ListReadProgress(ExportList list, int number, long total, long next, int since, boolean steady,
		long before) {

	private static final int PAGE = 100;

	private static final int SIZES = 50;

	/** Nothing is read. */
	static ListReadProgress first(ExportList list) {
		return new ListReadProgress(list, 1, -1, 0, 1, true, -1);
	}

	/** Whether all pages of this pass are read. */
	public boolean isRead() {
		return this.total >= 0 && this.next >= this.total;
	}

	/**
	 * How many rows a page has; another number each time, because where pages meet, rows
	 * of equal names may change places and never be seen.
	 */
	public int pageSize() {
		return PAGE - (this.number - 1) % SIZES;
	}

	/**
	 * Where the next pages begin. Before the first one is read, no others are known.
	 */
	public List<Long> starts(int most) {
		if (this.total < 0) {
			return List.of(0L);
		}
		return LongStream.iterate(this.next, (start) -> start < this.total, (start) -> start + pageSize())
			.limit(most)
			.boxed()
			.toList();
	}

	/** After one more page. */
	public ListReadProgress read(long totalSaid) {
		boolean first = this.total < 0;
		int counts = (first && totalSaid != this.before) ? this.number : this.since;
		return new ListReadProgress(this.list, this.number, first ? totalSaid : this.total, this.next + pageSize(),
				counts, this.steady && (first || totalSaid == this.total), this.before);
	}

	/** The list ends before what it says: what is left of the pass is not read. */
	public ListReadProgress broken() {
		return new ListReadProgress(this.list, this.number, this.total, Math.max(this.next, this.total), this.since,
				false, this.before);
	}

	/**
	 * The next pass. What this one saw still counts when the list is as long then.
	 */
	public ListReadProgress again() {
		return new ListReadProgress(this.list, this.number + 1, -1, 0, this.since, true, this.steady ? this.total : -1);
	}

}
