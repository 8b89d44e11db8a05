package io.groupbatch.cli.run;

import java.nio.file.Path;
import java.util.Objects;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.OutputFolder;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.SignalShutdown;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.cli.summary.VerifySummary;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.verify.VerifyResult;
import io.groupbatch.verify.VerifyService;

/**
 * Runs one comparison of a file with the portal, and prints the summary. Used once.
 */
public final class VerifyRunner {

	private final ApplicationSession session;

	private final FileCommandContext.Given given;

	private final Path output;

	private final boolean json;

	public VerifyRunner(ApplicationSession session, FileCommandContext.Given given, Path output, boolean json) {
		this.session = session;
		this.given = given;
		this.output = output;
		this.json = json;
	}

	public ExitCode go() {
		Identity identity = this.given.identity();
		if (identity.trouble() != null) {
			throw CommandException.because(identity.trouble());
		}
		OutputFolder.prepareNew(this.output, this.given.source().file());
		VerifyService verification = this.session.verification();
		Terminal terminal = this.given.terminal();
		VerifyService.Ended ended = new SignalShutdown(this.session.stop(), terminal,
				() -> terminal.warn("Stopped. Nothing was compared."))
			.during(() -> this.session.progress(terminal, null)
				.during(() -> verification.verify(this.given.source(), identity.target(), this.output)));
		VerifyResult result = ended.result();
		if (result == null) {
			tellMistakes(ended);
			throw CommandException.because(Objects.requireNonNull(ended.halt()));
		}
		new VerifySummary(ended.run(), result).tell(terminal, this.json);
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
