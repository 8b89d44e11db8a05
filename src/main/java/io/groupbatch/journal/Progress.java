package io.groupbatch.journal;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.stereotype.Component;

/**
 * How far this process has come, for people who wait. Not kept anywhere. Thread-safe.
 */
@Component
public class Progress {

	private final AtomicLong done = new AtomicLong();

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
