package io.groupbatch.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;

import org.jspecify.annotations.Nullable;

/**
 * The runs of a state folder that can go on, and which of them is meant. Whether the
 * portal is the run's is decided by {@link Admission}.
 */
final class OpenRuns {

	private final List<Run> all;

	private final @Nullable String url;

	private final boolean moved;

	/**
	 * Reads the runs.
	 * @param url the portal that the user names, if any
	 * @param moved whether runs for other addresses are meant as well
	 */
	OpenRuns(Path state, Optional<URI> url, boolean moved) {
		this.all = RunsCommand.read(state, Runs::all);
		this.url = url.map(URI::toString).orElse(null);
		this.moved = moved;
	}

	/** The run to go on with: that of the number, or the only one that was begun. */
	Run toResume(@Nullable Long number) {
		return (number != null) ? numbered(number)
				: only(this.all.stream().filter((run) -> run.state() != RunState.PLANNED && isOpen(run)).toList(),
						"unfinished");
	}

	/**
	 * The run to send: that of the number, or the only one that is planned. A later plan
	 * of the same file stands for the earlier ones.
	 */
	Run toApply(@Nullable Long number) {
		if (number == null) {
			Map<Path, Run> latest = this.all.stream()
				.filter((run) -> run.state() == RunState.PLANNED)
				.collect(Collectors.toMap((run) -> run.source().file(), (run) -> run, (newer, older) -> newer,
						LinkedHashMap::new));
			return only(List.copyOf(latest.values()), "planned");
		}
		Run run = numbered(number);
		if (run.state() != RunState.PLANNED) {
			throw new Stop(ExitCode.USAGE, "Run " + number + " is " + RunsCommand.word(run.state())
					+ ", not planned. To go on with a run: ./run.sh resume");
		}
		return run;
	}

	/** The run to take back. It must have ended. */
	Run toUndo(long number) {
		Run run = any(number);
		if (isOpen(run)) {
			throw new Stop(ExitCode.STOPPED, "Run " + number + " is " + RunsCommand.word(run.state())
					+ ". Finish it, or give it up: ./run.sh resume " + number + ", ./run.sh cancel " + number);
		}
		if (run.isPurged()) {
			throw new Stop(ExitCode.USAGE, "Run " + number
					+ " was purged: what it changed is not known any more. What is left of it: ./run.sh audit");
		}
		return run;
	}

	private Run numbered(long number) {
		Run run = any(number);
		if (!isOpen(run)) {
			throw new Stop(ExitCode.USAGE, "Run " + number + " is " + RunsCommand.word(run.state())
					+ "; there is nothing to go on with. ./run.sh runs lists all.");
		}
		return run;
	}

	private Run any(long number) {
		return this.all.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(() -> noSuchRun(number));
	}

	/** Somebody has given the number of no run. */
	static Stop noSuchRun(long number) {
		return new Stop(ExitCode.USAGE, "There is no run " + number + ". ./run.sh runs lists all.");
	}

	private Run only(List<Run> candidates, String what) {
		List<Run> found = candidates.stream()
			.filter((run) -> this.url == null || this.moved || run.target().portal().equals(this.url))
			.toList();
		if (found.isEmpty() && !candidates.isEmpty()) {
			Run other = candidates.get(0);
			throw new Stop(ExitCode.USAGE,
					"No run is %s for %s. Run %d is, for %s; to go on with it, give its number or that address."
						.formatted(what, this.url, other.number(), other.target().portal()));
		}
		if (found.isEmpty()) {
			throw new Stop(ExitCode.USAGE, "No run is " + what + ". ./run.sh runs lists all.");
		}
		if (found.size() > 1) {
			List<Long> numbers = found.stream().map(Run::number).sorted().toList();
			throw new Stop(ExitCode.USAGE,
					"Several runs are " + what + ": "
							+ numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))
							+ ". Say which one, or give one up: ./run.sh cancel " + numbers.get(0));
		}
		return found.get(0);
	}

	private static boolean isOpen(Run run) {
		return new Verdict(run, Map.of()).isOpen();
	}

}
