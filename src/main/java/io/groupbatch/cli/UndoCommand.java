package io.groupbatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.PortalMatch;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;
import io.groupbatch.journal.Runs;
import io.groupbatch.undo.Undo;
import io.groupbatch.undo.UndoLine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

/**
 * {@code undo RUN}.
 */
@Command(mixinStandardHelpOptions = true, name = "undo",
		description = "Takes a run back, as far as the portal is still as the run has left it: plans that, asks, and sends it.",
		footer = { "", "Example:", "  ./run.sh undo 7" })
class UndoCommand implements Callable<Integer> {

	private final Session.Starter starter;

	private final Map<String, String> environment;

	@Parameters(index = "0", paramLabel = "RUN", description = "The run's number.")
	long number;

	@Option(names = "--include-adopted", description = "Also delete groups that were found after a lost answer.")
	boolean includeAdopted;

	@Option(names = "--dry-run", description = "Send nothing; apply sends the plan.")
	boolean dryRun;

	@Option(names = "--note", paramLabel = "TEXT", description = "What to find the run by, such as a ticket.")
	@Nullable String note;

	@Option(names = "--output", paramLabel = "DIR",
			description = "Where the reports go. Default: output/run-NNNN beside run.sh")
	@Nullable Path output;

	@Mixin
	PortalOptions portal = new PortalOptions();

	@Mixin
	SendOptions sending = new SendOptions();

	@Mixin
	GlobalOptions global = new GlobalOptions();

	UndoCommand(Session.Starter starter, Map<String, String> environment) {
		this.starter = starter;
		this.environment = environment;
	}

	@Override
	public Integer call() {
		if (this.portal.sandbox) {
			throw new Stop(ExitCode.USAGE,
					"A sandbox lasts as long as one command. To try undo, start one apart: ./run.sh sandbox --port 8099");
		}
		Path state = this.global.state(false);
		Run run = new OpenRuns(state, this.portal.urlIfGiven(this.environment), this.sending.portalMoved)
			.toUndo(this.number);
		Terminal terminal = this.global.terminal();
		Run begun = begun(run);
		try (Session session = Session.open(state, new NowFile(state, "undo"),
				(begun != null) ? settingsOf(begun, terminal) : settings(run, terminal), this.starter)) {
			Identity now = new Admission(session, this.sending).admit((begun != null) ? begun : run,
					start().url(run, this.environment).toString());
			if (now.trouble() != null) {
				throw new Stop(Verdict.of(now.trouble()), now.trouble().sentence());
			}
			terminal.say(Summary.portalLine(now.target()));
			if (begun != null) {
				return goOn(begun, session, terminal, now).code();
			}
			refuseOlder(run, session.get(Undo.class));
			return undo(run, session, terminal, now).code();
		}
		catch (Undo.Halted ex) {
			throw new Stop(Verdict.of(ex.halt()), ex.halt().sentence());
		}
		catch (IOException ex) {
			throw new Stop(ExitCode.CANNOT_WRITE, "The plan cannot be written: " + FileTrouble.reason(ex)
					+ ". Make room, then give the same command again.");
		}
	}

	/** The run that takes the run back and was broken off, after it had begun to send. */
	private @Nullable Run begun(Run run) {
		Run begun = RunsCommand.read(this.global.state(false), (runs) -> runs.undoing(run.number()))
			.stream()
			.filter((undoing) -> undoing.state() == RunState.UNFINISHED || undoing.state() == RunState.WAITING)
			.findFirst()
			.orElse(null);
		if (begun != null && this.dryRun) {
			throw new Stop(ExitCode.STOPPED,
					"Run %d, which takes run %d back, is not finished.".formatted(begun.number(), run.number())
							+ " Finish it, or give it up: ./run.sh resume %d, ./run.sh cancel %d"
								.formatted(begun.number(), begun.number()));
		}
		return begun;
	}

	private ExitCode goOn(Run begun, Session session, Terminal terminal, Identity now) {
		terminal.say("Going on with run %d.".formatted(begun.number()));
		OutputFolder.prepare(begun);
		return start().flow(session, terminal, now).go(begun.number(), false);
	}

	private Map<String, Object> settingsOf(Run begun, Terminal terminal) {
		Map<String, Object> settings = start().settings(begun, this.environment, terminal);
		settings.putAll(RunOptions.settings(begun.source().options()));
		return settings;
	}

	private RunStart start() {
		return new RunStart(this.portal, this.sending, this.global);
	}

	/**
	 * What cannot be done any more is left out; the rest goes on. Names are given back as
	 * they were, also where groups had the same or a similar one.
	 */
	private Map<String, Object> settings(Run run, Terminal terminal) {
		Map<String, Object> settings = start().settings(run, this.environment, terminal);
		settings.put("groupbatch.import.skip-invalid", true);
		settings.put("groupbatch.import.people.leave-out", true);
		RunOptions.settings(run.source().options()).forEach((name, value) -> {
			if (name.contains(".allow.")) {
				settings.put(name, value);
			}
		});
		settings.put("groupbatch.import.allow.sameName", true);
		settings.put("groupbatch.import.allow.lookAlikes", true);
		return settings;
	}

	private void refuseOlder(Run run, Undo undo) {
		Set<Long> later = undo.laterRuns(run);
		if (!later.isEmpty()) {
			throw new Stop(ExitCode.STOPPED,
					"Nothing was sent. Later runs have changed the same groups: %s. Take those back first, the newest one first."
						.formatted(later.stream().map(String::valueOf).collect(Collectors.joining(", "))));
		}
	}

	private ExitCode undo(Run run, Session session, Terminal terminal, Identity now) throws IOException {
		Path folder = OwnerOnly.folder(this.global.state(false).resolve("undo"));
		discardUnused(folder, session.get(Runs.class));
		Path rows = Files.createTempFile(folder, "run-%04d-".formatted(run.number()), ".csv");
		boolean withLdap = session.get(ImportOptions.class).allow().ldap();
		Undo.Result result = session.get(Undo.class).write(run, this.includeAdopted, withLdap, rows);
		tell(result, terminal);
		if (result.rows() == 0) {
			Files.delete(rows);
			terminal.result("Nothing of run " + run.number() + " can be taken back. Nothing was sent.");
			return ExitCode.OK;
		}
		Run undoing = begin(run, rows, session, now);
		RunFlow flow = start().flow(session, terminal, now);
		return this.dryRun ? flow.plan(undoing.number(), false)
				: flow.go(undoing.number(), terminal.isInteractive() && !this.sending.yes);
	}

	/** Files of a process that died before its run was made. */
	private static void discardUnused(Path folder, Runs runs) throws IOException {
		Set<Path> used = runs.all().stream().map((run) -> absolute(run.source().file())).collect(Collectors.toSet());
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((path) -> !used.contains(absolute(path))).toList()) {
				Files.delete(file);
			}
		}
	}

	private static Path absolute(Path file) {
		return file.toAbsolutePath().normalize();
	}

	private Run begin(Run run, Path rows, Session session, Identity now) {
		Run.Source source = new Run.Source(rows, InputFile.sha256(rows), session.get(ImportOptions.class).meaning());
		Undo.Begun begun = session.get(Undo.class)
			.begin(run, source, now.target(),
					(number) -> OutputFolder.prepareNew(OutputFolder.forRun(number, this.output, false), rows),
					this.note);
		session.get(PortalMatch.class).learn(begun.run(), now);
		begun.givenUp()
			.forEach((other) -> this.global.terminal()
				.say("Run %d was given up for this one.".formatted(other.number())));
		return begun.run();
	}

	private static void tell(Undo.Result result, Terminal terminal) {
		terminal.say("Taken back: %d. Kept, for it is not any more as the run left it: %d. Impossible: %d.".formatted(
				result.count(UndoLine.Kind.REVERSED), result.count(UndoLine.Kind.KEPT),
				result.count(UndoLine.Kind.IMPOSSIBLE)));
		for (UndoLine line : result.first()) {
			terminal.say(Texts.printable("  " + word(line.kind()) + " " + line.sentence()));
		}
		long all = result.counts().values().stream().mapToLong(Long::longValue).sum();
		if (all > result.first().size()) {
			terminal.say("  … and %d more; undo.csv has them all.".formatted(all - result.first().size()));
		}
	}

	private static String word(UndoLine.Kind kind) {
		return switch (kind) {
			case REVERSED -> "back      ";
			case KEPT -> "kept      ";
			case IMPOSSIBLE -> "impossible";
		};
	}

}
