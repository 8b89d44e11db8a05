package io.groupbatch.cli.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.exit.RunTargetMessages;
import io.groupbatch.cli.file.ProcessStatusFile;
import io.groupbatch.cli.launch.ApplicationSession;
import io.groupbatch.cli.launch.ApplicationStarter;
import io.groupbatch.cli.launch.Settings;
import io.groupbatch.cli.option.SendOptions;
import io.groupbatch.cli.summary.Summary;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.importjob.options.ImportOptions;
import io.groupbatch.journal.run.Run;
import io.groupbatch.portal.http.PortalSettings;
import io.groupbatch.text.ProgramName;
import picocli.CommandLine.Mixin;

/**
 * A command that sends for a run that is there already.
 */
public abstract class SendCommand extends PortalCommand {

	private final ApplicationStarter starter;

	@Mixin
	public SendOptions sending = new SendOptions();

	/**
	 * For a process.
	 * @param environment its variables
	 */
	protected SendCommand(ApplicationStarter starter, Map<String, String> environment) {
		super(environment);
		this.starter = starter;
	}

	/** A sandbox would be gone, and the run's groups with it. */
	public void refuseSandbox(String commands) {
		if (this.portal.sandbox) {
			throw new CommandException(ExitCode.USAGE, "A sandbox lasts as long as one command. To try " + commands
					+ ", start one separately: " + ProgramName.command("sandbox --port 8099"));
		}
	}

	/** The runs that there are. */
	public RunArgument runs() {
		return new RunArgument(this.global.state(false), this.portal.urlIfGiven(this.environment),
				this.sending.portalMoved);
	}

	/** The address that the user names, else that of the run. */
	URI url(Run run) {
		return this.portal.urlIfGiven(this.environment).orElseGet(() -> URI.create(run.target().portal()));
	}

	/**
	 * Opens the state folder, to send to the portal of a run.
	 * @param command what the user gave, for {@code now.json}
	 * @param decisions what a person decided about rows in doubt
	 */
	public ApplicationSession open(String command, Run run, ImportOptions options, Map<Long, String> decisions,
			Terminal terminal) {
		Path state = this.global.state(false);
		PortalSettings to = this.portal.portal(url(run), this.sending.concurrency(), this.environment, terminal);
		Settings settings = this.global.settings()
			.with(options, this.sending.options(decisions), this.sending.guards(), to);
		return ApplicationSession.open(state, new ProcessStatusFile(state, command), settings, this.starter);
	}

	/** Finds out whose key is given, and lets a run go on with it. */
	public Identity admit(Run run, ApplicationSession session) {
		Identity now = session.portals().identify(url(run).toString(), run.target().sandbox());
		session.admission().admit(run, now, this.sending.allowed()).ifPresent((refusal) -> {
			throw RunTargetMessages.stop(refusal);
		});
		return now;
	}

	/** The same, and says where. */
	public Identity admit(Run run, ApplicationSession session, Terminal terminal) {
		Identity now = admit(run, session);
		terminal.say(Summary.portalLine(session.runs().get(run.number()).target().sentBy(now.account())));
		return now;
	}

}
