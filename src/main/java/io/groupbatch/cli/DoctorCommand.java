package io.groupbatch.cli;

import java.net.URI;
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

import org.jspecify.annotations.Nullable;

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
		Checkup checkup = new Checkup(this.global.terminal());
		HomeExam home = new HomeExam(checkup::tell);
		home.java();
		checkup.end(home.output(GlobalOptions.home().resolve("output")));
		this.global.settings(this.portal.sandbox, this.environment).forEach(checkup::tell);
		if (this.portal.sandbox) {
			try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
				examine(Access.of(sandbox), home, checkup);
			}
		}
		else {
			access(checkup).ifPresentOrElse((access) -> examine(access, home, checkup),
					() -> state(null, home, checkup));
		}
		return checkup.verdict().code();
	}

	/**
	 * The portal that the settings mean; empty when they are not enough, which is told.
	 */
	private Optional<Access> access(Checkup checkup) {
		try {
			this.portal.settings(this.environment).forEach(checkup::tell);
			return Optional.of(this.portal.access(this.environment, this.global.terminal()));
		}
		catch (Stop ex) {
			checkup.tell(Finding.wrong("Settings", String.valueOf(ex.getMessage()), ""));
			checkup.end(Optional.of(ex.exitCode()));
			return Optional.empty();
		}
	}

	private void examine(Access portal, HomeExam home, Checkup checkup) {
		state(portal.url(), home, checkup);
		try (PortalExam exam = new PortalExam(portal.url(), portal.key(), portal.way().ca(), portal.way().proxy())) {
			Optional<Halt> halt = exam.examine(!this.noWriteProbe, (finding) -> {
				checkup.tell(finding);
				if (finding.level() == Level.WRONG && !finding.cure().isEmpty()) {
					checkup.end(Optional.of(ExitCode.KEY_OR_RIGHTS));
				}
			});
			checkup.end(halt.map(Verdict::of));
		}
	}

	private void state(@Nullable URI portal, HomeExam home, Checkup checkup) {
		checkup.end(home.state(this.global.state(this.portal.sandbox), portal));
	}

}
