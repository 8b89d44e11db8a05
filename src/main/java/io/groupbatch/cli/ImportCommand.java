package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import io.groupbatch.cli.Groupbatch.Starter;
import io.groupbatch.importjob.PortalMatch;
import io.groupbatch.importjob.RunChoice;
import io.groupbatch.importjob.RunChoice.Choice;
import io.groupbatch.importjob.RunChoice.Kind;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code import FILE}.
 */
@Command(mixinStandardHelpOptions = true, name = "import",
		description = "Imports the groups of a CSV file into the portal.",
		footer = { "", "Example:", "  ./run.sh import input/onboarding.csv --portal https://docspace.example.com" })
class ImportCommand extends FileCommand {

	@Parameters(index = "0", paramLabel = "FILE", description = "The CSV file; - is standard input, and needs --yes.")
	Path file = Path.of("");

	@Option(names = "--dry-run", description = "Send nothing: the same as the command plan.")
	boolean dryRun;

	@Option(names = "--detailed-exitcode",
			description = "With --dry-run: end with 2 when there is something to change.")
	boolean detailed;

	ImportCommand(Starter starter, Map<String, String> environment) {
		super(starter, environment);
	}

	@Override
	ExitCode carryOut() {
		if (StandardInput.isMeant(this.file) && !this.sending.yes && !this.dryRun && !this.portal.sandbox) {
			throw new Stop(ExitCode.USAGE,
					"Standard input holds the file, so that nobody can be asked whether to send it."
							+ " Add --yes, or look at it first: ./run.sh plan -");
		}
		return with("import", this.file, (session, given) -> this.dryRun
				? plan(this.file, this.detailed, session, given) : importing(session, given));
	}

	private ExitCode importing(Session session, FileRun.Given given) {
		RunChoice runs = session.get(RunChoice.class);
		Choice choice = this.portal.sandbox ? runs.anew(given.source(), given.identity().target(), output(this.file))
				: runs.choose(given.source(), given.identity().target(), (earlier) -> isMeant(earlier, session, given),
						this.reading.rerun, output(this.file));
		Run run = choice.run();
		Terminal terminal = given.terminal();
		if (choice.closed() != null) {
			terminal.say("Run %d was given up for this one.".formatted(choice.closed().number()));
		}
		if (choice.kind() == Kind.NEW) {
			this.reading.remark(session.get(Runs.class), run);
			session.get(PortalMatch.class).learn(run, given.identity());
			tellOfOtherRuns(session, given);
		}
		if (choice.kind() == Kind.BLOCKED) {
			NextCommand next = new NextCommand(this.global, this.portal);
			throw new Stop(ExitCode.STOPPED,
					("Run %d of %s is not finished, and the file or the options are others now. Nothing was sent."
							+ " Finish it: %s, or give it up: %s")
						.formatted(run.number(), run.source().file(), next.resume(run), next.cancel(run)));
		}
		if (choice.kind() == Kind.DONE_BEFORE && given.identity().trouble() != null) {
			throw new Stop(Verdict.of(given.identity().trouble()), given.identity().trouble().sentence());
		}
		if (choice.kind() == Kind.GOES_ON) {
			new Admission(session, this.sending).admit(run, given.identity());
		}
		if (choice.kind() == Kind.DONE_BEFORE) {
			runs.takenBackBy(run).ifPresent((undoing) -> refuseTakenBack(run, undoing));
		}
		return carryOut(choice, flow(session, given), terminal);
	}

	/** Whether the file may go on with an earlier run, or was done by it. */
	private boolean isMeant(Run earlier, Session session, FileRun.Given given) {
		Run.Target target = given.identity().target();
		Run.Target there = earlier.target();
		boolean samePortal = there.portal().equals(target.portal())
				|| (this.sending.portalMoved && session.get(PortalMatch.class).isSame(earlier, given.identity()));
		boolean sameAccount = this.sending.asOtherAccount
				|| new Run.Target(target.portal(), there.sandbox(), there.account(), null).isSameAs(target)
				|| (there.sender() != null && Objects.equals(there.sender().id(), target.account()));
		return samePortal && sameAccount;
	}

	/**
	 * Another address of the portal, and another person's key, make a new run of a file.
	 */
	private void tellOfOtherRuns(Session session, FileRun.Given given) {
		PortalMatch match = session.get(PortalMatch.class);
		String portal = given.identity().target().portal();
		session.get(RunChoice.class)
			.begun(given.source(),
					(run) -> run.target().portal().equals(portal) ? !isMeant(run, session, given)
							: match.isSame(run, given.identity()))
			.ifPresent((run) -> given.terminal()
				.say(Texts.printable("Run %d of this file is not finished. %s"
					.formatted(run.number(), run.target().portal().equals(portal)
							? "It was planned with the key of %s; --as-other-account goes on with it instead of a new run."
								.formatted(run.target().accountName())
							: ("It belongs to %s, which is the same portal or a copy of it. If it is the same one,"
									+ " --portal-moved goes on with it instead of a new run.")
								.formatted(run.target().portal())))));
	}

	/** The portal is not as the file says, and nobody asked to make it so. */
	private void refuseTakenBack(Run run, Run undoing) {
		String done = "Run %d has imported this very file on %s, and run %d %s. Nothing was sent.".formatted(
				run.number(), run.span().created().toLocalDate(), undoing.number(),
				undoing.state().isEnded() ? "took it back" : "is taking it back");
		String next = undoing.state().isEnded() ? " "
				: " Finish that run: " + new NextCommand(this.global, this.portal).resume(undoing) + ". ";
		throw new Stop(ExitCode.STOPPED, done + next + "To import the file once more: --rerun");
	}

	private ExitCode carryOut(Choice choice, RunFlow flow, Terminal terminal) {
		Run run = choice.run();
		if (!run.isPurged()) {
			OutputFolder.prepare(run);
		}
		if (choice.kind() == Kind.DONE_BEFORE) {
			terminal.say("Run %d has imported this very file on %s. Nothing was sent. To import it once more: --rerun"
				.formatted(run.number(), run.span().created().toLocalDate()));
			return flow.again(run.number()).exitCode();
		}
		if (choice.kind() == Kind.GOES_ON) {
			terminal.say("Going on with run %d.".formatted(run.number()));
		}
		return flow.go(run.number(), terminal.isInteractive() && !this.sending.yes && !this.portal.sandbox);
	}

}
