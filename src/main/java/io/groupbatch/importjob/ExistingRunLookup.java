package io.groupbatch.importjob;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;

import org.jspecify.annotations.Nullable;

/**
 * Decides which existing run a command means, by its number or because it is the only one
 * that fits. Whether the portal is the run's is decided by {@link RunTargetCheck}.
 *
 * @param all the runs of a state folder, newest first
 * @param portal the address that the user gives; null: none, or runs for other addresses
 * are meant as well
 */
public record ExistingRunLookup(List<Run> all, @Nullable String portal) {

	public ExistingRunLookup {
		all = List.copyOf(all);
	}

	/** The run to go on with: that of the number, or the only one that was begun. */
	public Selection toResume(@Nullable Long number) {
		return (number != null) ? numbered(number, (run) -> !run.state().isEnded()) : only(
				this.all.stream().filter((run) -> !run.state().isEnded() && run.state() != RunState.PLANNED).toList());
	}

	/**
	 * The run to send: that of the number, or the only one that is planned. A later plan
	 * of the same file replaces the earlier ones.
	 */
	public Selection toApply(@Nullable Long number) {
		if (number != null) {
			return numbered(number, (run) -> run.state() == RunState.PLANNED);
		}
		Map<Path, Run> latest = this.all.stream()
			.filter((run) -> run.state() == RunState.PLANNED)
			.collect(Collectors.toMap((run) -> run.source().file(), (run) -> run, (newer, older) -> newer,
					LinkedHashMap::new));
		return only(List.copyOf(latest.values()));
	}

	/** The run to take back: one that has ended, and whose rows are still there. */
	public Selection toUndo(long number) {
		return numbered(number, (run) -> run.state().isEnded() && !run.isPurged());
	}

	/** The run that takes a run back and was broken off after it had begun to send. */
	public Optional<Run> brokenOffUndo(Run run) {
		return this.all.stream()
			.filter((undoing) -> Long.valueOf(run.number()).equals(undoing.remarks().undoes()))
			.filter((undoing) -> undoing.state() == RunState.UNFINISHED || undoing.state() == RunState.WAITING)
			.findFirst();
	}

	private Selection numbered(long number, Predicate<Run> suits) {
		Optional<Run> found = this.all.stream().filter((run) -> run.number() == number).findFirst();
		if (found.isEmpty()) {
			return new Selection.NotThere(number);
		}
		return suits.test(found.get()) ? new Selection.Found(found.get()) : new Selection.Unsuitable(found.get());
	}

	private Selection only(List<Run> candidates) {
		List<Run> found = candidates.stream()
			.filter((run) -> this.portal == null || run.target().portal().equals(this.portal))
			.toList();
		if (found.size() == 1) {
			return new Selection.Found(found.get(0));
		}
		if (!found.isEmpty()) {
			return new Selection.Several(found.stream().map(Run::number).sorted().toList());
		}
		return new Selection.None(candidates.isEmpty() ? null : candidates.get(0));
	}

	/** Which run is meant, or why none is. */
	public sealed interface Selection {

		/** This one is meant. */
		record Found(Run run) implements Selection {
		}

		/** No run has that number. */
		record NotThere(long number) implements Selection {
		}

		/** The run of that number is not in the state that the command needs. */
		record Unsuitable(Run run) implements Selection {
		}

		/**
		 * No run fits.
		 *
		 * @param elsewhere one that would, but for another portal; null when none would
		 */
		record None(@Nullable Run elsewhere) implements Selection {
		}

		/** Several fit, and the user has not said which one. */
		record Several(List<Long> numbers) implements Selection {

			public Several {
				numbers = List.copyOf(numbers);
			}

		}

	}

}
