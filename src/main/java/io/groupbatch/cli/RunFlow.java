package io.groupbatch.cli;

import java.util.List;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.Progress;
import io.groupbatch.journal.Requests;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.ReportRows;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StopReason;

/**
 * Takes one run as far as it goes: plans, asks, sends, reports, and sums up.
 */
final class RunFlow {

	private static final int MOST_MISTAKES = 100;

	private static final int MOST_ROWS = 25;

	private final Session session;

	private final Terminal terminal;

	private final Runs runs;

	private final boolean json;

	RunFlow(Session session, Terminal terminal, boolean json) {
		this.session = session;
		this.terminal = terminal;
		this.runs = session.get(Runs.class);
		this.json = json;
	}

	/**
	 * Runs it.
	 * @param ask whether a person says yes to the plan first
	 * @param again the command that goes on with the run
	 */
	ExitCode go(long number, boolean ask, String again) {
		Conductor conductor = new Conductor(this.session);
		if (!ask) {
			this.runs.approve(number);
		}
		ProgressLines progress = new ProgressLines(this.session.get(Progress.class), this.terminal, this.session.now(),
				number);
		progress.during(() -> conductor.run(number));
		Halt halt = this.runs.get(number).halt();
		if (halt != null && halt.reason() == StopReason.NOT_APPROVED && asked(number)) {
			progress.during(() -> conductor.run(number));
		}
		return report(conductor, number, again);
	}

	/** Writes the reports, and tells how the run stands. */
	ExitCode report(Conductor conductor, long number, String again) {
		if (this.session.get(GracefulStop.class).isRequested() && this.runs.get(number).halt() == null) {
			this.runs.halt(number, new Halt(StopReason.INTERRUPTED, "Stopped by a signal."));
		}
		conductor.report(number);
		Verdict verdict = verdict(number);
		Summary summary = new Summary(verdict, again);
		summary.write();
		tellMistakes(number);
		if (this.json) {
			this.terminal.result(summary.json());
		}
		else {
			tellRows(verdict);
			summary.tell(this.terminal);
		}
		return verdict.exitCode();
	}

	Verdict verdict(long number) {
		return new Verdict(this.runs.get(number), this.runs.counts(number));
	}

	private boolean asked(long number) {
		Run run = this.runs.get(number);
		long requests = this.session.get(Requests.class).countPlanned(number);
		boolean yes = this.terminal.confirms("Send %d requests for %d rows to %s%s?".formatted(requests,
				verdict(number).total(), run.target().portal(),
				(run.target().accountName() != null) ? " as " + run.target().accountName() : ""));
		if (yes) {
			this.runs.approve(number);
		}
		return yes;
	}

	private void tellMistakes(long number) {
		Rows rows = this.session.get(Rows.class);
		if (this.runs.get(number).state() == RunState.REFUSED || rows.countMistakes(number) > 0) {
			Summary.tellMistakes(rows.mistakes(number, MOST_MISTAKES), rows.countMistakes(number), this.terminal);
		}
	}

	/** A short file is shown whole: nobody needs to open a report for it. */
	private void tellRows(Verdict verdict) {
		boolean quiet = this.terminal.isQuiet() && verdict.exitCode() == ExitCode.OK;
		boolean nothingDone = verdict.count(RowStatus.NOT_SENT) == verdict.total();
		if (quiet || nothingDone || verdict.total() > MOST_ROWS || verdict.run().state() == RunState.REFUSED) {
			return;
		}
		List<ReportRow> rows = this.session.get(ReportRows.class).page(verdict.run().number(), 0, MOST_ROWS);
		for (ReportRow row : rows) {
			String message = row.row().outcome().message();
			this.terminal
				.result("%5d  %-14s %-9s  %s".formatted(row.row().number(), String.valueOf(row.row().operation()),
						row.row().outcome().status(), Texts.printable((message != null) ? message : "")));
		}
	}

}
