package io.groupbatch.batch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * How far this process has come, for people who wait. Not kept anywhere. Thread-safe.
 */
@Component
public class Progress {

	private final AtomicLong done = new AtomicLong();

	private final Queue<String> notes = new ConcurrentLinkedQueue<>();

	private volatile String stage = "";

	/**
	 * A stage begins; its count starts at nought.
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

	/**
	 * Something that people shall read now.
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
