package io.groupbatch.cli;

import java.io.UncheckedIOException;
import java.util.Objects;

import io.groupbatch.audit.AuditRecord;
import io.groupbatch.journal.PeopleToFix;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.ReportRows;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;

import org.jspecify.annotations.Nullable;

/**
 * The end of a command that is about a run: its reports, and the last lines.
 */
final class Closing {

	private static final int MOST_MISTAKES = 100;

	private static final String UNDER_ITS_ROW = " ".repeat(7);

	private static final int MOST_ROWS = 25;

	private final Session session;

	private final Terminal terminal;

	private final Runs runs;

	private final boolean json;

	private final NextCommand next;

	private @Nullable PlanTalk planned;

	private boolean differs;

	Closing(Session session, Terminal terminal, boolean json, NextCommand next) {
		this.session = session;
		this.terminal = terminal;
		this.runs = session.get(Runs.class);
		this.json = json;
		this.next = next;
	}

	/** Remembers the plan, for the summary. */
	void planned(PlanTalk plan) {
		this.planned = plan;
	}

	/**
	 * The shell is told that there is something to change, when all is well otherwise.
	 */
	void differs() {
		this.differs = true;
	}

	/**
	 * Writes the report, and sums up.
	 * @param rows whether people want to see rows of a short file, and mistakes
	 */
	Summary report(long number, boolean rows) {
		Run run = this.runs.get(number);
		if (run.isPurged()) {
			return told(summary(run, true, sealed(run)), false);
		}
		try {
			new Conductor(this.session).report(number);
		}
		catch (Conductor.JobFailed ex) {
			return unwritten(number, rows, ex);
		}
		return tell(number, rows);
	}

	/** Sums up a run whose report is written. */
	Summary tell(long number, boolean rows) {
		Run run = this.runs.get(number);
		Summary summary = summary(run, true, sealed(run));
		try {
			summary.write();
		}
		catch (UncheckedIOException ex) {
			return unwritten(number, rows, ex);
		}
		return told(summary, rows);
	}

	/**
	 * Sums up a run that is not waited for any longer. The journal is only read, for the
	 * work may have locked it.
	 */
	void withoutReport(Run run) {
		Summary summary = summary(run, false, null);
		say(summary);
		summary.write();
	}

	/** A disk that takes no report changes nothing in what was done. */
	private Summary unwritten(long number, boolean rows, RuntimeException failure) {
		if (!Failures.isAboutFiles(failure)) {
			throw failure;
		}
		Run run = this.runs.get(number);
		this.terminal.warn("The report cannot be written to %s: %s. What was done is kept.".formatted(run.output(),
				Failures.reason(failure)));
		return told(summary(run, false, sealed(run)), rows);
	}

	private Summary told(Summary summary, boolean rows) {
		if (rows || summary.verdict().run().state() == RunState.REFUSED) {
			tellRows(summary);
		}
		else if (this.planned != null) {
			tellMistakes(summary.verdict().run().number());
		}
		say(summary);
		return summary;
	}

	private Summary summary(Run run, boolean reported, @Nullable String auditHead) {
		Verdict verdict = new Verdict(run, this.runs.counts(run.number()));
		ExitCode code = (this.differs && verdict.exitCode() == ExitCode.OK) ? ExitCode.DIFFERENCES : verdict.exitCode();
		return new Summary(verdict, code, this.next,
				new Summary.Further(this.session.get(PeopleToFix.class).count(run.number()), this.planned,
						run.remarks(), reported, auditHead));
	}

	/** A run that has ended is put into the audit record. */
	private @Nullable String sealed(Run run) {
		boolean tell = run.state().isEnded() && !run.target().sandbox();
		return tell ? this.session.get(AuditRecord.class).seal().orElse(null) : null;
	}

	private void tellRows(Summary summary) {
		Verdict verdict = summary.verdict();
		long number = verdict.run().number();
		boolean refused = verdict.run().state() == RunState.REFUSED;
		boolean table = !quiet(summary) && !refused && !this.json && verdict.total() <= MOST_ROWS
				&& verdict.count(RowStatus.NOT_SENT) < verdict.total();
		if (table) {
			tellRows(number);
		}
		else {
			tellMistakes(number);
		}
	}

	private void say(Summary summary) {
		if (this.json) {
			this.terminal.result(summary.json());
		}
		else if (!quiet(summary)) {
			summary.tell(this.terminal);
		}
	}

	private boolean quiet(Summary summary) {
		return this.terminal.isQuiet() && summary.exitCode() == ExitCode.OK;
	}

	private void tellMistakes(long number) {
		Rows rows = this.session.get(Rows.class);
		Summary.tellMistakes(rows.mistakes(number, MOST_MISTAKES), rows.countMistakes(number), this.terminal);
	}

	/** A short file is shown whole: nobody needs to open a report for it. */
	private void tellRows(long number) {
		for (ReportRow row : this.session.get(ReportRows.class).page(number, 0, MOST_ROWS)) {
			String message = Texts.printable(Objects.requireNonNullElse(row.row().outcome().message(), ""));
			String group = Objects.requireNonNullElse(row.groupName(), "");
			String head = Texts.printable("%5d  %-14s %-9s  %-24s".formatted(row.row().number(), row.row().operation(),
					row.row().outcome().status(), group));
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
