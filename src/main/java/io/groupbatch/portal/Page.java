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

}
