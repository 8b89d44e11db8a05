package io.groupbatch.cli;

import java.util.Map;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StopReason;

/**
 * Takes one run as far as it goes: plans, asks, sends, reports, and sums up.
 */
final class RunFlow {

	private final Session session;

	private final Terminal terminal;

	private final Runs runs;

	private final GracefulStop stop;

	private final Conductor conductor;

	private final Closing closing;

	RunFlow(Session session, Terminal terminal, boolean json, NextCommand next) {
		this.session = session;
		this.terminal = terminal;
		this.runs = session.get(Runs.class);
		this.stop = session.get(GracefulStop.class);
		this.conductor = new Conductor(session);
		this.closing = new Closing(session, terminal, json, next);
	}

	/**
	 * Runs it.
	 * @param ask whether a person says yes to the plan first
	 */
	ExitCode go(long number, boolean ask) {
		return new StopOnSignal(this.stop, this.terminal, () -> this.closing.withoutReport(told(number))).during(() -> {
			boolean reported = send(number, ask);
			this.runs.halt(number, told(number).halt());
			return (reported ? this.closing.tell(number, true) : this.closing.report(number, true)).exitCode();
		});
	}

	/** Reports a run in which nothing happens now. */
	Summary again(long number) {
		return this.closing.report(number, false);
	}

	/**
	 * Sends what can be sent.
	 * @return whether the report is written
	 */
	private boolean send(long number, boolean ask) {
		if (!ask) {
			this.runs.approve(number);
		}
		ProgressLines progress = new ProgressLines(this.session, this.terminal, number);
		boolean reported = progress.during(() -> this.conductor.run(number));
		Halt halt = this.runs.get(number).halt();
		if (halt != null && halt.reason() == StopReason.NOT_APPROVED
				&& new Question(this.session, this.terminal).isYes(number)) {
			this.runs.approve(number);
			reported = progress.during(() -> this.conductor.run(number));
		}
		return reported;
	}

	/**
	 * The run with the signal that stopped it, if one did. What had stopped before keeps
	 * its own reason.
	 */
	private Run told(long number) {
		Run run = this.runs.get(number);
		boolean bySignal = run.halt() == null || run.halt().reason() == StopReason.INTERRUPTED
				|| run.halt().reason() == StopReason.NOT_APPROVED;
		return (bySignal && new Verdict(run, Map.of()).isOpen()) ? this.stop.why().map(run::haltedBy).orElse(run) : run;
	}

}
