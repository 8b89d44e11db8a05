package io.groupbatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.PeopleToFix;
import io.groupbatch.journal.Progress;
import io.groupbatch.journal.ReportRow;
import io.groupbatch.journal.ReportRows;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.RowStatus;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StopReason;
import io.groupbatch.review.PlanCheck;
import io.groupbatch.review.PlanFile;

import org.jspecify.annotations.Nullable;

/**
 * Takes one run as far as it goes: plans, asks, sends, reports, and sums up. Used once.
 */
final class RunFlow {

	private static final int MOST_MISTAKES = 100;

	private static final int MOST_ROWS = 25;

	private static final int MOST_CHANGES = 20;

	private final Session session;

	private final Terminal terminal;

	private final Runs runs;

	private final NextCommand next;

	private final Manner manner;

	private @Nullable PlanTalk plan;

	RunFlow(Session session, Terminal terminal, NextCommand next, Manner manner) {
		this.session = session;
		this.terminal = terminal;
		this.runs = session.get(Runs.class);
		this.next = next;
		this.manner = manner;
	}

	/**
	 * Plans a run, and leaves it so.
	 * @param detailed whether the shell is told that there is something to change
	 */
	ExitCode plan(long number, boolean detailed) {
		work(number);
		if (isPlanned(number)) {
			this.runs.halt(number, null);
			PlanTalk planned = review(number);
			if (!this.manner.json()) {
				planned.lines().forEach(this.terminal::result);
			}
		}
		boolean differs = detailed && this.plan != null && this.plan.summary().differs();
		return report(number, false, differs);
	}

	/**
	 * Runs it. What an earlier process has planned is sent only when the portal is still
	 * as it was.
	 * @param ask whether a person says yes to the plan first
	 */
	ExitCode go(long number, boolean ask) {
		RunState state = this.runs.get(number).state();
		if (state == RunState.PLANNED) {
			checkStillTrue(number);
			this.runs.halt(number, new Halt(StopReason.NOT_APPROVED, "Nothing was sent: the plan waits for a yes."));
			consent(number, ask, false);
		}
		else {
			work(number);
			if (state.isBeforeSending() && isPlanned(number)) {
				consent(number, ask, true);
			}
		}
		if (isInterrupted() && this.runs.get(number).halt() == null) {
			this.runs.halt(number, Halt.INTERRUPTED);
		}
		return report(number, true, false);
	}

	/** Reports a run in which nothing happens now. */
	ExitCode again(long number) {
		return report(number, false, false);
	}

	private void work(long number) {
		ProgressLines progress = new ProgressLines(this.session.get(Progress.class), this.terminal, this.session.now(),
				number);
		progress.during(() -> new Conductor(this.session).run(number));
	}

	private boolean isPlanned(long number) {
		Halt halt = this.runs.get(number).halt();
		return halt != null && halt.reason() == StopReason.NOT_APPROVED;
	}

	private boolean isInterrupted() {
		return this.session.get(GracefulStop.class).isRequested();
	}

	private PlanTalk review(long number) {
		PlanTalk planned = new PlanTeller(this.session, this.manner.rate()).talk(number);
		this.session.get(PlanFile.class).write(number);
		this.plan = planned;
		return planned;
	}

	private void checkStillTrue(long number) {
		PlanCheck.Finding found = this.session.get(PlanCheck.class).check(number);
		if (found.trouble() != null) {
			throw new Stop(Verdict.of(found.trouble()), found.trouble().sentence());
		}
		if (!found.changes().isEmpty()) {
			List<String> lines = new ArrayList<>();
			lines.add("The portal has changed since run " + number + " was planned. Nothing was sent. Plan it anew.");
			found.changes().stream().limit(MOST_CHANGES).map(Texts::printable).forEach(lines::add);
			if (found.changes().size() > MOST_CHANGES) {
				lines.add("… and %d more.".formatted(found.changes().size() - MOST_CHANGES));
			}
			throw new Stop(ExitCode.STOPPED, lines);
		}
	}

	/**
	 * Sends the plan when it may be sent.
	 * @param fresh whether it was made just now; an older one that the guards refuse is
	 * kept, for another try
	 */
	private void consent(long number, boolean ask, boolean fresh) {
		PlanTalk planned = review(number);
		if (isInterrupted()) {
			this.runs.halt(number, Halt.INTERRUPTED);
			return;
		}
		if (!planned.isEmpty()) {
			planned.lines().forEach(this.terminal::say);
		}
		List<String> risks = planned.summary().risks();
		if (!fresh && !ask && !risks.isEmpty()) {
			throw new Stop(ExitCode.STOPPED, Texts.printable("Nothing was sent. " + String.join(" ", risks)));
		}
		if (!ask || planned.isEmpty() || confirmed(number, planned)) {
			this.runs.approve(number);
			work(number);
		}
	}

	private boolean confirmed(long number, PlanTalk planned) {
		if (!planned.summary().risks().isEmpty()) {
			if (!this.terminal.confirms("Is it right that so much is taken away?")) {
				return false;
			}
			this.runs.acceptRisks(number);
		}
		return this.terminal.confirms(planned.question(this.runs.get(number).target()));
	}

	private ExitCode report(long number, boolean rows, boolean differs) {
		new Conductor(this.session).report(number);
		Verdict verdict = new Verdict(this.runs.get(number), this.runs.counts(number));
		ExitCode code = (differs && verdict.exitCode() == ExitCode.OK) ? ExitCode.DIFFERENCES : verdict.exitCode();
		Map<String, Object> planned = (this.plan != null) ? this.plan.map() : null;
		Summary summary = new Summary(verdict, code, this.next,
				new Summary.Further(this.session.get(PeopleToFix.class).count(number), planned));
		summary.write();
		boolean refused = verdict.run().state() == RunState.REFUSED;
		boolean quiet = this.terminal.isQuiet() && code == ExitCode.OK;
		boolean table = rows && !quiet && !refused && !this.manner.json() && verdict.total() <= MOST_ROWS
				&& verdict.count(RowStatus.NOT_SENT) < verdict.total();
		boolean planOnly = !rows && this.plan != null;
		if (refused || planOnly || (rows && !table)) {
			tellMistakes(number);
		}
		if (table) {
			tellRows(number);
		}
		if (this.manner.json()) {
			this.terminal.result(summary.json());
		}
		else if (!quiet) {
			summary.tell(this.terminal);
		}
		return code;
	}

	private void tellMistakes(long number) {
		Rows rows = this.session.get(Rows.class);
		Summary.tellMistakes(rows.mistakes(number, MOST_MISTAKES), rows.countMistakes(number), this.terminal);
	}

	/** A short file is shown whole: nobody needs to open a report for it. */
	private void tellRows(long number) {
		for (ReportRow row : this.session.get(ReportRows.class).page(number, 0, MOST_ROWS)) {
			String message = row.row().outcome().message();
			String group = (row.groupName() != null) ? row.groupName() : "";
			this.terminal.result(Texts
				.printable("%5d  %-14s %-9s  %-24s  %s".formatted(row.row().number(), row.row().operation(),
						row.row().outcome().status(), group, (message != null) ? message : ""))
				.stripTrailing());
		}
	}

	/**
	 * How to go about it.
	 *
	 * @param json whether the result is for scripts
	 * @param rate how many requests a minute are asked for; null: as many as the portal
	 * takes
	 */
	record Manner(boolean json, @Nullable Integer rate) {
	}

}
