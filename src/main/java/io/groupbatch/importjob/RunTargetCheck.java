package io.groupbatch.importjob;

import java.util.Objects;
import java.util.Optional;

import io.groupbatch.importjob.ImportRunResolver.Identity;
import io.groupbatch.journal.run.Run;
import io.groupbatch.journal.run.Runs;

import org.springframework.stereotype.Component;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether an existing run may go on at an address and with a key. It belongs to
 * the address and to the owner of the key with which it was planned, unless the user says
 * otherwise.
 */
@Component
public class RunTargetCheck {

	private final PortalIdentityCheck match;

	private final Runs runs;

	RunTargetCheck(PortalIdentityCheck match, Runs runs) {
		this.match = match;
		this.runs = runs;
	}

	/**
	 * Lets a run go on, and notes by what its portal is recognised.
	 * @param now whose key it is; with a stop cause when the portal could not be asked,
	 * which is no reason to refuse
	 * @return nothing when the run may go on
	 */
	public Optional<Refusal> admit(Run run, Identity now, Allowed allowed) {
		boolean elsewhere = !now.target().portal().equals(run.target().portal());
		Reason reason = elsewhere ? checkPortal(run, now, allowed) : null;
		if (reason != null) {
			return Optional.of(new Refusal(reason, run, now));
		}
		if (now.trouble() != null) {
			return Optional.empty();
		}
		if (!allowed.otherAccount() && !isSameAccount(run.target(), now)) {
			return Optional.of(new Refusal(Reason.OTHER_ACCOUNT, run, now));
		}
		if (elsewhere) {
			this.match.move(run, now);
		}
		this.match.learn(this.runs.get(run.number()), now);
		return Optional.empty();
	}

	private @Nullable Reason checkPortal(Run run, Identity now, Allowed allowed) {
		if (allowed.portalMoved() && now.trouble() != null) {
			return Reason.PORTAL_UNAVAILABLE;
		}
		boolean same = now.trouble() == null && this.match.isSameOnceLookedAt(run, now);
		if (!allowed.portalMoved()) {
			return same ? Reason.OTHER_ADDRESS : Reason.OTHER_PORTAL;
		}
		return same ? null : Reason.NOT_RECOGNISED;
	}

	private static boolean isSameAccount(Run.Target target, Identity now) {
		Run.Account sender = target.sender();
		String owner = owner(target).id();
		return owner == null || owner.equals(now.account().id())
				|| (sender != null && Objects.equals(sender.id(), now.account().id()));
	}

	private static Run.Account owner(Run.Target target) {
		Run.Account sender = target.sender();
		return (target.account() != null || sender == null) ? new Run.Account(target.account(), target.accountName())
				: sender;
	}

	/**
	 * What the user allows.
	 *
	 * @param portalMoved whether the portal of the run may have another address now
	 * @param otherAccount whether the key may be another user's
	 */
	public record Allowed(boolean portalMoved, boolean otherAccount) {
	}

	/**
	 * A run may not go on.
	 *
	 * @param now where and with whose key it was to go on
	 */
	public record Refusal(Reason reason, Run run, Identity now) {

		/** The user to whose key the run belongs. */
		public Run.Account owner() {
			return RunTargetCheck.owner(this.run.target());
		}

	}

	/** Why a run may not go on. */
	public enum Reason {

		/** The portal at the new address cannot be asked whether it is the run's. */
		PORTAL_UNAVAILABLE,
		/** The run belongs to another portal, as far as the portal shows. */
		OTHER_PORTAL,
		/** The portal is the run's or a copy of it, and the user has not said which. */
		OTHER_ADDRESS,
		/**
		 * The user says that the portal has moved, and nothing shows that it is the
		 * run's.
		 */
		NOT_RECOGNISED,
		/** The key is another user's, or the portal does not say whose it is. */
		OTHER_ACCOUNT

	}

}
