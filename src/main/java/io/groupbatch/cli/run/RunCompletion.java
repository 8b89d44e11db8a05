package io.groupbatch.cli.run;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.exit.ExceptionReporter;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.record.MetricsFile;
import io.groupbatch.cli.record.MetricsFile.RunFigures;
import io.groupbatch.cli.summary.FollowUpCommands;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.importjob.PlanOverview;
import io.groupbatch.importjob.ReportService;
import io.groupbatch.importjob.RunResult;
import io.groupbatch.importjob.row.RowMessages;
import io.groupbatch.journal.report.ReportRow;
import io.groupbatch.journal.row.RowError;
import io.groupbatch.journal.row.RowErrorGroup;
import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;

import org.jspecify.annotations.Nullable;

/**
 * Ends a command that is about a run: writes the reports and prints the last lines.
 */
public final class RunCompletion {

	private static final int MOST_MISTAKES = 20;

	private static final String UNDER_ITS_ROW = " ".repeat(7);

	private static final int MOST_ROWS = 25;

	private final ReportService reports;

	private final Terminal terminal;

	private final boolean json;

	private final FollowUpCommands next;

	private final @Nullable MetricsFile metrics;

	private @Nullable PlanOverview planned;

	private boolean differs;

	public RunCompletion(ReportService reports, Terminal terminal, boolean json, FollowUpCommands next,
			@Nullable MetricsFile metrics) {
		this.reports = reports;
		this.terminal = terminal;
		this.json = json;
		this.next = next;
		this.metrics = metrics;
	}

	/** Remembers the plan, for the summary. */
	void planned(PlanOverview plan) {
		this.planned = plan;
	}

	/**
	 * The shell is told that there is something to change, when all is well otherwise.
	 */
	void differs() {
		this.differs = true;
	}

	/** Reports a run in which nothing happens now. */
	public Summary again(Run run) {
		return run.isPurged() ? told(summary(this.reports.result(run.number()), true), false)
				: report(run.number(), false);
	}

	/**
	 * Writes the report, and sums up.
	 * @param rows whether people want to see rows of a short file, and errors
	 */
	Summary report(long number, boolean rows) {
		return this.reports.write(number)
			.map((failure) -> unwritten(number, rows, failure))
			.orElseGet(() -> tell(number, rows));
	}

	/** Sums up a run whose report is written. */
	Summary tell(long number, boolean rows) {
		Summary summary = summary(this.reports.result(number), true);
		try {
			summary.write();
		}
		catch (UncheckedIOException ex) {
			return unwritten(number, rows, ex);
		}
		return told(summary, rows);
	}

	/**
	 * Sums up a run that is not waited for any longer. The journal is only read, because
	 * the work may have locked it.
	 */
	void withoutReport(Run run) {
		Summary summary = summary(this.reports.unfinishedResult(run), false);
		say(summary);
		summary.write();
	}

	private Summary unwritten(long number, boolean rows, RuntimeException failure) {
		RunResult result = this.reports.result(number);
		this.terminal.warn("The report cannot be written to %s: %s. What was done is kept."
			.formatted(result.run().output(), ExceptionReporter.reason(failure)));
		return told(summary(result, false), rows);
	}

	private Summary told(Summary summary, boolean rows) {
		if (this.metrics != null) {
			Run run = summary.result().run();
			this.metrics.saw(new RunFigures(run.target().portal(), summary.result().counts(),
					this.reports.requests(run.number()), this.reports.pausedUntil(run.number())));
		}
		if (rows || summary.result().run().state() == RunState.REFUSED) {
			tellRows(summary);
		}
		else if (this.planned != null) {
			tellMistakes(summary.result().run());
		}
		say(summary);
		return summary;
	}

	private Summary summary(RunResult result, boolean reported) {
		ExitCode code = ExitCode.of(result);
		return new Summary(result, reported, (this.differs && code == ExitCode.OK) ? ExitCode.DIFFERENCES : code,
				this.next, this.planned);
	}

	private void tellRows(Summary summary) {
		RunResult result = summary.result();
		boolean refused = result.run().state() == RunState.REFUSED;
		boolean table = !quiet(summary) && !refused && !this.json && result.total() <= MOST_ROWS
				&& result.count(RowStatus.NOT_SENT) < result.total();
		if (table) {
			tellRows(result.run().number());
		}
		else {
			tellMistakes(result.run());
		}
	}

	private void say(Summary summary) {
		if (this.json) {
			this.terminal.json(summary.json());
		}
		else if (!quiet(summary)) {
			summary.tell(this.terminal);
		}
	}

	private boolean quiet(Summary summary) {
		return this.terminal.isQuiet() && summary.exitCode() == ExitCode.OK;
	}

	/** Except for one that the summary tells, as the reason why the run stopped. */
	private void tellMistakes(Run run) {
		ReportService.Mistakes mistakes = this.reports.mistakes(run.number(), MOST_MISTAKES);
		String reason = (run.halt() != null && !this.json) ? run.halt().sentence() : "";
		if (mistakes.causes().isEmpty()) {
			List<RowError> others = mistakes.each()
				.stream()
				.filter((mistake) -> !reason.contains(mistake.message()))
				.toList();
			Summary.tellMistakes(others, mistakes.all() - mistakes.each().size() + others.size(), this.terminal);
		}
		else {
			List<RowErrorGroup> others = mistakes.causes()
				.stream()
				.filter((cause) -> !reason.contains(cause.first().message()))
				.toList();
			Summary.tellCauses(others, mistakes.all() - mistakes.causes().size() + others.size(), this.terminal);
		}
	}

	/** A short file is shown whole: the user need not open a report for it. */
	private void tellRows(long number) {
		for (ReportRow row : this.reports.firstRows(number, MOST_ROWS)) {
			String message = TerminalText.printable(RowMessages.text(row.row().outcome()));
			String group = Objects.requireNonNullElse(row.groupName(), "");
			String head = TerminalText.printable("%5d  %-14s %-9s  %-24s".formatted(row.row().shownNumber(),
					row.row().operation(), row.row().outcome().status(), group));
			if (head.length() + 2 + message.length() <= this.terminal.columns()) {
				this.terminal.result((head + "  " + message).stripTrailing());
			}
			else {
				this.terminal.result(head.stripTrailing());
				this.terminal.result(UNDER_ITS_ROW + message);
			}
		}
	}

}
