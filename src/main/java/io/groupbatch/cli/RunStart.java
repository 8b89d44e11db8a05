package io.groupbatch.cli;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Run;

/**
 * What commands need that send for a run.
 *
 * @param portal the way to its portal
 * @param sending how to send it
 * @param global how to talk
 */
record RunStart(PortalOptions portal, SendOptions sending, GlobalOptions global) {

	/** The address that the user names, else that of a run that is there already. */
	URI url(Run run, Map<String, String> environment) {
		return this.portal.urlIfGiven(environment).orElseGet(() -> URI.create(run.target().portal()));
	}

	/** Settings for Spring, for the portal of a run that is there already. */
	Map<String, Object> settings(Run run, Map<String, String> environment, Terminal terminal) {
		Map<String, Object> settings = new HashMap<>(this.global.settings());
		settings.putAll(this.sending.settings());
		settings.putAll(this.portal.access(url(run, environment), environment, terminal).settings());
		return settings;
	}

	/**
	 * Takes a run as far as it goes.
	 * @param now whose key it is
	 */
	RunFlow flow(Session session, Terminal terminal, Identity now) {
		return new RunFlow(session, terminal, new NextCommand(this.global, this.portal),
				new RunFlow.Manner(this.sending.json, this.sending.rate(), now));
	}

}
