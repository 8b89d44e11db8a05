package io.groupbatch.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import io.groupbatch.portal.http.TrafficListener;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * How far this process has come, for people who wait. Not kept anywhere. Thread-safe.
 */
@Component
public class Progress implements TrafficListener {

	private final AtomicLong done = new AtomicLong();

	private final Queue<String> notes = new ConcurrentLinkedQueue<>();

	private final Clock clock;

	private volatile Stage stage = new Stage("", System.nanoTime(), 0);

	private volatile Instant pausedUntil = Instant.MIN;

	private volatile InDoubt inDoubt = new InDoubt(0, System.nanoTime());

	private long answers;

	private long answerNanos;

	/** Begins with nothing done. */
	public Progress(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A stage begins; its count starts at zero.
	 */
	public void begin(String name) {
		this.done.set(0);
		this.stage = new Stage(name, System.nanoTime(), answers());
	}

	/**
	 * So many more rows are done.
	 */
	public void add(long rows) {
		this.done.addAndGet(rows);
	}

	@Override
	public synchronized void pausing(Duration length) {
		Instant end = this.clock.instant().plus(length);
		this.pausedUntil = end.isAfter(this.pausedUntil) ? end : this.pausedUntil;
	}

	@Override
	public synchronized void answered(Duration took) {
		this.answers++;
		this.answerNanos += took.toNanos();
	}

	/** How long an answer of the portal takes on average; null before the first one. */
	public synchronized @Nullable Duration answerTime() {
		return (this.answers > 0) ? Duration.ofNanos(this.answerNanos / this.answers) : null;
	}

	private synchronized long answers() {
		return this.answers;
	}

	/** Requests in doubt are waited for, and nothing else is left to do. */
	public void waitForDoubts(int requests, Duration untilLookup) {
		this.inDoubt = new InDoubt(requests, System.nanoTime() + untilLookup.toNanos());
	}

	/** What is waited for now, and for how long; null when it is nothing. */
	public @Nullable Waiting waiting() {
		InDoubt now = this.inDoubt;
		long left = now.lookup() - System.nanoTime();
		return (left > 0) ? new Waiting(now.requests(), Duration.ofNanos(left)) : null;
	}

	/**
	 * Until when nothing is sent, because the portal asked for a pause; null when there
	 * is none now.
	 */
	public @Nullable Instant pausedUntil() {
		Instant end = this.pausedUntil;
		return end.isAfter(this.clock.instant()) ? end : null;
	}

	/**
	 * Something that people must read now.
	 */
	public void note(String line) {
		this.notes.add(line);
	}

	/**
	 * The next of these lines; null when there is none.
	 */
	public @Nullable String nextNote() {
		return this.notes.poll();
	}

	/**
	 * The stage at work; empty before the first.
	 */
	public String stage() {
		return this.stage.name();
	}

	/** For how long that stage has been at work. */
	public Duration stageTime() {
		return Duration.ofNanos(System.nanoTime() - this.stage.began());
	}

	/** How many answers of the portal have come in that stage. */
	public long stageAnswers() {
		return answers() - this.stage.answersBefore();
	}

	/**
	 * How many rows this process has done in that stage.
	 */
	public long done() {
		return this.done.get();
	}

	/**
	 * Requests whose result is not known.
	 *
	 * @param requests how many
	 * @param untilLookup how long until the portal is asked about the first of them
	 */
	public record Waiting(int requests, Duration untilLookup) {
	}

	private record Stage(String name, long began, long answersBefore) {
	}

	private record InDoubt(int requests, long lookup) {
	}

}
