package io.groupbatch.cli.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.groupbatch.batch.Progress;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.text.DateTimeText;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

/**
 * The line on a screen that shows how far a run is: a bar, rows, time, what became of
 * rows, and a pause of the portal. For one thread.
 */
public final class ProgressBarLine implements AutoCloseable {

	private static final int SECOND = 1000;

	private static final int WIDEST = 110;

	private final Terminal terminal;

	private final Progress progress;

	private String stage = "";

	private @Nullable ProgressBar bar;

	public ProgressBarLine(Terminal terminal, Progress progress) {
		this.terminal = terminal;
		this.progress = progress;
	}

	/**
	 * Shows how it stands now.
	 * @param rows how many rows there are, as far as that is known
	 */
	public void show(long rows, Map<RowStatus, Long> counts) {
		if (this.bar == null || !this.stage.equals(this.progress.stage())) {
			close();
			this.stage = this.progress.stage();
			this.bar = bar(rows);
		}
		this.bar.maxHint(Math.max(rows, this.progress.done()));
		this.bar.stepTo(this.progress.done());
		this.bar.setExtraMessage(" " + told(counts));
		this.bar.refresh();
	}

	/** One that would go into a second line could not be taken away again. */
	private ProgressBar bar(long rows) {
		int width = Math.min(WIDEST, this.terminal.columns() - 1);
		return new ProgressBarBuilder().setTaskName(this.stage)
			.setInitialMax(rows)
			.setUnit(" rows", 1)
			.setStyle(ProgressBarStyle.ASCII)
			.setUpdateIntervalMillis(SECOND)
			.setMaxRenderedLength(width)
			.setConsumer(new DelegatingProgressBarConsumer(this.terminal::status, width))
			.build();
	}

	private String told(Map<RowStatus, Long> counts) {
		Instant pause = this.progress.pausedUntil();
		return (pause != null) ? "the portal asks to wait until " + DateTimeText.of(pause) : counted(counts);
	}

	private static String counted(Map<RowStatus, Long> counts) {
		return Arrays.stream(RowStatus.values())
			.filter((status) -> status != RowStatus.NOT_SENT && counts.getOrDefault(status, 0L) > 0)
			.map((status) -> counts.get(status) + " " + status)
			.collect(Collectors.joining(", "));
	}

	@Override
	public void close() {
		if (this.bar != null) {
			this.bar.close();
		}
		this.bar = null;
		this.terminal.clearStatus();
	}

}
