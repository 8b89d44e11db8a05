package io.groupbatch.cli.launch;

import io.groupbatch.journal.StateFolder;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Brings Spring up on an open state folder.
 */
@FunctionalInterface
public interface ApplicationStarter {

	/**
	 * Starts.
	 * @param folder the journal
	 * @param settings what the command line says
	 */
	ConfigurableApplicationContext start(StateFolder folder, Settings settings);

}
