package io.groupbatch.importjob;

import java.util.List;
import java.util.UUID;

import io.groupbatch.batch.PortalStopCauses;
import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.journal.run.PortalFingerprint;
import io.groupbatch.journal.run.PortalIdentities;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;
import io.groupbatch.portal.Directory;
import io.groupbatch.portal.PortalException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds out whose key is used, and whether the portal at an address is the one of a run
 * that was planned for another address.
 */
@Component
public class PortalIdentityCheck {

	private final PortalIdentities portals;

	private final Runs runs;

	private final ObjectProvider<Directory> directory;

	PortalIdentityCheck(PortalIdentities portals, Runs runs, ObjectProvider<Directory> directory) {
		this.portals = portals;
		this.runs = runs;
		this.directory = directory;
	}

	/**
	 * Whose key it is, as far as the portal says so now. A failure is no reason to stop
	 * yet: the run meets it again when it looks at the portal.
	 */
	public Identity identify(String portal, boolean sandbox) {
		try {
			Directory.Account account = this.directory.getObject().account();
			boolean known = account.owner() != null;
			return new Identity(
					new Run.Target(portal, sandbox, known ? String.valueOf(account.owner()) : null,
							known ? account.name() : null),
					null, PortalFingerprint.of(account.owner(), account.key(), List.of()));
		}
		catch (PortalException ex) {
			return new Identity(new Run.Target(portal, sandbox, null, null), PortalStopCauses.halt(ex),
					PortalFingerprint.NONE);
		}
	}

	/**
	 * Whether it is, by what the portal has said so far.
	 */
	public boolean isSame(Run run, Identity now) {
		return this.portals.isOf(run, now.signs());
	}

	/**
	 * Whether it is, by a look at its users if need be: two keys may have two owners.
	 */
	public boolean isSameOnceLookedAt(Run run, Identity now) {
		return isSame(run, now) || this.portals.isOf(run, PortalFingerprint.of(null, null, people()));
	}

	/**
	 * Keeps by what the portal of a run is recognised.
	 */
	public void learn(Run run, Identity now) {
		this.portals.learn(run, now.signs());
	}

	/**
	 * The run belongs to that address from now on.
	 */
	public void move(Run run, Identity now) {
		this.runs.address(run.number(), now.target().portal());
	}

	private List<UUID> people() {
		try {
			return this.directory.getObject().firstPeople();
		}
		catch (PortalException ex) {
			return List.of();
		}
	}

}
