package io.groupbatch.cli;

import java.util.ArrayList;
import java.util.List;

import io.groupbatch.importjob.ImportOptions;
import io.groupbatch.importjob.ReportFiles;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.RunState;

/**
 * The commands that people are told to give next, with everything they need to work.
 */
final class NextCommand {

	private final GlobalOptions global;

	private final PortalOptions portal;

	NextCommand(GlobalOptions global, PortalOptions portal) {
		this.global = global;
		this.portal = portal;
	}

	/** Goes on with a run, or sends what it has planned. */
	String resume(Run run) {
		String command = (run.state() == RunState.PLANNED) ? "apply " : "resume ";
		return "./run.sh " + command + run.number() + " --portal " + run.target().portal() + access() + state();
	}

	/** Imports what is left of a run, once it is mended. */
	String mend(Run run, Run.Remarks remarks) {
		List<String> words = new ArrayList<>(List.of("./run.sh", "import", Texts.quoted(ReportFiles.of(run).failed())));
		ImportOptions.ofLine(run.source().options()).arguments().forEach((word) -> words.add(Texts.quoted(word)));
		if (remarks.userMap() != null) {
			words.addAll(List.of("--user-map", Texts.quoted(remarks.userMap())));
		}
		return String.join(" ", words) + " --portal " + run.target().portal() + access() + state();
	}

	/** Gives a run up. */
	String cancel(Run run) {
		return "./run.sh cancel " + run.number() + state();
	}

	/** Writes a run's report. */
	String report(Run run) {
		return "./run.sh report " + run.number() + (run.target().sandbox() ? " --sandbox" : "") + state();
	}

	private String access() {
		return ((this.portal.apiKeyFile != null) ? " --api-key-file " + Texts.quoted(this.portal.apiKeyFile) : "")
				+ ((this.portal.ca != null) ? " --ca " + Texts.quoted(this.portal.ca) : "");
	}

	private String state() {
		return this.global.commandOptions();
	}

}
