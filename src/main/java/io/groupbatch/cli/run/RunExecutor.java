package io.groupbatch.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.SignalShutdown;
import io.groupbatch.cli.summary.FollowUpCommands;
import io.groupbatch.cli.summary.PlanDescription;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.importjob.ImportService;
import io.groupbatch.importjob.ImportService.Attempt;
import io.groupbatch.importjob.ImportService.Beginning;
import io.groupbatch.importjob.ImportService.Work;
import io.groupbatch.importjob.PlanOverview;
import io.groupbatch.journal.run.Run;

import org.jspecify.annotations.Nullable;

/**
 * Runs one import to its end: plans it, asks before it is sent, sends it, and prints the
 * summary. Used once.
 */
public final class RunExecutor {

	private static final int MOST_CHANGES = 20;

	private final ApplicationSession session;

	private final ImportService imports;

	private final GracefulShutdown stop;

	private final RunCompletion closing;

	private final Terminal terminal;

	private final FollowUpCommands next;

	private final boolean detailed;

	private @Nullable SignalShutdown signals;

	private boolean reported;

	/**
	 * For one run.
	 * @param detailed whether the plan is told with everybody whom it adds or removes
	 */
	RunExecutor(ApplicationSession session, RunCompletion closing, Terminal terminal, FollowUpCommands next,
			boolean detailed) {
		this.session = session;
		this.imports = session.imports();
		this.stop = session.stop();
		this.closing = closing;
		this.terminal = terminal;
		this.next = next;
		this.detailed = detailed;
	}

	/**
	 * Plans a run, and leaves it so.
	 * @param detailed whether the shell is told that there is something to change
	 * @param json whether the result is for scripts
	 */
	public ExitCode plan(long number, boolean detailed, boolean json) {
		return during(number, () -> {
			if (progress(number, () -> this.imports.plan(number))) {
				PlanOverview plan = review(number);
				if (!json) {
					described(plan).lines().forEach(this.terminal::result);
				}
				if (detailed && plan.summary().differs()) {
					this.closing.differs();
				}
			}
			this.imports.noteStop(number);
			return this.closing.report(number, false).exitCode();
		});
	}

	/**
	 * Runs it. What an earlier process has planned is sent only when the portal is still
	 * as it was.
	 * @param by whose key it is
	 * @param yes whether the plan is sent without asking
	 */
	public ExitCode go(long number, Identity by, boolean yes) {
		return during(number, () -> {
			go(this.imports.begin(number, by), number, yes);
			this.imports.noteStop(number);
			return (this.reported ? this.closing.tell(number, true) : this.closing.report(number, true)).exitCode();
		});
	}

	private void go(Beginning beginning, long number, boolean yes) {
		if (beginning instanceof Beginning.Unavailable unavailable) {
			throw CommandException.because(unavailable.why());
		}
		if (beginning instanceof Beginning.OutOfDate outOfDate) {
			throw outOfDate(number, outOfDate.changes());
		}
		if (beginning instanceof Beginning.Planned planned) {
			consent(planned.attempt(), yes);
		}
		if (beginning instanceof Beginning.Ready ready) {
			tellLooks(ready.dueLooks());
			if (work(ready.attempt()).awaitsApproval()) {
				consent(ready.attempt(), yes);
			}
		}
	}

	private ExitCode during(long number, Supplier<ExitCode> work) {
		SignalShutdown listening = new SignalShutdown(this.stop, this.terminal,
				() -> this.closing.withoutReport(this.imports.current(number)));
		this.signals = listening;
		return listening.during(work);
	}

	private <T> T progress(long number, Supplier<T> work) {
		return this.session.progress(this.terminal, number).during(work);
	}

	private Work work(Attempt attempt) {
		Work work = progress(attempt.run(), () -> this.imports.work(attempt));
		this.reported = work.reported();
		return work;
	}

	private void tellLooks(long due) {
		if (due > 0) {
			this.terminal.say(
					"The portal may have changed since the plan was made. It is checked first, with up to %s: one for each group still to be changed or"
						.formatted(TerminalText.count(due, "lookup", "lookups"))
							+ " created, or the portal's lists if that takes fewer requests.");
		}
	}

	private PlanOverview review(long number) {
		PlanOverview plan = this.imports.review(number);
		this.closing.planned(plan);
		this.imports.cancelSuperseded(number)
			.forEach((earlier) -> this.terminal.say("Run %d was cancelled: run %d is a newer plan of the same file."
				.formatted(earlier.number(), number)));
		for (PlanOverview.Overlap other : plan.overlaps()) {
			Run run = other.run();
			this.terminal.say(
					"Run %d of %s is not finished, and it still has to change %s of this run. Finish it first: %s, or cancel it: %s"
						.formatted(run.number(), run.source().file(),
								TerminalText.count(other.groups(), "group", "groups"), this.next.resume(run),
								this.next.cancel(run)));
		}
		return plan;
	}

	private PlanDescription described(PlanOverview plan) {
		return new PlanDescription(plan, this.detailed);
	}

	private static CommandException outOfDate(long number, List<String> changes) {
		List<String> lines = new ArrayList<>();
		lines.add("The portal has changed since run " + number + " was planned. Nothing was sent. Plan it again.");
		changes.stream().limit(MOST_CHANGES).map(TerminalText::printable).forEach(lines::add);
		if (changes.size() > MOST_CHANGES) {
			lines.add("… and %d more.".formatted(changes.size() - MOST_CHANGES));
		}
		return new CommandException(ExitCode.STOPPED, lines);
	}

	/** Sends a plan when it may be sent. */
	private void consent(Attempt attempt, boolean yes) {
		PlanOverview plan = review(attempt.run());
		if (this.stop.isRequested()) {
			return;
		}
		if (!plan.isEmpty()) {
			described(plan).lines().forEach(this.terminal::say);
		}
		if (yes && !this.imports.maySendUnasked(attempt, plan)) {
			throw new CommandException(ExitCode.STOPPED,
					"Nothing was sent. " + String.join(" ", plan.summary().risks()));
		}
		if (yes || !plan.writes() || confirmed(attempt, plan)) {
			this.imports.approve(attempt);
			work(attempt);
		}
	}

	private boolean confirmed(Attempt attempt, PlanOverview plan) {
		if (!this.terminal.canAsk()) {
			this.imports.nobodyAsked(attempt, plan);
			this.reported = false;
			return false;
		}
		if (!plan.summary().risks().isEmpty()) {
			if (!isYes(plan.summary().takesMuchAway() ? "Is it right that so much is taken away?"
					: "Is it right that so many people are invited?")) {
				return false;
			}
			this.imports.acceptRisks(attempt);
		}
		return isYes(described(plan).question(this.imports.target(attempt)));
	}

	/** Asks a person; a signal is a no. */
	private boolean isYes(String question) {
		CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> this.terminal.confirms(question),
				RunExecutor::startAsking);
		this.stop.whenRequested(() -> answer.complete(false));
		return Objects.requireNonNull(this.signals).whileIdle(answer::join);
	}

	/** On a thread of its own, because nothing can take it from its terminal. */
	private static void startAsking(Runnable asking) {
		Thread thread = new Thread(asking, "question");
		thread.setDaemon(true);
		thread.start();
	}

}
