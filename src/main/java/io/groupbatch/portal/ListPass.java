package io.groupbatch.portal;

import java.util.Iterator;
import java.util.stream.LongStream;

/**
 * One reading of a whole list, page by page. It ends early when the list does not hold
 * what it says ({@link Page#breaksOff}). For one thread.
 */
final class ListPass {

	private final long total;

	private final int size;

	private long next;

	private boolean steady = true;

	private boolean ended;

	/**
	 * Begins before the first page.
	 * @param total how many rows the list says to have
	 * @param size how many rows a page has
	 */
	ListPass(long total, int size) {
		this.total = total;
		this.size = size;
	}

	/**
	 * Takes the next page into account.
	 * @param anyNew whether it shows a row that no page of this pass has shown before
	 */
	void saw(Page<?> page, boolean anyNew) {
		this.steady = this.steady && page.total() == this.total;
		this.next += this.size;
		this.ended = this.ended || page.breaksOff(this.size, this.next, this.total, anyNew);
	}

	/** Where the pages after the first begin, as long as it makes sense to read them. */
	Iterator<Long> starts() {
		return LongStream.iterate(this.size, (start) -> start < this.total && !this.ended, (start) -> start + this.size)
			.iterator();
	}

	/** How many rows the list has; -1 if that moved on the way. */
	long rows() {
		return (this.steady && !this.ended) ? this.total : -1;
	}

	/**
	 * What is wrong with a list that never fits its total.
	 * @param before the pass before
	 * @param shown how many rows this one has shown
	 */
	String unsteady(ListPass before, int shown) {
		return (before.total == this.total && this.steady)
				? "says that a list has %,d entries, and shows %,d. Ask its administrator.".formatted(this.total, shown)
				: "changed its lists each time they were read. Try again when it is less busy.";
	}

}
