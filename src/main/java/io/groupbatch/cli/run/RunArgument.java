package io.groupbatch.cli.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.importjob.ExistingRunLookup;
import io.groupbatch.importjob.ExistingRunLookup.Selection;
import io.groupbatch.journal.StateFolder;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.text.ProgramName;

import org.jspecify.annotations.Nullable;

/**
 * Finds the run that a command line names, or throws an exception that says why there is
 * none.
 */
public final class RunArgument {

	private final ExistingRunLookup runs;

	private final Map<Long, String> sendingOptions;

	private final @Nullable String url;

	/**
	 * Reads the runs.
	 * @param url the portal that the user names, if any
	 * @param moved whether runs for other addresses are meant as well
	 */
	RunArgument(Path state, Optional<URI> url, boolean moved) {
		this.url = url.map(URI::toString).orElse(null);
		Known known = read(state, (runs) -> new Known(runs.all(), runs.sendingOptions()));
		this.runs = new ExistingRunLookup(known.runs(), moved ? null : this.url);
		this.sendingOptions = known.sendingOptions();
	}

	/** How the user wanted a run to be sent; empty: nothing was said. */
	public String sendingOptions(Run run) {
		return this.sendingOptions.getOrDefault(run.number(), "");
	}

	/** The run to go on with. */
	public Run toResume(@Nullable Long number) {
		return run(this.runs.toResume(number), "unfinished", RunArgument::hasEnded);
	}

	/** The run to send. */
	public Run toApply(@Nullable Long number) {
		return run(this.runs.toApply(number), "planned",
				(run) -> run.state().isEnded() ? hasEnded(run) : new CommandException(ExitCode.USAGE,
						is(run) + ", not planned. To continue a run: " + ProgramName.command("resume")));
	}

	/** The run to take back. */
	public Run toUndo(long number) {
		return run(this.runs.toUndo(number), "finished", (run) -> run.isPurged()
				? new CommandException(ExitCode.USAGE, "Run " + number
						+ " was purged: its changes are not known any more. Those that were made are in the audit record: "
						+ ProgramName.command("audit"))
				: new CommandException(ExitCode.STOPPED, is(run) + ". Finish it or cancel it: "
						+ ProgramName.command("resume " + number) + ", " + ProgramName.command("cancel " + number)));
	}

	/** The run that takes a run back and was broken off after it had begun to send. */
	public Optional<Run> brokenOffUndo(Run run) {
		return this.runs.brokenOffUndo(run);
	}

	/** The user has given the number of no run. */
	public static CommandException noSuchRun(long number) {
		return new CommandException(ExitCode.USAGE,
				"There is no run " + number + ". " + ProgramName.command("runs") + " lists all.");
	}

	private static CommandException hasEnded(Run run) {
		return new CommandException(ExitCode.USAGE,
				is(run) + "; there is nothing to continue. " + ProgramName.command("runs") + " lists all.");
	}

	private static String is(Run run) {
		return "Run " + run.number() + " is " + word(run.state());
	}

	private Run run(Selection selection, String what, Function<Run, CommandException> unsuitable) {
		if (selection instanceof Selection.Found found) {
			return found.run();
		}
		if (selection instanceof Selection.NotThere notThere) {
			throw noSuchRun(notThere.number());
		}
		if (selection instanceof Selection.Unsuitable other) {
			throw unsuitable.apply(other.run());
		}
		if (selection instanceof Selection.Several several) {
			throw new CommandException(ExitCode.USAGE, "Several runs are " + what + ": "
					+ several.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "))
					+ ". Say which one, or cancel one: " + ProgramName.command("cancel " + several.numbers().get(0)));
		}
		Run elsewhere = ((Selection.None) selection).elsewhere();
		throw new CommandException(ExitCode.USAGE,
				(elsewhere != null)
						? "No run is %s for %s. Run %d is, for %s; to continue it, give its number or that address."
							.formatted(what, this.url, elsewhere.number(), elsewhere.target().portal())
						: "No run is " + what + ". " + ProgramName.command("runs") + " lists all.");
	}

	/** Reads the journal without the rest of the program. */
	static <T> T read(Path state, Function<Runs, T> reading) {
		try (StateFolder folder = ApplicationSession.open(state)) {
			return reading.apply(folder.runs());
		}
	}

	/** A state as people say it. */
	public static String word(RunState state) {
		return state.name().toLowerCase(Locale.ROOT);
	}

	/** What is read of the journal. */
	private record Known(List<Run> runs, Map<Long, String> sendingOptions) {
	}

}
