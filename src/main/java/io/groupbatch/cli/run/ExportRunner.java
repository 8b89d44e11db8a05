package io.groupbatch.cli.run;

import java.time.Instant;
import java.util.Objects;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.ExportTarget;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.SignalShutdown;
import io.groupbatch.cli.summary.ExportSummary;
import io.groupbatch.exportjob.ExportService;
import io.groupbatch.exportjob.Exporter;
import io.groupbatch.journal.export.Export;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.journal.run.StopReason;
import io.groupbatch.text.DateTimeText;

/**
 * Runs one export to its end, and prints the summary. Used once.
 */
public final class ExportRunner {

	private final ApplicationSession session;

	private final Terminal terminal;

	private final ExportTarget target;

	private final boolean json;

	public ExportRunner(ApplicationSession session, Terminal terminal, ExportTarget target, boolean json) {
		this.session = session;
		this.terminal = terminal;
		this.target = target;
		this.json = json;
	}

	/**
	 * Reads, writes and tells.
	 * @param portal the portal that was found
	 * @param wanted what of it is exported
	 */
	public ExitCode go(Run.Target portal, Export.Wanted wanted) {
		ExportService exports = this.session.exports();
		SignalShutdown signals = new SignalShutdown(this.session.stop(), this.terminal,
				() -> this.terminal.warn("Stopped. The same command continues."));
		ExportService.Ended ended = signals.during(() -> {
			Exporter.Choice choice = exports.choose(wanted);
			tell(choice);
			return this.session.progress(this.terminal, null).during(() -> exports.export(choice.number()));
		});
		StopCause why = ended.halt();
		if (why != null) {
			String next = (why.reason() == StopReason.GUARD) ? "." : "; the same command continues.";
			throw new CommandException(ExitCode.of(why), why.sentence() + " Nothing was written" + next);
		}
		new ExportSummary(portal, wanted, Objects.requireNonNull(ended.result()), this.target).tell(this.terminal,
				this.json);
		this.target.print();
		return ExitCode.OK;
	}

	private void tell(Exporter.Choice choice) {
		Instant before = choice.before();
		if (before != null) {
			this.terminal.say((choice.goesOn()
					? "An export or verify that was begun at %s did not end. What it has read is not read again."
					: "An export or verify that was begun at %s did not end, and is too old to continue. Everything is read again.")
				.formatted(DateTimeText.minute(before)));
		}
	}

}
