package io.groupbatch.cli.run;

import java.nio.file.Path;
import java.util.Objects;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.Stop;
import io.groupbatch.cli.file.OutputFolder;
import io.groupbatch.cli.launch.Session;
import io.groupbatch.cli.launch.StopOnSignal;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.cli.summary.VerifyTalk;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.verify.VerifyResult;
import io.groupbatch.verify.VerifyService;

/**
 * Compares one file with the portal, and sums up. Used once.
 */
public final class VerifyFlow {

	private final Session session;

	private final FileRun.Given given;

	private final Path output;

	private final boolean json;

	public VerifyFlow(Session session, FileRun.Given given, Path output, boolean json) {
		this.session = session;
		this.given = given;
		this.output = output;
		this.json = json;
	}

	public ExitCode go() {
		Identity identity = this.given.identity();
		if (identity.trouble() != null) {
			throw Stop.because(identity.trouble());
		}
		OutputFolder.prepareNew(this.output, this.given.source().file());
		VerifyService verification = this.session.verification();
		Terminal terminal = this.given.terminal();
		VerifyService.Ended ended = new StopOnSignal(this.session.stop(), terminal,
				() -> terminal.warn("Stopped. Nothing was compared."))
			.during(() -> this.session.progress(terminal, null)
				.during(() -> verification.verify(this.given.source(), identity.target(), this.output)));
		VerifyResult result = ended.result();
		if (result == null) {
			tellMistakes(ended);
			throw Stop.because(Objects.requireNonNull(ended.halt()));
		}
		new VerifyTalk(ended.run(), result).tell(terminal, this.json);
		return result.holds() ? ExitCode.OK : ExitCode.DIFFERENCES;
	}

	private void tellMistakes(VerifyService.Ended ended) {
		int told = ended.mistakes().size();
		Summary.tellMistakes(ended.mistakes(), told, this.given.terminal());
		if (ended.allMistakes() > told) {
			this.given.terminal().warn("… and %d more.".formatted(ended.allMistakes() - told));
		}
	}

}
