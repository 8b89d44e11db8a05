package io.groupbatch.cli.launch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.groupbatch.batch.JobNames;
import io.groupbatch.batch.Progress;
import io.groupbatch.cli.console.ProgressBarLine;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.file.ProcessStatusFile;
import io.groupbatch.clock.ClockDrift;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Runs;

import org.jspecify.annotations.Nullable;

/**
 * Reports the progress of the work: every second on a screen, every ten seconds in lines,
 * every two seconds in {@code now.json}.
 */
public final class ProgressReporter {

	private static final int LAST_TICK_SECONDS = 2;

	private static final int TICKS_PER_NOTE = 2;

	private static final int TICKS_PER_LINE = 10;

	/** Counting the rows of a long file takes time: no more than a fiftieth of it all. */
	private static final int COUNTING_SHARE = 50;

	private final Progress progress;

	private final Runs runs;

	private final ProcessStatusFile now;

	private final Terminal terminal;

	private final ProgressBarLine status;

	private final @Nullable Long run;

	private final ClockDrift drift;

	private Duration lastDrift;

	private int ticks;

	private Map<RowStatus, Long> counts = Map.of();

	/** What the stage had done when they were counted. */
	private long doneWhenCounted;

	private long countAgainAt = System.nanoTime();

	/**
	 * For some work.
	 * @param run the run that it is done for, null when there is none
	 */
	ProgressReporter(Progress progress, Runs runs, ClockDrift drift, ProcessStatusFile now, Terminal terminal,
			@Nullable Long run) {
		this.progress = progress;
		this.runs = runs;
		this.now = now;
		this.drift = drift;
		this.lastDrift = this.drift.amount();
		this.terminal = terminal;
		this.status = new ProgressBarLine(terminal, this.progress);
		this.run = run;
	}

	/** Does some work, and tells of it. */
	public <T> T during(Supplier<T> work) {
		ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "progress");
			thread.setDaemon(true);
			return thread;
		});
		ScheduledFuture<?> tick = clock.scheduleAtFixedRate(this::tick, 0, 1, TimeUnit.SECONDS);
		try {
			return work.get();
		}
		finally {
			tick.cancel(false);
			end(clock);
			this.status.close();
			tellNotes();
			tellClock();
		}
	}

	/** Never by an interrupt: one in the middle of a read would close the journal. */
	private static void end(ScheduledExecutorService clock) {
		clock.shutdown();
		try {
			clock.awaitTermination(LAST_TICK_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void tick() {
		tellNotes();
		tellClock();
		count();
		if (this.ticks % TICKS_PER_NOTE == 0) {
			this.now.write(this.run, this.progress, this.counts);
		}
		this.ticks++;
		if (this.terminal.isScreen()) {
			this.status.show(rows(), done(), this.counts);
		}
		else if (this.ticks % TICKS_PER_LINE == 0) {
			this.status.tell(rows(), done(), this.counts);
		}
	}

	private long rows() {
		return (this.run != null) ? this.runs.get(this.run).content().rows() : -1;
	}

	/**
	 * Sending passes over rows that need no request, and a later start over those of an
	 * earlier one.
	 */
	private long done() {
		if (!this.progress.stage().equals(JobNames.SEND_STEP)) {
			return this.progress.done();
		}
		long settled = this.counts.entrySet()
			.stream()
			.filter((count) -> count.getKey() != RowStatus.NOT_SENT && count.getKey() != RowStatus.UNKNOWN)
			.mapToLong(Map.Entry::getValue)
			.sum();
		return settled + Math.max(0, this.progress.done() - this.doneWhenCounted);
	}

	private void count() {
		long begin = System.nanoTime();
		if (this.run != null && begin - this.countAgainAt >= 0) {
			this.doneWhenCounted = this.progress.done();
			this.counts = this.runs.counts(this.run);
			long end = System.nanoTime();
			this.countAgainAt = end + COUNTING_SHARE * (end - begin);
		}
	}

	/**
	 * The clock goes on while a computer sleeps, and what measures time in it does not: a
	 * sleep looks like a clock that was set forward.
	 */
	private void tellClock() {
		Duration amount = this.drift.amount();
		Duration jump = amount.minus(this.lastDrift);
		this.lastDrift = amount;
		if (jump.abs().compareTo(ClockDrift.TOLERANCE) > 0) {
			Duration rounded = jump.abs().plusSeconds(30);
			this.terminal.say((jump.isNegative()
					? "The clock of this computer was set back by %d h %d min. What is waited for is not waited for longer."
					: "This computer slept %d h %d min, or its clock was set forward. Requests that were on their way are checked again.")
				.formatted(rounded.toHours(), rounded.toMinutesPart()));
		}
	}

	private void tellNotes() {
		for (String note = this.progress.nextNote(); note != null; note = this.progress.nextNote()) {
			this.terminal.say(note);
		}
	}

}
