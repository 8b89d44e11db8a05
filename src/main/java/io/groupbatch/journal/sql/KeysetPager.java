package io.groupbatch.journal.sql;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * An iterator over the rows of a query, page by page. A page is read when it is asked
 * for, so that memory stays flat; it begins behind the last row of the page before, so
 * that none costs more than the first.
 *
 * @param <T> what a row is
 * @param <K> what the rows are ordered by
 */
public final class KeysetPager<T, K> implements Iterator<List<T>> {

	private final Function<? super K, List<T>> query;

	private final Function<? super T, K> key;

	private K after;

	private List<T> next;

	private boolean asked;

	private KeysetPager(Function<? super K, List<T>> query, Function<? super T, K> key, K before) {
		this.query = query;
		this.key = key;
		this.after = before;
		this.next = List.of();
	}

	/**
	 * All pages, none of them empty.
	 * @param query gives the rows behind a key, in order, as many as a page has
	 * @param key of a row
	 * @param before a key before the first row
	 */
	public static <T, K> Iterable<List<T>> of(Function<? super K, List<T>> query, Function<? super T, K> key,
			K before) {
		return () -> new KeysetPager<>(query, key, before);
	}

	@Override
	public boolean hasNext() {
		if (!this.asked) {
			this.next = this.query.apply(this.after);
			this.asked = true;
		}
		return !this.next.isEmpty();
	}

	@Override
	public List<T> next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		this.asked = false;
		this.after = this.key.apply(this.next.get(this.next.size() - 1));
		return this.next;
	}

}
