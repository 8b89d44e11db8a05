package io.groupbatch.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

import io.groupbatch.exportjob.ExportTally;
import io.groupbatch.exportjob.Exporter;
import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Export;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.StopReason;

/**
 * Takes one export as far as it goes, and sums up. Used once.
 */
final class ExportFlow {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private final Session session;

	private final Terminal terminal;

	private final ExportTarget target;

	private final boolean json;

	ExportFlow(Session session, Terminal terminal, ExportTarget target, boolean json) {
		this.session = session;
		this.terminal = terminal;
		this.target = target;
		this.json = json;
	}

	/**
	 * Reads, writes and tells.
	 * @param wanted what is exported from the portal that was found
	 */
	ExitCode go(Identity identity, Function<Identity, Export.Wanted> wanted) {
		GracefulStop stop = this.session.get(GracefulStop.class);
		StopOnSignal signals = new StopOnSignal(stop, this.terminal,
				() -> this.terminal.warn("Stopped. The same command goes on."));
		boolean done = signals.during(() -> {
			Exporter.Choice choice = this.session.get(Exporter.class).choose(wanted.apply(identity));
			tell(choice);
			return new ProgressLines(this.session, this.terminal, null)
				.during(() -> new Conductor(this.session).export(choice.number()));
		});
		ExportTally tally = this.session.get(ExportTally.class);
		Halt halt = (tally.halt() != null) ? tally.halt() : stop.why().orElse(null);
		if (!done) {
			Halt why = (halt != null) ? halt : Halt.INTERRUPTED;
			String next = (why.reason() == StopReason.GUARD) ? "." : "; the same command goes on.";
			throw new Stop(Verdict.of(why), why.sentence() + " Nothing was written" + next);
		}
		new ExportTalk(identity.target(), wanted.apply(identity), tally.result(), this.target).tell(this.terminal,
				this.json);
		this.target.print();
		return ExitCode.OK;
	}

	private void tell(Exporter.Choice choice) {
		Instant before = choice.before();
		if (before != null) {
			this.terminal.say(choice.goesOn() ? "Going on with the export that was begun at " + time(before) + "."
					: "The export that was begun at " + time(before)
							+ " is too old to go on with: everything is read anew.");
		}
	}

	private static String time(Instant time) {
		return TIME.format(time.atZone(ZoneId.systemDefault()));
	}

}
