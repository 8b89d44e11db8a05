package io.groupbatch.cli.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.groupbatch.batch.Progress;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.text.DateTimeText;

import org.jspecify.annotations.Nullable;

/**
 * The line that shows how far a run is: a bar, rows, the time that has passed and that is
 * left, what became of rows, and what is waited for. On a screen it replaces itself. For
 * one thread.
 */
public final class ProgressBarLine implements AutoCloseable {

	private static final int WIDEST = 110;

	private static final int BAR = 20;

	/** An estimate from less is of no use. */
	private static final Duration ENOUGH_TO_ESTIMATE = Duration.ofSeconds(3);

	private final Terminal terminal;

	private final Progress progress;

	private String stage = "";

	private long before;

	private Duration beforeAt = Duration.ZERO;

	public ProgressBarLine(Terminal terminal, Progress progress) {
		this.terminal = terminal;
		this.progress = progress;
	}

	/**
	 * Shows how it stands now, in place of what was shown before.
	 * @param rows how many rows there are, less than 1: that is not known
	 * @param done how many of them are done
	 */
	public void show(long rows, long done, Map<RowStatus, Long> counts) {
		if (!this.progress.stage().isEmpty()) {
			this.terminal.status(now(rows, done, counts).bar(Math.min(WIDEST, this.terminal.columns() - 1)));
		}
	}

	/** Tells the same, in a line of its own. */
	public void tell(long rows, long done, Map<RowStatus, Long> counts) {
		this.terminal.say(now(rows, done, counts).text());
	}

	private Shown now(long rows, long done, Map<RowStatus, Long> counts) {
		Duration time = this.progress.stageTime();
		if (!this.stage.equals(this.progress.stage())) {
			this.stage = this.progress.stage();
			this.before = done;
			this.beforeAt = time;
		}
		return new Shown(this.stage, Math.max(rows, done), rows > 0, done, time, left(rows, done, time),
				message(done, counts));
	}

	private @Nullable Duration left(long rows, long done, Duration time) {
		Duration measured = time.minus(this.beforeAt);
		boolean known = done > this.before && done < rows && measured.compareTo(ENOUGH_TO_ESTIMATE) >= 0
				&& this.progress.pausedUntil() == null && this.progress.waiting() == null;
		return known ? Duration.ofMillis(measured.toMillis() * (rows - done) / (done - this.before)) : null;
	}

	private String message(long done, Map<RowStatus, Long> counts) {
		Instant pause = this.progress.pausedUntil();
		if (pause != null) {
			return "the portal asks to wait until " + DateTimeText.of(pause);
		}
		Progress.Waiting doubts = this.progress.waiting();
		if (doubts != null) {
			return TerminalText.count(doubts.requests(), "request", "requests") + " in doubt, checked in "
					+ minutes(doubts.untilLookup());
		}
		long answers = this.progress.stageAnswers();
		return (done == 0 && answers > 0) ? TerminalText.count(answers, "answer of the portal", "answers of the portal")
				: counted(counts);
	}

	private static String counted(Map<RowStatus, Long> counts) {
		return Arrays.stream(RowStatus.values())
			.filter((status) -> status != RowStatus.NOT_SENT && counts.getOrDefault(status, 0L) > 0)
			.map((status) -> counts.get(status) + " " + status)
			.collect(Collectors.joining(", "));
	}

	/** Minutes and seconds, and hours where there are any. */
	private static String minutes(Duration time) {
		return (time.toHours() > 0)
				? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
				: "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
	}

	@Override
	public void close() {
		this.stage = "";
		this.terminal.clearStatus();
	}

	/**
	 * What is shown.
	 *
	 * @param rows how many rows there are
	 * @param known whether that is all of them
	 * @param left how long it takes until all are done, null: not known
	 */
	record Shown(String stage, long rows, boolean known, long done, Duration time, @Nullable Duration left,
			String message) {

		/** A line that is not longer: a second line could not be taken away again. */
		String bar(int width) {
			int full = (this.rows > 0) ? (int) (BAR * this.done / this.rows) : 0;
			String bar = this.known ? "[" + "=".repeat(full) + ((full < BAR) ? ">" : "")
					+ " ".repeat(Math.max(0, BAR - full - 1)) + "]  " : "";
			String line = this.stage + "  " + bar + facts("  ");
			return (line.length() <= width) ? line : line.substring(0, width - 1) + "…";
		}

		String text() {
			return this.stage + ": " + facts(", ");
		}

		private String facts(String between) {
			String done = this.known ? "%,d of %,d rows".formatted(this.done, this.rows)
					: "%,d done".formatted(this.done);
			String time = minutes(this.time) + ((this.left != null) ? ", about " + minutes(this.left) + " left" : "");
			return ((this.known || this.done > 0) ? done + between : "") + time
					+ (this.message.isEmpty() ? "" : between + this.message);
		}

	}

}
