package io.groupbatch.cli.launch;

import java.nio.file.Files;
import java.nio.file.Path;

import io.groupbatch.audit.AuditRecord;
import io.groupbatch.batch.GracefulShutdown;
import io.groupbatch.batch.Progress;
import io.groupbatch.cli.console.Terminal;
import io.groupbatch.cli.exit.CommandException;
import io.groupbatch.cli.exit.ExitCode;
import io.groupbatch.cli.file.ProcessStatusFile;
import io.groupbatch.cli.file.StandardInput;
import io.groupbatch.clock.ClockDrift;
import io.groupbatch.exportjob.ExportService;
import io.groupbatch.importjob.ImportService;
import io.groupbatch.importjob.PortalIdentityCheck;
import io.groupbatch.importjob.PurgeService;
import io.groupbatch.importjob.ReportService;
import io.groupbatch.importjob.RunTargetCheck;
import io.groupbatch.journal.StateFolder;
import io.groupbatch.journal.people.UserMaps;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.undo.Undo;
import io.groupbatch.verify.VerifyService;

import org.springframework.context.ConfigurableApplicationContext;

import org.jspecify.annotations.Nullable;

/**
 * The program at work on one state folder: the folder's lock is held, Spring is up. It
 * hands out all that commands use of the program; what a command has given no options for
 * could not be matched or added. Closing it ends both.
 */
public final class ApplicationSession implements AutoCloseable {

	private final StateFolder folder;

	private final ConfigurableApplicationContext context;

	private final ProcessStatusFile now;

	private final Path state;

	private ApplicationSession(Path state, StateFolder folder, ConfigurableApplicationContext context,
			ProcessStatusFile now) {
		this.state = state;
		this.folder = folder;
		this.context = context;
		this.now = now;
	}

	/**
	 * Opens the folder first, so that a second process is turned away at once.
	 * @param now says who we are from then on
	 */
	public static ApplicationSession open(Path state, ProcessStatusFile now, Settings settings,
			ApplicationStarter starter) {
		StateFolder folder = open(state);
		now.write();
		try {
			new StandardInput(state).tidy(folder.runs());
			return new ApplicationSession(state, folder, starter.start(folder, settings), now);
		}
		catch (RuntimeException ex) {
			now.delete();
			folder.close();
			throw ex;
		}
	}

	/**
	 * Opens a state folder, or says who holds it.
	 */
	public static StateFolder open(Path state) {
		try {
			return StateFolder.open(state);
		}
		catch (StateFolder.InUse ex) {
			throw new CommandException(ExitCode.STOPPED,
					ProcessStatusFile.holder(state).map((holder) -> holder + " ").orElse("") + ex.getMessage());
		}
	}

	public ImportService imports() {
		return bean(ImportService.class);
	}

	public RunTargetCheck admission() {
		return bean(RunTargetCheck.class);
	}

	public ReportService reports() {
		return bean(ReportService.class);
	}

	public Undo undo() {
		return bean(Undo.class);
	}

	public ExportService exports() {
		return bean(ExportService.class);
	}

	public VerifyService verification() {
		return bean(VerifyService.class);
	}

	public PurgeService purge() {
		return bean(PurgeService.class);
	}

	public AuditRecord audit() {
		return bean(AuditRecord.class);
	}

	public PortalIdentityCheck portals() {
		return bean(PortalIdentityCheck.class);
	}

	public UserMaps userMaps() {
		return bean(UserMaps.class);
	}

	public Runs runs() {
		return bean(Runs.class);
	}

	public GracefulShutdown stop() {
		return bean(GracefulShutdown.class);
	}

	/**
	 * Tells of work.
	 * @param run the run that it is done for, null when there is none
	 */
	public ProgressReporter progress(Terminal terminal, @Nullable Long run) {
		return new ProgressReporter(bean(Progress.class), runs(), bean(ClockDrift.class), this.now, terminal, run);
	}

	private <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** Ends the work, and gives the room of what was dropped back to the disk. */
	public void shrink() {
		end();
		this.folder.shrink();
	}

	/**
	 * Ends it.
	 * @throws CommandException when the journal was taken away meanwhile
	 */
	@Override
	public void close() {
		end();
		this.now.delete();
		boolean gone = Files.notExists(StateFolder.journal(this.state));
		this.folder.close();
		if (gone) {
			throw new CommandException(ExitCode.CANNOT_WRITE, "The state folder " + this.state
					+ " was deleted or moved while Groupbatch used it. What this command says was done was done,"
					+ " but its run is lost: it cannot be continued, reported or undone. Put the folder back, or keep"
					+ " the reports.");
		}
	}

	private void end() {
		if (this.context.isActive()) {
			stop().over();
			this.context.close();
		}
	}

}
