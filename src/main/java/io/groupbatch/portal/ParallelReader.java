package io.groupbatch.portal;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does several pieces of work at once, and hands out what came of them in order. No more
 * than a few results are ever held.
 */
final class ParallelReader {

	private ParallelReader() {
	}

	/**
	 * Does all the work; the first failure ends it.
	 * @param each takes the results, in the order of the work, in the calling thread
	 */
	static <T, R> void each(int threads, Iterator<T> work, Function<T, R> read, Consumer<R> each) {
		ExecutorService readers = Executors.newFixedThreadPool(threads, (task) -> {
			Thread thread = new Thread(task, "reader");
			thread.setDaemon(true);
			return thread;
		});
		try {
			Queue<Future<R>> underWay = new ArrayDeque<>();
			while (work.hasNext() || !underWay.isEmpty()) {
				while (work.hasNext() && underWay.size() < 2 * threads) {
					T next = work.next();
					underWay.add(readers.submit(() -> read.apply(next)));
				}
				each.accept(result(underWay.remove()));
			}
		}
		finally {
			readers.shutdownNow();
		}
	}

	private static <R> R result(Future<R> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw new IllegalStateException("A read failed", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The reading was interrupted", ex);
		}
	}

}
