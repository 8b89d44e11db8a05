package io.groupbatch.importjob;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;

import io.groupbatch.journal.row.RowStatus;
import io.groupbatch.journal.run.PortalFingerprint;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.journal.run.StopCause;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Decides which run an {@code import FILE} means: a new one, or one that an earlier start
 * began (docs/architecture.md, "Which run"). Nothing is sent here.
 */
@Component
public class ImportRunResolver {

	private final Runs runs;

	ImportRunResolver(Runs runs) {
		this.runs = runs;
	}

	/**
	 * Chooses the run.
	 * @param isMeant whether an earlier run counts, for its portal and its account
	 * @param rerun whether a finished file must be imported once more
	 * @param output the folder of a new run's reports, for its number
	 */
	public Choice choose(Run.Source source, Run.Target target, Predicate<Run> isMeant, boolean rerun,
			LongFunction<Path> output) {
		List<Run> known = this.runs.all()
			.stream()
			.filter((run) -> run.state() != RunState.CANCELLED && isMeant.test(run))
			.toList();
		Choice open = known.stream()
			.filter((run) -> isOpen(run) && isAbout(run, source))
			.findFirst()
			.map((run) -> goOn(run, source))
			.orElse(null);
		if (open != null && open.kind() != Kind.NEW) {
			return open;
		}
		Run closed = (open != null) ? open.run() : null;
		Optional<Run> done = known.stream().filter((run) -> isDone(run, source)).findFirst();
		if (closed == null && !rerun && done.isPresent() && !this.runs.isWishOnly(done.get().number())) {
			return new Choice(Kind.DONE_BEFORE, done.get(), null);
		}
		return new Choice(Kind.NEW, this.runs.create(source, target, output), closed);
	}

	/**
	 * A run of the same file that has sent something and is not finished.
	 * @param isMeant whether a run counts
	 */
	public Optional<Run> begun(Run.Source source, Predicate<Run> isMeant) {
		return this.runs.all()
			.stream()
			.filter((run) -> !run.state().isBeforeSending() && isOpen(run) && isAbout(run, source))
			.filter(isMeant)
			.findFirst();
	}

	/**
	 * A new run, whatever was before: for a portal that did not exist before either.
	 */
	public Choice anew(Run.Source source, Run.Target target, LongFunction<Path> output) {
		return new Choice(Kind.NEW, this.runs.create(source, target, output), null);
	}

	/**
	 * The run that has taken a run back, at least in part, or is about to; nothing when
	 * there is none, or when it was taken back whole itself.
	 */
	public Optional<Run> takenBackBy(Run run) {
		return this.runs.undoing(run.number())
			.stream()
			.filter((undoing) -> hasChanged(undoing) && this.runs.undoing(undoing.number())
				.stream()
				.noneMatch((again) -> isWhole(again) && takenBackBy(again).isEmpty()))
			.findFirst();
	}

	private boolean hasChanged(Run undoing) {
		boolean begun = undoing.state() == RunState.UNFINISHED || undoing.state() == RunState.WAITING;
		Set<RowStatus> done = this.runs.counts(undoing.number()).keySet();
		return begun || done.contains(RowStatus.SUCCEEDED) || done.contains(RowStatus.PARTIAL)
				|| done.contains(RowStatus.UNKNOWN);
	}

	private boolean isWhole(Run undoing) {
		return undoing.state() == RunState.FINISHED && this.runs.takesAllBack(undoing.number())
				&& Set.of(RowStatus.SUCCEEDED, RowStatus.UNCHANGED)
					.containsAll(this.runs.counts(undoing.number()).keySet());
	}

	private Choice goOn(Run run, Run.Source source) {
		if (isSame(run.source(), source) && run.state() != RunState.WAITING) {
			return new Choice(Kind.GOES_ON, run, null);
		}
		if (run.state().isBeforeSending() || this.runs.isWishOnly(run.number())) {
			this.runs.cancel(run.number());
			return new Choice(Kind.NEW, run, null);
		}
		return new Choice(isSame(run.source(), source) ? Kind.GOES_ON : Kind.BLOCKED, run, null);
	}

	private static boolean isOpen(Run run) {
		return switch (run.state()) {
			case STAGING, PLANNING, UNFINISHED, WAITING -> true;
			case PLANNED, REFUSED, FINISHED, CANCELLED -> false;
		};
	}

	private static boolean isAbout(Run run, Run.Source source) {
		return run.source().file().equals(source.file()) || isSame(run.source(), source);
	}

	private static boolean isDone(Run run, Run.Source source) {
		return run.state() == RunState.FINISHED && isSame(run.source(), source);
	}

	private static boolean isSame(Run.Source one, Run.Source other) {
		return one.sha256().equals(other.sha256()) && one.options().equals(other.options());
	}

	/** What an import means. */
	public enum Kind {

		/** A new run. */
		NEW,
		/** A run that was begun before goes on. */
		GOES_ON,
		/** A finished run has done it; nothing is to be sent. */
		DONE_BEFORE,
		/**
		 * An unfinished run of the same path has other content or options; a person
		 * decides.
		 */
		BLOCKED

	}

	/**
	 * What was chosen.
	 *
	 * @param kind what the import means
	 * @param run the run that is meant
	 * @param closed a run that was given up in its favour, null when none was
	 */
	public record Choice(Kind kind, Run run, @Nullable Run closed) {
	}

	/**
	 * Which portal, and whose key.
	 *
	 * @param target portal and account, the latter as far as it is known
	 * @param trouble why the portal did not say whose key it is, null when it did
	 * @param signs by what the portal is recognised
	 */
	public record Identity(Run.Target target, @Nullable StopCause trouble, PortalFingerprint signs) {

		/** Whose key it is. */
		public Run.Account account() {
			return new Run.Account(this.target.account(), this.target.accountName());
		}

	}

}
