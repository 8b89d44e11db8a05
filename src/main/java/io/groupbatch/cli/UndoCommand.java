package io.groupbatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.PortalMatch;
import io.groupbatch.importjob.RunChoice;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Run;
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
		try (Session session = Session.open(state, new NowFile(state, "undo"), settings(run, terminal), this.starter)) {
			Identity now = new Admission(session, this.sending).admit(run,
					start().url(run, this.environment).toString());
			if (now.trouble() != null) {
				throw new Stop(Verdict.of(now.trouble()), now.trouble().sentence());
			}
			terminal.say(Summary.portalLine(now.target()));
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

	private RunStart start() {
		return new RunStart(this.portal, this.sending, this.global);
	}

	/** What cannot be done any more is left out; the rest goes on. */
	private Map<String, Object> settings(Run run, Terminal terminal) {
		Map<String, Object> settings = start().settings(run, this.environment, terminal);
		settings.put("groupbatch.import.skip-invalid", true);
		settings.put("groupbatch.import.people.leave-out", true);
		RunOptions.settings(run.source().options()).forEach((name, value) -> {
			if (name.contains(".allow.")) {
				settings.put(name, value);
			}
		});
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
		Path rows = Files.createTempFile(folder, "run-%04d-".formatted(run.number()), ".csv");
		Path list = Files.createTempFile(folder, "run-%04d-".formatted(run.number()), ".list.csv");
		Undo.Result result = session.get(Undo.class).write(run, this.includeAdopted, rows, list);
		tell(result, terminal);
		if (result.rows() == 0) {
			Files.delete(rows);
			Files.delete(list);
			terminal.result("Nothing of run " + run.number() + " can be taken back. Nothing was sent.");
			return ExitCode.OK;
		}
		Run undoing = begin(run, rows, session, now);
		Files.move(list, undoing.output().resolve("undo.csv"), StandardCopyOption.REPLACE_EXISTING);
		RunFlow flow = start().flow(session, terminal, now);
		return this.dryRun ? flow.plan(undoing.number(), false)
				: flow.go(undoing.number(), terminal.isInteractive() && !this.sending.yes);
	}

	private Run begin(Run run, Path rows, Session session, Identity now) {
		Run.Source source = new Run.Source(rows, InputFile.sha256(rows), session.get(ImportOptions.class).meaning());
		Run undoing = session.get(RunChoice.class)
			.anew(source, now.target(),
					(number) -> OutputFolder.prepareNew(OutputFolder.forRun(number, this.output, false), rows))
			.run();
		session.get(PortalMatch.class).learn(undoing, now);
		session.get(Runs.class).remark(undoing.number(), new Run.Remarks(this.note, null, null, run.number()));
		return undoing;
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
