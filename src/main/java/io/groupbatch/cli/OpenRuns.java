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
 * The runs of a state folder that can go on, and which of them is meant. The key must be
 * for a run's portal, so one of another portal is refused.
 */
final class OpenRuns {

	private final List<Run> all;

	private final @Nullable String url;

	/**
	 * Reads the runs.
	 * @param url the portal that the user names, if any
	 */
	OpenRuns(Path state, Optional<URI> url) {
		this.all = RunsCommand.read(state, Runs::all);
		this.url = url.map(URI::toString).orElse(null);
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

	/** The run to take back. It must have ended; so must one that already does that. */
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
		Run run = this.all.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(() -> noSuchRun(number));
		if (this.url != null && !this.url.equals(run.target().portal())) {
			throw new Stop(ExitCode.CONFIGURATION, "Run " + number + " belongs to " + run.target().portal()
					+ ", not to " + this.url + ". Give the address and the key of that portal.");
		}
		return run;
	}

	/** Somebody has given the number of no run. */
	static Stop noSuchRun(long number) {
		return new Stop(ExitCode.USAGE, "There is no run " + number + ". ./run.sh runs lists all.");
	}

	private Run only(List<Run> candidates, String what) {
		List<Run> found = candidates.stream()
			.filter((run) -> this.url == null || run.target().portal().equals(this.url))
			.toList();
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
