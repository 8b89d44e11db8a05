package io.groupbatch.cli.doctor;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.InstallationFolder;
import io.groupbatch.cli.run.PortalCommand;
import io.groupbatch.doctor.Finding;
import io.groupbatch.doctor.Finding.Level;
import io.groupbatch.doctor.PortalCheck;
import io.groupbatch.journal.run.StopCause;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.text.ProgramName;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;

/**
 * The command {@code doctor}: checks what an import needs, on this computer and on the
 * portal.
 */
@Command(mixinStandardHelpOptions = true, name = "doctor",
		description = "Checks what an import needs, here and on the portal, and says what to fix. Changes nothing.",
		footer = { "", "Example:", "  " + ProgramName.IN_HELP + " doctor --portal https://docspace.example.com" })
public class DoctorCommand extends PortalCommand {

	@Option(names = "--no-write-probe",
			description = "Do not try a write, which goes to a group that does not exist and changes nothing.")
	boolean noWriteProbe;

	public DoctorCommand(Map<String, String> environment) {
		super(environment);
	}

	@Override
	protected ExitCode carryOut() {
		DiagnosticsReport checkup = new DiagnosticsReport(this.global.terminal());
		LocalEnvironmentCheck home = new LocalEnvironmentCheck(checkup::tell);
		home.java();
		checkup.end(home.output(InstallationFolder.data().resolve("output")));
		this.global.settings(this.environment).forEach((one) -> checkup.tell(this.global.fromDefaults(one)));
		try {
			if (!this.portal.sandbox) {
				this.portal.settings(this.environment).forEach((one) -> checkup.tell(this.global.fromDefaults(one)));
			}
			withPortal(1, (to) -> examine(to, home, checkup));
		}
		catch (CommandException ex) {
			checkup.tell(Finding.wrong("Settings", String.valueOf(ex.getMessage()), ""));
			checkup.end(Optional.of(ex.exitCode()));
			state(null, home, checkup);
		}
		return checkup.verdict();
	}

	private ExitCode examine(PortalSettings to, LocalEnvironmentCheck home, DiagnosticsReport checkup) {
		state(to.url(), home, checkup);
		try (PortalCheck exam = new PortalCheck(to)) {
			Optional<StopCause> halt = exam.examine(!this.noWriteProbe, (finding) -> {
				checkup.tell(finding);
				if (finding.level() == Level.WRONG && !finding.cure().isEmpty()) {
					checkup.end(Optional.of(ExitCode.KEY_OR_RIGHTS));
				}
			});
			checkup.end(halt.map(ExitCode::of));
			return ExitCode.OK;
		}
	}

	private void state(@Nullable URI portal, LocalEnvironmentCheck home, DiagnosticsReport checkup) {
		checkup.end(home.state(this.global.stateSetting(this.portal.sandbox), portal));
	}

}
