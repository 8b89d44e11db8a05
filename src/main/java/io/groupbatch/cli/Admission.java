package io.groupbatch.cli;

import java.util.Objects;

import io.groupbatch.importjob.PortalMatch;
import io.groupbatch.importjob.RunChoice;
import io.groupbatch.importjob.RunChoice.Identity;
import io.groupbatch.journal.Run;
import io.groupbatch.journal.Runs;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a run that is there may go on at an address and with a key. It belongs
 * to the address and to the owner of the key with which it was planned, unless a person
 * says otherwise.
 */
final class Admission {

	private final Session session;

	private final SendOptions options;

	private final PortalMatch match;

	Admission(Session session, SendOptions options) {
		this.session = session;
		this.options = options;
		this.match = session.get(PortalMatch.class);
	}

	/**
	 * Asks the portal whose key it is, and lets the run go on.
	 * @return who goes on with it; with trouble when the portal could not be asked
	 */
	Identity admit(Run run, String url) {
		Identity now = this.session.get(RunChoice.class).identify(url, run.target().sandbox());
		admit(run, now);
		return now;
	}

	/**
	 * Lets the run go on.
	 */
	void admit(Run run, Identity now) {
		boolean elsewhere = !now.target().portal().equals(run.target().portal());
		if (elsewhere) {
			checkPortal(run, now);
		}
		if (now.trouble() != null) {
			return;
		}
		checkAccount(run, now);
		if (elsewhere) {
			this.match.move(run, now);
		}
		this.match.learn(this.session.get(Runs.class).get(run.number()), now);
	}

	private void checkPortal(Run run, Identity now) {
		String old = run.target().portal();
		String address = now.target().portal();
		if (this.options.portalMoved && now.trouble() != null) {
			throw new Stop(Verdict.of(now.trouble()), now.trouble().sentence());
		}
		boolean same = now.trouble() == null && this.match.isSameOnceLookedAt(run, now);
		if (!this.options.portalMoved) {
			throw new Stop(ExitCode.CONFIGURATION, !same
					? "Run " + run.number() + " belongs to " + old + ", not to " + address
							+ ". Give the address and the key of that portal."
					: "Run %d belongs to %s. The portal at %s is the same one, or a copy: its users have the same ids."
						.formatted(run.number(), old, address)
							+ " Nothing was sent. If it is the same one, go on there with --portal-moved.");
		}
		if (!same) {
			throw new Stop(ExitCode.CONFIGURATION,
					"The portal at %s does not show any id by which it would be the one of run %d, which belongs to %s."
						.formatted(address, run.number(), old)
							+ " Nothing was sent. Give the address and the key of that portal.");
		}
	}

	private void checkAccount(Run run, Identity now) {
		Run.Target target = run.target();
		Run.Account sender = target.sender();
		Run.Account owner = (target.account() != null || sender == null)
				? new Run.Account(target.account(), target.accountName()) : sender;
		boolean own = owner.id() == null || owner.id().equals(now.account().id());
		boolean before = sender != null && Objects.equals(sender.id(), now.account().id());
		if (own || before || this.options.asOtherAccount) {
			return;
		}
		String who = name(owner);
		throw new Stop(ExitCode.STOPPED, Texts.printable((now.account().id() != null)
				? ("Run %d was planned with the key of %s, and this key is that of %s. Nothing was sent."
						+ " Give the key of %s, or send it with this one: --as-other-account")
					.formatted(run.number(), who, name(now.account()), who)
				: ("Run %d was planned with the key of %s, and the portal does not say whose key this is. Nothing was"
						+ " sent. Look whether it is that of %s; then send it all the same: --as-other-account")
					.formatted(run.number(), who, who)));
	}

	private static String name(Run.Account account) {
		@Nullable String name = account.name();
		return (name != null && !name.isBlank()) ? name : "the user " + account.id();
	}

}
