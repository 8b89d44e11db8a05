package io.groupbatch.importjob.report.html.page;

import java.util.ArrayList;
import java.util.List;

import io.groupbatch.journal.invite.Invitation;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.RunState;
import io.groupbatch.text.ProgramName;

/**
 * What a reader must not miss: that nothing real was changed, that a run has not come to
 * its end, and how it goes on.
 *
 * @param run the run
 * @param options what its commands need in addition, with a blank before
 * @param invitations the people whom the run invites
 */
public record Notices(Run run, String options, List<Invitation> invitations) {

	private static final String WAITS = "not-sent";

	public List<Page.Notice> all() {
		List<Page.Notice> all = new ArrayList<>();
		if (this.run.target().sandbox()) {
			all.add(new Page.Notice(WAITS, "This was a test run.",
					"The portal was a simulated one, the sandbox. Nothing real was changed.", ""));
		}
		switch (this.run.state()) {
			case STAGING, PLANNING -> all.add(notice("partial", "The run is not finished.", halted(""), resume()));
			case PLANNED -> all.add(notice(WAITS, "This is a plan.",
					"Nothing was sent; it waits for a yes." + forCommand(), command("apply ")));
			case UNFINISHED -> all.add(notice("partial", "The run is not finished.", halted(""), resume()));
			case WAITING -> all.add(notice("unknown", "The run waits for a person.",
					"A person has to check the portal and decide about the rows in doubt; their messages say what to"
							+ " decide. Then the run continues:",
					resume() + (resume().isEmpty() ? "" : " --decide ROW=ID")));
			case REFUSED ->
				all.add(notice("invalid", "Nothing was changed.", halted("Fix the file and import it again."), ""));
			case CANCELLED -> all.add(notice("cancelled", "The run was cancelled.",
					"What was done stays done. Rows that waited are never sent.", ""));
			case FINISHED -> {
			}
		}
		InvitationsNotice.of(this.invitations).ifPresent(all::add);
		return all;
	}

	private Page.Notice notice(String kind, String title, String text, String command) {
		return new Page.Notice(kind, title, text, command);
	}

	private String halted(String otherwise) {
		String why = (this.run.halt() != null) ? this.run.halt().sentence() : otherwise;
		return (this.run.state() == RunState.REFUSED) ? why : (why + forCommand()).strip();
	}

	private String forCommand() {
		return resume().isEmpty() ? "" : " Where Groupbatch is installed, this command continues it:";
	}

	private String resume() {
		return command("resume ");
	}

	/** A run in a sandbox that ended with its command cannot go on. */
	private String command(String verb) {
		return this.run.target().sandbox() ? "" : ProgramName.command(verb) + this.run.number() + " --portal "
				+ this.run.target().portal() + this.options;
	}

}
