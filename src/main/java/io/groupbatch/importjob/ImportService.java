package io.groupbatch.importjob;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.JobNames;
import io.groupbatch.batch.JobRunner;
import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.batch.RunParameter;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.journal.history.AuditStore;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.portal.PortalException;
import io.groupbatch.review.PlanFile;
import io.groupbatch.review.PlanFreshness;
import io.groupbatch.review.PlanPortalComparison;

import org.springframework.batch.core.job.Job;
import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Imports files, for every front end: chooses the run, plans it, has the plan approved,
 * and sends it. It never asks and never prints; what has to be told is in the results.
 * For one thread.
 * <p>
 * A front end calls {@link #choose}, then {@link #begin}, then, as the results say,
 * {@link #work}, {@link #review} and {@link #approve}, and in the end {@link #noteStop}
 * and {@link ReportService}.
 */
@Component
public class ImportService {

	private final ImportRunResolver choice;

	private final PortalIdentityCheck match;

	private final RunTargetCheck admission;

	private final Runs runs;

	private final AuditStore audit;

	private final PlanPortalComparison check;

	private final PlanFreshness age;

	private final PlanOverviews overviews;

	private final PlanFile planFile;

	private final GracefulShutdown signal;

	private final JobRunner jobs;

	private final Job job;

	ImportService(ImportRunResolver choice, PortalIdentityCheck match, RunTargetCheck admission, Runs runs,
			AuditStore audit, PlanPortalComparison check, PlanFreshness age, PlanOverviews overviews, PlanFile planFile,
			GracefulShutdown signal, JobRunner jobs, Job importJob) {
		this.choice = choice;
		this.match = match;
		this.admission = admission;
		this.runs = runs;
		this.audit = audit;
		this.check = check;
		this.age = age;
		this.overviews = overviews;
		this.planFile = planFile;
		this.signal = signal;
		this.jobs = jobs;
		this.job = importJob;
	}

	/**
	 * Chooses the run that an import of a file means. A sandbox has no earlier runs.
	 */
	public ChosenRun choose(Request request) {
		Run.Target target = request.now().target();
		ImportRunResolver.Choice chosen = target.sandbox()
				? this.choice.anew(request.source(), target, request.output()) : this.choice.choose(request.source(),
						target, (earlier) -> isMeant(earlier, request), request.rerun(), request.output());
		Run run = chosen.run();
		return switch (chosen.kind()) {
			case NEW -> {
				remark(run, request);
				this.match.learn(run, request.now());
				yield new ChosenRun.New(run, chosen.closed(), unfinished(request).orElse(null));
			}
			case GOES_ON -> this.admission.admit(run, request.now(), request.allowed())
				.<ChosenRun>map(ChosenRun.Refused::new)
				.orElseGet(() -> new ChosenRun.Resumed(run));
			case DONE_BEFORE -> doneBefore(run, request.now());
			case BLOCKED -> new ChosenRun.Conflict(run);
		};
	}

	/**
	 * Makes a new run of a file, whatever was before: to see what the portal, as it is
	 * now, lacks.
	 */
	public Run anew(Request request) {
		Run run = this.choice.anew(request.source(), request.now().target(), request.output()).run();
		remark(run, request);
		return run;
	}

	private void remark(Run run, Request request) {
		Long mends = this.runs.all()
			.stream()
			.filter((earlier) -> ReportFiles.of(earlier).failed().equals(run.source().file()))
			.map(Run::number)
			.findFirst()
			.orElse(null);
		this.runs.remark(run.number(), new Run.Remarks(request.note(), mends, request.userMap(), null));
	}

	private ChosenRun doneBefore(Run run, Identity now) {
		if (now.trouble() != null) {
			return new ChosenRun.Unavailable(now.trouble());
		}
		return this.choice.takenBackBy(run)
			.<ChosenRun>map((undoing) -> new ChosenRun.TakenBack(run, undoing))
			.orElseGet(() -> new ChosenRun.DoneBefore(run));
	}

	/** Whether a file may go on with an earlier run, or was done by it. */
	private boolean isMeant(Run earlier, Request request) {
		Run.Target target = request.now().target();
		Run.Target there = earlier.target();
		boolean samePortal = there.portal().equals(target.portal())
				|| (request.allowed().portalMoved() && this.match.isSame(earlier, request.now()));
		boolean sameAccount = request.allowed().otherAccount()
				|| new Run.Target(target.portal(), there.sandbox(), there.account(), null).isSameAs(target)
				|| (there.sender() != null && Objects.equals(there.sender().id(), target.account()));
		return samePortal && sameAccount;
	}

	/**
	 * A run of the same file that is not finished and was not chosen: another address of
	 * the portal, and another user's key, make a new run of a file.
	 */
	private Optional<Run> unfinished(Request request) {
		String portal = request.now().target().portal();
		return this.choice.begun(request.source(), (run) -> run.target().portal().equals(portal)
				? !isMeant(run, request) : this.match.isSame(run, request.now()));
	}

	/**
	 * Plans a run, and leaves it so.
	 * @return whether it is planned; not when something stopped it before
	 */
	public boolean plan(long run) {
		boolean planned = execute(run).awaitsApproval();
		if (planned) {
			this.runs.halt(run, null);
		}
		return planned;
	}

	/**
	 * Begins to take a run on. A plan that an earlier process has made is compared with
	 * the portal first.
	 * @param by whose key it is
	 */
	public Beginning begin(long run, Identity by) {
		Run now = this.runs.get(run);
		boolean readsPortal = now.plan().readAt() == null;
		boolean planned = now.state() == RunState.PLANNED;
		// A run for which the portal is read now asks once more whose key it is.
		if (by.trouble() != null && !readsPortal) {
			if (planned) {
				return new Beginning.Unavailable(by.trouble());
			}
			this.runs.halt(run, by.trouble());
			return new Beginning.Halted();
		}
		Attempt attempt = new Attempt(run, by, readsPortal, now.state().isBeforeSending() && !planned);
		if (!planned) {
			return new Beginning.Ready(attempt, now.state().isBeforeSending() ? 0 : dueLooks(run));
		}
		try {
			List<String> changes = this.check.check(run);
			if (!changes.isEmpty()) {
				return new Beginning.OutOfDate(changes);
			}
		}
		catch (PortalException ex) {
			return new Beginning.Unavailable(PortalStopCauses.halt(ex));
		}
		this.runs.halt(run, StopCause.NOT_APPROVED);
		return new Beginning.Planned(attempt);
	}

	private long dueLooks(long run) {
		PlanFreshness.Looks looks = this.age.looks(run);
		return looks.due() ? looks.most() : 0;
	}

	/**
	 * Takes a run as far as it goes now: to its plan, or, once that is approved, to the
	 * end of sending. Notes who sends.
	 */
	public Work work(Attempt attempt) {
		Run run = this.runs.get(attempt.run());
		if (!run.state().isBeforeSending() || run.plan().approved()) {
			started(run, sender(attempt));
		}
		return execute(attempt.run());
	}

	/** A report that cannot be written does not fail the import. */
	private Work execute(long number) {
		boolean beforeSending = this.runs.get(number).state().isBeforeSending();
		boolean reported = this.jobs.goOn(this.job, RunParameter.parameters(number), Set.of(JobNames.REPORT_STEP));
		StopCause halt = this.runs.get(number).halt();
		return new Work(reported, beforeSending && halt != null && halt.reason() == StopReason.NOT_APPROVED);
	}

	private void started(Run run, Run.Account by) {
		this.runs.sender(run.number(), by);
		this.audit.started(run.number(),
				new AuditStore.Start(System.getProperty("user.name", ""), by, run.target().portal()));
	}

	/** What was planned just now was planned with the key that sends it. */
	private Run.Account sender(Attempt attempt) {
		Run.Account told = attempt.by().account();
		Run.Target target = this.runs.get(attempt.run()).target();
		return (told.id() == null && attempt.readsPortal()) ? new Run.Account(target.account(), target.accountName())
				: told;
	}

	/** Sums up the plan of a run, and writes {@code plan.csv}. */
	public PlanOverview review(long run) {
		PlanOverview overview = this.overviews.of(run);
		this.planFile.write(run);
		return overview;
	}

	/**
	 * Gives up the earlier plans of the same file for the same portal, once a newer one
	 * is there: the user need not choose between them.
	 * @return those that were given up
	 */
	public List<Run> cancelSuperseded(long number) {
		Run run = this.runs.get(number);
		if (run.state().compareTo(RunState.PLANNED) < 0 || run.state() == RunState.REFUSED) {
			return List.of();
		}
		List<Run> superseded = this.runs.all()
			.stream()
			.filter((earlier) -> earlier.number() < number && earlier.state() == RunState.PLANNED
					&& earlier.source().file().equals(run.source().file()) && earlier.target().isSameAs(run.target()))
			.toList();
		superseded.forEach((earlier) -> this.runs.cancel(earlier.number()));
		return superseded;
	}

	/** Where a plan is sent to, and with whose key. */
	public Run.Target target(Attempt attempt) {
		return this.runs.get(attempt.run()).target().sentBy(sender(attempt));
	}

	/**
	 * Whether a plan may be sent without asking the user. One that an earlier process has
	 * made and that takes much away may not: it is kept, and can be tried again. One that
	 * was made just now is refused by the guards when it is sent.
	 */
	public boolean maySendUnasked(Attempt attempt, PlanOverview plan) {
		return attempt.plansNow() || plan.summary().risks().isEmpty();
	}

	/** There is no terminal to ask about a plan: it is kept. */
	public void nobodyAsked(Attempt attempt, PlanOverview plan) {
		this.runs.halt(attempt.run(), StopCause.nobodyAsked(plan.summary().risks()));
	}

	/** The user agrees to what the guards warn of. */
	public void acceptRisks(Attempt attempt) {
		this.runs.acceptRisks(attempt.run());
	}

	/** The user agrees to the plan: {@link #work} sends it. */
	public void approve(Attempt attempt) {
		this.runs.approve(attempt.run());
	}

	/**
	 * The run, stopped by the signal that has stopped it, if one has. What had stopped
	 * before keeps its own reason.
	 */
	public Run current(long number) {
		Run run = this.runs.get(number);
		boolean bySignal = run.halt() == null || run.halt().reason() == StopReason.INTERRUPTED
				|| run.halt().reason() == StopReason.NOT_APPROVED;
		return (bySignal && !run.state().isEnded()) ? this.signal.why().map(run::haltedBy).orElse(run) : run;
	}

	/** Keeps in the journal why the run has stopped, if a signal has stopped it. */
	public void noteStop(long run) {
		this.runs.halt(run, current(run).halt());
	}

	/**
	 * A file that is to be imported.
	 *
	 * @param now which portal, and whose key
	 * @param allowed what the user allows of an earlier run
	 * @param rerun whether a finished file is imported once more
	 * @param note what to find the run by, null: nothing
	 * @param userMap where the user map was read from, null: there is none
	 * @param output the folder of a new run's reports, for its number
	 */
	public record Request(Run.Source source, Identity now, RunTargetCheck.Allowed allowed, boolean rerun,
			@Nullable String note, @Nullable Path userMap, LongFunction<Path> output) {
	}

	/** What an import of a file means. */
	public sealed interface ChosenRun {

		/**
		 * A new run.
		 *
		 * @param givenUp a run that was cancelled in favour of this one, null when none
		 * was
		 * @param unfinished a run of the same file for another address or key, null when
		 * there is none
		 */
		record New(Run run, @Nullable Run givenUp, @Nullable Run unfinished) implements ChosenRun {
		}

		/** An earlier run goes on. */
		record Resumed(Run run) implements ChosenRun {
		}

		/** An earlier run has done it; there is nothing to do. */
		record DoneBefore(Run run) implements ChosenRun {
		}

		/**
		 * An earlier run has done it, and another one has taken that back or is at it.
		 */
		record TakenBack(Run run, Run undoing) implements ChosenRun {
		}

		/**
		 * An unfinished run of the same path has other content or options; the user
		 * decides.
		 */
		record Conflict(Run run) implements ChosenRun {
		}

		/** The earlier run may not go on here. */
		record Refused(RunTargetCheck.Refusal refusal) implements ChosenRun {
		}

		/** The portal cannot be asked. */
		record Unavailable(StopCause why) implements ChosenRun {
		}

	}

	/**
	 * One attempt to take a run on.
	 *
	 * @param by whose key it is
	 * @param readsPortal whether the portal is read for the plan now
	 * @param plansNow whether the plan is made, or completed, now
	 */
	public record Attempt(long run, Identity by, boolean readsPortal, boolean plansNow) {
	}

	/** What an attempt begins with. */
	public sealed interface Beginning {

		/**
		 * The run can go on.
		 *
		 * @param dueLooks how many groups are looked up before anything more is sent, at
		 * most
		 */
		record Ready(Attempt attempt, long dueLooks) implements Beginning {
		}

		/** The plan is there, the portal is as it was, and it is not approved yet. */
		record Planned(Attempt attempt) implements Beginning {
		}

		/**
		 * The portal has changed since it was planned; the run stays as it is.
		 *
		 * @param changes a sentence for each
		 */
		record OutOfDate(List<String> changes) implements Beginning {

			public OutOfDate {
				changes = List.copyOf(changes);
			}

		}

		/** The portal cannot be asked; the run stays as it is. */
		record Unavailable(StopCause why) implements Beginning {
		}

		/** The run cannot go on now, and the journal says why. */
		record Halted() implements Beginning {
		}

	}

	/**
	 * What came of an attempt.
	 *
	 * @param reported whether the reports are written
	 * @param awaitsApproval whether the run is planned and waits for a yes
	 */
	public record Work(boolean reported, boolean awaitsApproval) {
	}

}
