package io.groupbatch.portal;

import java.util.List;

/**
 * One page of a list.
 *
 * @param rows its rows, in the portal's order
 * @param total how many rows the whole list has now
 */
public record Page<T>(List<T> rows, long total) {

	public Page {
		rows = List.copyOf(rows);
	}

	/**
	 * Whether the list does not hold what it says: where more rows must follow, a page is
	 * full, and shows something new.
	 * @param size how many rows a page has
	 * @param next how many rows come before the next page
	 * @param whole how many rows the list had at the first page
	 * @param anyNew whether the page shows a row that none before it has shown
	 */
	public boolean breaksOff(int size, long next, long whole, boolean anyNew) {
		return next < whole && (!anyNew || (this.rows.size() < size && next < this.total));
	}

}
