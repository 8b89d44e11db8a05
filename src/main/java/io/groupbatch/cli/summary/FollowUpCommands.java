package io.groupbatch.cli.summary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.groupbatch.cli.connection.PortalOptions;
import io.groupbatch.cli.console.TerminalText;
import io.groupbatch.cli.option.GlobalOptions;
import io.groupbatch.importjob.ReportFiles;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.text.ProgramName;

/**
 * The commands that the output suggests to enter next, complete with all options that
 * they need.
 */
public final class FollowUpCommands {

	private final GlobalOptions global;

	private final PortalOptions portal;

	public FollowUpCommands(GlobalOptions global, PortalOptions portal) {
		this.global = global;
		this.portal = portal;
	}

	/** Goes on with a run, or sends what it has planned. */
	public String resume(Run run) {
		String command = (run.state() == RunState.PLANNED) ? "apply " : "resume ";
		return ProgramName.command(command) + run.number() + " --portal " + run.target().portal() + access() + state();
	}

	/** Imports what is left of a run, once it is fixed. */
	String mend(Run run, Run.Remarks remarks) {
		List<String> words = new ArrayList<>(
				List.of(ProgramName.get(), "import", TerminalText.quoted(ReportFiles.of(run).failed())));
		ImportOptions.ofLine(run.source().options())
			.arguments()
			.forEach((word) -> words.add(TerminalText.quoted(word)));
		if (remarks.userMap() != null) {
			words.addAll(List.of("--user-map", TerminalText.quoted(remarks.userMap())));
		}
		return String.join(" ", words) + " --portal " + run.target().portal() + access() + state();
	}

	/** Imports the file of a run once more, with a user map. */
	String withUserMap(Run run, Path userMap) {
		List<String> words = new ArrayList<>(
				List.of(ProgramName.get(), "import", TerminalText.quoted(run.source().file())));
		ImportOptions.ofLine(run.source().options())
			.arguments()
			.forEach((word) -> words.add(TerminalText.quoted(word)));
		words.addAll(List.of("--user-map", TerminalText.quoted(userMap)));
		return String.join(" ", words)
				+ (run.target().sandbox() ? " --sandbox" : " --portal " + run.target().portal() + access()) + state();
	}

	/** Gives a run up. */
	public String cancel(Run run) {
		return ProgramName.command("cancel ") + run.number() + state();
	}

	/** Writes a run's report. */
	String report(Run run) {
		return ProgramName.command("report ") + run.number() + (run.target().sandbox() ? " --sandbox" : "") + state();
	}

	private String access() {
		return ((this.portal.apiKeyFile != null) ? " --api-key-file " + TerminalText.quoted(this.portal.apiKeyFile)
				: "") + ((this.portal.ca != null) ? " --ca " + TerminalText.quoted(this.portal.ca) : "");
	}

	private String state() {
		return this.global.commandOptions();
	}

}
