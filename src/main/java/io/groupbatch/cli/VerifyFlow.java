package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.List;

import io.groupbatch.exportjob.ExportTally;
import io.groupbatch.exportjob.Exporter;
import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Export;
import io.groupbatch.journal.Halt;
import io.groupbatch.journal.MistakeNote;
import io.groupbatch.journal.Rows;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunData;
import io.groupbatch.journal.Runs;
import io.groupbatch.verify.CompareTasklet;
import io.groupbatch.verify.VerifyResult;

/**
 * Compares one file with the portal, and sums up. Leaves nothing in the journal. Used
 * once.
 */
final class VerifyFlow {

	private static final int MOST_MISTAKES = 100;

	private final Session session;

	private final FileRun.Given given;

	private final Path output;

	private final boolean json;

	VerifyFlow(Session session, FileRun.Given given, Path output, boolean json) {
		this.session = session;
		this.given = given;
		this.output = output;
		this.json = json;
	}

	ExitCode go() {
		Identity identity = this.given.identity();
		if (identity.trouble() != null) {
			throw new Stop(Verdict.of(identity.trouble()), identity.trouble().sentence());
		}
		OutputFolder.prepareNew(this.output, this.given.source().file());
		Exporter exporter = this.session.get(Exporter.class);
		Run run = this.session.get(Runs.class).createVerify(this.given.source(), identity.target(), this.output);
		Conductor conductor = new Conductor(this.session);
		try {
			Export portal = exporter
				.begin(new Export.Wanted(identity.target().portal(), identity.target().account(), null, null));
			if (!compare(run, portal, conductor)) {
				throw stopped(this.session.get(Runs.class).get(run.number()));
			}
		}
		finally {
			this.session.get(RunData.class).deleteUnkept();
			exporter.forget();
			conductor.forgetVerify();
		}
		VerifyResult result = this.session.get(CompareTasklet.class).result();
		new VerifyTalk(run, result).tell(this.given.terminal(), this.json);
		return result.holds() ? ExitCode.OK : ExitCode.DIFFERENCES;
	}

	private boolean compare(Run run, Export portal, Conductor conductor) {
		StopOnSignal signals = new StopOnSignal(this.session.get(GracefulStop.class), this.given.terminal(),
				() -> this.given.terminal().warn("Stopped. Nothing was compared."));
		return signals.during(() -> new ProgressLines(this.session, this.given.terminal(), null)
			.during(() -> conductor.verify(run.number(), portal.number())));
	}

	private Stop stopped(Run run) {
		Rows rows = this.session.get(Rows.class);
		List<MistakeNote> mistakes = rows.mistakes(run.number(), MOST_MISTAKES);
		long all = rows.countMistakes(run.number());
		Summary.tellMistakes(mistakes, mistakes.size(), this.given.terminal());
		if (all > mistakes.size()) {
			this.given.terminal().warn("… and %d more.".formatted(all - mistakes.size()));
		}
		ExportTally reading = this.session.get(ExportTally.class);
		Halt halt = (run.halt() != null) ? run.halt() : (reading.halt() != null) ? reading.halt()
				: this.session.get(GracefulStop.class).why().orElse(Halt.INTERRUPTED);
		return new Stop(Verdict.of(halt), halt.sentence());
	}

}
