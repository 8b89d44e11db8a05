package io.groupbatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

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
import io.groupbatch.journal.Verb;

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

	private final NextCommand next;

	private final GracefulStop stop;

	RunFlow(Session session, Terminal terminal, boolean json, NextCommand next) {
		this.session = session;
		this.terminal = terminal;
		this.runs = session.get(Runs.class);
		this.json = json;
		this.next = next;
		this.stop = session.get(GracefulStop.class);
	}

	/**
	 * Runs it.
	 * @param ask whether a person says yes to the plan first
	 */
	ExitCode go(long number, boolean ask) {
		return new StopOnSignal(this.stop, this.terminal, () -> tellUnreported(number)).during(() -> {
			boolean reported = send(number, ask);
			Run run = told(this.runs.get(number));
			this.runs.halt(number, run.halt());
			return report(number, true, reported);
		});
	}

	/** Reports a run in which nothing happens now. */
	ExitCode again(long number) {
		return report(number, false, false);
	}

	/**
	 * Sends what can be sent.
	 * @return whether the report is written
	 */
	private boolean send(long number, boolean ask) {
		Conductor conductor = new Conductor(this.session);
		if (!ask) {
			this.runs.approve(number);
		}
		ProgressLines progress = new ProgressLines(this.session.get(Progress.class), this.terminal, this.session.now(),
				number);
		boolean reported = progress.during(() -> conductor.run(number));
		Halt halt = this.runs.get(number).halt();
		if (halt != null && halt.reason() == StopReason.NOT_APPROVED && asked(number)) {
			reported = progress.during(() -> conductor.run(number));
		}
		return reported;
	}

	/**
	 * The run with the signal that stopped it, if one did. What had stopped before keeps
	 * its own reason.
	 */
	private Run told(Run run) {
		boolean bySignal = run.halt() == null || run.halt().reason() == StopReason.INTERRUPTED
				|| run.halt().reason() == StopReason.NOT_APPROVED;
		return (bySignal && new Verdict(run, Map.of()).isOpen()) ? this.stop.why().map(run::haltedBy).orElse(run) : run;
	}

	private ExitCode report(long number, boolean rows, boolean reported) {
		if (!reported) {
			new Conductor(this.session).report(number);
		}
		Verdict verdict = new Verdict(this.runs.get(number), this.runs.counts(number));
		Summary summary = new Summary(verdict, this.next, true);
		summary.write();
		boolean refused = verdict.run().state() == RunState.REFUSED;
		boolean quiet = this.terminal.isQuiet() && verdict.exitCode() == ExitCode.OK;
		boolean table = rows && !quiet && !refused && !this.json && verdict.total() <= MOST_ROWS
				&& verdict.count(RowStatus.NOT_SENT) < verdict.total();
		if (refused || (rows && !table)) {
			tellMistakes(number);
		}
		if (table) {
			tellRows(number);
		}
		if (this.json) {
			this.terminal.result(summary.json());
			return verdict.exitCode();
		}
		if (!quiet) {
			summary.tell(this.terminal);
		}
		return verdict.exitCode();
	}

	/**
	 * The end of a run that is not waited for any longer. It only reads the journal, for
	 * the work may have locked it.
	 */
	private void tellUnreported(long number) {
		Verdict verdict = new Verdict(told(this.runs.get(number)), this.runs.counts(number));
		Summary summary = new Summary(verdict, this.next, false);
		if (this.json) {
			this.terminal.result(summary.json());
		}
		else {
			summary.tell(this.terminal);
		}
		summary.write();
	}

	private boolean asked(long number) {
		Run run = this.runs.get(number);
		String account = (run.target().accountName() != null) ? " as " + run.target().accountName() : "";
		boolean yes = confirms(Texts.printable("Send %s to %s%s?"
			.formatted(planned(this.session.get(Requests.class).planned(number)), run.target().portal(), account)));
		if (yes) {
			this.runs.approve(number);
		}
		return yes;
	}

	/** A signal is a no. Nothing can take the asking thread from its terminal. */
	private boolean confirms(String question) {
		CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> this.terminal.confirms(question),
				(asking) -> {
					Thread thread = new Thread(asking, "question");
					thread.setDaemon(true);
					thread.start();
				});
		this.stop.whenRequested(() -> answer.complete(false));
		return answer.join();
	}

	/**
	 * The requests of a plan in words:
	 * {@code 118 creates, 2 changes of existing groups, 1 delete}.
	 */
	static String planned(Map<Verb, Long> requests) {
		List<String> parts = new ArrayList<>();
		for (Verb verb : List.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE, Verb.GET)) {
			long count = requests.getOrDefault(verb, 0L);
			if (count > 0) {
				parts.add(switch (verb) {
					case CREATE -> Texts.count(count, "create", "creates");
					case UPDATE -> Texts.count(count, "change", "changes");
					case DELETE -> Texts.count(count, "delete", "deletes");
					case GET -> Texts.count(count, "read", "reads");
				});
			}
		}
		return String.join(", ", parts);
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

}
