package io.groupbatch.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;

import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.Answer.Pause;
import io.groupbatch.portal.http.AnswerReader;
import io.groupbatch.portal.http.AnswerReader.Read;
import io.groupbatch.portal.http.PortalClient;
import io.groupbatch.portal.payload.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Repeats reads, which change nothing: one that failed until it succeeds or there is no
 * point, and a list that moved until it stands still. An interrupt ends the repeating.
 * Thread-safe.
 */
final class RetryingReader {

	private static final int ATTEMPTS = 4;

	private static final int PASSES = 5;

	private static final int PAGE = 100;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

	private static final Duration LONGEST_STEP = Duration.ofSeconds(20);

	/** A minute's budget comes back within it; a day's budget does not. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final PortalClient client;

	private final Consumer<Duration> sleep;

	private final int readers;

	/**
	 * Reads a portal.
	 * @param readers how many reads may be under way at once
	 */
	RetryingReader(PortalClient client, Consumer<Duration> sleep, int readers) {
		this.client = client;
		this.sleep = sleep;
		this.readers = readers;
	}

	/**
	 * A list of the portal.
	 *
	 * @param path its path, with a query
	 * @param item reads one row
	 * @param id tells rows apart
	 */
	record Listing<T>(String path, Function<JsonParser, T> item, Function<T, UUID> id) {

		private @Nullable List<T> page(JsonParser json) {
			return Json.list(json, this.item);
		}

	}

	static void sleep(Duration pause) {
		try {
			Thread.sleep(pause.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Reads until there is content, or an answer that another attempt would not better.
	 */
	<T> Read<T> read(String path, Function<JsonParser, @Nullable T> content) {
		Duration waited = Duration.ZERO;
		int failures = 0;
		for (int attempt = 0;; attempt++) {
			Read<T> read = this.client.get(path, content);
			Answer answer = read.answer();
			boolean limited = answer.meaning().isRateLimit();
			Duration pause = pauseBefore(answer.pause(), attempt);
			waited = waited.plus(pause);
			failures += limited ? 0 : 1;
			boolean useful = limited || (answer.meaning().mayPass() && failures < ATTEMPTS);
			if (!useful || waited.compareTo(PATIENCE) > 0) {
				return read;
			}
			this.sleep.accept(pause);
			if (Thread.currentThread().isInterrupted()) {
				return read;
			}
		}
	}

	/**
	 * Reads a whole list. The portal orders by name only and counts apart from reading,
	 * so rows may repeat or vanish between pages (portal contract 6): it is read again
	 * until it fits its total. A row that is deleted meanwhile may have been given.
	 */
	<T> void all(Listing<T> list, Consumer<List<T>> page) {
		IdPasses seen = new IdPasses();
		long total = -1;
		for (int i = 0; i < PASSES; i++) {
			long before = total;
			total = pass(list, PAGE - i, (rows) -> {
				List<T> fresh = rows.stream().filter((row) -> seen.add(list.id().apply(row))).toList();
				if (!fresh.isEmpty()) {
					page.accept(fresh);
				}
			});
			if (total != before) {
				seen.beginRound();
			}
			if (seen.inPass() == total || seen.inRound() == total) {
				return;
			}
			seen.nextPass();
		}
		throw new PortalException(PortalException.Kind.UNSTEADY, this.client.url() + " changed its lists each of the "
				+ PASSES + " times they were read. Try again when it is less busy.", null);
	}

	/**
	 * Reads a whole list unless it is long.
	 * @return nothing when it has more rows than that
	 */
	<T> Optional<List<T>> upTo(Listing<T> list, int most) {
		Page<T> first = page(list, PAGE, 0);
		if (first.total() > most) {
			return Optional.empty();
		}
		if (first.rows().stream().map(list.id()).distinct().count() == first.total()) {
			return Optional.of(first.rows());
		}
		List<T> found = new ArrayList<>();
		all(list, found::addAll);
		return Optional.of(found);
	}

	/**
	 * How many rows a list has now.
	 */
	<T> long total(Listing<T> list) {
		return page(list, 1, 0).total();
	}

	/**
	 * Reads apart from one another, several at a time.
	 * @param each takes what was read, in order, in the calling thread
	 */
	<T, R> void each(Iterable<T> wanted, Function<T, R> read, Consumer<R> each) {
		ParallelReader.each(this.readers, wanted.iterator(), read, each);
	}

	/**
	 * Reads a whole list once.
	 * @param size of a page; another one each time, for where pages meet, rows of equal
	 * names may change places and never be seen
	 * @return how many rows it has; -1 if that moved on the way
	 */
	private <T> long pass(Listing<T> list, int size, Consumer<List<T>> page) {
		Page<T> first = page(list, size, 0);
		AtomicBoolean steady = new AtomicBoolean(true);
		page.accept(first.rows());
		Iterator<Long> starts = LongStream.iterate(size, (start) -> start < first.total(), (start) -> start + size)
			.iterator();
		if (starts.hasNext()) {
			ParallelReader.each(this.readers, starts, (start) -> page(list, size, start), (read) -> {
				steady.compareAndSet(true, read.total() == first.total());
				page.accept(read.rows());
			});
		}
		return steady.get() ? first.total() : -1;
	}

	/**
	 * Reads one page of a list.
	 */
	<T> Page<T> page(Listing<T> list, int size, long start) {
		Read<List<T>> read = read(list.path() + "&count=" + size + "&startIndex=" + start, list::page);
		List<T> rows = read.content();
		if (rows == null || read.total() < 0) {
			throw trouble((rows == null) ? read.answer() : AnswerReader.unreadable(read.answer().status()));
		}
		return new Page<>(rows, read.total());
	}

	PortalException trouble(Answer answer) {
		return PortalException.of(this.client.url(), answer);
	}

	private static Duration pauseBefore(@Nullable Pause asked, int step) {
		if (asked != null && asked.retryAfter() != null) {
			return asked.retryAfter();
		}
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(step, 10));
		return (pause.compareTo(LONGEST_STEP) < 0) ? pause : LONGEST_STEP;
	}

}
