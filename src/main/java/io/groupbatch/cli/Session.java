package io.groupbatch.cli;

import java.nio.file.Path;

import io.groupbatch.cli.Groupbatch.Starter;
import io.groupbatch.importjob.GracefulStop;
import io.groupbatch.journal.StateFolder;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program at work on one state folder: the folder's lock is held, Spring is up.
 * Closing ends both.
 */
final class Session implements AutoCloseable {

	private final StateFolder folder;

	private final ConfigurableApplicationContext context;

	private final NowFile now;

	private Session(StateFolder folder, ConfigurableApplicationContext context, NowFile now) {
		this.folder = folder;
		this.context = context;
		this.now = now;
	}

	/**
	 * Opens the folder first, so that a second process is turned away at once.
	 * @param now says who we are from then on
	 */
	static Session open(Path state, NowFile now, Settings settings, Starter starter) {
		StateFolder folder = open(state);
		now.write();
		try {
			new StandardInput(state).tidy(folder.runs());
			return new Session(folder, starter.start(folder, settings), now);
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
	static StateFolder open(Path state) {
		try {
			return StateFolder.open(state);
		}
		catch (StateFolder.InUse ex) {
			throw new Stop(ExitCode.STOPPED,
					NowFile.holder(state).map((holder) -> holder + " ").orElse("") + ex.getMessage());
		}
	}

	/** Where this process says how far it is. */
	NowFile now() {
		return this.now;
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	<T> T get(String name, Class<T> type) {
		return this.context.getBean(name, type);
	}

	/** Ends the work, and gives the room of what was dropped back to the disk. */
	void shrink() {
		end();
		this.folder.shrink();
	}

	@Override
	public void close() {
		end();
		this.now.delete();
		this.folder.close();
	}

	private void end() {
		if (this.context.isActive()) {
			get(GracefulStop.class).over();
			this.context.close();
		}
	}

}
