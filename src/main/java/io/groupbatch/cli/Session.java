package io.groupbatch.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;

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

	private Session(StateFolder folder, ConfigurableApplicationContext context) {
		this.folder = folder;
		this.context = context;
	}

	/**
	 * Opens the folder first, so that a second process is turned away at once.
	 */
	static Session open(Path state, Map<String, Object> settings, Starter starter) {
		StateFolder folder = StateFolder.open(state);
		try {
			return new Session(folder, starter.apply(folder, settings));
		}
		catch (RuntimeException ex) {
			folder.close();
			throw ex;
		}
	}

	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	<T> T get(String name, Class<T> type) {
		return this.context.getBean(name, type);
	}

	@Override
	public void close() {
		get(GracefulStop.class).over();
		this.context.close();
		this.folder.close();
	}

	/** Brings Spring up on an open state folder, with settings. */
	@FunctionalInterface
	interface Starter extends BiFunction<StateFolder, Map<String, Object>, ConfigurableApplicationContext> {

	}

}
