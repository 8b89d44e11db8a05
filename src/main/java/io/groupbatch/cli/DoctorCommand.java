package io.groupbatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.groupbatch.doctor.Finding;
import io.groupbatch.doctor.Finding.Level;
import io.groupbatch.doctor.PortalExam;
import io.groupbatch.journal.Halt;
import io.groupbatch.sandbox.Sandbox;
import io.groupbatch.sandbox.SandboxOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code doctor}.
 */
@Command(mixinStandardHelpOptions = true, name = "doctor",
		description = "Checks what an import needs, here and on the portal, and says what to mend. Changes nothing.",
		footer = { "", "Example:", "  ./run.sh doctor --portal https://docspace.example.com" })
class DoctorCommand implements Callable<Integer> {

	private final Map<String, String> environment;

	@Option(names = "--no-write-probe",
			description = "Do not try a write, which goes to a group that does not exist and changes nothing.")
	boolean noWriteProbe;

	@Mixin
	PortalOptions portal = new PortalOptions();

	@Mixin
	GlobalOptions global = new GlobalOptions();

	DoctorCommand(Map<String, String> environment) {
		this.environment = environment;
	}

	@Override
	public Integer call() {
		Terminal terminal = this.global.terminal();
		if (this.portal.sandbox) {
			try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
				return examine(Access.of(sandbox), terminal).code();
			}
		}
		this.portal.sources(this.environment).forEach((source) -> terminal.result("ok       " + source));
		return examine(this.portal.access(this.environment, terminal), terminal).code();
	}

	private ExitCode examine(Access portal, Terminal terminal) {
		List<ExitCode> codes = new ArrayList<>(List.of(ExitCode.OK));
		HomeExam home = new HomeExam((finding) -> tell(finding, terminal));
		home.java();
		home.state(this.global.state(this.portal.sandbox), portal.url().toString()).ifPresent(codes::add);
		home.output(GlobalOptions.home().resolve("output")).ifPresent(codes::add);
		try (PortalExam exam = new PortalExam(portal.url(), portal.key(), portal.way().ca(), portal.way().proxy())) {
			Optional<Halt> halt = exam.examine(!this.noWriteProbe, (finding) -> {
				tell(finding, terminal);
				if (finding.level() == Level.WRONG && !finding.cure().isEmpty()) {
					codes.add(ExitCode.KEY_OR_RIGHTS);
				}
			});
			halt.map(Verdict::of).ifPresent(codes::add);
		}
		ExitCode code = ExitCode.first(codes);
		terminal.result((code == ExitCode.OK) ? "An import can begin." : "An import cannot succeed: see above.");
		return code;
	}

	private static void tell(Finding finding, Terminal terminal) {
		String word = switch (finding.level()) {
			case OK -> "ok     ";
			case WARNING -> "warning";
			case WRONG -> "WRONG  ";
		};
		terminal.result(Texts.printable(word + "  " + finding.subject() + ": " + finding.text()));
		if (!finding.cure().isEmpty()) {
			terminal.result("         → " + finding.cure());
		}
	}

}
