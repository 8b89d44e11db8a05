package io.groupbatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.AuditStore;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.OpenElsewhere;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;
import io.groupbatch.journal.StopReason;
import io.groupbatch.review.PlanAge;
import io.groupbatch.review.PlanCheck;
import io.groupbatch.review.PlanFile;

import org.jspecify.annotations.Nullable;

/**
 * Takes one run as far as it goes: plans, asks, sends, reports, and sums up. Used once.
 */
final class RunFlow {

	private static final int MOST_CHANGES = 20;

	private final Session session;

	private final Terminal terminal;

	private final Runs runs;

	private final GracefulStop stop;

	private final Conductor conductor;

	private final Closing closing;

	private final NextCommand next;

	private final Manner manner;

	private boolean reported;

	private boolean plansNow;

	RunFlow(Session session, Terminal terminal, NextCommand next, Manner manner) {
		this.session = session;
		this.terminal = terminal;
		this.runs = session.get(Runs.class);
		this.stop = session.get(GracefulStop.class);
		this.conductor = new Conductor(session);
		this.closing = new Closing(session, terminal, manner.json(), next);
		this.next = next;
		this.manner = manner;
	}

	/**
	 * Plans a run, and leaves it so.
	 * @param detailed whether the shell is told that there is something to change
	 */
	ExitCode plan(long number, boolean detailed) {
		return during(number, () -> {
			work(number);
			if (isPlanned(number)) {
				this.runs.halt(number, null);
				PlanTalk planned = review(number);
				if (!this.manner.json()) {
					planned.lines().forEach(this.terminal::result);
				}
				if (detailed && planned.summary().differs()) {
					this.closing.differs();
				}
			}
			this.runs.halt(number, told(number).halt());
			return this.closing.report(number, false).exitCode();
		});
	}

	/**
	 * Runs it. What an earlier process has planned is sent only when the portal is still
	 * as it was.
	 * @param ask whether a person says yes to the plan first
	 */
	ExitCode go(long number, boolean ask) {
		return during(number, () -> {
			Halt unknown = unknownSender(number);
			if (unknown == null) {
				send(number, ask);
			}
			else {
				this.runs.halt(number, unknown);
			}
			this.runs.halt(number, told(number).halt());
			return (this.reported ? this.closing.tell(number, true) : this.closing.report(number, true)).exitCode();
		});
	}

	/** Reports a run in which nothing happens now. */
	Summary again(long number) {
		return this.closing.report(number, false);
	}

	private ExitCode during(long number, Supplier<ExitCode> work) {
		return new StopOnSignal(this.stop, this.terminal, () -> this.closing.withoutReport(told(number))).during(work);
	}

	/**
	 * Why the portal did not say whose key it is, when the run must not go on for it. A
	 * run for which the portal is read now asks once more.
	 */
	private @Nullable Halt unknownSender(long number) {
		Halt trouble = (this.manner.now() != null) ? this.manner.now().trouble() : null;
		this.plansNow = this.runs.get(number).plan().readAt() == null;
		if (trouble == null || this.plansNow) {
			return null;
		}
		if (this.runs.get(number).state() == RunState.PLANNED) {
			throw new Stop(Verdict.of(trouble), trouble.sentence());
		}
		return trouble;
	}

	private void send(long number, boolean ask) {
		RunState state = this.runs.get(number).state();
		if (state == RunState.PLANNED) {
			checkStillTrue(number);
			this.runs.halt(number, Halt.NOT_APPROVED);
			consent(number, ask, false);
			return;
		}
		if (!state.isBeforeSending()) {
			tellLooks(number);
			started(number);
		}
		work(number);
		if (state.isBeforeSending() && isPlanned(number)) {
			consent(number, ask, true);
		}
	}

	private void tellLooks(long number) {
		PlanAge.Looks looks = this.session.get(PlanAge.class).looks(number);
		if (looks.due() && looks.most() > 0) {
			this.terminal
				.say("The plan was not made just now. Up to %s come first: one for each group still to be changed or"
					.formatted(Texts.count(looks.most(), "look", "looks"))
						+ " made, or the portal's lists where that takes fewer reads.");
		}
	}

	private void started(long number) {
		Run.Account by = sender(number);
		this.runs.sender(number, by);
		this.session.get(AuditStore.class)
			.started(number, new AuditStore.Start(System.getProperty("user.name", ""), by,
					this.runs.get(number).target().portal()));
	}

	/** What was planned just now was planned with the key that sends it. */
	private Run.Account sender(long number) {
		Run.Account told = (this.manner.now() != null) ? this.manner.now().account() : Run.Account.UNTOLD;
		Run.Target target = this.runs.get(number).target();
		return (told.id() == null && this.plansNow) ? new Run.Account(target.account(), target.accountName()) : told;
	}

	private void work(long number) {
		this.reported = new ProgressLines(this.session, this.terminal, number).during(() -> this.conductor.run(number));
	}

	private boolean isPlanned(long number) {
		Halt halt = this.runs.get(number).halt();
		return halt != null && halt.reason() == StopReason.NOT_APPROVED;
	}

	private PlanTalk review(long number) {
		PlanTalk planned = new PlanTeller(this.session, this.manner.rate()).talk(number);
		this.session.get(PlanFile.class).write(number);
		this.closing.planned(planned);
		tellOthers(number);
		return planned;
	}

	private void tellOthers(long number) {
		for (OpenElsewhere.Overlap other : this.session.get(OpenElsewhere.class).of(number)) {
			Run run = this.runs.get(other.run());
			this.terminal.say(
					"Run %d of %s is not finished, and %s of this one %s still to be changed by it, too. Finish it first: %s, or give it up: %s"
						.formatted(run.number(), run.source().file(), Texts.count(other.groups(), "group", "groups"),
								(other.groups() == 1) ? "is" : "are", this.next.resume(run), this.next.cancel(run)));
		}
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
		if (this.stop.isRequested()) {
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
			started(number);
			work(number);
		}
	}

	private boolean confirmed(long number, PlanTalk planned) {
		if (!planned.summary().risks().isEmpty()) {
			if (!isYes("Is it right that so much is taken away?")) {
				return false;
			}
			this.runs.acceptRisks(number);
		}
		return isYes(planned.question(this.runs.get(number).target().sentBy(sender(number))));
	}

	/** Asks a person; a signal is a no. */
	private boolean isYes(String question) {
		CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> this.terminal.confirms(question),
				RunFlow::startAsking);
		this.stop.whenRequested(() -> answer.complete(false));
		return answer.join();
	}

	/** On a thread of its own, for nothing can take it from its terminal. */
	private static void startAsking(Runnable asking) {
		Thread thread = new Thread(asking, "question");
		thread.setDaemon(true);
		thread.start();
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

	/**
	 * How to go about it.
	 *
	 * @param json whether the result is for scripts
	 * @param rate how many requests a minute are asked for; null: as many as the portal
	 * takes
	 * @param now whose key it is; null when nothing is sent
	 */
	record Manner(boolean json, @Nullable Integer rate, @Nullable Identity now) {
	}

}
