package io.groupbatch.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import io.groupbatch.portal.http.PauseListener;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * How far this process has come, for people who wait. Not kept anywhere. Thread-safe.
 */
@Component
public class Progress implements PauseListener {

	private final AtomicLong done = new AtomicLong();

	private final Queue<String> notes = new ConcurrentLinkedQueue<>();

	private final Clock clock;

	private volatile String stage = "";

	private volatile Instant pausedUntil = Instant.MIN;

	/** Begins with nothing done. */
	public Progress(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A stage begins; its count starts at zero.
	 */
	public void begin(String stage) {
		this.done.set(0);
		this.stage = stage;
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
		return this.stage;
	}

	/**
	 * How many rows this process has done in that stage.
	 */
	public long done() {
		return this.done.get();
	}

}
