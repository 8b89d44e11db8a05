package io.groupbatch.importjob;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.ToLongFunction;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * Reads what the journal holds, page by page, by a number that grows: memory stays flat,
 * and no page costs more than the first. For one step at a time.
 *
 * @param <T> what is read
 */
public class JournalRowReader<T> implements ItemStreamReader<T> {

	private static final int PAGE = 1000;

	private static final String AFTER = "after";

	private final Page<T> pages;

	private final ToLongFunction<T> number;

	private final boolean goesOn;

	private final Queue<T> page = new ArrayDeque<>();

	private long after;

	/**
	 * Reads from the beginning, or from where the step was.
	 * @param pages gives the rows after a number, in order
	 * @param number of a row
	 * @param goesOn whether a restarted step goes on after its last committed chunk, or
	 * begins anew
	 */
	public JournalRowReader(Page<T> pages, ToLongFunction<T> number, boolean goesOn) {
		this.pages = pages;
		this.number = number;
		this.goesOn = goesOn;
	}

	@Override
	public void open(ExecutionContext context) {
		this.page.clear();
		this.after = this.goesOn ? context.getLong(AFTER, 0) : 0;
	}

	@Override
	public @Nullable T read() {
		if (this.page.isEmpty()) {
			this.page.addAll(this.pages.after(this.after, PAGE));
		}
		T row = this.page.poll();
		if (row != null) {
			this.after = this.number.applyAsLong(row);
		}
		return row;
	}

	@Override
	public void update(ExecutionContext context) {
		context.putLong(AFTER, this.after);
	}

	/**
	 * A way to get at rows.
	 *
	 * @param <T> what a row is
	 */
	@FunctionalInterface
	public interface Page<T> {

		/**
		 * The next rows.
		 * @param after the number before the first one wanted
		 * @param most how many at the most
		 */
		List<T> after(long after, int most);

	}

}
