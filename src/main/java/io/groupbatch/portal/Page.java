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
	 * Whether fewer rows are on it than there must be, for the list goes on behind it.
	 * @param size how many rows a page has
	 * @param next how many rows come before the next page
	 */
	public boolean isCutShort(int size, long next) {
		return this.rows.size() < size && next < this.total;
	}

}
