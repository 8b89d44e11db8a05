package io.groupbatch.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import io.groupbatch.portal.http.Answer;
import io.groupbatch.portal.http.AnswerMeaning;
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

	/** Nobody waits for the fourth time-out of a connection that never comes about. */
	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

	private static final int PASSES = 5;

	private static final int PAGE = 100;

	private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

	/** More than any portal has; a list is kept track of in memory. */
	private static final long MOST_ROWS = 10_000_000;

	private final PortalClient client;

	private final Consumer<Duration> sleep;

	private final ReadThrottle throttle;

	private final int readers;

	/**
	 * Reads a portal.
	 * @param readers how many reads may be under way at once
	 */
	RetryingReader(PortalClient client, Consumer<Duration> sleep, int readers) {
		this.client = client;
		this.sleep = sleep;
		this.throttle = new ReadThrottle(client, sleep);
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
		int failures = 0;
		long unconnected = 0;
		while (true) {
			int pauses = this.throttle.await();
			long begin = System.nanoTime();
			Read<T> read = this.client.get(path, content);
			Answer answer = read.answer();
			boolean limited = answer.meaning().isRateLimit();
			if (!limited && answer.status() > 0) {
				this.throttle.letThrough();
			}
			failures += limited ? 0 : 1;
			unconnected += (answer.meaning() == AnswerMeaning.NOT_SENT) ? System.nanoTime() - begin : 0;
			boolean lastAttempt = failures == ATTEMPTS || unconnected > PATIENCE_NANOS;
			if (!limited && (!answer.meaning().mayPass() || lastAttempt)) {
				return read;
			}
			if (!limited && (answer.pause() == null || answer.pause().retryAfter() == null)) {
				this.sleep.accept(FIRST_PAUSE.multipliedBy(1L << (failures - 1)));
			}
			else if (!this.throttle.refused(answer, pauses)) {
				return read;
			}
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
		SeenIdTracker seen = new SeenIdTracker();
		ListPass pass = new ListPass(-1, PAGE);
		for (int i = 0; i < PASSES; i++) {
			ListPass before = pass;
			pass = pass(list, PAGE - i, (rows) -> {
				int known = seen.inPass();
				List<T> fresh = rows.stream().filter((row) -> seen.add(list.id().apply(row))).toList();
				if (!fresh.isEmpty()) {
					page.accept(fresh);
				}
				return seen.inPass() > known;
			});
			if (pass.rows() != before.rows()) {
				seen.beginRound();
			}
			if (seen.inPass() == pass.rows() || seen.inRound() == pass.rows()) {
				return;
			}
			if (i == PASSES - 1) {
				throw unsteady(pass.unsteady(before, seen.inPass()));
			}
			seen.nextPass();
		}
	}

	private PortalException unsteady(String sentence) {
		return new PortalException(PortalException.Kind.UNSTEADY, this.client.url() + " " + sentence, null);
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
	 * Reads a whole list once, or as far as it holds what it says.
	 * @param size of a page; another one each time, because where pages meet, rows of
	 * equal names may change places and never be seen
	 * @param page takes the rows of a page, and says whether any is new in this pass
	 */
	private <T> ListPass pass(Listing<T> list, int size, Predicate<List<T>> page) {
		Page<T> first = page(list, size, 0);
		ListPass pass = new ListPass(first.total(), size);
		pass.saw(first, page.test(first.rows()));
		Iterator<Long> starts = pass.starts();
		if (starts.hasNext()) {
			ParallelReader.each(this.readers, starts, (start) -> page(list, size, start),
					(read) -> pass.saw(read, page.test(read.rows())));
		}
		return pass;
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
		if (read.total() > MOST_ROWS) {
			throw unsteady("says that a list has %,d entries, more than any portal has. Ask its administrator."
				.formatted(read.total()));
		}
		return new Page<>(rows, read.total());
	}

	PortalException trouble(Answer answer) {
		return PortalException.of(this.client.url(), answer);
	}

}
