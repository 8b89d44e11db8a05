package io.groupbatch.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.groupbatch.cli.connection.EffectiveSetting;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.doctor.Finding;
import io.groupbatch.doctor.Finding.Level;

/**
 * Prints the findings of {@code doctor}, and keeps the exit code that follows from them.
 */
final class DiagnosticsReport {

	private final Terminal terminal;

	private final List<ExitCode> codes = new ArrayList<>();

	private boolean warned;

	DiagnosticsReport(Terminal terminal) {
		this.terminal = terminal;
	}

	void tell(EffectiveSetting setting) {
		tell(Finding.ok(setting.name(), setting.told()));
	}

	void tell(Finding finding) {
		String word = switch (finding.level()) {
			case OK -> "ok     ";
			case WARNING -> "warning";
			case WRONG -> "WRONG  ";
		};
		this.warned |= finding.level() == Level.WARNING;
		this.terminal.result(word + "  " + finding.subject() + ": " + finding.text());
		if (!finding.cure().isEmpty()) {
			this.terminal.result("         → " + finding.cure());
		}
	}

	/** Something that stops every run, if it is there. */
	void end(Optional<ExitCode> code) {
		code.ifPresent(this.codes::add);
	}

	/** Says it in one line. */
	ExitCode verdict() {
		ExitCode code = ExitCode.first(this.codes);
		this.terminal.result((code != ExitCode.OK) ? "An import cannot succeed: see above."
				: this.warned ? "An import can begin, but see the warnings above." : "An import can begin.");
		return code;
	}

}
